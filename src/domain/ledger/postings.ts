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
export const components = ['principal', 'interest', 'fee', 'cost'] as const;
export type Component = (typeof components)[number];

/** What kind of fact a posting comes from; `withdrawal` withdraws a charge booked in error. */
export const postingKinds = [
  'bill',
  'fee',
  'payment',
  'allocation',
  'credit',
  'payment_reversal',
  'credit_reversal',
  'write_off',
  'move',
  'withdrawal',
  'refund',
] as const;
export type PostingKind = (typeof postingKinds)[number];

/**
 * One movement of money: `amount` leaves `credit` and enters `debit`. One row holds both sides, so
 * it balances by construction. `amount` is positive, in minor units of `currency`.
 */
export type Posting = {
  readonly kind: PostingKind;
  readonly debit: Ledger;
  readonly credit: Ledger;
  readonly amount: bigint;
  readonly currency: string;
  readonly component: Component;
  readonly customerId: string;
  readonly portfolioId: string;
  readonly accountId: string;
  /** Null only for money that belongs to no item yet (`unapplied`). */
  readonly itemId: string | null;
  /** The day the books count it, in the creditor's zone. */
  readonly bookedOn: LocalDate;
  /** The event that made it: all postings of one event stand or fall together. */
  readonly eventId: string;
  /** The payment or credit note whose money moves or waits, null when there is none. */
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
  readonly component: Component;
  readonly amount: bigint;
};

/** Where the debt of a charge comes from, by what it is. */
const sourceOf: Readonly<Record<Component, Ledger>> = {
  principal: 'billed',
  interest: 'interest-income',
  fee: 'fee-income',
  cost: 'billed',
};

type Sides = Pick<Posting, 'kind' | 'debit' | 'credit'>;

function post(booking: Booking, sides: Sides, share: Share, paymentId: string | null): Posting {
  assert(share.amount > 0n, 'a posting moves a positive amount');
  return { ...booking, ...sides, ...share, paymentId, reverses: null };
}

function postAll(
  booking: Booking,
  sides: Sides,
  shares: readonly Share[],
  paymentId: string | null = null,
): Posting[] {
  return shares.map((share) => post(booking, sides, share, paymentId));
}

/** New debt: an invoice or instalment (principal), interest, a fee or a cost that was charged. */
export function charged(booking: Booking, shares: readonly Share[]): Posting[] {
  return shares.map((share) => {
    const kind = share.component === 'fee' ? 'fee' : 'bill';
    const credit = sourceOf[share.component];
    return post(booking, { kind, debit: 'receivable', credit }, share, null);
  });
}

/** A payment as it is booked: to which account it came, and what of it waits for a debt. */
export type Receipt = {
  readonly paymentId: string;
  readonly accountId: string;
  readonly unapplied: bigint;
};

/**
 * Money that came in: `shares` reduce debts, `unapplied` waits (an overpayment, or a debt that may
 * take no money). Together they are the whole payment.
 */
export function paid(booking: Booking, receipt: Receipt, shares: readonly Share[]): Posting[] {
  const { paymentId, accountId, unapplied } = receipt;
  assert(unapplied >= 0n, 'unapplied money is not negative');
  const sides = { kind: 'payment', debit: 'cash', credit: 'receivable' } as const;
  const onDebt = postAll(booking, sides, shares, paymentId);
  if (unapplied === 0n) return onDebt;
  const rest = waiting(
    booking,
    { ...sides, credit: 'unapplied' },
    { paymentId, accountId },
    unapplied,
  );
  return [...onDebt, rest];
}

function waiting(
  booking: Booking,
  sides: Sides,
  payment: { readonly paymentId: string; readonly accountId: string },
  amount: bigint,
): Posting {
  assert(amount > 0n, 'a posting moves a positive amount');
  const { paymentId, accountId } = payment;
  const nowhere = { accountId, itemId: null, component: 'principal' as const };
  return { ...booking, ...sides, ...nowhere, amount, paymentId, reverses: null };
}

/** Money of a payment that waited and now reduces debts. */
export function applied(booking: Booking, paymentId: string, shares: readonly Share[]): Posting[] {
  const sides = { kind: 'allocation', debit: 'unapplied', credit: 'receivable' } as const;
  return postAll(booking, sides, shares, paymentId);
}

/** Waiting money of a payment or credit note that was given back. */
export function refunded(
  booking: Booking,
  payment: { readonly paymentId: string; readonly accountId: string },
  amount: bigint,
): Posting[] {
  const sides = { kind: 'refund', debit: 'unapplied', credit: 'cash' } as const;
  return [waiting(booking, sides, payment, amount)];
}

/** A credit note: the creditor says that this part is not owed. Counted apart from cash. */
export function credited(booking: Booking, shares: readonly Share[]): Posting[] {
  return postAll(booking, { kind: 'credit', debit: 'credited', credit: 'receivable' }, shares);
}

/** What of a credit note its item did not owe any more: it waits on the account for the customer. */
export function creditedOnAccount(
  booking: Booking,
  note: { readonly creditId: string; readonly accountId: string },
  amount: bigint,
): Posting {
  const sides = { kind: 'credit', debit: 'credited', credit: 'unapplied' } as const;
  const { creditId: paymentId, accountId } = note;
  return waiting(booking, sides, { paymentId, accountId }, amount);
}

/**
 * What waited of a credit note and now reduces debts: it stops waiting, and is credited to them. So it
 * counts with credits and never as money that was collected.
 */
export function creditApplied(
  booking: Booking,
  note: { readonly creditId: string; readonly accountId: string },
  shares: readonly Share[],
): Posting[] {
  const { creditId: paymentId, accountId } = note;
  const total = shares.reduce((sum, { amount }) => sum + amount, 0n);
  const ends = { kind: 'credit', debit: 'unapplied', credit: 'credited' } as const;
  const onDebt = { kind: 'credit', debit: 'credited', credit: 'receivable' } as const;
  return [
    waiting(booking, ends, { paymentId, accountId }, total),
    ...postAll(booking, onDebt, shares, paymentId),
  ];
}

/** Debt the creditor no longer expects to get. */
export function writtenOff(booking: Booking, shares: readonly Share[]): Posting[] {
  return postAll(
    booking,
    { kind: 'write_off', debit: 'written-off', credit: 'receivable' },
    shares,
  );
}

/**
 * Written-off debt that lives again, for instance because a payment for it arrived: then that payment
 * is named, and taking it back writes the debt off anew.
 */
export function reinstated(
  booking: Booking,
  shares: readonly Share[],
  paymentId: string | null = null,
): Posting[] {
  const sides = { kind: 'write_off', debit: 'receivable', credit: 'written-off' } as const;
  return postAll(booking, sides, shares, paymentId);
}

/** Debt that left the portfolio: to a lawyer, an agency, a buyer or another portfolio. */
export function movedOut(booking: Booking, shares: readonly Share[]): Posting[] {
  return postAll(booking, { kind: 'move', debit: 'moved', credit: 'receivable' }, shares);
}

/** Debt that came into the portfolio from another one, or back from outside. */
export function movedIn(booking: Booking, shares: readonly Share[]): Posting[] {
  return postAll(booking, { kind: 'move', debit: 'receivable', credit: 'moved' }, shares);
}

/** What a posting does to a ledger: plus what enters it, minus what leaves it, in minor units. */
export function effectOn(ledger: Ledger, posting: Posting): bigint {
  const into = posting.debit === ledger ? posting.amount : 0n;
  const outOf = posting.credit === ledger ? posting.amount : 0n;
  return into - outOf;
}
