import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadFolder } from '#boot/load-folder.ts';
import { createGate, createJudge } from '#domain/gate/decide.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { anyAttempt, anyFacts, attemptAt } from '#test/support/books/random-facts.ts';

const packs = await loadFolder<Pack>(new URL('../../src/rulepacks/', import.meta.url));
const decide = createGate([...packs.values()]);
const ids = [...packs.values()].map(({ id }) => id).toSorted();

const anyPacks = fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1, maxLength: 3 });
const facts = anyFacts(anyPacks);

const RUNS = { seed: 1692, numRuns: 2_000 };

/** When the attempt may be made: now, later, or at no time that can be promised. */
function earliest(of: Facts): number {
  const { permitted, nextPermittedAt } = decide(of);
  if (permitted === true) return Date.parse(of.proposed.at);
  return nextPermittedAt === null ? Number.POSITIVE_INFINITY : Date.parse(nextPermittedAt);
}

test('whatever the packs, the promised instant is open and the second before it is not', () => {
  fc.assert(
    fc.property(facts, (of) => {
      const { permitted, nextKind, nextPermittedAt } = decide(of);
      assert.equal(permitted === true, nextKind === 'now');
      assert.equal(nextPermittedAt !== null, nextKind === 'at');
      if (nextPermittedAt === null) return;
      const next = Date.parse(nextPermittedAt);
      assert.equal(decide(attemptAt(of, next)).permitted, true);
      assert.notEqual(decide(attemptAt(of, next - 1000)).permitted, true);
    }),
    RUNS,
  );
});

test('whatever the packs, one more attempt never brings the next permitted time forward', () => {
  fc.assert(
    fc.property(facts, anyAttempt, (of, entry) => {
      const more = { ...of, contact_log: [...of.contact_log, entry] };
      assert.ok(earliest(more) >= earliest(of));
    }),
    RUNS,
  );
});

test('packs asked together permit nothing that one of them alone refuses', () => {
  fc.assert(
    fc.property(facts, (of) => {
      const together = decide(of).reasons.map(({ rule }) => rule);
      for (const pack of of.packs) {
        const alone = { ...of, packs: [pack] };
        for (const { rule } of decide(alone).reasons) assert.ok(together.includes(rule), rule);
        assert.ok(earliest(of) >= earliest(alone));
      }
    }),
    RUNS,
  );
});

test('log, events and consents in another order give the same bytes', () => {
  fc.assert(
    fc.property(facts, fc.infiniteStream(fc.nat()), (of, keys) => {
      const shuffled = <T>(list: readonly T[]): readonly T[] =>
        list
          .map((item) => ({ item, key: keys.next().value ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const other = {
        ...of,
        contact_log: shuffled(of.contact_log),
        events: shuffled(of.events),
        consents: shuffled(of.consents),
      };
      assert.equal(JSON.stringify(decide(other)), JSON.stringify(decide(of)));
    }),
    RUNS,
  );
});

test('a judge of many attempts says what the gate says, with any rules switched on', () => {
  const judge = createJudge([...packs.values()]);
  const unread = [...packs.values()]
    .flatMap(({ rules }) => rules)
    .filter(({ basis }) => basis === 'unread')
    .map(({ id }) => id);
  fc.assert(
    fc.property(facts, fc.boolean(), fc.subarray(unread), (of, silence_refuses, silenced_rules) => {
      const asked = { ...of, policy: { ...of.policy, silence_refuses, silenced_rules } };
      const { permitted, reasons } = decide(asked);
      assert.deepEqual(judge(asked), { permitted, reasons });
    }),
    RUNS,
  );
});
