import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFolder } from '#boot/load-folder.ts';
import { parseFacts } from '#contract/compliance/facts.ts';
import type { Example } from '#domain/gate/pack.ts';
import { instantOf } from '#kernel/time.ts';
import { emptyBatch, writeBatch } from '#test/support/through-the-door/batch.ts';
import {
  asTheExampleAsks,
  readBack,
  told,
  withOperatorLimits,
} from '#test/support/through-the-door/decide-again.ts';
import { writeExample } from '#test/support/through-the-door/write-example.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

const folder = new URL('../../../src/rulepacks/', import.meta.url);
const tables = await loadFolder<readonly Example[]>(folder, 'examples.ts');

/** Two people have read and confirmed every rule of unread source. */
async function switchOnEveryRule({ app, db, user }: World) {
  const proposedBy = (await user('compliance')).userId;
  const answeredBy = (await user('compliance')).userId;
  const at = instantOf(app.clock());
  const unread = app.gate.packs.flatMap((pack) =>
    pack.rules.filter(({ basis }) => basis === 'unread').map(({ id }) => [pack.id, id] as const),
  );
  await db
    .insertInto('ruleSwitches')
    .values(
      unread.map(([packId, ruleId]) => ({
        ...{ id: app.newId(), tenantId: app.tenantId, ruleId, packId, turn: 'on', reason: 'read' },
        ...{ proposedBy, answeredBy, proposedAt: at, answeredAt: at, confirmed: true },
      })),
    )
    .execute();
}

test('every example of every pack is decided from the database as from its own facts', async () => {
  const world = await freshWorld();
  const { app, db } = world;
  const batch = emptyBatch();
  const written = [...tables].flatMap(([pack, examples]) =>
    examples.map((example) => {
      const parsed = parseFacts(JSON.parse(JSON.stringify(example.facts)));
      assert.ok(parsed.ok);
      return { pack, example, made: writeExample(app, batch, parsed.facts) };
    }),
  );
  await writeBatch(db, batch);
  await switchOnEveryRule(world);
  const wrong: string[] = [];
  const unheld = new Map<string, number>();
  for (const { pack, example, made } of written) {
    const read = await readBack(app, made);
    const pairs = [
      [made.facts, asTheExampleAsks(read, made.facts)],
      [withOperatorLimits(made.facts, read), read],
    ] as const;
    for (const [index, [facts, again]] of pairs.entries()) {
      const before = told(app.gate.decide(facts), made);
      const after = told(app.gate.decide(again), made);
      const differ = Object.keys(before).filter((key) => before[key] !== after[key]);
      if (differ.length === 0) continue;
      for (const path of new Set(made.unheld)) unheld.set(path, (unheld.get(path) ?? 0) + 1);
      wrong.push(
        [
          `${index} ${pack} ${example.rule} ${example.side}: ${example.shows} [${made.unheld.join(', ')}]`,
          ...differ.map((key) => `    ${key}: ${before[key]} -> ${after[key]}`),
          process.env['DOOR_DUMP'] && example.shows.includes(process.env['DOOR_DUMP'])
            ? made.ids.named(JSON.stringify({ facts, again }, null, 1))
            : '',
        ].join('\n'),
      );
      break;
    }
  }
  console.log(wrong.join('\n'));
  console.log([...unheld].sort((a, b) => b[1] - a[1]).map((each) => each.join(' ')).join('\n'));
  console.log(wrong.length, 'of', written.length);
  assert.equal(wrong.length, 0);
});
