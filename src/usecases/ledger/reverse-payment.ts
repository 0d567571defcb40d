import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockPayment } from '#storage/ledger/payments.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { needsSecondPerson } from './steps/needs-second-person.ts';
import { type ReversalToRecord, reverseBooking } from './steps/reverse-booking.ts';

/**
 * Reverses a payment, whole and once: its debt is owed again, the case goes back to the step it had
 * reached, promises are judged again, and a type B event records it; above the portfolio's limit it
 * waits for a second person. Throws `not-found`, `not-allowed`, `already-done`, `conflict` while it
 * waits, or `cannot-undo` when part of the money was refunded.
 */
export async function reversePayment(
  app: App,
  actor: Actor,
  input: ReversalToRecord,
): Promise<{ readonly caseId: string | null; readonly approvalId: string | null }> {
  return inRetriedTransaction(app.db, async (tx) => {
    const { paymentId, reason } = input;
    const found = await lockPayment(tx, paymentId);
    if (!found) throw new Refusal('not-found', { thing: 'payment', id: paymentId });
    const { portfolioId, amountMinor, customerId } = found;
    allow(actor, 'payment.record', portfolioId);
    const { policy, portfolio } = await placeOf(app, tx, portfolioId);
    const aboveMinor = policy.secondPerson.paymentAboveMinor;
    const asked = { portfolio, customerId, amountMinor, aboveMinor };
    const kind = 'payment.reversed';
    if (found.reversedAt || !(await needsSecondPerson(app, tx, actor, { kind, ...asked }))) {
      const caseId = await reverseBooking(app, tx, input, () => actor.userId);
      return { caseId, approvalId: null };
    }
    const approvalId = await askApproval(app, tx, actor, {
      ...{ kind: 'reversal', subject: `reversal:${paymentId}`, portfolioId, customerId },
      ...{ about: { ...input }, amountMinor, reason },
    });
    return { caseId: null, approvalId };
  });
}
