import { exactAmount } from '#domain/ledger/typed-amounts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { bookCredits } from './steps/book-credits.ts';
import { findDebtor } from './steps/find-debtor.ts';
import { notInFuture } from './steps/not-in-future.ts';

/** A credit note somebody records for an item. */
export type CreditToRecord = {
  readonly portfolioId: string;
  readonly itemReference: string;
  readonly amount: string;
  readonly issuedOn: LocalDate;
  readonly reason: string;
  readonly reference: string;
};

/**
 * Books one credit note by hand; the same reference again changes nothing. Throws `not-allowed`,
 * `not-found`, or `invalid-input`, as when the item does not hold that much.
 */
export async function recordCredit(
  app: App,
  actor: Actor,
  input: CreditToRecord,
): Promise<{ readonly done: true; readonly duplicate: boolean }> {
  allow(actor, 'payment.record', input.portfolioId);
  const place = await placeOf(app, app.db, input.portfolioId);
  const { currency } = place.portfolio;
  const amountMinor = exactAmount(input.amount, currency);
  notInFuture(app, place, input.issuedOn, 'issuedOn');
  return inRetriedTransaction(app.db, async (tx) => {
    const none = { accountReference: null, customerReference: null };
    const { customerId, itemId } = await findDebtor(app, tx, { ...input, ...none });
    const { reference, issuedOn, reason } = input;
    const row = { customerId, itemId: itemId ?? '', reference, amountMinor, issuedOn, reason };
    const [booked] = await bookCredits(app, tx, input.portfolioId, [row], actor.userId);
    if (booked?.outcome === 'more-than-owed') {
      const problems = [{ path: 'amount', message: 'more-than-owed' }];
      throw new Refusal('invalid-input', { problems });
    }
    return { done: true, duplicate: booked?.outcome === 'duplicate' };
  });
}
