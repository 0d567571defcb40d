import type { Calendar } from './calendars.ts';
import { dateOfDay, dayOf, weekdayOfDay } from './local-clock.ts';
import type { LocalDate } from './time.ts';

/**
 * The days on which a business works. `weekend` holds ISO 8601 weekdays (1 Monday to 7 Sunday);
 * the caller passes in the holidays of the place, so the rules stay pure.
 */
export type BusinessCalendar = {
  readonly weekend: readonly number[];
  readonly holidays: ReadonlySet<LocalDate>;
};

/** Saturday and Sunday off, no holidays. */
export const plainCalendar: BusinessCalendar = { weekend: [6, 7], holidays: new Set() };

/**
 * The days off of a working week in a country, by ISO 3166-1 code: Friday and Saturday in Israel, by
 * Unicode CLDR (supplemental week data).
 */
export function weekendOf(country: string): readonly number[] {
  return new Intl.Locale(`und-${country}`).getWeekInfo().weekend;
}

/** No wait of a law or of a process is longer; a calendar without any business day stops here. */
const searchLimitDays = 4_000;

/** Saturday, of weekdays from 0 Monday. */
const saturday = 5;

/**
 * The nth business day after a day, which itself does not count: neither Saturday, Sunday nor a
 * holiday of the calendar. `unknown` when the calendar does not reach so far.
 */
export function businessDayAfter(
  day: number,
  count: number,
  holidays: Calendar,
): number | 'unknown' {
  return nthOpenDay(day + 1, count, (each) => weekdayOfDay(each) >= saturday || holidays(each));
}

/** Whether the business works on that date. */
export function isBusinessDay(date: LocalDate, calendar: BusinessCalendar): boolean {
  return !isClosed(dayOf(date), calendar);
}

/**
 * The date that many business days later; 0 gives the date itself or the next business day.
 * Throws a RangeError when the calendar has no business day within eleven years.
 */
export function addBusinessDays(
  date: LocalDate,
  days: number,
  calendar: BusinessCalendar,
): LocalDate {
  const first = dayOf(date) + (days === 0 ? 0 : 1);
  const found = nthOpenDay(first, days, (day) => isClosed(day, calendar));
  if (found === 'unknown') {
    throw new RangeError(`no business day within ${searchLimitDays} days of ${date}`);
  }
  return dateOfDay(found);
}

/**
 * The business day that many business days before a date that is one; 0 gives the date itself. Throws a
 * RangeError when the calendar has none within eleven years.
 */
export function businessDaysBefore(
  date: LocalDate,
  days: number,
  calendar: BusinessCalendar,
): LocalDate {
  let left = days;
  for (let back = 0; back < searchLimitDays; back += 1) {
    if (left === 0) return dateOfDay(dayOf(date) - back);
    if (!isClosed(dayOf(date) - back - 1, calendar)) left -= 1;
  }
  throw new RangeError(`no business day within ${searchLimitDays} days before ${date}`);
}

/** The date itself when it is a business day, else the next one. */
export function businessDayFrom(date: LocalDate, calendar: BusinessCalendar): LocalDate {
  return addBusinessDays(date, 0, calendar);
}

function isClosed(day: number, { weekend, holidays }: BusinessCalendar): boolean {
  if (weekend.includes(weekdayOfDay(day) + 1)) return true;
  return holidays.size > 0 && holidays.has(dateOfDay(day));
}

/** The nth open day from a day on, which counts; `unknown` where nobody knows whether one is open. */
function nthOpenDay(
  first: number,
  count: number,
  isShut: (day: number) => boolean | 'unknown',
): number | 'unknown' {
  let left = count;
  for (let day = first; day <= first + searchLimitDays; day += 1) {
    const shut = isShut(day);
    if (shut === 'unknown') return 'unknown';
    if (shut) continue;
    left -= 1;
    if (left <= 0) return day;
  }
  return 'unknown';
}
