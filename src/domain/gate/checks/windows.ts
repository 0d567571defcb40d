import { DAY_MS, weekdayOfDay } from '#kernel/local-clock.ts';

/** The first and last local day of the calendar period a day lies in, as days since 1970. */
export type Span = (day: number) => readonly [first: number, last: number];

/** The calendar month (as in Ireland's code: three in a calendar month). */
export const calendarMonth: Span = (day) => {
  const date = new Date(day * DAY_MS);
  const year = date.getUTCFullYear();
  const month = date.getUTCMonth();
  return [Date.UTC(year, month, 1) / DAY_MS, Date.UTC(year, month + 1, 0) / DAY_MS];
};

/** Longest calendar month, for `Frequency.days`. */
export const MONTH_DAYS = 31;

/**
 * The calendar week that begins on a weekday, 0 Monday to 6 Sunday. Up to the attempt such a week is
 * part of the seven consecutive dates before it, so a rolling count is never the looser reading.
 */
export function calendarWeek(firstWeekday: number): Span {
  return (day) => {
    const first = day - ((weekdayOfDay(day) - firstWeekday + 7) % 7);
    return [first, first + 6];
  };
}
