import { addDays, daysBetween, type LocalDate } from '#kernel/time.ts';

/** What can lie over a case and block some of the actions on it while it stands. */
export const holdKinds = [
  'dispute',
  'hardship',
  'vulnerable',
  'deceased',
  'insolvent',
  'represented',
  'identity',
  'coerced-debt',
  'error',
  'complaint',
  'technical',
  'stop-contact',
] as const;

/** Circumstances that an agent hears of and that pause pressure. */
export const circumstances = [
  ...(['hardship', 'vulnerable', 'deceased', 'insolvent'] as const),
  ...(['identity', 'coerced-debt', 'complaint'] as const),
] as const;

/** One of `circumstances`. */
export type Circumstance = (typeof circumstances)[number];

/** One of `holdKinds`. */
export type HoldKind = (typeof holdKinds)[number];

/**
 * Everything the product or its people can do to a case. `answer` is a contact the customer
 * started; `service-call` helps and asks for no money under pressure; `threat` is any wording of
 * consequences; `escalate` is each move up the ladder; `place` hands over to an agency or lawyer.
 */
export const actionKinds = [
  'chase-call',
  'service-call',
  'answer',
  'notice',
  'threat',
  're-present',
  'fee',
  'interest',
  'restrict',
  'escalate',
  'place',
  'write-off',
  'task',
] as const;

/** One of `actionKinds`. */
export type ActionKind = (typeof actionKinds)[number];

const pressure: readonly ActionKind[] = [
  'chase-call',
  'threat',
  'fee',
  'restrict',
  'escalate',
  'place',
];
const takingMoney: readonly ActionKind[] = ['re-present', 'interest'];
const everyContact: readonly ActionKind[] = ['service-call', 'notice'];

/**
 * The actions each hold blocks. `answer` and `task` are never blocked: people may always be heard
 * and the back office may always correct data. No hold leaves contact open that asks for payment, so
 * each blocks letters and service calls too; only a specialist still makes service calls to somebody
 * vulnerable. Sources: dispute 15 U.S.C. §1692g(b) and 12 CFR 1006.38;
 * hardship and vulnerable FCA CONC 7.3 and 7.10; insolvent 11 U.S.C. §362(a); represented 15 U.S.C.
 * §1692c(a)(2); identity 15 U.S.C. §1681c-2; coerced-debt N.Y. Gen. Bus. Law §604-bb and Cal. Civ.
 * Code §1798.97.2; stop-contact 15 U.S.C. §1692c(c). Deceased, error (a debt that may not be owed at
 * all), complaint and technical are the house's own rules.
 */
export const holdBlocks: Readonly<Record<HoldKind, readonly ActionKind[]>> = {
  dispute: [...pressure, ...takingMoney, ...everyContact, 'write-off'],
  hardship: [...pressure, ...takingMoney, ...everyContact],
  vulnerable: [...pressure, 'notice'],
  deceased: [...pressure, ...takingMoney, ...everyContact],
  insolvent: [...pressure, ...takingMoney, ...everyContact],
  represented: [...pressure, ...everyContact],
  identity: [...pressure, ...takingMoney, ...everyContact, 'write-off'],
  'coerced-debt': [...pressure, ...takingMoney, ...everyContact, 'write-off'],
  error: [...pressure, ...takingMoney, ...everyContact],
  complaint: [...pressure, ...everyContact],
  technical: [...pressure, ...takingMoney, ...everyContact],
  'stop-contact': ['chase-call', ...everyContact],
};

/** What a hold of a kind blocks: all that can be blocked for a kind that nobody knows. */
export function blocksOf(kind: string): readonly ActionKind[] {
  const known = holdKinds.find((one) => one === kind);
  if (known) return holdBlocks[known];
  return actionKinds.filter((action) => action !== 'answer' && action !== 'task');
}

/** Whether nobody asks for what a hold of this kind covers. */
export const stopsAsking = (kind: string): boolean => blocksOf(kind).includes('chase-call');

/** The part of the debt a hold covers: an account, some items, or an amount in minor units. */
export type HoldPart =
  | { readonly kind: 'account'; readonly accountId: string }
  | { readonly kind: 'items'; readonly itemIds: readonly string[] }
  | { readonly kind: 'amount'; readonly minor: bigint };

/** The part that the columns of a hold say; null for the whole. */
export function holdPart(of: {
  readonly accountId: string | null;
  readonly itemId: string | null;
  readonly amount: bigint | null;
}): HoldPart | null {
  if (of.amount !== null) return { kind: 'amount', minor: of.amount };
  if (of.itemId !== null) return { kind: 'items', itemIds: [of.itemId] };
  return of.accountId === null ? null : { kind: 'account', accountId: of.accountId };
}

/** A hold on a case. `part` is null when it covers the whole debt; `liftedOn` null while it stands. */
export type Hold = {
  readonly kind: HoldKind;
  readonly setOn: LocalDate;
  readonly reviewOn: LocalDate | null;
  readonly owner: string | null;
  readonly part: HoldPart | null;
  readonly liftedOn: LocalDate | null;
};

/** What keeps a hold from being set. */
export type HoldProblem = 'hold-without-review' | 'hold-without-owner' | 'review-before-hold';

