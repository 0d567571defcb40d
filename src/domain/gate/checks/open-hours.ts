import {
  DAY_SECONDS,
  dayOf,
  instantOfLocal,
  localDay,
  localSecond,
  secondOf,
  weekdayOfDay,
} from '#kernel/local-clock.ts';
import type { Zone } from '#kernel/time.ts';
import { type EvaluationContext, type Given, standingConsents } from '../evaluation-context.ts';
import type { Inconvenience } from '../facts/facts.ts';
import type { DayName, WeeklyWindows } from '../facts/policy-facts.ts';
import type { Finding } from '../pack.ts';
import { mayReply } from './replies.ts';

/** Seconds after local midnight, `[from, to)`. */
export type Interval = readonly [from: number, to: number];

/** When contact is open on a local day. */
export type Windows = (day: number) => readonly Interval[];

/** A next time further away than this is no promise (specification §1.3). */
export const HORIZON_DAYS = 400;

/** Ample for every zone to be asked on every day of the horizon. */
const MAX_MOVES = 4_000;

const DAY_NAMES: readonly DayName[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** The same hours on all seven days. */
export function everyDay(from: string, to: string): WeeklyWindows {
  return Object.fromEntries(DAY_NAMES.map((name) => [name, [[from, to]]]));
}

/** Weekly hours by weekday number, Monday first, in seconds. */
export function readWeek(week: WeeklyWindows): readonly (readonly Interval[])[] {
  return DAY_NAMES.map((name) =>
    (week[name] ?? []).map(([from, to]): Interval => [secondOf(from), secondOf(to)]),
  );
}

function openingFrom(zone: Zone, ms: number, windows: Windows): number | null {
  const today = localDay(zone, ms);
  const second = localSecond(zone, ms);
  for (let day = today; day <= today + HORIZON_DAYS; day++) {
    let first = Number.POSITIVE_INFINITY;
    for (const [from, to] of windows(day)) {
      if (day === today && from <= second && second < to) return ms;
      if (from < to && (day > today || from > second)) first = Math.min(first, from);
    }
    if (first < DAY_SECONDS) return instantOfLocal(zone, day, first);
  }
  return null;
}

/**
 * The first instant from `fromMs` on at which the windows are open in every zone at once, `fromMs`
 * itself when they are; null when there is none within the horizon.
 */
export function nextOpening(
  zones: readonly Zone[],
  fromMs: number,
  windowsOf: (zone: Zone) => Windows,
): number | null {
  let ms = fromMs;
  for (let move = 0, open = 0; move < MAX_MOVES; move++) {
    const zone = zones[move % zones.length];
    if (zone === undefined) return null;
    const opening = openingFrom(zone, ms, windowsOf(zone));
    if (opening === null) return null;
    open = opening === ms ? open + 1 : 1;
    ms = opening;
    if (open >= zones.length) return ms;
  }
  return null;
}

/** Repeating weekly periods, as people name them; one that ends before it begins runs overnight. */
type Repeating = Pick<Inconvenience, 'weekdays' | 'from' | 'to' | 'valid_until'> & {
  readonly only_local_dates?: readonly string[] | null | undefined;
};

const isOnDay = (period: Repeating, day: number) => {
  const name = DAY_NAMES[weekdayOfDay(day)] ?? '';
  if (period.weekdays && !period.weekdays.some((word) => word.toLowerCase().startsWith(name))) {
    return false;
  }
  if (period.only_local_dates && !period.only_local_dates.some((date) => dayOf(date) === day)) {
    return false;
  }
  return !period.valid_until || day <= dayOf(period.valid_until);
};

/** The parts of a local day that the periods cover. */
export function coveredOn(periods: readonly Repeating[], day: number): Interval[] {
  const parts: Interval[] = [];
  for (const period of periods) {
    const from = secondOf(period.from ?? '00:00');
    const to = secondOf(period.to ?? '24:00');
    const overnight = to <= from;
    if (isOnDay(period, day)) parts.push([from, overnight ? DAY_SECONDS : to]);
    if (overnight && to > 0 && isOnDay(period, day - 1)) parts.push([0, to]);
  }
  return parts;
}

/** What is left of a day when those parts are taken out. */
export function without(closed: readonly Interval[]): Interval[] {
  const open: Interval[] = [];
  let from = 0;
  for (const [start, end] of closed.toSorted((a, b) => a[0] - b[0])) {
    if (start > from) open.push([from, start]);
    from = Math.max(from, end);
  }
  if (from < DAY_SECONDS) open.push([from, DAY_SECONDS]);
  return open;
}

/**
 * Consents to a time, given directly to this collector in a conversation that was itself in order.
 */
export function timeConsents(moment: EvaluationContext): Given[] {
  const { actor } = moment.facts;
  return standingConsents(moment, 'contact_time').filter(
    ({ consent }) =>
      consent.given_to === actor.id &&
      // Without its times it says nothing of when.
      Boolean(consent.from && consent.to) &&
      consent.during_compliant_communication !== false &&
      (!consent.channel || consent.channel === moment.facts.proposed.channel),
  );
}

const NO_CALENDAR_YEAR: Finding = {
  missing: 'holiday_calendar',
  releasing: ['holiday_calendar_extended'],
};

const NO_ZONE: Finding = { releasing: ['location_known'], details: { location: 'unknown' } };

/** When contact is open, as a rule's check. */
export type Hours = {
  /** Which days are holidays for this person; `unknown` when the calendar does not reach so far. */
  readonly holiday?: (moment: EvaluationContext, day: number) => boolean | 'unknown';
  /** Fixed weekly hours, or hours that the policy decides (null: the rule is off). */
  readonly week: WeeklyWindows | ((moment: EvaluationContext) => WeeklyWindows | null);
  /** Reads local time in these zones in place of all the person may be in. */
  readonly zonesOf?: (moment: EvaluationContext) => readonly Zone[];
  /** Whether one reply to the person's own message at a shut hour is allowed. */
  readonly replyOnce?: boolean;
  /** Whether direct consent to a time opens it; where it has to be asked for in hours, said so. */
  readonly consentOpens?: boolean | 'asked-in-hours';
};

const openNow = (zones: readonly Zone[], ms: number, windowsOf: (zone: Zone) => Windows) =>
  zones.every((zone) => {
    const second = localSecond(zone, ms);
    return windowsOf(zone)(localDay(zone, ms)).some(([from, to]) => from <= second && second < to);
  });

/** Quiet hours: shut outside the weekly windows, in every zone the person may be in. */
export function openHours(hours: Hours): (moment: EvaluationContext) => Finding | null {
  const fixed = typeof hours.week === 'function' ? null : readWeek(hours.week);
  return (moment) => {
    const chosen = typeof hours.week === 'function' ? hours.week(moment) : null;
    const week = fixed ?? (chosen && readWeek(chosen));
    if (!week) return null;
    const zones = hours.zonesOf?.(moment) ?? moment.zones;
    if (zones.length === 0) return NO_ZONE;
    const usual: Windows = (day) =>
      (hours.holiday?.(moment, day) ?? false) ? [] : (week[weekdayOfDay(day)] ?? []);
    // Where nobody said how it was asked for, the hour at which it was given tells (1006.6(b)(4)(i)).
    const inOrder = ({ consent, ms }: Given) =>
      hours.consentOpens === true ||
      consent.during_compliant_communication === true ||
      (Number.isFinite(ms) && openNow(zones, ms, () => usual));
    const given = hours.consentOpens ? timeConsents(moment).filter(inOrder) : [];
    const consents = given.map(({ consent }) => consent);
    let unknownDay = false;
    const windows: Windows = (day) => {
      const holiday = hours.holiday?.(moment, day) ?? false;
      if (holiday === 'unknown') unknownDay = true;
      const regular = holiday ? [] : (week[weekdayOfDay(day)] ?? []);
      return consents.length ? [...regular, ...coveredOn(consents, day)] : regular;
    };
    if (openNow(zones, moment.ms, () => windows)) return null;
    if (unknownDay) return NO_CALENDAR_YEAR;
    const isShut = (ms: number) => !openNow(zones, ms, () => windows);
    if (hours.replyOnce && mayReply(moment, (inbound) => isShut(inbound.ms))) return null;
    const untilMs = nextOpening(zones, moment.ms, () => windows);
    return untilMs === null ? { releasing: ['hours_changed'] } : { untilMs };
  };
}

/** The times the person called inconvenient, in every zone the person may be in. */
export function statedTimes(options: { readonly replyOnce: boolean }) {
  return (moment: EvaluationContext): Finding | null => {
    const stated = moment.facts.consumer.inconvenient ?? [];
    if (stated.length === 0) return null;
    if (moment.zones.length === 0) return NO_ZONE;
    const consents = timeConsents(moment).map(({ consent }) => consent);
    const windows: Windows = (day) => {
      const open = without(coveredOn(stated, day));
      return consents.length ? [...open, ...coveredOn(consents, day)] : open;
    };
    if (openNow(moment.zones, moment.ms, () => windows)) return null;
    const isShut = (ms: number) => !openNow(moment.zones, ms, () => windows);
    if (options.replyOnce && mayReply(moment, (inbound) => isShut(inbound.ms))) return null;
    const untilMs = nextOpening(moment.zones, moment.ms, () => windows);
    return untilMs === null ? { releasing: ['stated_time_withdrawn'] } : { untilMs };
  };
}
