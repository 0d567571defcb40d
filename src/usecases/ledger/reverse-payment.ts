import { namedReturnCode } from '#domain/key-events/return-codes.ts';
import type { ReversalReason } from '#domain/key-events/reversal-reasons.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockPayment } from '#storage/ledger/payments.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { needsSecondPerson } from './steps/needs-second-person.ts';
import { reverseBooking } from './steps/reverse-booking.ts';

/** A reversal by hand: its reason, for a return of the bank its code, and a remark of the person. */
type ReversalByHand = {
  readonly paymentId: string;
  readonly reason: ReversalReason;
  readonly reasonCode: string | null;
  readonly note?: string | null;
};

/**
 * Reverses a payment, whole and once: its debt is owed again, the case goes back to the step it had
 * reached, promises are judged again, and the reason decides which key event records it; above the
 * portfolio's limit it waits for a second person. Throws `not-found`, `not-allowed`, `already-done`,
 * `step-missing` or `invalid-input` for a return without a known code and a code without a return,
 * `conflict` while it waits, or `cannot-undo` when part of the money was refunded.
 */
export async function reversePayment(
  app: App,
  actor: Actor,
  { note = null, ...input }: ReversalByHand,
): Promise<{ readonly caseId: string | null; readonly approvalId: string | null }> {
  return inRetriedTransaction(app.db, async (tx) => {
    const { paymentId } = input;
    const found = await lockPayment(tx, paymentId);
    if (!found) throw new Refusal('not-found', { thing: 'payment', id: paymentId });
    const { portfolioId, amountMinor, customerId } = found;
    allow(actor, 'payment.record', portfolioId);
    expectCode(input);
    const place = await placeOf(app, tx, portfolioId);
    const asked = { kind: 'reversal', place, customerId, amountMinor } as const;
    if (found.reversedAt || !(await needsSecondPerson(app, tx, actor, asked))) {
      const caseId = await reverseBooking(app, tx, input, () => actor.userId);
      return { caseId, approvalId: null };
    }
    const approvalId = await askApproval(app, tx, actor, {
      ...{ kind: 'reversal', subject: `reversal:${paymentId}`, portfolioId, customerId },
      ...{ about: { ...input }, amountMinor, reason: note ?? '' },
    });
    return { caseId: null, approvalId };
  });
}

/** A return of the bank is judged by its code, which has to be one that a list knows. */
function expectCode({ reason, reasonCode }: ReversalByHand): void {
  if (reason === 'bank-return' && reasonCode === null) {
    throw new Refusal('step-missing', { needs: 'return-code' });
  }
  const isWanted = reason === 'bank-return';
  if (reasonCode === null || (isWanted && namedReturnCode(reasonCode) !== null)) return;
  const message = isWanted ? 'unknown-return-code' : 'not-with-this-reason';
  throw new Refusal('invalid-input', { problems: [{ path: 'reasonCode', message }] });
}
