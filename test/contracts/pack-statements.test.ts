import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFolder } from '#boot/load-folder.ts';
import type { Pack, Rule } from '#domain/gate/pack.ts';
import { ASPECTS } from '#domain/gate/statements.ts';

const packs = await loadFolder<Pack>(new URL('../../src/rulepacks/', import.meta.url));

/** Sources withdrawn on 12 May 2025 (90 FR 20084): no rule may rest on one of them. */
const WITHDRAWN =
  /advisory opinion|interpretive rule|pay-to-pay|convenience fee|87 FR 39733|88 FR 26475|89 FR 80715|CFPB (bulletin|circular)/i;

const settles = (rule: Rule, aspect: string) =>
  rule.about?.some((one) => one === aspect) || rule.topics?.some((one) => one === aspect);

for (const pack of packs.values()) {
  const rules = new Map(pack.rules.map((rule) => [rule.id, rule]));

  test(`${pack.id} says something of every question, or where it was looked for`, () => {
    for (const aspect of ASPECTS) {
      const statement = pack.statements?.[aspect];
      assert.ok(statement, aspect);
      if ('none' in statement) {
        assert.match(statement.lookedOn, /^\d{4}-\d{2}-\d{2}$/, aspect);
        assert.ok(statement.none.length > 20, `${aspect}: say where it was looked for`);
        const said = pack.rules.filter((rule) => settles(rule, aspect) && bindsByLaw(rule));
        assert.deepEqual(
          said.map(({ id }) => id),
          [],
          `${aspect}: a rule says it`,
        );
      } else {
        assert.ok(statement.rules.length > 0, aspect);
        for (const id of statement.rules) {
          const rule = rules.get(id);
          assert.ok(rule, `${aspect}: ${id} is no rule of the pack`);
          assert.ok(settles(rule, aspect), `${id} is not about ${aspect}`);
          assert.ok(rule.check, `${id} never speaks`);
        }
      }
    }
  });

  test(`${pack.id}: every rule about a question is named in its answer`, () => {
    for (const rule of pack.rules) {
      for (const aspect of rule.about ?? []) {
        const statement = pack.statements?.[aspect];
        assert.ok(statement && 'rules' in statement && statement.rules.includes(rule.id), rule.id);
      }
    }
  });

  test(`${pack.id} rests on no guidance that was withdrawn`, () => {
    for (const { id, citation, source, title } of pack.rules) {
      assert.doesNotMatch(`${citation} ${source} ${title}`, WITHDRAWN, id);
    }
  });
}

/** A limit of the operator's own is no law of the place. */
function bindsByLaw({ enforcement }: Rule): boolean {
  return enforcement !== 'policy';
}