/** The faults of a hold: each needs an owner, and a review date not before its start. */
export function holdProblems(hold: Hold): HoldProblem[] {
  const problems: HoldProblem[] = [];
  if (!hold.owner) problems.push('hold-without-owner');
  if (!hold.reviewOn) problems.push('hold-without-review');
  else if (hold.reviewOn < hold.setOn) problems.push('review-before-hold');
  return problems;
}

/** The holds that stand. */
export function standingHolds(holds: readonly Hold[]): Hold[] {
  return holds.filter((hold) => hold.liftedOn === null);
}

/** Whether an action is blocked, and by which holds. */
export type Blocked = { readonly blocked: boolean; readonly by: readonly HoldKind[] };

/** Moves that concern the customer as a whole: a part dispute blocks them like a full one. */
const wholeCase: ReadonlySet<ActionKind> = new Set(['restrict', 'escalate', 'place', 'write-off']);

/**
 * Whether the standing holds block an action. A hold on a part of the debt leaves the rest open to
 * contact when `freeMinor` (see `freeOfHolds`) says that a rest exists.
 */
export function blocked(
  holds: readonly Hold[],
  action: ActionKind,
  freeMinor: bigint = 0n,
): Blocked {
  const by = standingHolds(holds)
    .filter((hold) => blocksOf(hold.kind).includes(action))
    .filter((hold) => hold.part === null || freeMinor <= 0n || wholeCase.has(action))
    .map((hold) => hold.kind);
  return { blocked: by.length > 0, by };
}

/** Where an item of a debt stands. */
export type ItemPlace = { readonly itemId: string; readonly accountId: string };

/** An item with what is open of it, in minor units. */
export type OverdueItem = ItemPlace & { readonly openMinor: bigint };

/** Whether a hold on a part covers an item whole; one on an amount covers none. */
export function coversItem({ part }: Hold, { itemId, accountId }: ItemPlace): boolean {
  if (part === null) return true;
  if (part.kind === 'account') return part.accountId === accountId;
  return part.kind === 'items' && part.itemIds.includes(itemId);
}

/**
 * The overdue minor units no hold on a part covers. Held items drop out whole; held amounts come
 * off what is left, never below zero. A standing hold on the whole debt is for `blocked` to say.
 */
export function freeOfHolds(items: readonly OverdueItem[], holds: readonly Hold[]): bigint {
  const parts = standingHolds(holds).filter(({ part }) => part !== null);
  let free = 0n;
  for (const { part } of parts) if (part?.kind === 'amount') free -= part.minor;
  for (const item of items) {
    if (!parts.some((hold) => coversItem(hold, item))) free += item.openMinor;
  }
  return free > 0n ? free : 0n;
}

/** The kinds of standing hold under which nobody asks for any of the overdue debt today. */
export function askingStopped(items: readonly OverdueItem[], holds: readonly Hold[]): HoldKind[] {
  return [...new Set(blocked(holds, 'chase-call', freeOfHolds(items, holds)).by)];
}

/** The first day a person must look at the holds again; null when none stands. */
export function nextReviewOn(holds: readonly Hold[]): LocalDate | null {
  const dates = standingHolds(holds).flatMap((hold) => (hold.reviewOn ? [hold.reviewOn] : []));
  return dates.sort()[0] ?? null;
}

/** Whether the clock of announced dates and stage waits stands still. */
export function clockPaused(holds: readonly Hold[]): boolean {
  return blocked(holds, 'escalate').blocked;
}

/** The day since which the clock has stood still without a break; null when it runs. */
export function pausedSince(holds: readonly Hold[]): LocalDate | null {
  const pausing = holds
    .filter((hold) => blocksOf(hold.kind).includes('escalate'))
    .toSorted((a, b) => (a.setOn < b.setOn ? -1 : 1));
  let since: LocalDate | null = null;
  let until: LocalDate | null = null;
  for (const hold of pausing) {
    const touches = since !== null && (until === null || hold.setOn <= until);
    if (!touches) since = hold.setOn;
    if (!touches) until = hold.liftedOn;
    else if (until !== null && (hold.liftedOn === null || hold.liftedOn > until)) {
      until = hold.liftedOn;
    }
  }
  return until === null ? since : null;
}

/**
 * Where a date lands when the clock runs again: what was left of the wait when it stopped is left
 * again. A date that had already passed when the clock stopped is due on the day it runs again.
 */
export function resumedOn(
  dueOn: LocalDate,
  clock: { readonly pausedOn: LocalDate; readonly resumedOn: LocalDate },
): LocalDate {
  const leftDays = Math.max(0, daysBetween(clock.pausedOn, dueOn));
  return addDays(clock.resumedOn, leftDays);
}

/** A hold that a person lifts or, for hardship, refuses: it always carries a name and a reason. */
export type HoldDecision = {
  readonly on: LocalDate;
  readonly by: string;
  readonly reason: string;
};

/** Lifts a hold, or says why not: a decision without a person or a reason is none. */
export function liftHold(
  hold: Hold,
  decision: HoldDecision,
): { readonly ok: true; readonly hold: Hold } | { readonly ok: false; readonly reason: string } {
  if (hold.liftedOn !== null) return { ok: false, reason: 'already-lifted' };
  if (decision.by.trim() === '') return { ok: false, reason: 'no-person' };
  if (decision.reason.trim() === '') return { ok: false, reason: 'no-reason' };
  if (decision.on < hold.setOn) return { ok: false, reason: 'lifted-before-set' };
  return { ok: true, hold: { ...hold, liftedOn: decision.on } };
}
