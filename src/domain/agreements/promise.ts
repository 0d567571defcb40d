import { addDays, type Instant, type LocalDate, msOf } from '#kernel/time.ts';

/** Where a promise to pay stands. */
export const promiseStates = [
  'open',
  'kept',
  'partly_kept',
  'broken',
  'withdrawn',
  'replaced',
] as const;
export type PromiseState = (typeof promiseStates)[number];

/**
 * From which state a promise may go where. Judged states follow the money: a payment that bounces,
 * or one that was made in time but learned of late, judges the promise anew.
 */
export const promiseTransitions: Readonly<Record<PromiseState, readonly PromiseState[]>> = {
  open: ['kept', 'partly_kept', 'broken', 'withdrawn', 'replaced'],
  kept: ['open', 'partly_kept', 'broken'],
  partly_kept: ['open', 'kept', 'broken'],
  broken: ['open', 'kept', 'partly_kept'],
  withdrawn: [],
  replaced: [],
};

/** A promise as it was made: an amount in minor units by a day, with its own tolerance. */
export type PaymentPromise = {
  readonly promiseId: string;
  readonly madeAt: Instant;
  readonly dueOn: LocalDate;
  readonly amount: bigint;
  readonly toleranceDays: number;
  readonly toleranceMinor: bigint;
  readonly state: PromiseState;
  /** The items that it is about; null for whatever the customer owes. */
  readonly itemIds: readonly string[] | null;
  /** Those items owe nothing any more. */
  readonly isSettled: boolean;
};

/** A payment of the promiser; `amount` in minor units of the same currency. */
export type CountedPayment = {
  readonly paymentId: string;
  /** The day the payer paid, as the bank or the agent says. */
  readonly receivedOn: LocalDate;
  /** When our books learned of it. */
  readonly recordedAt: Instant;
  readonly amount: bigint;
  readonly reversed: boolean;
  /** What of it went to which item when it came; the rest found no debt then. */
  readonly parts: readonly { readonly itemId: string; readonly amount: bigint }[];
};

/** What of an item was credited: nobody has to pay it. Minor units. */
export type CreditedPart = {
  readonly itemId: string;
  readonly creditedOn: LocalDate;
  readonly recordedAt: Instant;
  readonly amount: bigint;
};

/** What the ledger says about a promise today. */
export type PromiseJudgement = {
  readonly promiseId: string;
  readonly state: PromiseState;
  /** All money counted for it, which may be more than was promised. */
  readonly paid: bigint;
  readonly paymentIds: readonly string[];
};

/** The last day on which a payment keeps the promise. */
export function deadlineOf(promise: Pick<PaymentPromise, 'dueOn' | 'toleranceDays'>): LocalDate {
  return addDays(promise.dueOn, promise.toleranceDays);
}

/**
 * Judges all promises of a case from all its payments, from the start, so that judging twice
 * changes nothing. The rules (M-142, M-145):
 * - a payment counts for one promise only: the oldest due one that still lacks money;
 * - early money counts from the moment the promise was made; money our books knew before does not,
 *   because the promise was made about what remained;
 * - too little counts up to the tolerance as kept, else as partly kept once the deadline is over;
 * - too much keeps the promise and counts for no other;
 * - what of a payment went to other items than the promise is about does not count for it;
 * - a credit note asks for no money: it counts once nothing is owed on those items any more;
 * - a bounced payment does not count, so the promise is open again or broken.
 */
