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

/** No wait in collections is longer; a calendar without any business day stops here. */
const searchLimitDays = 4_000;

const dayMs = 86_400_000;

function dayNumber(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`) / dayMs;
}

function dateOfDay(day: number): LocalDate {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function isOpenDay(day: number, calendar: BusinessCalendar): boolean {
  // Day 0 of the epoch, 1970-01-01, was a Thursday (4).
  const weekday = ((((day + 3) % 7) + 7) % 7) + 1;
  if (calendar.weekend.includes(weekday)) return false;
  return calendar.holidays.size === 0 || !calendar.holidays.has(dateOfDay(day));
}

/** Whether the business works on that date. */
export function isBusinessDay(date: LocalDate, calendar: BusinessCalendar): boolean {
  return isOpenDay(dayNumber(date), calendar);
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
  const start = dayNumber(date);
  let left = days;
  for (let step = days === 0 ? 0 : 1; step <= searchLimitDays; step += 1) {
    if (!isOpenDay(start + step, calendar)) continue;
    left -= 1;
    if (left <= 0) return dateOfDay(start + step);
  }
  throw new RangeError(`no business day within ${searchLimitDays} days of ${date}`);
}

/** The date itself when it is a business day, else the next one. */
export function businessDayFrom(date: LocalDate, calendar: BusinessCalendar): LocalDate {
  return addBusinessDays(date, 0, calendar);
}
