import type { Actor } from '#domain/workforce/rights.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { type ReversalToRecord, reverseBooking } from './steps/reverse-booking.ts';

/**
 * Reverses a payment, whole and once: its debt is owed again, the case goes back to the step it had
 * reached, promises are judged again, and a type B event records it. Throws `not-found`,
 * `not-allowed`, `already-done`, or `cannot-undo` when part of the money was refunded.
 */
export async function reversePayment(
  app: App,
  actor: Actor,
  input: ReversalToRecord,
): Promise<{ readonly done: true; readonly caseId: string | null }> {
  return inRetriedTransaction(app.db, async (tx) => {
    const caseId = await reverseBooking(app, tx, input, (portfolioId) => {
      allow(actor, 'payment.record', portfolioId);
      return actor.userId;
    });
    return { done: true, caseId };
  });
}