export function judgePromises(
  promises: readonly PaymentPromise[],
  payments: readonly CountedPayment[],
  today: LocalDate,
  credits: readonly CreditedPart[] = [],
): PromiseJudgement[] {
  const running = promises
    .filter(({ state }) => state !== 'withdrawn' && state !== 'replaced')
    .toSorted(oldestDueFirst)
    .map((promise) => ({
      promise,
      madeMs: msOf(promise.madeAt),
      deadline: deadlineOf(promise),
      paid: 0n,
      paymentIds: [] as string[],
    }));
  for (const payment of payments.filter(({ reversed }) => !reversed).toSorted(firstPaidFirst)) {
    const recordedMs = msOf(payment.recordedAt);
    const wanting = running.find(
      ({ promise, madeMs, deadline, paid }) =>
        madeMs <= recordedMs &&
        payment.receivedOn <= deadline &&
        !isMet(promise, paid) &&
        countedFor(promise, payment) > 0n,
    );
    if (!wanting) continue;
    wanting.paid += countedFor(wanting.promise, payment);
    wanting.paymentIds.push(payment.paymentId);
  }
  for (const { itemId, recordedAt, creditedOn, amount } of credits) {
    const wanting = running.find(
      ({ promise, madeMs, deadline, paid }) =>
        promise.isSettled &&
        promise.itemIds?.includes(itemId) === true &&
        madeMs <= msOf(recordedAt) &&
        creditedOn <= deadline &&
        !isMet(promise, paid),
    );
    if (wanting) wanting.paid += amount;
  }
  const byId = new Map(running.map((entry) => [entry.promise.promiseId, entry]));
  return promises.map((promise) => {
    const { promiseId } = promise;
    const entry = byId.get(promiseId);
    if (!entry) return { promiseId, state: promise.state, paid: 0n, paymentIds: [] };
    const { paid, paymentIds, deadline } = entry;
    return { promiseId, state: stateOf(promise, paid, today > deadline), paid, paymentIds };
  });
}

/** What of a payment counts for a promise: all but what went to items that it is not about. */
function countedFor({ itemIds }: PaymentPromise, { amount, parts }: CountedPayment): bigint {
  if (itemIds === null) return amount;
  const elsewhere = parts.filter(({ itemId }) => !itemIds.includes(itemId));
  return elsewhere.reduce((rest, part) => rest - part.amount, amount);
}

function isMet(promise: PaymentPromise, paid: bigint): boolean {
  return paid > 0n && paid + promise.toleranceMinor >= promise.amount;
}

function stateOf(promise: PaymentPromise, paid: bigint, isOver: boolean): PromiseState {
  if (isMet(promise, paid)) return 'kept';
  if (!isOver) return 'open';
  return paid > 0n ? 'partly_kept' : 'broken';
}

function oldestDueFirst(a: PaymentPromise, b: PaymentPromise): number {
  return (
    compare(a.dueOn, b.dueOn) ||
    msOf(a.madeAt) - msOf(b.madeAt) ||
    compare(a.promiseId, b.promiseId)
  );
}

function firstPaidFirst(a: CountedPayment, b: CountedPayment): number {
  return (
    compare(a.receivedOn, b.receivedOn) ||
    msOf(a.recordedAt) - msOf(b.recordedAt) ||
    compare(a.paymentId, b.paymentId)
  );
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Whether a new promise may be taken, or how many were broken and when the next may be. */
export type PromiseLimit =
  | { readonly ok: true }
  | {
      readonly ok: false;
      readonly reason: 'too-many-broken-promises';
      readonly broken: number;
      readonly limit: number;
      readonly until: LocalDate;
    };

/**
 * No new promise after `maxBrokenPromises` were broken within the window, until the oldest of those
 * leaves it (M-143). A partly kept promise is not a broken one.
 */
export function promiseLimit(
  history: readonly Pick<PaymentPromise, 'state' | 'dueOn'>[],
  policy: { readonly maxBrokenPromises: number; readonly brokenWindowDays: number },
  today: LocalDate,
): PromiseLimit {
  const { maxBrokenPromises: limit, brokenWindowDays } = policy;
  const ends = history
    .filter(({ state }) => state === 'broken')
    .map(({ dueOn }) => addDays(dueOn, brokenWindowDays))
    .filter((end) => end > today)
    .toSorted(compare);
  const until = ends[ends.length - limit];
  if (ends.length < limit || until === undefined) return { ok: true };
  return { ok: false, reason: 'too-many-broken-promises', broken: ends.length, limit, until };
}
