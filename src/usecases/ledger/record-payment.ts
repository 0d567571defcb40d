import { exactAmount } from '#domain/ledger/typed-amounts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { targetOf } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, type Tx } from '#usecases/app.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { bookPayments } from './steps/book-payments.ts';
import { type Debtor, findDebtor } from './steps/find-debtor.ts';
import { notInFuture } from './steps/not-in-future.ts';

/** A payment somebody records: exactly one of the three references says whose it is. */
export type PaymentToRecord = {
  readonly portfolioId: string;
  readonly accountReference: string | null;
  readonly itemReference: string | null;
  readonly customerReference: string | null;
  /** A plain decimal in the portfolio's currency. */
  readonly amount: string;
  readonly receivedOn: LocalDate;
  /** The client's own reference; the same one is booked once, ever. */
  readonly reference: string;
};

/** The payment as booked; amounts are plain decimals. */
export type RecordedPayment = {
  readonly paymentId: string;
  readonly duplicate: boolean;
  readonly allocated: string;
  readonly unapplied: string;
  readonly currency: string;
};

/**
 * Books one payment by hand. The same reference again answers the first payment and changes
 * nothing. Throws `not-allowed`, `not-found` for a reference nobody knows, `invalid-input` for an
 * amount that is not exact or a day in the future.
 */
export async function recordPayment(
  app: App,
  actor: Actor,
  input: PaymentToRecord,
): Promise<RecordedPayment> {
  allow(actor, 'payment.record', input.portfolioId);
  const place = await placeOf(app, app.db, input.portfolioId);
  const { currency } = place.portfolio;
  const amountMinor = exactAmount(input.amount, currency);
  notInFuture(app, place, input.receivedOn, 'receivedOn');
  return inRetriedTransaction(app.db, async (tx) => {
    const debtor = await findDebtor(app, tx, input);
    const [booked] = await bookPayments(
      app,
      tx,
      input.portfolioId,
      [
        {
          customerId: debtor.customerId,
          accountId: debtor.accountId,
          itemId: debtor.itemId,
          amountMinor,
          currency,
          receivedOn: input.receivedOn,
          source: 'manual',
          reference: input.reference,
        },
      ],
      actor.userId,
    );
    const paymentId = booked?.paymentId ?? (await knownPayment(app, tx, input, debtor));
    return {
      paymentId,
      duplicate: booked?.duplicate ?? false,
      allocated: plainAmount(booked?.allocatedMinor ?? 0n, currency),
      unapplied: plainAmount(booked?.unappliedMinor ?? 0n, currency),
      currency,
    };
  });
}

async function knownPayment(
  app: App,
  tx: Tx,
  { portfolioId, reference }: PaymentToRecord,
  debtor: Debtor,
): Promise<string> {
  const place = { tenantId: app.tenantId, portfolioId };
  const known = await targetOf(tx, place, 'payment', reference);
  if (known && known.customerId === debtor.customerId) return known.targetId;
  throw new Refusal('conflict', { thing: 'payment', reason: 'reference-of-another-customer' });
}
