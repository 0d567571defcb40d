import { exactAmount } from '#domain/ledger/typed-amounts.ts';
import type { Payer } from '#domain/parties/payers.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { targetOf } from '#storage/ledger/ledger.ts';
import type { App, Tx } from '#usecases/app.ts';
import type { Answered } from '#usecases/approvals/steps/answer-approval.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { bookCredits } from './book-credits.ts';
import { bookPayments } from './book-payments.ts';
import { expectApprovable } from './expect-approvable.ts';
import { type Debtor, findDebtor } from './find-debtor.ts';
import { notInFuture } from './not-in-future.ts';
import { type ReversalToRecord, reverseBooking } from './reverse-booking.ts';
import { applyByHand, type MoneyToApply, type MoneyToRefund, refundByHand } from './use-money.ts';

/** A payment somebody records: exactly one of the three references says whose it is. */
export type PaymentToRecord = {
  readonly portfolioId: string;
  readonly accountReference: string | null;
  readonly itemReference: string | null;
  readonly customerReference: string | null;
  /** A plain decimal in the portfolio's currency. */
  readonly amount: string;
  readonly receivedOn: LocalDate;
  /** Whose money it was; left out where nobody told. */
  readonly payer?: Payer;
  /** The client's own reference; the same one is booked once, ever. */
  readonly reference: string;
};

/** A credit note somebody records for an item. */
export type CreditToRecord = {
  readonly portfolioId: string;
  readonly itemReference: string;
  readonly amount: string;
  readonly issuedOn: LocalDate;
  readonly reason: string;
  readonly reference: string;
};

/** What was booked; amounts are plain decimals. */
type Booked = {
  readonly paymentId: string;
  readonly duplicate: boolean;
  readonly allocated: string;
  readonly unapplied: string;
  readonly currency: string;
};

/** Whose a payment by hand is, its sum, and the payment that its reference already booked, if any. */
export async function lookAtPayment(app: App, tx: Tx, input: PaymentToRecord) {
  const place = await placeOf(app, tx, input.portfolioId);
  const { currency } = place.portfolio;
  const amountMinor = exactAmount(input.amount, currency);
  notInFuture(app, place, input.receivedOn, 'receivedOn');
  const debtor = await findDebtor(app, tx, input);
  const known = await knownPayment(app, tx, input, debtor);
  return { amountMinor, currency, debtor, known, place };
}

/** Books a payment by hand in the caller's transaction; the same reference again changes nothing. */
export async function bookPaymentByHand(
  app: App,
  tx: Tx,
  input: PaymentToRecord,
  userId: string | null,
): Promise<Booked> {
  const { amountMinor, currency, debtor } = await lookAtPayment(app, tx, input);
  const { receivedOn, reference, payer = 'unknown' } = input;
  const { itemId, ...owner } = debtor;
  const itemIds = itemId === null ? [] : [itemId];
  const told = { amountMinor, currency, receivedOn, payer, reference };
  const row = { ...owner, itemIds, ...told, source: 'manual' };
  const [booked] = await bookPayments(app, tx, input.portfolioId, [row], userId);
  const paymentId = booked?.paymentId ?? (await knownPayment(app, tx, input, debtor));
  if (!paymentId) throw new Refusal('not-found', { thing: 'payment', id: reference });
  return {
    paymentId,
    duplicate: booked?.duplicate ?? false,
    allocated: plainAmount(booked?.allocatedMinor ?? 0n, currency),
    unapplied: plainAmount(booked?.unappliedMinor ?? 0n, currency),
    currency,
  };
}

/** The payment that a reference booked before. Throws `conflict` when it was another customer's. */
async function knownPayment(
  app: App,
  tx: Tx,
  { portfolioId, reference }: PaymentToRecord,
  debtor: Debtor,
): Promise<string | null> {
  const place = { tenantId: app.tenantId, portfolioId };
  const known = await targetOf(tx, place, 'payment', reference);
  if (!known) return null;
  if (known.customerId === debtor.customerId) return known.targetId;
  throw new Refusal('conflict', { thing: 'payment', reason: 'reference-of-another-customer' });
}

/** Whose a credit by hand is and its sum. */
export async function lookAtCredit(app: App, tx: Tx, input: CreditToRecord) {
  const place = await placeOf(app, tx, input.portfolioId);
  const { currency } = place.portfolio;
  const amountMinor = exactAmount(input.amount, currency);
  notInFuture(app, place, input.issuedOn, 'issuedOn');
  const none = { accountReference: null, customerReference: null };
  const { customerId, accountId, itemId } = await findDebtor(app, tx, { ...input, ...none });
  const at = { tenantId: app.tenantId, portfolioId: input.portfolioId };
  const known = await targetOf(tx, at, 'credit', input.reference);
  return {
    place,
    amountMinor,
    customerId,
    accountId,
    itemId: itemId ?? '',
    currency,
    known: known !== undefined,
  };
}

/**
 * Books a credit by hand in the caller's transaction; the same reference again changes nothing. Answers
 * what its item did not owe any more, which waits on the account.
 */
export async function bookCreditByHand(
  app: App,
  tx: Tx,
  input: CreditToRecord,
  userId: string | null,
): Promise<{ readonly duplicate: boolean; readonly unapplied: string }> {
  const { customerId, accountId, itemId, amountMinor, currency } = await lookAtCredit(
    app,
    tx,
    input,
  );
  const { reference, issuedOn, reason } = input;
  const row = { customerId, accountId, itemId, reference, amountMinor, issuedOn, reason };
  const [booked] = await bookCredits(app, tx, input.portfolioId, [row], userId);
  if (booked?.outcome === 'more-than-owed') {
    const problems = [{ path: 'amount', message: 'more-than-owed' }];
    throw new Refusal('invalid-input', { problems });
  }
  return {
    duplicate: booked?.outcome === 'duplicate',
    unapplied: plainAmount(booked?.unappliedMinor ?? 0n, currency),
  };
}

/**
 * Books what was approved, in the name of whoever asked, within the approver's own limit of the day as it is now.
 * Throws `authority-exceeded`, and whatever the booking itself refuses, as when the debt is less by now
 * or the reference was booked meanwhile.
 */
export async function carryOutBooking(
  app: App,
  tx: Tx,
  actor: Actor,
  answered: Answered,
): Promise<void> {
  const { kind, about, askedBy, portfolioId: id } = answered;
  await expectApprovable(app, tx, actor, answered);
  if (kind === 'reversal') {
    await reverseBooking(app, tx, about as ReversalToRecord, () => askedBy);
    return;
  }
  if (kind === 'allocation') return applyByHand(app, tx, about as MoneyToApply, askedBy);
  if (kind === 'refund') return refundByHand(app, tx, about as MoneyToRefund, askedBy);
  const booked =
    kind === 'credit'
      ? await bookCreditByHand(app, tx, about as CreditToRecord, askedBy)
      : await bookPaymentByHand(app, tx, about as PaymentToRecord, askedBy);
  if (booked.duplicate) throw new Refusal('already-done', { thing: kind, id: id ?? '' });
}
