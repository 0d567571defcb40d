import assert from 'node:assert/strict';
import { test } from 'node:test';
import { businessDayAfter } from './business-days.ts';
import { calendarOf } from './calendars.ts';
import { dateOfDay, dayOf } from './local-clock.ts';

const holidays = calendarOf([{ name: 'Youth Day', on: '06-16' }]);

const after = (date: string, count: number) => {
  const day = businessDayAfter(dayOf(date), count, holidays);
  return day === 'unknown' ? day : dateOfDay(day);
};

test('the day itself, weekends and holidays are not counted', () => {
  assert.equal(after('2026-06-12', 1), '2026-06-15');
  assert.equal(after('2026-06-12', 2), '2026-06-17');
  assert.equal(after('2026-06-08', 10), '2026-06-23');
});

test('a wait that runs into a year without a calendar has no known end', () => {
  const short = calendarOf([{ name: 'moon', dates: ['2026-03-20'] }]);
  assert.equal(businessDayAfter(dayOf('2026-12-30'), 5, short), 'unknown');
  assert.equal(businessDayAfter(dayOf('2026-12-28'), 3, short), dayOf('2026-12-31'));
});
