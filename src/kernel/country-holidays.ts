import Holidays from 'date-holidays';
import { ownValue } from './own-value.ts';
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

/** Codes of parts that the library has by another name than ISO 3166-2 has today. */
const LIBRARY_CODES: Readonly<Record<string, string>> = {
  ...{ 'CL-NB': 'NU', 'IN-CG': 'CT', 'IN-DH': 'DD', 'IN-OD': 'OR', 'IN-TS': 'TG', 'IN-UK': 'UT' },
};

const partsOf = new Map<string, ReadonlySet<string>>();

/** Parts of a country that have holidays of their own, as the library names them. */
export function partsWithHolidays(country: string): ReadonlySet<string> {
  const known = partsOf.get(country);
  if (known) return known;
  const parts = new Set(Object.keys(new Holidays().getStates(country) ?? {}));
  partsOf.set(country, parts);
  return parts;
}

/** What the library calls a part by ISO 3166-2; null where it has no days of its own. */
function partOf(country: string, region: string): string | null {
  const name = ownValue(LIBRARY_CODES, `${country}-${region}`) ?? region;
  return partsWithHolidays(country).has(name) ? name : null;
}

/**
 * Public and bank holidays of a country (ISO 3166), or of one of its parts by ISO 3166-2
 * (`GB` with `SCT`), on which waits of the process do not run. Empty for a country the library does not
 * know; a part without days of its own has those of its country. Made once a process for each place. The calendars that a law names itself are data
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
  const part = region === null ? null : partOf(country, region);
  const calendar = part === null ? new Holidays(country) : new Holidays(country, part);
  const days = new Set<LocalDate>();
  for (let year = firstYear; year <= lastYear; year += 1) addYear(days, calendar, year);
  for (const one of overrides) {
    if (one.country !== country || (one.region !== null && one.region !== region)) continue;
    if (one.off) days.add(one.date);
    else days.delete(one.date);
  }
  made.set(place, days);
  return days;
}

function addYear(days: Set<LocalDate>, calendar: Holidays, year: number): void {
  for (const { date, type } of calendar.getHolidays(year) ?? []) {
    if (type === 'public' || type === 'bank') days.add(date.slice(0, 10));
  }
}

const anywhere = new Map<string, ReadonlySet<LocalDate>>();

/**
 * Whether a date is a holiday in a country or in any of its parts: for whoever may live in each of
 * them. Made a year at a time, since some countries have forty calendars.
 */
export function isHolidayAnywhereIn(country: string, date: LocalDate): boolean {
  if (countryHolidays(country).has(date)) return true;
  const year = date.slice(0, 4);
  const place = `${country}/${year}`;
  const known = anywhere.get(place);
  if (known) return known.has(date);
  const days = new Set<LocalDate>();
  for (const part of partsWithHolidays(country)) {
    addYear(days, new Holidays(country, part), Number(year));
  }
  for (const one of overrides) {
    if (one.country === country && one.off) days.add(one.date);
  }
  anywhere.set(place, days);
  return days.has(date);
}
