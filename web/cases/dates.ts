import { daysLater } from '#web/ui/days.ts';

const dayMs = 86_400_000;

const msOf = (date: string) => Date.parse(`${date}T00:00:00Z`);
const dateOf = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** Whole days from one date to another, negative when the second is earlier. */
export function daysFrom(from: string, to: string): number {
  return Math.round((msOf(to) - msOf(from)) / dayMs);
}

/** The next date on that ISO weekday (1 is Monday), never the given date itself. */
export function nextWeekday(date: string, weekday: number): string {
  const own = new Date(msOf(date)).getUTCDay() || 7;
  return daysLater(date, ((weekday - own + 6) % 7) + 1);
}

/** The last day of the month of a date. */
export function monthEnd(date: string): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return dateOf(Date.UTC(year, month, 0));
}

/** The first working day after a date, Saturdays and Sundays left out. */
export function nextWorkday(date: string): string {
  const next = daysLater(date, 1);
  const weekday = new Date(msOf(next)).getUTCDay();
  return weekday === 6 ? daysLater(next, 2) : weekday === 0 ? daysLater(next, 1) : next;
}

/**
 * Dates that people name on the phone, within the days allowed, the next pay day of the customer second
 * where it is known; the key names each in words.
 */
export function quickDates(
  today: string,
  mostDays: number | null,
  nextPayOn: string | null = null,
): readonly { readonly key: string; readonly date: string }[] {
  const picks = [
    { key: 'today', date: today },
    ...(nextPayOn === null ? [] : [{ key: 'payDay', date: nextPayOn }]),
    { key: 'friday', date: nextWeekday(today, 5) },
    { key: 'week', date: daysLater(today, 7) },
    { key: 'monthEnd', date: monthEnd(today) },
    { key: 'nextMonthStart', date: daysLater(monthEnd(today), 1) },
  ];
  const limit = mostDays === null ? null : daysLater(today, mostDays);
  return picks.filter(
    ({ date }, index) =>
      (limit === null || date <= limit) &&
      picks.findIndex((other) => other.date === date) === index,
  );
}
