import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadFolder } from '#boot/load-folder.ts';
import { type Occasion, ownDuties } from '#domain/gate/duties.ts';
import { FACT_KINDS } from '#domain/gate/facts/fact-kinds.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { isoIn, parseInstant } from '#kernel/local-clock.ts';
import { obligationsMetBy, obligationsOn } from './obligations.ts';

const ny = 'America/New_York';
const loaded = await loadFolder<Pack>(new URL('../../rulepacks/', import.meta.url));
const packs = [...loaded.values()];
const called = (...ids: readonly string[]) => packs.filter(({ id }) => ids.includes(id));

const table: readonly (readonly [Occasion, readonly string[], string, string, string])[] = [
  // Two in the morning in London is still the evening before in New York.
  [
    'first_communication',
    ['US-FED'],
    '2026-11-18T02:00:00Z',
    'validation_notice',
    '2026-11-22T23:59:59-05:00',
  ],
  ['dispute', ['US-FED'], '2026-10-20T15:00:00Z', 'debt_verification', '2026-11-19T23:59:59-05:00'],
  [
    'dispute',
    ['GB'],
    '2026-11-18T15:00:00Z',
    'dispute_acknowledgement',
    '2026-11-23T23:59:59-05:00',
  ],
  [
    'opt_out',
    ['US-FED'],
    '2026-11-18T15:00:00Z',
    'opt_out_confirmation',
    '2026-11-18T10:05:00-05:00',
  ],
  // Wednesday the 18th; ten, thirty and five business days, weekends alone left out.
  [
    'coerced_debt',
    ['US-NY'],
    '2026-11-18T15:00:00Z',
    'coerced_debt_bureau_notice',
    '2026-12-02T23:59:59-05:00',
  ],
  [
    'coerced_debt',
    ['US-NY'],
    '2026-11-18T15:00:00Z',
    'coerced_debt_review',
    '2026-12-30T23:59:59-05:00',
  ],
  [
    'coerced_debt_reviewed',
    ['US-NY'],
    '2026-11-18T15:00:00Z',
    'coerced_debt_answer',
    '2026-11-25T23:59:59-05:00',
  ],
  [
    'coerced_debt_reviewed',
    ['US-CA'],
    '2026-11-18T15:00:00Z',
    'coerced_debt_answer',
    '2026-12-02T23:59:59-05:00',
  ],
  [
    'coerced_debt_notice',
    ['DE'],
    '2026-11-18T15:00:00Z',
    'coerced_debt_instructions',
    '2026-11-23T23:59:59-05:00',
  ],
  ['hardship', ['AU'], '2026-11-18T15:00:00Z', 'hardship_answer', '2026-12-09T23:59:59-05:00'],
  ['complaint', ['MX'], '2026-11-18T15:00:00Z', 'complaint_answer', '2026-12-18T23:59:59-05:00'],
];

for (const [occasion, places, at, kind, due] of table) {
  test(`${occasion} under ${places.join(', ')} obliges to a ${kind} by ${due}`, () => {
    const found = obligationsOn(occasion, {
      packs: called(...places),
      zone: ny,
      atMs: parseInstant(at),
    });
    const obligation = found.find((one) => one.kind === kind);
    assert.ok(obligation);
    assert.equal(isoIn(ny, obligation.dueMs), due);
    assert.ok(
      obligation.escalatesMs > parseInstant(at) && obligation.escalatesMs < obligation.dueMs,
    );
  });
}

test('a first communication obliges to nothing where no law asks for a notice', () => {
  const place = { packs: called('MX'), zone: ny, atMs: parseInstant('2026-11-18T15:00:00Z') };
  assert.deepEqual(obligationsOn('first_communication', place), []);
});

test('no occasion brings the same duty twice', () => {
  const place = { packs: called('US-FED', 'US-NY'), zone: ny, atMs: 0 };
  for (const occasion of ['first_communication', 'opt_out', 'dispute', 'hardship'] as const) {
    const kinds = obligationsOn(occasion, place).map(({ kind }) => kind);
    assert.equal(new Set(kinds).size, kinds.length, occasion);
  }
});

test('an answer to a dispute meets its acknowledgement too', () => {
  assert.deepEqual(obligationsMetBy(packs, 'dispute_answered'), [
    'debt_verification',
    'dispute_acknowledgement',
  ]);
  assert.deepEqual(obligationsMetBy(packs, 'debt_paid'), []);
});

test('a duty of a pack names a rule of that pack', () => {
  for (const { id, duties = [], rules } of packs) {
    for (const { rule, kind } of duties) {
      assert.ok(
        rules.some((one) => one.id === rule),
        `${id}: ${kind} by ${rule}`,
      );
    }
  }
});

test('where no pack brings a duty of its own the operator answers all the same', () => {
  const rules = (occasion: Occasion, ...ids: readonly string[]) =>
    obligationsOn(occasion, { packs: called(...ids), zone: ny, atMs: 0 }).map(({ rule }) => rule);
  assert.deepEqual(rules('substantiation_request', 'US-NY'), ['US-NY-SUBSTANTIATION']);
  assert.deepEqual(rules('substantiation_request', 'DE'), ['DUNLIN-DUTY-ANSWER']);
  assert.deepEqual(rules('opt_out', 'DE'), ['DUNLIN-DUTY-CONFIRM']);
  assert.deepEqual(rules('hardship', 'AU'), ['AU-HARDSHIP']);
});

test('what meets a duty can be recorded: a fact, or the confirmation that the product sends itself', () => {
  const sent = ['optout_confirmation'];
  const duties = [...packs.flatMap((pack) => pack.duties ?? []), ...ownDuties];
  for (const { kind, metBy } of duties) {
    for (const word of metBy) {
      assert.ok(sent.includes(word) || Object.hasOwn(FACT_KINDS, word), `${kind}: ${word}`);
    }
  }
});
