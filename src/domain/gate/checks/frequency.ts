import { dayReader, instantOfLocal, localDay } from '#kernel/local-clock.ts';
import type { Zone } from '#kernel/time.ts';
import {
  chargedDebts,
  dateZones,
  type EvaluationContext,
  type Logged,
  once,
  recentLog,
} from '../evaluation-context.ts';
import { isConnected, isConversation } from '../facts/channels.ts';
import type { Debt } from '../facts/facts.ts';
import type { LogEntry } from '../facts/history-facts.ts';
import type { Finding } from '../pack.ts';
import { theirCall } from './replies.ts';
import type { Span } from './windows.ts';

/** What a rule counts and over which stretch of local calendar days. */
export type Frequency = {
  /** Names the count, so that it is made once for all instants tried. */
  readonly name: string;
  /** Greatest count allowed, the attempt itself included. */
  readonly limit: number;
  /** Consecutive local dates, the day of the attempt included; with a span its greatest length. */
  readonly days: number;
  /**
   * Counts by calendar period in place of consecutive dates: the first and last day of a day's own.
   */
  readonly span?: Span;
  /** Which results count; by default every one that connected (`outcomes.ts` has the others). */
  readonly reached?: (result: string) => boolean;
  readonly channels: readonly string[];
  /** Which attempts of the log count; by default those that connected. */
  readonly counts?: (moment: EvaluationContext) => (logged: Logged) => boolean;
  /** The units counted apart: debts, accounts, or one for the person as a whole. */
  readonly keys: (moment: EvaluationContext) => readonly CountKey[];
  /** Attempts left out on a day, as under consent to extra calls. */
  readonly excluded?: (moment: EvaluationContext, key: CountKey, zone: Zone) => Exclusion;
};

/** One unit of counting: the debts that make it up; null counts every attempt. */
export type CountKey = { readonly name: string; readonly debts: readonly string[] | null };

/** Tells which past attempts and which days of a new attempt fall outside a count. */
export type Exclusion = {
  readonly past: (logged: Logged) => boolean;
  readonly day: (day: number) => boolean;
};

const NOTHING_EXCLUDED: Exclusion = { past: () => false, day: () => false };

/** Debts counted apart, except those that share a group (12 CFR 1006.14(b)(4), student loans). */
export function keysByDebt(
  moment: EvaluationContext,
  name: string,
  groupOf: (debt: Debt) => string,
): readonly CountKey[] {
  return once(moment, `keys:${name}`, () => {
    const { debts, proposed } = moment.facts;
    if (debts.length === 0) return [KEY_OF_PERSON];
    const charged = new Set(proposed.count_debts ?? proposed.debts);
    const groups = new Map<string, string[]>();
    for (const debt of debts) {
      const group = groupOf(debt);
      groups.set(group, [...(groups.get(group) ?? []), debt.id]);
    }
    return [...groups]
      .filter(([, ids]) => ids.some((id) => charged.has(id)))
      .map(([group, ids]) => ({ name: group, debts: ids }));
  });
}

/** Debts of one creditor counted together, as where a law says "on behalf of the same creditor". */
export function keysByCreditor(moment: EvaluationContext): readonly CountKey[] {
  return keysByDebt(moment, 'creditor', (debt) => debt.creditor ?? debt.id);
}

/** Each debt counted for itself. */
export function keysOfDebts(moment: EvaluationContext): readonly CountKey[] {
  return keysByDebt(moment, 'debt', (debt) => debt.id);
}

/** One count for the person, whatever the debt. */
export const KEY_OF_PERSON: CountKey = { name: 'person', debts: null };

/** Whether an entry was placed by this collector, to the same person. */
export function isOwnAttempt({ entry }: Logged, moment: EvaluationContext): boolean {
  const by = entry.by ?? moment.facts.actor.id;
  return by === moment.facts.actor.id && (entry.person ?? 'consumer') === moment.person;
}

/** Null stands for debts that nobody named: any. */
function touches(key: CountKey, debts: readonly string[] | null): boolean {
  return key.debts === null || debts === null || debts.some((id) => key.debts?.includes(id));
}

