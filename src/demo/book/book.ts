import type { LoggedEvent } from '#domain/events/event.ts';
import type { PolicySettings } from '#domain/policy/policy-settings.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import type { IdMaker } from '#kernel/ids.ts';
import type { Random } from '#kernel/random.ts';
import { type Instant, instantAt, type LocalDate, minuteOfDayIn, type Zone } from '#kernel/time.ts';
import type { KeptDecision } from '#storage/gate/gate.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App } from '#usecases/app.ts';
import type { BookRows } from './book-rows.ts';

/** A portfolio of the example, with its policy read and how many customers it gets. */
export type ExamplePortfolio = PortfolioRow & {
  /** What is stored of its policy. */
  readonly settings: PolicySettings;
  readonly line: 'card' | 'energy' | 'trade';
  readonly rules: PortfolioPolicy;
  readonly customers: number;
};

/** Who works in the example: users by what they do. */
export type Staff = {
  readonly agents: readonly { readonly id: string; readonly name: string }[];
  readonly backOffice: string;
  /** The manager in an installation without one. */
  readonly compliance: string;
  readonly supervisor: string;
  readonly manager: string;
};

/** The example book while it is being made. */
export type Book = {
  readonly tenantId: string;
  readonly newId: IdMaker;
  readonly random: Random;
  readonly staff: Staff;
  /** Rows and events of the part that is being made; the next part starts with none. */
  rows: BookRows;
  log: LoggedEvent[];
  /** What the gate said of the calls of the part. */
  decisions: KeptDecision[];
  /** The gate that every call of the past was asked of. */
  readonly gate: App['gate'];
  /** Decisions from here on are kept. */
  readonly keptFromMs: number;
  /** Calls of the last days, from which shifts are made at the end. */
  readonly recentCalls: BookRows['conversations'][number][];
  readonly nowMs: number;
  readonly nowAt: Instant;
  /** Slots of agents that are taken, `agent id/start`. */
  readonly taken: Set<string>;
  /** Instants of clock times worked out before, `zone date time`. */
  readonly instants: Map<string, number>;
};

const dayMs = 86_400_000;

/** As `addDays` of the kernel, for the half a million dates that a book takes. */
export function daysFrom(date: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10);
}

/** As `instantAt` of the kernel, each clock time of a day worked out once. */
export function clockAt(book: Book, zone: Zone, date: LocalDate, time: string): number {
  const key = `${zone} ${date} ${time}`;
  const known = book.instants.get(key);
  if (known !== undefined) return known;
  const ms = instantAt(zone, date, time);
  book.instants.set(key, ms);
  return ms;
}

const hourMs = 3_600_000;

/**
 * The local day and hour in a zone, as `dateIn` and `minuteOfDayIn` of the kernel. The zone's
 * distance from UTC is looked up once a day at noon; clocks change on Sundays, when nobody works.
 */
export function localIn(book: Book, zone: Zone, ms: number): { day: LocalDate; hour: number } {
  const noonMs = Math.floor(ms / dayMs) * dayMs + dayMs / 2;
  const key = `${zone} ${noonMs}`;
  let offsetMs = book.instants.get(key);
  if (offsetMs === undefined) {
    offsetMs = minuteOfDayIn(zone, noonMs) * 60_000 - dayMs / 2;
    book.instants.set(key, offsetMs);
  }
  const localMs = ms + offsetMs;
  const day = new Date(localMs).toISOString().slice(0, 10);
  return { day, hour: Math.floor((localMs % dayMs) / hourMs) };
}

/** Columns that every row of a customer has. */
export function owned(book: Book, customerId: string) {
  return { customerId, tenantId: book.tenantId };
}

/** One of a list, all alike likely. Throws on an empty list. */
export function pick<T>(random: Random, list: readonly T[]): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new Error('cannot happen: nothing to pick from');
  return chosen;
}

/** A whole number from `low` to `high`, both included. */
export function between(random: Random, low: number, high: number): number {
  return low + Math.floor(random() * (high - low + 1));
}

/** A date some days away from another, drawn from a range. */
export function dayNear(random: Random, from: LocalDate, low: number, high: number): LocalDate {
  return daysFrom(from, between(random, low, high));
}
