import assert from 'node:assert/strict';
import { test } from 'node:test';
import { daysLater } from '#web/ui/days.ts';
import { daysFrom, monthEnd, nextWeekday, nextWorkday, quickDates } from './dates.ts';

test('dates move by whole days over the ends of months and years', () => {
  assert.equal(daysLater('2026-12-31', 1), '2027-01-01');
  assert.equal(daysFrom('2026-02-27', '2026-03-02'), 3);
});

test('Friday asked for on a Friday is the next one', () => {
  assert.equal(nextWeekday('2026-11-20', 5), '2026-11-27');
  assert.equal(nextWeekday('2026-11-21', 5), '2026-11-27');
  assert.equal(nextWeekday('2026-11-19', 5), '2026-11-20');
});

test('a month ends on its last day, in leap years too', () => {
  assert.equal(monthEnd('2028-02-03'), '2028-02-29');
  assert.equal(monthEnd('2026-12-31'), '2026-12-31');
});

test('the next working day skips the weekend', () => {
  assert.equal(nextWorkday('2026-11-20'), '2026-11-23');
  assert.equal(nextWorkday('2026-11-18'), '2026-11-19');
});

test('quick dates stay within the days allowed and never name one date twice', () => {
  const dates = quickDates('2026-11-30', 10).map(({ date }) => date);
  assert.deepEqual(dates, ['2026-11-30', '2026-12-04', '2026-12-07', '2026-12-01']);
});
