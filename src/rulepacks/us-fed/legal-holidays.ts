import { calendarOf } from '#kernel/calendars.ts';
import { weekdayOfDay } from '#kernel/local-clock.ts';

const SATURDAY = 5;

const isShut = calendarOf([
  { name: 'New Year’s Day', on: '01-01' },
  { name: 'Birthday of Martin Luther King, Jr.', nth: 3, weekday: 0, month: 1 },
  { name: 'Washington’s Birthday', nth: 3, weekday: 0, month: 2 },
  { name: 'Memorial Day', nth: -1, weekday: 0, month: 5 },
  { name: 'Juneteenth', on: '06-19' },
  { name: 'Independence Day', on: '07-04' },
  { name: 'Labor Day', nth: 1, weekday: 0, month: 9 },
  { name: 'Columbus Day', nth: 2, weekday: 0, month: 10 },
  { name: 'Veterans Day', on: '11-11' },
  { name: 'Thanksgiving Day', nth: 4, weekday: 3, month: 11 },
  { name: 'Christmas Day', on: '12-25' },
]);

/** Legal public holidays of 5 USC 6103(a), on their own dates: subsection (b) moves only days off. */
export function isLegalHoliday(day: number): boolean {
  return isShut(day) === true;
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
