import type { LocalDate } from '#kernel/time.ts';
import { itemBalances, unappliedByPayment } from './balance.ts';
import { effectOn, type Posting, type PostingKind } from './postings.ts';

/** Why something booked cannot be withdrawn. */
export type ReversalProblem =
  /** Nothing with that id is among the postings. */
  | 'not-found'
  | 'already-reversed'
  /** The event is itself a reversal: book the fact anew instead. */
  | 'is-a-reversal'
  /** Cash came in with this event: take back the whole payment instead. */
  | 'is-a-payment'
  /** An item would be owed or written off less than nothing, or waiting money be overdrawn. */
  | 'below-zero'
  /** Part of the money was given back already, so it is no longer there to be taken. */
  | 'refunded';

/** The mirror postings, or why there are none. */
export type Reversal =
  | { readonly ok: true; readonly postings: readonly Posting[] }
  | { readonly ok: false; readonly reason: ReversalProblem };

/** The event and day under which a reversal is booked. */
export type ReversalBooking = { readonly eventId: string; readonly bookedOn: LocalDate };

/**
 * Takes back everything a payment did: what it paid is owed again on the same items and components,
 * what it recovered of written-off debt is written off again, and what waited is gone. Only once;
 * allocations already withdrawn are not mirrored twice.
 * `history` holds all postings of the payment, better all of the customer.
 */
export function reversePayment(
  history: readonly Posting[],
  paymentId: string,
  booking: ReversalBooking,
): Reversal {
  const mine = history.filter((posting) => posting.paymentId === paymentId);
  if (mine.length === 0) return { ok: false, reason: 'not-found' };
  const standing = notReversed(mine);
  if (standing.length === 0) return { ok: false, reason: 'already-reversed' };
  const wasRefunded = standing.some((p) => p.debit === 'unapplied' && p.credit === 'cash');
  if (wasRefunded) return { ok: false, reason: 'refunded' };
  return {
    ok: true,
    postings: standing.map((posting) => ({
      ...mirror(posting, booking),
      kind: posting.kind === 'write_off' ? 'write_off' : 'payment_reversal',
    })),
  };
}

/**
 * Takes back one event other than a payment: a charge, credit note, write-off, move or a later
 * allocation. Only once, and never so that anything falls below zero. `history` holds all
 * postings of the customer.
 */
export function reverseEvent(
  history: readonly Posting[],
  eventId: string,
  booking: ReversalBooking,
): Reversal {
  const mine = history.filter((posting) => posting.eventId === eventId);
  if (mine.length === 0) return { ok: false, reason: 'not-found' };
  if (mine.some((posting) => posting.reverses !== null)) {
    return { ok: false, reason: 'is-a-reversal' };
  }
  if (mine.some((posting) => posting.debit === 'cash'))
    return { ok: false, reason: 'is-a-payment' };
  if (history.some((posting) => posting.reverses === eventId)) {
    return { ok: false, reason: 'already-reversed' };
  }
  const postings = mine.map((posting) => mirror(posting, booking));
  if (leavesLessThanNothing([...history, ...postings])) return { ok: false, reason: 'below-zero' };
  return { ok: true, postings };
}

/** Whether a payment was withdrawn: none of its postings stands. */
export function isReversed(history: readonly Posting[], paymentId: string): boolean {
  const mine = history.filter((posting) => posting.paymentId === paymentId);
  return mine.length > 0 && notReversed(mine).length === 0;
}

function notReversed(postings: readonly Posting[]): Posting[] {
  const undone = new Set(postings.map((posting) => posting.reverses));
  return postings.filter((posting) => posting.reverses === null && !undone.has(posting.eventId));
}

/** The kind of the mirror of a posting, where it is not the same kind with the sides swapped. */
const mirrorKinds: Partial<Record<PostingKind, PostingKind>> = {
  bill: 'withdrawal',
  fee: 'withdrawal',
  payment: 'payment_reversal',
  credit: 'credit_reversal',
};

function mirror(posting: Posting, booking: ReversalBooking): Posting {
  const { debit, credit, eventId } = posting;
  const kind = mirrorKinds[posting.kind] ?? posting.kind;
  return { ...posting, ...booking, kind, debit: credit, credit: debit, reverses: eventId };
}

function leavesLessThanNothing(postings: readonly Posting[]): boolean {
  for (const { owed } of itemBalances(postings).values()) {
    if (Object.values(owed).some((amount) => amount < 0n)) return true;
  }
  // A write-off that lives again may not be undone as well, or the debt would be owed twice.
  const written = new Map<string | null, bigint>();
  for (const posting of postings) {
    const effect = effectOn('written-off', posting);
    written.set(posting.itemId, (written.get(posting.itemId) ?? 0n) + effect);
  }
  if ([...written.values()].some((amount) => amount < 0n)) return true;
  return [...unappliedByPayment(postings).values()].some((amount) => amount < 0n);
}
