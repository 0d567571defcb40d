import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { loadFolder } from '#boot/load-folder.ts';
import { createGate } from '#domain/gate/decide.ts';
import { LONGEST_COUNT_DAYS } from '#domain/gate/evaluation-context.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { LogEntry } from '#domain/gate/facts/history-facts.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { attempt } from '#domain/gate/pack-examples.ts';

const packs = await loadFolder<Pack>(new URL('../../src/rulepacks/', import.meta.url));
const decide = createGate([...packs.values()]);

const END_MS = Date.UTC(2026, 10, 4, 15);
const DAY_MS = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();

const anyEntry: fc.Arbitrary<LogEntry> = fc
  .record({
    backMs: fc.integer({ min: 1, max: 12 * DAY_MS }),
    result: fc.constantFrom('no_answer', 'busy', 'voicemail_none', 'conversation'),
    channel: fc.constantFrom('phone_call', 'phone_call', 'phone_call', 'email', 'sms'),
    debts: fc.constantFrom(['d1'], ['d2'], ['d1', 'd2']),
    to: fc.constantFrom('m1', 'h1'),
  })
  .map(({ backMs, ...entry }) => attempt(iso(END_MS - backMs), { ...entry, id: `L${backMs}` }));

const anyFacts: fc.Arbitrary<Facts> = fc
  .record({
    contact_log: fc.array(anyEntry, { maxLength: 20 }),
    zones: fc.uniqueArray(
      fc.constantFrom('America/New_York', 'America/Los_Angeles', 'America/Phoenix'),
      { minLength: 1 },
    ),
    inconvenient: fc.constantFrom(
      [],
      [{ from: '20:00', to: '12:00' }],
      [{ weekdays: ['Wed', 'Thu'], from: '00:00', to: '24:00' }],
    ),
    aheadMs: fc.integer({ min: 0, max: 3 * DAY_MS }),
    consentBackMs: fc.option(fc.integer({ min: 1, max: 9 * DAY_MS })),
    to: fc.constantFrom('m1', 'h1'),
  })
  .map(({ contact_log, zones, inconvenient, aheadMs, consentBackMs, to }) => ({
    packs: ['US-FED'],
    actor: { type: 'third_party_collector', id: 'agency-A' },
    consumer: {
      id: 'c',
      location_signals: [{ kind: 'residential_address', tz: zones }],
      inconvenient,
    },
    contact_points: [
      { id: 'm1', kind: 'mobile' },
      { id: 'h1', kind: 'landline', place: 'home' },
    ],
    debts: [{ id: 'd1' }, { id: 'd2' }],
    contact_log,
    consents:
      consentBackMs === null
        ? []
        : [
            {
              kind: 'additional_calls',
              given_to: 'agency-A',
              received_at: iso(END_MS - consentBackMs),
            },
          ],
    events: [],
    proposed: { channel: 'phone_call', at: iso(END_MS + aheadMs), to, debts: ['d1'] },
  }));

const at = (facts: Facts, ms: number): Facts => ({
  ...facts,
  proposed: { ...facts.proposed, at: iso(ms) },
});

/** When the attempt may be made: now, later, or at no time that can be promised. */
function earliest(facts: Facts): number {
  const { permitted, nextPermittedAt } = decide(facts);
  if (permitted === true) return Date.parse(facts.proposed.at);
  return nextPermittedAt === null ? Number.POSITIVE_INFINITY : Date.parse(nextPermittedAt);
}

const RUNS = { seed: 1006, numRuns: 1_500 };

test('at the promised instant the attempt is permitted, one second before it is not', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const { permitted, nextPermittedAt } = decide(facts);
      if (permitted === true) return;
      assert.ok(nextPermittedAt, 'hours and counts always end');
      const next = Date.parse(nextPermittedAt);
      assert.equal(decide(at(facts, next)).permitted, true);
      assert.notEqual(decide(at(facts, next - 1000)).permitted, true);
    }),
    RUNS,
  );
});

test('no quarter of an hour before the promised instant was open', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const start = Date.parse(facts.proposed.at);
      const next = earliest(facts);
      for (let ms = start; ms < next; ms += 900_000) {
        assert.notEqual(decide(at(facts, ms)).permitted, true);
      }
    }),
    { ...RUNS, numRuns: 60 },
  );
});

test('one more attempt in the log never brings the next permitted time forward', () => {
  fc.assert(
    fc.property(anyFacts, anyEntry, (facts, entry) => {
      const more = { ...facts, contact_log: [...facts.contact_log, entry] };
      assert.ok(earliest(more) >= earliest(facts));
    }),
    RUNS,
  );
});

test('the order of the log does not matter', () => {
  fc.assert(
    fc.property(anyFacts, fc.infiniteStream(fc.nat()), (facts, keys) => {
      const keyed = facts.contact_log.map((entry) => ({ entry, key: keys.next().value ?? 0 }));
      const shuffled = keyed.toSorted((a, b) => a.key - b.key).map(({ entry }) => entry);
      assert.deepEqual(decide({ ...facts, contact_log: shuffled }), decide(facts));
    }),
    RUNS,
  );
});

test('with two packs every reason of either stands: the strictest wins', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const both = { ...facts, packs: ['US-FED', 'MX'] };
      const reasons = (of: Facts) => decide(of).reasons.map(({ rule }) => rule);
      const apart = [...reasons(facts), ...reasons({ ...facts, packs: ['MX'] })];
      assert.deepEqual(reasons(both).toSorted(), apart.toSorted());
      assert.ok(earliest(both) >= earliest(facts));
    }),
    RUNS,
  );
});

test('one more zone never opens an attempt', () => {
  fc.assert(
    fc.property(anyFacts, (facts) => {
      const [signal] = facts.consumer.location_signals;
      const tz = [...(signal?.tz ?? []), 'Pacific/Honolulu'];
      const consumer = {
        ...facts.consumer,
        location_signals: [{ kind: 'residential_address', tz }],
      };
      assert.ok(earliest({ ...facts, consumer }) >= earliest(facts));
    }),
    RUNS,
  );
});

test('a call to the person that met nobody is counted no longer than the longest count', () => {
  fc.assert(
    fc.property(anyFacts, anyEntry, fc.integer({ min: 0, max: 300 }), (facts, entry, moreDays) => {
      const oldMs = Date.parse(entry.at) - (LONGEST_COUNT_DAYS + 5 + moreDays) * DAY_MS;
      const old = { ...entry, at: iso(oldMs), result: 'no_answer', id: 'old' };
      for (const packs of [['US-FED'], ['US-FED', 'MX', 'GB']]) {
        const asked = { ...facts, packs };
        const more = { ...asked, contact_log: [...asked.contact_log, old] };
        assert.deepEqual(decide(more), decide(asked));
      }
    }),
    RUNS,
  );
});
