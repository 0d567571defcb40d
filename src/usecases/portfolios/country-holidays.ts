import Holidays from 'date-holidays';
import type { LocalDate } from '#kernel/time.ts';

/** Years the calendars are made for: the past that reports look at, and the longest plans ahead. */
const firstYear = 2024;
const lastYear = 2036;

const made = new Map<string, ReadonlySet<LocalDate>>();

/**
 * Public and bank holidays of a country (ISO 3166), on which waits of the process do not run. Empty
 * for a country the calendars do not know. Made once a process for each country.
 */
export function countryHolidays(country: string): ReadonlySet<LocalDate> {
  const known = made.get(country);
  if (known) return known;
  const calendar = new Holidays(country);
  const days = new Set<LocalDate>();
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const { date, type } of calendar.getHolidays(year) ?? []) {
      if (type === 'public' || type === 'bank') days.add(date.slice(0, 10));
    }
  }
  made.set(country, days);
  return days;
}
