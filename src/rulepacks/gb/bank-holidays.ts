import type { EvaluationContext } from '#domain/gate/evaluation-context.ts';
import { type Calendar, calendarOf, type Holiday } from '#kernel/calendars.ts';

/** Banking and Financial Dealings Act 1971 and proclamations under it; substitute days included. */

const SUBSTITUTE = 'weekend-to-monday';

const NEW_YEAR: Holiday = { name: 'New Year’s Day', on: '01-01', moved: SUBSTITUTE };

const EVERYWHERE: readonly Holiday[] = [
  { name: 'Good Friday', easter: -2 },
  { name: 'Early May bank holiday', nth: 1, weekday: 0, month: 5 },
  { name: 'Spring bank holiday', nth: -1, weekday: 0, month: 5 },
  { name: 'Christmas Day', on: '12-25', moved: SUBSTITUTE },
  { name: 'Boxing Day', on: '12-26', moved: SUBSTITUTE },
];

const EASTER_MONDAY: Holiday = { name: 'Easter Monday', easter: 1 };
const LATE_SUMMER: Holiday = { name: 'Summer bank holiday', nth: -1, weekday: 0, month: 8 };

const englandAndWales = calendarOf([NEW_YEAR, ...EVERYWHERE, EASTER_MONDAY, LATE_SUMMER]);

const scotland = calendarOf([
  NEW_YEAR,
  { name: '2nd January', on: '01-02', moved: SUBSTITUTE },
  ...EVERYWHERE,
  // Proclaimed for one year: the country's return to the football World Cup.
  { name: 'World Cup bank holiday', on: '06-15', of: [2026, 2026] },
  { name: 'Summer bank holiday', nth: 1, weekday: 0, month: 8 },
  { name: 'St Andrew’s Day', on: '11-30', moved: SUBSTITUTE },
]);

const northernIreland = calendarOf([
  NEW_YEAR,
  { name: 'St Patrick’s Day', on: '03-17', moved: SUBSTITUTE },
  ...EVERYWHERE,
  EASTER_MONDAY,
  { name: 'Battle of the Boyne', on: '07-12', moved: SUBSTITUTE },
  LATE_SUMMER,
]);

const CALENDARS: readonly (readonly [regions: readonly string[], calendar: Calendar])[] = [
  [['GB-SC'], scotland],
  [['GB-NIR'], northernIreland],
  [['GB-ENG', 'GB-WLS', 'GB-EAW'], englandAndWales],
];

/** Whether a local day is a bank holiday where the person lives; a holiday anywhere when unsure. */
export function isBankHoliday({ facts }: EvaluationContext, day: number): boolean {
  const regions = facts.consumer.location_signals.map((signal) => signal.region ?? '');
  const own = CALENDARS.filter(([starts]) =>
    regions.some((name) => starts.some((start) => name.startsWith(start))),
  );
  const asked = own.length ? own : CALENDARS;
  return asked.some(([, calendar]) => calendar(day) === true);
}
