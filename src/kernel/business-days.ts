import type { Calendar } from './calendars.ts';
import { weekdayOfDay } from './local-clock.ts';

const SATURDAY = 5;

/** No wait of a law is longer than this many days, weekends and holidays included. */
const MAX_DAYS = 400;

/**
 * The nth business day after a day, which itself does not count: neither Saturday, Sunday nor a
 * holiday of the calendar. `unknown` when the calendar does not reach so far.
 */
export function businessDayAfter(
  day: number,
  count: number,
  holidays: Calendar,
): number | 'unknown' {
  let left = count;
  for (let each = day + 1; each <= day + MAX_DAYS; each++) {
    if (weekdayOfDay(each) >= SATURDAY) continue;
    const holiday = holidays(each);
    if (holiday === 'unknown') return 'unknown';
    if (!holiday) left -= 1;
    if (left <= 0) return each;
  }
  return 'unknown';
}
