import { assert } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';

/** The accounts of the book-keeping that a posting moves money between. */
export const ledgers = [
  'receivable',
  'cash',
  'unapplied',
  'billed',
  'fee-income',
  'interest-income',
  'credited',
  'written-off',
  'moved',
] as const;
export type Ledger = (typeof ledgers)[number];

/** What a part of a debt is made of. */
export const buckets = ['principal', 'interest', 'fee', 'cost'] as const;
export type Bucket = (typeof buckets)[number];

/**
 * One movement of money: `amount` leaves `credit` and enters `debit`. One row holds both sides, so
 * it balances by construction. `amount` is positive, in minor units of `currency`.
 */
export type Posting = {
  readonly debit: Ledger;
  readonly credit: Ledger;
  readonly amount: bigint;
  readonly currency: string;
  readonly bucket: Bucket;
  readonly customerId: string;
  readonly portfolioId: string;
  /** Null only for money that belongs to no account yet (`unapplied`). */
  readonly accountId: string | null;
  /** Null only for money that belongs to no item yet (`unapplied`). */
  readonly itemId: string | null;
  /** The day the books count it, in the creditor's zone. */
  readonly bookedOn: LocalDate;
  /** The event that made it: all postings of one event stand or fall together. */
  readonly eventId: string;
  /** The payment whose money moves, null when no cash is involved. */
  readonly paymentId: string | null;
  /** The event that this posting mirrors, null for anything but a reversal. */
  readonly reverses: string | null;
};

/** When, for whom and through which event something is booked. */
export type Booking = {
  readonly customerId: string;
  readonly portfolioId: string;
  readonly currency: string;
  readonly bookedOn: LocalDate;
  readonly eventId: string;
};

/** A part of one item, in minor units of the booking's currency. */
export type Share = {
  readonly accountId: string;
  readonly itemId: string;
  readonly bucket: Bucket;
  readonly amount: bigint;
};

/** Where the debt of a charge comes from, by what it is. */
const sourceOf: Readonly<Record<Bucket, Ledger>> = {
  principal: 'billed',
  interest: 'interest-income',
  fee: 'fee-income',
  cost: 'billed',
};

function post(
  booking: Booking,
  sides: { debit: Ledger; credit: Ledger },
  share: Share,
  paymentId: string | null = null,
): Posting {
  assert(share.amount > 0n, 'a posting moves a positive amount');
  return { ...booking, ...sides, ...share, paymentId, reverses: null };
}

/** New debt: an invoice or instalment (principal), interest, a fee or a cost that was charged. */
export function charged(booking: Booking, shares: readonly Share[]): Posting[] {
  return shares.map((share) =>
    post(booking, { debit: 'receivable', credit: sourceOf[share.bucket] }, share),
  );
}

/**
 * Money that came in: `shares` reduce debts, `unapplied` waits for an owner (an overpayment, or a
 * debt that may take no money). Together they are the whole payment.
 */
export function paid(
  booking: Booking,
  payment: { readonly paymentId: string; readonly unapplied: bigint },
  shares: readonly Share[],
): Posting[] {
  const { paymentId, unapplied } = payment;
  assert(unapplied >= 0n, 'unapplied money is not negative');
  const onDebt = shares.map((share) =>
    post(booking, { debit: 'cash', credit: 'receivable' }, share, paymentId),
  );
  if (unapplied === 0n) return onDebt;
  return [
    ...onDebt,
    waiting(booking, { debit: 'cash', credit: 'unapplied' }, unapplied, paymentId),
  ];
}

function waiting(
  booking: Booking,
  sides: { debit: Ledger; credit: Ledger },
  amount: bigint,
  paymentId: string,
): Posting {
  assert(amount > 0n, 'a posting moves a positive amount');
  const nowhere = { accountId: null, itemId: null, bucket: 'principal' as const };
  return { ...booking, ...sides, ...nowhere, amount, paymentId, reverses: null };
}

/** Money of a payment that waited and now reduces debts. */
export function applied(booking: Booking, paymentId: string, shares: readonly Share[]): Posting[] {
  return shares.map((share) =>
    post(booking, { debit: 'unapplied', credit: 'receivable' }, share, paymentId),
  );
}

/** Waiting money of a payment that was given back to the payer. */
export function refunded(booking: Booking, paymentId: string, amount: bigint): Posting[] {
  return [waiting(booking, { debit: 'unapplied', credit: 'cash' }, amount, paymentId)];
}

/** A credit note: the creditor says that this part is not owed. Counted apart from cash. */
export function credited(booking: Booking, shares: readonly Share[]): Posting[] {
  return shares.map((share) => post(booking, { debit: 'credited', credit: 'receivable' }, share));
}

/** Debt the creditor no longer expects to get. */
export function writtenOff(booking: Booking, shares: readonly Share[]): Posting[] {
  return shares.map((share) =>
    post(booking, { debit: 'written-off', credit: 'receivable' }, share),
  );
}

/** Written-off debt that lives again, for instance because a payment for it arrived. */
export function reinstated(booking: Booking, shares: readonly Share[]): Posting[] {
  return shares.map((share) =>
    post(booking, { debit: 'receivable', credit: 'written-off' }, share),
  );
}

/** Debt that left the portfolio: to a lawyer, an agency, a buyer or another portfolio. */
export function movedOut(booking: Booking, shares: readonly Share[]): Posting[] {
  return shares.map((share) => post(booking, { debit: 'moved', credit: 'receivable' }, share));
}

/** Debt that came into the portfolio from another one, or back from outside. */
export function movedIn(booking: Booking, shares: readonly Share[]): Posting[] {
  return shares.map((share) => post(booking, { debit: 'receivable', credit: 'moved' }, share));
}

/** What a posting does to a ledger: plus what enters it, minus what leaves it, in minor units. */
export function effectOn(ledger: Ledger, posting: Posting): bigint {
  const into = posting.debit === ledger ? posting.amount : 0n;
  const outOf = posting.credit === ledger ? posting.amount : 0n;
  return into - outOf;
}
