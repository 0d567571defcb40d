import { Temporal } from 'temporal-polyfill';
import {
  addMonthsToDay,
  dateOfDay,
  dayOf,
  instantOfLocal,
  localDay,
  localSecond,
  secondOf,
  weekdayOfDay,
} from './local-clock.ts';

/** A calendar date, `2026-11-21`. A date is not an instant: it has no zone. */
export type LocalDate = string;
/** An instant, ISO 8601 in UTC: `2026-11-21T15:00:00.000Z`. */
export type Instant = string;
/** An IANA zone name, `America/New_York`. */
export type Zone = string;

export { Temporal };

/** Milliseconds since the epoch, the form in which the injected clock tells time. */
export type Clock = () => number;

/** The instant of so many milliseconds since the epoch. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString();
}

/** Milliseconds since the epoch of an instant with any offset. */
export function msOf(instant: Instant): number {
  return Temporal.Instant.from(instant).epochMilliseconds;
}

/** The date on the wall in that zone at that moment. Throws RangeError for an unknown zone. */
export function dateIn(zone: Zone, ms: number): LocalDate {
  return dateOfDay(localDay(zone, ms));
}

/** Minutes after local midnight, 0 to 1,439. */
export function minuteOfDayIn(zone: Zone, ms: number): number {
  return Math.floor(localSecond(zone, ms) / 60);
}

/** The instant of a wall-clock time in a zone; one that a clock change skips is its end. */
export function instantAt(zone: Zone, date: LocalDate, time: string): number {
  return instantOfLocal(zone, realDay(date), secondOf(time));
}

/** So many calendar days later, or earlier when negative. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return dateOfDay(realDay(date) + days);
}

/** Calendar months later; the last day of a shorter month stands in for a day it lacks. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  return dateOfDay(addMonthsToDay(realDay(date), months));
}

/** Whole days from one date to another, negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return realDay(to) - realDay(from);
}

/** Day of the week, 1 Monday to 7 Sunday (ISO 8601). */
export function weekdayOf(date: LocalDate): number {
  return weekdayOfDay(realDay(date)) + 1;
}

/** Days since 1970 of a date. Throws RangeError for a text that is none. */
function realDay(date: LocalDate): number {
  if (!isDate(date)) throw new RangeError(`not a date: ${date}`);
  return dayOf(date);
}

/** Whether the text is a real calendar date in ISO form. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  const date = new Date(Date.UTC(year, month - 1, day));
  return (
    date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
  );
}

const zoneName = /^[A-Za-z][\w+-]*(?:\/[\w+-]+)*$/;

/** Whether the runtime knows the zone by this name; offsets and dated texts are not names. */
export function isZone(zone: string): boolean {
  // Temporal would also take `+05:00` or a whole date with a zone in brackets.
  if (!zoneName.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}
