import { Temporal } from 'temporal-polyfill';

/** An IANA zone name, `America/New_York`. */
type Zone = string;

/**
 * Wall clocks without Temporal objects in the loops: the offsets of a zone are read once a year and
 * zone from the zone data, everything after that is integer arithmetic.
 */

export const DAY_MS = 86_400_000;
export const DAY_SECONDS = 86_400;
const MEAN_YEAR_MS = 365.2425 * DAY_MS;

type OffsetPeriod = { readonly fromMs: number; readonly offsetMs: number };

const periodsByZone = new Map<Zone, Map<number, readonly OffsetPeriod[]>>();

/** A zone keeps far fewer changes a year than this; Morocco has four. */
const MAX_CHANGES_A_YEAR = 16;

function readOffsetPeriods(zone: Zone, year: number): OffsetPeriod[] {
  const fromMs = Date.UTC(year, 0, 1);
  const endMs = Date.UTC(year + 1, 0, 1);
  let moment = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone);
  const periods = [{ fromMs, offsetMs: moment.offsetNanoseconds / 1e6 }];
  for (let change = 0; change < MAX_CHANGES_A_YEAR; change++) {
    const next = moment.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= endMs) break;
    periods.push({ fromMs: next.epochMilliseconds, offsetMs: next.offsetNanoseconds / 1e6 });
    moment = next;
  }
  return periods;
}

function periodsOf(zone: Zone, year: number): readonly OffsetPeriod[] {
  let years = periodsByZone.get(zone);
  if (!years) {
    years = new Map();
    periodsByZone.set(zone, years);
  }
  let periods = years.get(year);
  if (!periods) {
    periods = readOffsetPeriods(zone, year);
    years.set(year, periods);
  }
  return periods;
}

/**
 * Year of an instant in UTC; a mean year is right but for days around New Year, which are looked
 * up.
 */
function yearOf(ms: number): number {
  const years = ms / MEAN_YEAR_MS;
  const fraction = years - Math.floor(years);
  if (fraction > 0.01 && fraction < 0.99) return 1970 + Math.floor(years);
  return new Date(ms).getUTCFullYear();
}

/**
 * Milliseconds that local time is ahead of UTC; nothing for a time without end, which is how events
 * without a date are kept. Throws RangeError for an unknown zone.
 */
export function offsetAt(zone: Zone, ms: number): number {
  if (!Number.isFinite(ms)) return 0;
  const periods = periodsOf(zone, yearOf(ms));
  let offsetMs = 0;
  for (const batch of periods) {
    if (batch.fromMs > ms) break;
    offsetMs = batch.offsetMs;
  }
  return offsetMs;
}

/** Local days since 1 January 1970, so that dates subtract and compare as integers. */
export function localDay(zone: Zone, ms: number): number {
  return Math.floor((ms + offsetAt(zone, ms)) / DAY_MS);
}

/** Tells the local day of many instants of one zone; those near the one before cost least. */
export function dayReader(zone: Zone): (ms: number) => number {
  let fromMs = Number.POSITIVE_INFINITY;
  let endMs = Number.NEGATIVE_INFINITY;
  let offsetMs = 0;
  return (ms) => {
    if (!Number.isFinite(ms)) return ms;
    if (ms < fromMs || ms >= endMs) {
      const year = yearOf(ms);
      const periods = periodsOf(zone, year);
      const index = periods.findLastIndex((batch) => batch.fromMs <= ms);
      fromMs = periods[index]?.fromMs ?? ms;
      endMs = periods[index + 1]?.fromMs ?? Date.UTC(year + 1, 0, 1);
      offsetMs = periods[index]?.offsetMs ?? 0;
    }
    return Math.floor((ms + offsetMs) / DAY_MS);
  };
}

/** Seconds since local midnight by the wall clock. */
export function localSecond(zone: Zone, ms: number): number {
  const local = ms + offsetAt(zone, ms);
  return Math.floor((local - Math.floor(local / DAY_MS) * DAY_MS) / 1000);
}

