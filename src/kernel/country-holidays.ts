import Holidays from 'date-holidays';
import type { LocalDate } from './time.ts';

/**
 * Where the library is wrong or late: days of one year that a government added or took away by
 * proclamation, and days it knows under another type. Each names its source.
 */
type Override = {
  readonly country: string;
  /** A part of the country, as the library names it; null is all of it. */
  readonly region: string | null;
  readonly date: LocalDate;
  readonly off: boolean;
  readonly source: string;
};

const overrides: readonly Override[] = [
  {
    country: 'GB',
    region: 'SCT',
    date: '2026-06-15',
    off: true,
    source: 'Royal Proclamation for the World Cup, Banking and Financial Dealings Act 1971 s. 1(3)',
  },
];

/** Years the calendars are made for: the past that reports look at, and the longest plans ahead. */
const firstYear = 2024;
const lastYear = 2036;

const made = new Map<string, ReadonlySet<LocalDate>>();

/**
 * Public and bank holidays of a country (ISO 3166), or of one of its parts as `date-holidays` names
 * them (`GB` with `SCT`), on which waits of the process do not run. Empty for a country the library
 * does not know; a part it does not know has the days of its country. Made once a process for each place. The calendars that a law names itself are data
 * of its rule pack (`calendars.ts`), since a decision must hold by the text of the law and its date.
 */
export function countryHolidays(
  country: string,
  region: string | null = null,
): ReadonlySet<LocalDate> {
  const place = region === null ? country : `${country}/${region}`;
  const known = made.get(place);
  if (known) return known;
  // The library fails on a part that it does not know, in countries whose parts it calls regions.
  const isPart = region !== null && Object.hasOwn(new Holidays().getStates(country) ?? {}, region);
  const calendar = isPart ? new Holidays(country, region) : new Holidays(country);
  const days = new Set<LocalDate>();
  for (let year = firstYear; year <= lastYear; year += 1) {
    for (const { date, type } of calendar.getHolidays(year) ?? []) {
      if (type === 'public' || type === 'bank') days.add(date.slice(0, 10));
    }
  }
  for (const one of overrides) {
    if (one.country !== country || (one.region !== null && one.region !== region)) continue;
    if (one.off) days.add(one.date);
    else days.delete(one.date);
  }
  made.set(place, days);
  return days;
}
