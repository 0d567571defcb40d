import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { bookPaymentByHand, lookAtPayment, type PaymentToRecord } from './steps/book-by-hand.ts';
import { needsSecondPerson } from './steps/needs-second-person.ts';

/** The payment as booked, or the approval that it waits for; amounts are plain decimals. */
type RecordedPayment = {
  /** Null while it waits. */
  readonly paymentId: string | null;
  readonly approvalId: string | null;
  readonly duplicate: boolean;
  readonly allocated: string;
  readonly unapplied: string;
  readonly currency: string;
};

/**
 * Books one payment by hand; above the portfolio's limit of a day it waits for a second person. The same
 * reference again answers the first payment and changes nothing. Throws `not-allowed`, `not-found` for
 * a reference nobody knows, `invalid-input` for an amount that is not exact or a day in the future,
 * `conflict` while the same payment waits.
 */
export async function recordPayment(
  app: App,
  actor: Actor,
  input: PaymentToRecord,
): Promise<RecordedPayment> {
  const { portfolioId, reference } = input;
  allow(actor, 'payment.record', portfolioId);
  return inRetriedTransaction(app.db, async (tx) => {
    const { amountMinor, currency, debtor, known, place } = await lookAtPayment(app, tx, input);
    const { customerId } = debtor;
    const asked = { kind: 'payment', place, customerId, amountMinor } as const;
    if (known !== null || !(await needsSecondPerson(app, tx, actor, asked))) {
      return { ...(await bookPaymentByHand(app, tx, input, actor.userId)), approvalId: null };
    }
    const approvalId = await askApproval(app, tx, actor, {
      ...{ kind: 'payment', subject: `payment:${portfolioId}:${reference}`, portfolioId },
      ...{ customerId, about: { ...input }, amountMinor, reason: reference },
    });
    const nothing = plainAmount(0n, currency);
    const waits = { paymentId: null, duplicate: false, allocated: nothing, unapplied: nothing };
    return { ...waits, approvalId, currency };
  });
}