/** Day of the week, 0 Monday to 6 Sunday. */
export function weekdayOfDay(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** The first instant at which the wall shows that day and second, or has jumped past it. */
export function instantOfLocal(zone: Zone, day: number, second: number): number {
  const wall = day * DAY_MS + second * 1000;
  const before = offsetAt(zone, wall - DAY_MS);
  const after = offsetAt(zone, wall + DAY_MS);
  const early = wall - before;
  if (before === after || offsetAt(zone, early) === before) return early;
  const late = wall - after;
  if (offsetAt(zone, late) === after) return late;
  const periods = periodsOf(zone, new Date(early).getUTCFullYear());
  const jump = periods.findLast((batch) => batch.fromMs <= early);
  return jump ? jump.fromMs : early;
}

/** Days since 1970 of an ISO date; NaN when the text is none. */
export function dayOf(date: string): number {
  return Math.floor(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);
}

/** The ISO date of a day number. */
export function dateOfDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar months later; the last day of a shorter month stands in for a day it lacks. */
export function addMonthsToDay(day: number, months: number): number {
  const start = new Date(day * DAY_MS);
  const year = start.getUTCFullYear();
  const month = start.getUTCMonth() + months;
  const lastOfMonth = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(start.getUTCDate(), lastOfMonth)) / DAY_MS;
}

/** Seconds after midnight of `08:00` or `21:30:15`; `24:00` is the end of the day. */
export function secondOf(clock: string): number {
  const [hour = 0, minute = 0, second = 0] = clock.split(':').map(Number);
  return hour * 3600 + minute * 60 + second;
}

/** The instant with the offset valid there and then, `2026-03-08T08:00:00-04:00`. */
export function isoIn(zone: Zone, ms: number): string {
  const offsetMs = offsetAt(zone, ms);
  const wall = new Date(ms + offsetMs).toISOString().slice(0, 19);
  const minutes = Math.abs(offsetMs) / 60_000;
  const hh = String(Math.floor(minutes / 60)).padStart(2, '0');
  const mm = String(Math.floor(minutes % 60)).padStart(2, '0');
  return `${wall}${offsetMs < 0 ? '-' : '+'}${hh}:${mm}`;
}

const digits = (text: string, from: number, count: number) => {
  let value = 0;
  for (let index = from; index < from + count; index++) {
    value = value * 10 + (text.charCodeAt(index) - 48);
  }
  return value;
};

/** Days since 1970 of a Gregorian date (the usual integer formula with March as first month). */
function civilDay(year: number, month: number, date: number): number {
  const shifted = month <= 2 ? year - 1 : year;
  const era = Math.floor(shifted / 400);
  const yearOfEra = shifted - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100);
  return era * 146_097 + dayOfEra + dayOfYear - 719_468;
}

const code = { T: 84, Z: 90, point: 46, minus: 45 };

/**
 * Milliseconds since the epoch of `2026-08-11T10:00:00-04:00` and `2026-08-11T14:00:00.000Z`, with
 * three digits of a second or none; other ISO forms go through the engine's own parser. A log of a
 * thousand entries is read for every decision, hence by hand.
 */
export function parseInstant(text: string): number {
  const hasMs = text.charCodeAt(19) === code.point;
  const zoneAt = hasMs ? 23 : 19;
  const isUtc = text.charCodeAt(zoneAt) === code.Z && text.length === zoneAt + 1;
  if (text.charCodeAt(10) !== code.T || (!isUtc && text.length !== zoneAt + 6)) {
    return Date.parse(text);
  }
  const sign = text.charCodeAt(zoneAt) === code.minus ? -1 : 1;
  const seconds = digits(text, 11, 2) * 3600 + digits(text, 14, 2) * 60 + digits(text, 17, 2);
  const offsetSeconds = isUtc
    ? 0
    : sign * (digits(text, zoneAt + 1, 2) * 3600 + digits(text, zoneAt + 4, 2) * 60);
  const day = civilDay(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
  return day * DAY_MS + (seconds - offsetSeconds) * 1000 + (hasMs ? digits(text, 20, 3) : 0);
}
