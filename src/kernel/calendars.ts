import { DAY_MS, dateOfDay, dayOf, weekdayOfDay } from './local-clock.ts';

/**
 * When a day that falls on a weekend is kept instead, or where it always goes. `midweek-to-monday`:
 * Tuesday to Thursday go back to the Monday, Friday on to the next one, the others stay.
 */
export type Moved =
  | 'sunday-to-monday'
  | 'weekend-to-monday'
  | 'nearest-weekday'
  | 'next-monday'
  | 'midweek-to-monday';

/**
 * One holiday of a calendar. Weekdays run from 0 Monday to 6 Sunday; `of` limits it to years.
 * - `on`: a date, `12-25`
 * - `easter`: days from Western Easter Sunday, `-2` Good Friday
 * - `nth`: the nth such weekday of a month, `-1` the last
 * - `upTo`: the last such weekday on or before a date, `05-24`
 * - `from`: the first such weekday on or after a date
 * - `dates`: dates that nobody can compute, lunar feasts and the like
 */
export type Holiday = {
  readonly name: string;
  readonly moved?: Moved;
  /** The day itself is no holiday when it is moved. */
  readonly onlyMoved?: boolean;
  readonly of?: readonly [firstYear: number, lastYear: number];
} & (
  | { readonly on: string }
  | { readonly easter: number }
  | { readonly nth: number; readonly weekday: number; readonly month: number }
  | { readonly upTo: string; readonly weekday: number }
  | { readonly from: string; readonly weekday: number }
  | { readonly dates: readonly string[] }
);

/** Days of a year on which a calendar is shut; `unknown` for years it does not reach. */
export type Calendar = (day: number) => boolean | 'unknown';

/** Western Easter Sunday as days since 1970 (the anonymous Gregorian algorithm). */
export function easterDay(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3);
  const h = (19 * a + d + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const date = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, date) / DAY_MS;
}

const daysToWeekday = (day: number, weekday: number) => (weekday - weekdayOfDay(day) + 7) % 7;

function nthWeekday(year: number, month: number, nth: number, weekday: number): number {
  if (nth < 0) {
    const last = Date.UTC(year, month, 0) / DAY_MS;
    return last - ((weekdayOfDay(last) - weekday + 7) % 7) + (nth + 1) * 7;
  }
  const first = Date.UTC(year, month - 1, 1) / DAY_MS;
  return first + daysToWeekday(first, weekday) + (nth - 1) * 7;
}

function daysOf(holiday: Holiday, year: number): readonly number[] {
  if (holiday.of && (year < holiday.of[0] || year > holiday.of[1])) return [];
  if ('dates' in holiday) {
    return holiday.dates.filter((date) => date.startsWith(String(year))).map(dayOf);
  }
  if ('easter' in holiday) return [easterDay(year) + holiday.easter];
  if ('nth' in holiday) {
    return [nthWeekday(year, holiday.month, holiday.nth, holiday.weekday)];
  }
  if ('on' in holiday) return [dayOf(`${year}-${holiday.on}`)];
  if ('from' in holiday) {
    const first = dayOf(`${year}-${holiday.from}`);
    return [first + daysToWeekday(first, holiday.weekday)];
  }
  const last = dayOf(`${year}-${holiday.upTo}`);
  return [last - ((weekdayOfDay(last) - holiday.weekday + 7) % 7)];
}

const FRIDAY = 4;
const SATURDAY = 5;

function movedTo(day: number, moved: Moved, isTaken: (day: number) => boolean): number {
  const weekday = weekdayOfDay(day);
  if (moved === 'next-monday') return day + daysToWeekday(day, 0);
  if (moved === 'midweek-to-monday') {
    if (weekday >= SATURDAY) return day;
    return weekday === FRIDAY ? day + 3 : day - weekday;
  }
  if (weekday < SATURDAY || (moved === 'sunday-to-monday' && weekday === SATURDAY)) return day;
  if (moved === 'nearest-weekday') return weekday === SATURDAY ? day - 1 : day + 1;
  let kept = weekday === SATURDAY ? day + 2 : day + 1;
  // Two holidays on one weekend take the Monday and the Tuesday.
  while (weekday >= SATURDAY && isTaken(kept)) kept += 1;
  return kept;
}

function yearOfCalendar(holidays: readonly Holiday[], year: number): ReadonlySet<number> {
  const shut = new Set<number>();
  const plain = holidays.flatMap((holiday) =>
    daysOf(holiday, year).map((day) => ({ holiday, day })),
  );
  for (const { holiday, day } of plain) if (!holiday.onlyMoved) shut.add(day);
  for (const { holiday, day } of plain.toSorted((a, b) => a.day - b.day)) {
    if (!holiday.moved) continue;
    shut.add(movedTo(day, holiday.moved, (other) => shut.has(other) && other !== day));
  }
  return shut;
}

/** Years for which every date of the calendar is known; all of them when none is listed by date. */
function yearsListed(holidays: readonly Holiday[]): readonly [number, number] {
  let first = Number.NEGATIVE_INFINITY;
  let last = Number.POSITIVE_INFINITY;
  for (const holiday of holidays) {
    if (!('dates' in holiday)) continue;
    const years = holiday.dates.map((date) => Number(date.slice(0, 4)));
    first = Math.max(first, Math.min(...years));
    last = Math.min(last, Math.max(...years));
  }
  return [first, last];
}

/** Makes a calendar; a year is worked out when it is first asked for. */
export function calendarOf(holidays: readonly Holiday[]): Calendar {
  const [first, last] = yearsListed(holidays);
  const years = new Map<number, ReadonlySet<number>>();
  return (day) => {
    const year = Number(dateOfDay(day).slice(0, 4));
    if (year < first || year > last) return 'unknown';
    let shut = years.get(year);
    if (!shut) {
      shut = yearOfCalendar(holidays, year);
      years.set(year, shut);
    }
    return shut.has(day);
  };
}
