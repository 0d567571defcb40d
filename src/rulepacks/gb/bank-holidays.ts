import { dateOfDay } from '#domain/compliance/local-clock.ts';
import type { Moment } from '#domain/compliance/moment.ts';

/** Banking and Financial Dealings Act 1971 and proclamations under it; observed days included. */

const EVERYWHERE = [
  ['2025', '01-01 04-18 05-05 05-26 12-25 12-26'],
  ['2026', '01-01 04-03 05-04 05-25 12-25 12-26 12-28'],
  ['2027', '01-01 03-26 05-03 05-31 12-25 12-26 12-27 12-28'],
  ['2028', '01-01 01-03 04-14 05-01 05-29 12-25 12-26'],
] as const;

const ENGLAND_AND_WALES = [
  ['2025', '04-21 08-25'],
  ['2026', '04-06 08-31'],
  ['2027', '03-29 08-30'],
  ['2028', '04-17 08-28'],
] as const;

const SCOTLAND = [
  ['2025', '01-02 08-04 11-30 12-01'],
  ['2026', '01-02 06-15 08-03 11-30'],
  ['2027', '01-02 01-04 08-02 11-30'],
  ['2028', '01-02 01-04 08-07 11-30'],
] as const;

const NORTHERN_IRELAND = [
  ['2025', '03-17 04-21 07-14 08-25'],
  ['2026', '03-17 04-06 07-13 08-31'],
  ['2027', '03-17 03-29 07-12 08-30'],
  ['2028', '03-17 04-17 07-12 08-28'],
] as const;

type Years = readonly (readonly [year: string, days: string])[];

const datesOf = (...lists: readonly Years[]): ReadonlySet<string> =>
  new Set(
    lists.flatMap((years) =>
      years.flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
    ),
  );

const YEARS: ReadonlySet<string> = new Set(EVERYWHERE.map(([year]) => year));

const CALENDARS: readonly (readonly [region: RegExp, dates: ReadonlySet<string>])[] = [
  [/^GB-(SCT|SC)/, datesOf(EVERYWHERE, SCOTLAND)],
  [/^GB-NIR/, datesOf(EVERYWHERE, NORTHERN_IRELAND)],
  [/^GB-(ENG|WLS|EAW)/, datesOf(EVERYWHERE, ENGLAND_AND_WALES)],
];

const ALL = datesOf(EVERYWHERE, ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND);

/** Whether a local day is a bank holiday where the person lives; a holiday anywhere when unsure. */
export function isBankHoliday(moment: Moment, day: number): boolean | 'unknown' {
  const date = dateOfDay(day);
  const listed = moment.facts.policy?.gb_holidays;
  if (listed) return listed.includes(date);
  if (!YEARS.has(date.slice(0, 4))) return 'unknown';
  const regions = moment.facts.consumer.location_signals.map((signal) => signal.region ?? '');
  const own = CALENDARS.filter(([region]) => regions.some((name) => region.test(name)));
  return own.length ? own.some(([, dates]) => dates.has(date)) : ALL.has(date);
}
