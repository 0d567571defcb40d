import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isBankHoliday } from '#rulepacks/gb/bank-holidays.ts';
import { countryHolidays, isHolidayAnywhereIn } from './country-holidays.ts';
import { dayOf } from './local-clock.ts';

const daysOf = (year: number, days: ReadonlySet<string>) =>
  [...days].filter((day) => day.startsWith(String(year))).sort();

test('countryHolidays() has the holidays of a country with their substitutes', () => {
  const cases: readonly (readonly [string, string | null, string, boolean])[] = [
    ['US', null, '2026-07-03', true],
    ['US', null, '2026-11-26', true],
    ['US', null, '2026-11-27', false],
    ['MX', null, '2026-11-16', true],
    ['GB', 'ENG', '2026-12-28', true],
    ['GB', 'SCT', '2026-06-15', true],
    ['GB', 'ENG', '2026-06-15', false],
    ['GB', 'SCT', '2026-04-06', false],
    // A part whose code changed keeps its own.
    ['ES', 'CT', '2027-09-11', true],
    ['IN', 'OD', '2027-04-01', true],
    ['IN', 'KL', '2027-04-01', false],
  ];
  for (const [country, region, date, isHoliday] of cases) {
    assert.equal(countryHolidays(country, region).has(date), isHoliday, `${country} ${date}`);
  }
});

test('countryHolidays() is empty for a place nobody knows', () => {
  assert.equal(countryHolidays('XX').size, 0);
});

test('the calendar of the British rule pack and that of the process name the same days', () => {
  const nations = { ENG: 'GB-ENG', SCT: 'GB-SCT', NIR: 'GB-NIR' };
  for (const [nation, region] of Object.entries(nations)) {
    const facts = { consumer: { location_signals: [{ region }] }, policy: {} };
    const moment = { facts } as unknown as Parameters<typeof isBankHoliday>[0];
    for (const year of [2025, 2026, 2027, 2028]) {
      const first = dayOf(`${year}-01-01`);
      const own = Array.from({ length: 366 }, (_, index) => first + index).filter((day) =>
        isBankHoliday(moment, day),
      );
      const known = new Set(daysOf(year, countryHolidays('GB', nation)).map(dayOf));
      const differ = own
        .filter((day) => new Date(day * 86_400_000).getUTCFullYear() === year && !known.has(day))
        .map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10));
      assert.deepEqual(differ, [], `${nation} ${year}`);
    }
  }
});

test('a part that nobody knows has the holidays of its country', () => {
  for (const country of ['PE', 'HR', 'US']) {
    assert.deepEqual(countryHolidays(country, 'QQ'), countryHolidays(country), country);
  }
});

test('where no part is known, the holidays of each part hold', () => {
  const days: readonly (readonly [country: string, date: string, isHoliday: boolean])[] = [
    ['DE', '2027-05-27', true],
    ['DE', '2027-05-26', false],
    ['ES', '2027-09-11', true],
    ['GB', '2027-11-30', true],
    ['GB', '2026-06-15', true],
    ['IL', '2027-05-27', false],
  ];
  for (const [country, date, isHoliday] of days) {
    assert.equal(isHolidayAnywhereIn(country, date), isHoliday, `${country} ${date}`);
  }
});
