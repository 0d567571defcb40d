import assert from 'node:assert/strict';
import { test } from 'node:test';
import { situationOf } from '#domain/gate/evaluation-context.ts';
import type { CaseEvent } from '#domain/gate/facts/history-facts.ts';
import type { Proposed } from '#domain/gate/facts/proposed-facts.ts';
import { dateOfDay } from '#kernel/local-clock.ts';
import { ordinaryCase } from './examples/ordinary-case.ts';
import { validationPeriod } from './legal-holidays.ts';
import { periodOfNotice } from './validation.ts';
import {
  ITEMIZATION_DATES,
  missingNoticeFields,
  RIGHTS,
  RIGHTS_MEANING,
  requiredNoticeFields,
  VALIDATION_NOTICE,
} from './validation-notice.ts';

const card = { consumerFinancialProduct: true, sentElectronically: false };
const clinic = { consumerFinancialProduct: false, sentElectronically: true };
const day = (date: string) => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const ends = (sent: string) => {
  const { receiptDay, endDay } = validationPeriod(day(sent));
  return [receiptDay, endDay].map((each) => new Date(each * 86_400_000).toISOString().slice(0, 10));
};

test('every part of the notice has a name of its own and its paragraph', () => {
  const keys = VALIDATION_NOTICE.map(({ key }) => key);
  assert.equal(new Set(keys).size, keys.length);
  for (const { citation } of VALIDATION_NOTICE) assert.match(citation, /^12 CFR 1006\.34\([cd]\)/);
});

test('the three statements of rights are parts of every notice and say what they mean', () => {
  for (const right of RIGHTS) {
    assert.ok(requiredNoticeFields(card).includes(right));
    assert.ok(RIGHTS_MEANING[right].endsWith('.'));
  }
});

test('a card asks for the Bureau and the earlier creditor, an e-mail for its own way to dispute', () => {
  const byLetter = requiredNoticeFields(card);
  assert.ok(
    byLetter.includes('bureau_website') && byLetter.includes('creditor_on_itemization_date'),
  );
  assert.ok(!byLetter.includes('electronic_dispute_instructions'));
  const byEmail = requiredNoticeFields(clinic);
  assert.ok(!byEmail.includes('bureau_website'));
  assert.ok(byEmail.includes('electronic_dispute_instructions'));
});

test('the amount is told as of one of five dates, and its date is told with it', () => {
  assert.equal(new Set(ITEMIZATION_DATES).size, 5);
  const fields = requiredNoticeFields(clinic);
  const date = fields.indexOf('itemization_date');
  assert.equal(fields[date + 1], 'amount_on_itemization_date');
});

test('a value of blanks is a missing value', () => {
  const values = Object.fromEntries(requiredNoticeFields(card).map((key) => [key, 'given']));
  assert.deepEqual(missingNoticeFields(card, values), []);
  assert.deepEqual(missingNoticeFields(card, { ...values, amount_now: ' ' }), ['amount_now']);
});

test('weekends and legal holidays do not count towards assumed receipt, a moved day off does', () => {
  assert.deepEqual(ends('2026-01-15'), ['2026-01-23', '2026-02-22']);
  assert.deepEqual(ends('2026-06-12'), ['2026-06-22', '2026-07-22']);
  // Independence Day falls on a Saturday; the Friday off before it is no holiday of the section.
  assert.deepEqual(ends('2026-06-29'), ['2026-07-06', '2026-08-05']);
  assert.deepEqual(ends('2026-12-21'), ['2026-12-29', '2027-01-28']);
});

const endOf = (proposed: Partial<Proposed>, events: readonly CaseEvent[] = []) => {
  const facts = { ...ordinaryCase, events, proposed: { ...ordinaryCase.proposed, ...proposed } };
  const situation = situationOf(facts);
  const period = periodOfNotice({ ...situation, ms: situation.atMs });
  return period && dateOfDay(period.endDay);
};

test('the period runs from the receipt itself where that is known, as it is of what is said', () => {
  const purpose = 'send_validation_notice';
  assert.equal(endOf({}), null);
  assert.equal(endOf({ purpose }), '2026-07-10');
  assert.equal(endOf({ purpose, channel: 'letter', to: 'a1' }), '2026-07-17');
  const sent = { kind: 'validation_notice_sent', at: '2026-06-01T10:00:00-04:00' };
  assert.equal(endOf({}, [sent]), '2026-07-08');
  assert.equal(endOf({}, [{ kind: 'validation_notice_sent' }]), null);
  assert.equal(endOf({}, [{ ...sent, received_at: '2026-06-03T10:00:00-04:00' }]), '2026-07-03');
});
