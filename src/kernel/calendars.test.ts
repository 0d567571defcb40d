import assert from 'node:assert/strict';
import { test } from 'node:test';
import { calendarOf, easterDay, type Holiday } from './calendars.ts';
import { dateOfDay, dayOf } from './local-clock.ts';

test('easterDay() is the Western Easter Sunday of known years', () => {
  const known = [
    '2024-03-31',
    '2025-04-20',
    '2026-04-05',
    '2027-03-28',
    '2028-04-16',
    '2038-04-25',
  ];
  for (const date of known) assert.equal(dateOfDay(easterDay(Number(date.slice(0, 4)))), date);
});

const table: readonly (readonly [string, Holiday, string, boolean])[] = [
  ['a fixed date', { name: 'x', on: '12-25' }, '2026-12-25', true],
  ['the day after it', { name: 'x', on: '12-25' }, '2026-12-26', false],
  ['Good Friday', { name: 'x', easter: -2 }, '2026-04-03', true],
  ['the third Monday', { name: 'x', nth: 3, weekday: 0, month: 1 }, '2026-01-19', true],
  ['the last Monday', { name: 'x', nth: -1, weekday: 0, month: 5 }, '2026-05-25', true],
  ['Victoria Day', { name: 'x', upTo: '05-24', weekday: 0 }, '2026-05-18', true],
  ['a Sunday moves', { name: 'x', on: '02-01', moved: 'sunday-to-monday' }, '2026-02-02', true],
  ['a Saturday stays', { name: 'x', on: '02-07', moved: 'sunday-to-monday' }, '2026-02-09', false],
  ['Saturday to Friday', { name: 'x', on: '07-04', moved: 'nearest-weekday' }, '2026-07-03', true],
  [
    'always the next Monday',
    { name: 'x', on: '01-06', moved: 'next-monday', onlyMoved: true },
    '2026-01-12',
    true,
  ],
  [
    'and not the day itself',
    { name: 'x', on: '01-06', moved: 'next-monday', onlyMoved: true },
    '2026-01-06',
    false,
  ],
  ['before its first year', { name: 'x', on: '09-30', of: [2027, 9999] }, '2026-09-30', false],
];

for (const [shows, holiday, date, expected] of table) {
  test(`calendarOf(): ${shows}`, () => {
    assert.equal(calendarOf([holiday])(dayOf(date)), expected);
  });
}

test('calendarOf(): midweek goes back to the Monday, Friday on to the next, a weekend stays', () => {
  const shut = calendarOf([
    { name: 'St Peter', on: '06-29', moved: 'midweek-to-monday', onlyMoved: true },
  ]);
  for (const date of ['2025-06-29', '2026-06-29', '2027-06-28', '2028-06-26', '2029-07-02']) {
    assert.equal(shut(dayOf(date)), true, date);
  }
  assert.equal(shut(dayOf('2028-06-29')), false);
});

test('calendarOf(): two holidays on one weekend take Monday and Tuesday', () => {
  const shut = calendarOf([
    { name: 'Christmas', on: '12-25', moved: 'weekend-to-monday' },
    { name: 'Boxing Day', on: '12-26', moved: 'weekend-to-monday' },
  ]);
  const dates = ['2027-12-24', '2027-12-27', '2027-12-28', '2027-12-29'];
  assert.deepEqual(
    dates.map((date) => shut(dayOf(date))),
    [false, true, true, false],
  );
});

test('calendarOf() does not guess a year that a listed feast does not reach', () => {
  const shut = calendarOf([{ name: 'lunar', dates: ['2026-02-17', '2027-02-06'] }]);
  assert.equal(shut(dayOf('2027-02-06')), true);
  assert.equal(shut(dayOf('2028-02-06')), 'unknown');
});
