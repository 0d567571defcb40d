import { DAY_MS, dateOfDay, weekdayOfDay } from '#domain/compliance/local-clock.ts';

/** The n-th (0 first, -1 last) of a weekday in a month, as days since 1970. */
function nthWeekday(year: number, month: number, weekday: number, nth: number): number {
  const first = Date.UTC(year, month, 1) / DAY_MS;
  if (nth >= 0) return first + ((weekday - weekdayOfDay(first) + 7) % 7) + 7 * nth;
  const last = Date.UTC(year, month + 1, 0) / DAY_MS;
  return last - ((weekdayOfDay(last) - weekday + 7) % 7);
}

const MONDAY = 0;
const THURSDAY = 3;
const SATURDAY = 5;

const FIXED = ['01-01', '06-19', '07-04', '11-11', '12-25'];

/** Legal public holidays of 5 USC 6103(a), on their own dates: subsection (b) moves only days off. */
export function isLegalHoliday(day: number): boolean {
  const year = new Date(day * DAY_MS).getUTCFullYear();
  if (FIXED.includes(dateOfDay(day).slice(5))) return true;
  return [
    nthWeekday(year, 0, MONDAY, 2),
    nthWeekday(year, 1, MONDAY, 2),
    nthWeekday(year, 4, MONDAY, -1),
    nthWeekday(year, 8, MONDAY, 0),
    nthWeekday(year, 9, MONDAY, 1),
    nthWeekday(year, 10, THURSDAY, 3),
  ].includes(day);
}

const ASSUMED_RECEIPT_DAYS = 5;
const VALIDATION_DAYS = 30;

/**
 * Assumed receipt and last day of the validation period of a notice sent on a local day: five days
 * other than weekends and legal holidays, then thirty. 12 CFR 1006.34(b)(5) and its comments.
 *
 * @param sentDay days since 1970
 */
export function validationPeriod(sentDay: number): { receiptDay: number; endDay: number } {
  let receiptDay = sentDay;
  for (let counted = 0; counted < ASSUMED_RECEIPT_DAYS; ) {
    receiptDay++;
    if (weekdayOfDay(receiptDay) < SATURDAY && !isLegalHoliday(receiptDay)) counted++;
  }
  return validationPeriodFrom(receiptDay);
}

/** The period of a notice whose receipt is known, in days since 1970. */
export function validationPeriodFrom(receiptDay: number): { receiptDay: number; endDay: number } {
  return { receiptDay, endDay: receiptDay + VALIDATION_DAYS };
}