/** What is worked out for each unit of a count and each zone, once. */
type Shelf<T> = Map<string, Map<Zone, T>>;

function shelved<T>(shelf: Shelf<T>, key: CountKey, zone: Zone, work: () => T): T {
  let zones = shelf.get(key.name);
  if (!zones) {
    zones = new Map();
    shelf.set(key.name, zones);
  }
  let value = zones.get(zone);
  if (value === undefined) {
    value = work();
    zones.set(zone, value);
  }
  return value;
}

/** The attempts of the log that a rule counts, by unit, and on which days they were. */
type Counts = {
  readonly byUnit: Map<string, readonly Logged[]>;
  readonly counted: readonly Logged[];
  readonly days: Shelf<PerDay>;
};

function countsOf(of: Frequency, moment: EvaluationContext): Counts {
  return once(moment, of.name, () => {
    const counts = of.counts?.(moment) ?? ((logged: Logged) => isOwnAttempt(logged, moment));
    const reached = of.reached ?? isConnected;
    const counted: Logged[] = [];
    for (const logged of recentLog(moment, of.days)) {
      const { dir, result } = logged.entry;
      if (dir !== 'outbound' || !of.channels.includes(logged.channel)) continue;
      if (reached(result) && counts(logged)) counted.push(logged);
    }
    return { byUnit: new Map(), counted, days: new Map() };
  });
}

/** Attempts of the log that the rule counts for one unit. */
function countedFor({ byUnit, counted }: Counts, key: CountKey): readonly Logged[] {
  let found = byUnit.get(key.name);
  if (!found) {
    const { debts } = key;
    found =
      debts === null ? counted : counted.filter(({ entry }) => touches(key, chargedDebts(entry)));
    byUnit.set(key.name, found);
  }
  return found;
}

/** How many attempts were counted on each local day. */
type PerDay = ReadonlyMap<number, number>;

function countedDays(of: Frequency, moment: EvaluationContext, key: CountKey, zone: Zone): PerDay {
  const counts = countsOf(of, moment);
  return shelved(counts.days, key, zone, () => {
    const excluded = of.excluded?.(moment, key, zone) ?? NOTHING_EXCLUDED;
    const dayOf = dayReader(zone);
    const perDay = new Map<number, number>();
    let day = 0;
    let count = 0;
    // Logs come in order, so a day is mostly added up before it is written down.
    const note = () => perDay.set(day, (perDay.get(day) ?? 0) + count);
    for (const logged of countedFor(counts, key)) {
      if (excluded.past(logged)) continue;
      const itsDay = dayOf(logged.ms);
      if (itsDay !== day) {
        note();
        day = itsDay;
        count = 0;
      }
      count += 1;
    }
    note();
    return perDay;
  });
}

/** The greatest count in any stretch of `length` days that holds the day; bookings ahead count. */
function busiest(perDay: PerDay, day: number, length: number): number {
  if (perDay.size === 0) return 0;
  let sum = 0;
  let most = 0;
  for (let last = day - length + 1; last < day + length; last++) {
    sum += perDay.get(last) ?? 0;
    if (last > day) sum -= perDay.get(last - length) ?? 0;
    if (last >= day) most = Math.max(most, sum);
  }
  return most;
}

/** The count against the day: of its own period, or of the busiest stretch that holds it. */
function countOn(of: Frequency, perDay: PerDay, day: number): number {
  if (!of.span) return busiest(perDay, day, of.days);
  const [first, last] = of.span(day);
  let sum = 0;
  for (const [each, count] of perDay) if (first <= each && each <= last) sum += count;
  return sum;
}

/** First day from `from` on that passes; after `days` further days without attempts all do. */
function firstPassing(from: number, days: number, passes: (day: number) => boolean): number {
  let day = from;
  while (day <= from + 2 * days && !passes(day)) day++;
  return day;
}

