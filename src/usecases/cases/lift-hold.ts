import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockHolds } from '#storage/cases/holds.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { endHoldOf } from './steps/end-hold.ts';

/**
 * Ends a hold with a reason: the road goes on where it was, and announced dates move by the days the
 * clock stood still. Throws `not-found`, `not-allowed` or `already-done`.
 */
export async function liftHold(
  app: App,
  actor: Actor,
  input: { readonly caseId: string; readonly holdId: string; readonly why: string },
): Promise<{ readonly done: true }> {
  const ref = await caseRefOf(app.db, input.caseId);
  if (!ref) throw new Refusal('not-found', { thing: 'case', id: input.caseId });
  allow(actor, 'case.hold', ref.portfolioId);
  const place = await placeOf(app, app.db, ref.portfolioId);
  const { customerId } = ref;
  await inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [customerId]);
    const holds = await lockHolds(tx, customerId, input.caseId);
    if (holds.some(({ id, kind }) => id === input.holdId && kind === 'vulnerable')) {
      allow(actor, 'vulnerable.review', ref.portfolioId);
    }
    await endHoldOf(app, tx, place, actor.userId, { ...input, customerId });
  });
  return { done: true };
}
