import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGate } from '#domain/gate/decide.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import { changed, eventAt } from '#domain/gate/pack-examples.ts';
import { ordinaryCase } from './examples/ordinary-case.ts';
import federal from './index.ts';

const decide = createGate([federal]);
const told = '2026-06-05T10:00:00-04:00';
const later = '2026-06-09T10:00:00-04:00';
const written = { in_writing: true, validation_period_end: '2026-06-20' };
const dispute = (debts: readonly string[] | null = null) =>
  eventAt('dispute', told, { ...written, debts });
const answer = (debts: readonly string[] | null = null) =>
  eventAt('verification_sent', later, { debts });

/** Disputes and answers, the debts of the call, and whether the dispute still stands against it. */
const rows: readonly (readonly [readonly CaseEvent[], readonly string[], boolean])[] = [
  [[dispute(['d1', 'd2']), answer(['d2'])], ['d1'], true],
  [[dispute(['d1', 'd2']), answer(['d2'])], ['d1', 'd2'], true],
  [[dispute(['d1', 'd2']), answer(['d2'])], ['d2'], false],
  [[dispute(['d1', 'd2']), answer(['d2']), answer(['d1'])], ['d1', 'd2'], false],
  [[dispute(['d1', 'd2']), answer()], ['d1', 'd2'], false],
  [[dispute(), answer(['d2'])], ['d1'], true],
  [[dispute(), answer(['d2'])], ['d2'], false],
  [[dispute(['d2']), answer(['d2'])], ['d1', 'd2'], false],
  [[dispute(['d1', 'd2']), eventAt('dispute', later, { ...written, debts: ['d2'] })], ['d2'], true],
];

for (const [events, debts, stands] of rows) {
  const what = events.map((one) => JSON.stringify(one)).join(' ');
  test(`a call about ${debts.join(' and ')} after ${what}`, () => {
    const facts = changed(ordinaryCase, { events, proposed: { debts } });
    const rules = decide(facts).reasons.map(({ rule }) => rule);
    assert.equal(rules.includes('USF-38-DISPUTE'), stands, rules.join());
  });
}

test('a validation notice about one debt is none about the other', () => {
  const notice = eventAt('validation_notice', told, { debts: ['d2'] });
  const consumer = { ...ordinaryCase.consumer, initial_communication_made: false };
  const due = (debts: readonly string[]) =>
    decide(
      changed(ordinaryCase, { consumer, events: [notice], proposed: { debts } }),
    ).obligations.filter(({ rule }) => rule === 'USF-34-VALIDATION-5D').length;
  assert.deepEqual([due(['d2']), due(['d1']), due(['d1', 'd2'])], [0, 1, 1]);
});