/** Too many attempts within consecutive local dates, in any zone the person may be in. */
export function frequency(of: Frequency): (moment: EvaluationContext) => Finding | null {
  return (moment) => {
    let worst: Finding | null = null;
    for (const key of theirCall(moment) ? [] : of.keys(moment)) {
      for (const zone of dateZones(moment)) {
        const excluded = of.excluded?.(moment, key, zone) ?? NOTHING_EXCLUDED;
        const days = countedDays(of, moment, key, zone);
        const passes = (day: number) => countOn(of, days, day) < of.limit || excluded.day(day);
        const today = localDay(zone, moment.ms);
        if (passes(today)) continue;
        const untilMs = instantOfLocal(zone, firstPassing(today + 1, of.days, passes), 0);
        if (worst?.untilMs !== undefined && worst.untilMs >= untilMs) continue;
        const count = countOn(of, days, today) + 1;
        worst = { untilMs, details: { count, limit: of.limit, days: of.days, unit: key.name } };
      }
    }
    return worst;
  };
}

/** A wait of whole local days after a conversation, whoever began it. */
export type CoolOff = Pick<Frequency, 'name' | 'days' | 'keys' | 'excluded'> & {
  readonly channels: readonly string[];
  /** What starts the wait; by default a conversation of this collector with the person. */
  readonly after?: (logged: Logged, moment: EvaluationContext) => boolean;
};

/** A talk on no debt in particular counts for the one it was charged to (comment 14(b)(4)-1). */
export const debtsDiscussed = (entry: LogEntry): readonly string[] | null =>
  entry.conversation_debts?.length || entry.about_debt === false
    ? (entry.conversation_debts ?? [])
    : chargedDebts(entry);

const isOwnConversation = (logged: Logged, moment: EvaluationContext) =>
  isConversation(logged.entry.result) && isOwnAttempt(logged, moment);

type Days = Readonly<{ days: readonly (readonly [number, number])[] }> &
  Readonly<{ untilMs: number; lastDay: number }>;

/** Conversations about one unit with their local days, the latest of both among them. */
function conversationsOf(of: CoolOff, moment: EvaluationContext, key: CountKey, zone: Zone): Days {
  const { conversations, days } = once(moment, `after ${of.name}`, () => ({
    conversations: recentLog(moment, of.days).filter(
      (logged) =>
        of.channels.includes(logged.channel) && (of.after ?? isOwnConversation)(logged, moment),
    ),
    days: new Map() as Shelf<Days>,
  }));
  return shelved(days, key, zone, () => {
    const dayOf = dayReader(zone);
    let untilMs = Number.NEGATIVE_INFINITY;
    let lastDay = Number.NEGATIVE_INFINITY;
    const found: [number, number][] = [];
    for (const { entry, ms } of conversations) {
      if (!touches(key, debtsDiscussed(entry))) continue;
      const day = dayOf(ms);
      untilMs = Math.max(untilMs, ms);
      lastDay = Math.max(lastDay, day);
      found.push([ms, day]);
    }
    return { days: found, untilMs, lastDay };
  });
}

function lastDayOf(of: CoolOff, moment: EvaluationContext, key: CountKey, zone: Zone): number {
  const { days, untilMs, lastDay } = conversationsOf(of, moment, key, zone);
  if (untilMs <= moment.ms) return lastDay;
  let last = Number.NEGATIVE_INFINITY;
  for (const [ms, day] of days) if (ms <= moment.ms) last = Math.max(last, day);
  return last;
}

/** No attempt within so many local days of a conversation, its own day being the first. */
export function coolOff(of: CoolOff): (moment: EvaluationContext) => Finding | null {
  return (moment) => {
    let worst: Finding | null = null;
    for (const key of theirCall(moment) ? [] : of.keys(moment)) {
      for (const zone of dateZones(moment)) {
        const excluded = of.excluded?.(moment, key, zone) ?? NOTHING_EXCLUDED;
        const last = lastDayOf(of, moment, key, zone);
        const passes = (day: number) => day - last >= of.days || excluded.day(day);
        const today = localDay(zone, moment.ms);
        if (passes(today)) continue;
        const untilMs = instantOfLocal(zone, firstPassing(today + 1, of.days, passes), 0);
        if (worst?.untilMs !== undefined && worst.untilMs >= untilMs) continue;
        worst = {
          untilMs,
          details: { daysSince: today - last + 1, days: of.days, unit: key.name },
        };
      }
    }
    return worst;
  };
}
