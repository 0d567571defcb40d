import {
  type Duty,
  type ObligationKind,
  type ObligationQueue,
  type Occasion,
  ownDuties,
} from '#domain/gate/duties.ts';
import type { Pack } from '#domain/gate/pack.ts';
import { addBusinessDays, plainCalendar } from '#kernel/business-days.ts';
import { DAY_MS, dateOfDay, dayOf, instantOfLocal, localDay } from '#kernel/local-clock.ts';
import { ownValue } from '#kernel/own-value.ts';
import type { Zone } from '#kernel/time.ts';

/** Where and when something happened. */
export type ObligationPlace = {
  /** Packs that cover the person. */
  readonly packs: readonly Pack[];
  readonly zone: Zone;
  readonly atMs: number;
  /** The types of the debts concerned; null is a type that nobody knows. Left out: any. */
  readonly debtTypes?: readonly (string | null)[];
};

/** An obligation as it arises. */
export type Obligation = {
  readonly kind: ObligationKind;
  readonly rule: string;
  readonly dueMs: number;
  /** From when on it is not only its owner's: a day before, or half the time of short ones. */
  readonly escalatesMs: number;
  readonly queue: ObligationQueue;
};

/** Weekends alone are left out: a holiday that is not makes a term end early and never late. */
function businessDays(today: number, count: number): number {
  return dayOf(addBusinessDays(dateOfDay(today), count, plainCalendar));
}

function dueOf({ within }: Duty, { zone, atMs }: ObligationPlace): number {
  if ('minutes' in within) return atMs + within.minutes * 60_000;
  const today = localDay(zone, atMs);
  const lastDay = 'days' in within ? today + within.days : businessDays(today, within.businessDays);
  return instantOfLocal(zone, lastDay + 1, 0) - 1_000;
}

/**
 * The duties of an occasion in a place: those of its packs, of several of one kind that with the
 * shortest term, and the operator's own of the other kinds.
 */
function dutiesOn(occasion: Occasion, place: ObligationPlace): Duty[] {
  const ofPacks = place.packs
    .flatMap(({ duties = [] }) => duties)
    .filter(({ on, exceptDebts }) => on === occasion && !isExcepted(exceptDebts, place))
    .toSorted((a, b) => dueOf(a, place) - dueOf(b, place));
  const own = ownDuties.filter(({ on }) => on === occasion);
  const byKind = new Map<ObligationKind, Duty>();
  for (const duty of [...ofPacks, ...own]) {
    if (!byKind.has(duty.kind)) byKind.set(duty.kind, duty);
  }
  return [...byKind.values()];
}

/** Whether every debt concerned is of a type that does not bring the duty. */
function isExcepted(except: Duty['exceptDebts'], { debtTypes = [] }: ObligationPlace): boolean {
  if (!except || debtTypes.length === 0) return false;
  return debtTypes.every((type) => type !== null && except.includes(type));
}

/** What an occasion obliges to, each with its last instant. */
export function obligationsOn(occasion: Occasion, place: ObligationPlace): Obligation[] {
  return dutiesOn(occasion, place).map((duty) => {
    const dueMs = dueOf(duty, place);
    const escalatesMs = Math.max(dueMs - DAY_MS, place.atMs + (dueMs - place.atMs) / 2);
    const { kind, rule, queue } = duty;
    return { kind, rule, dueMs, escalatesMs, queue };
  });
}

/**
 * The kinds of obligation that an event of the gate (a notice sent, an answer given) meets, under any
 * of the installed packs.
 */
export function obligationsMetBy(packs: readonly Pack[], word: string): ObligationKind[] {
  const duties = [...packs.flatMap(({ duties: own = [] }) => own), ...ownDuties];
  return [...new Set(duties.filter(({ metBy }) => metBy.includes(word)).map(({ kind }) => kind))];
}

/** The occasion that an event of the gate is, when it is one. */
export function occasionOf(word: string): Occasion | null {
  const occasions: Readonly<Record<string, Occasion>> = {
    dispute: 'dispute',
    original_creditor_request: 'original_creditor_request',
    substantiation: 'substantiation_request',
    complaint: 'complaint',
    hardship: 'hardship',
    coerced_debt_notice: 'coerced_debt_notice',
    coerced_debt: 'coerced_debt',
    coerced_debt_reviewed: 'coerced_debt_reviewed',
    credit_transferred: 'credit_transferred',
  };
  return ownValue(occasions, word) ?? null;
}

/** The last instant of a local date, for a due date that a decision worked out. */
export function endOfDate(zone: Zone, date: string): number {
  return instantOfLocal(zone, dayOf(date) + 1, 0) - 1_000;
}
