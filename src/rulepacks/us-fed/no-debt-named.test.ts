import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGate } from '#domain/gate/decide.ts';
import { changed, eventAt } from '#domain/gate/pack-examples.ts';
import { at, seven } from './examples/august-calls.ts';
import { ordinaryCase } from './examples/ordinary-case.ts';
import federal from './index.ts';

const decide = createGate([federal]);
const debts: readonly string[] = [];
const told = '2026-06-05T10:00:00-04:00';
const cease = eventAt('cease_notice', told, { medium: 'letter' });
const dispute = eventAt('dispute', told, { in_writing: true, validation_period_end: '2026-06-30' });
const attorney = eventAt('attorney_notice', told, { attorney: 'A', attorney_known: true });
const petition = eventAt('bankruptcy_petition', told, { chapter: 7 });
const [cease6c, count] = ['USF-6C-CEASE', 'USF-14B-7IN7'];
const eighth = at(18);
const without = seven.map(({ debts: _, ...entry }) => entry);

/** What names no debt, and the rule that binds it all the same; null where none does. */
const rows: readonly (readonly [string, string | null, Parameters<typeof changed>[1]])[] = [
  ['an attempt after a cease notice', cease6c, { events: [cease], proposed: { debts } }],
  ['a cease notice', cease6c, { events: [{ ...cease, debts }] }],
  ['a dispute', 'USF-38-DISPUTE', { events: [{ ...dispute, debts }] }],
  ['a letter of an attorney', 'USF-6B2-ATTORNEY', { events: [{ ...attorney, debts }] }],
  ['a petition', 'BK-STAY', { events: [{ ...petition, debts }] }],
  ['the eighth call', count, { contact_log: seven, ...at(18, '10:00', { debts }) }],
  ['a charge of it', count, { contact_log: seven, ...at(18, '10:00', { count_debts: debts }) }],
  ['seven calls', count, { contact_log: seven.map((one) => ({ ...one, debts })), ...eighth }],
  ['a log that does not say', count, { contact_log: without, ...eighth }],
  ['a book', count, { debts: [], contact_log: seven, ...at(18, '10:00', { debts }) }],
  [
    'seven calls about something else',
    null,
    { contact_log: seven.map((one) => ({ ...one, debts, about_debt: false })), ...eighth },
  ],
];

for (const [what, rule, change] of rows) {
  test(`${what} without a debt: ${rule ?? 'nothing'} stands against it`, () => {
    const reasons = decide(changed(ordinaryCase, change)).reasons.map((reason) => reason.rule);
    assert.ok(rule === null ? reasons.length === 0 : reasons.includes(rule), reasons.join());
  });
}
