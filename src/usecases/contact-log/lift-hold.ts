import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockHolds } from '#storage/cases/holds.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { endHoldOf } from '#usecases/cases/steps/end-hold.ts';
import { contactRefused } from '#usecases/gate/steps/contact-permissions.ts';
import { failingClosed } from '#usecases/gate/steps/gate-alarm.ts';
import { letFollow } from '#usecases/gate/steps/let-follow.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/**
 * Ends a hold with a reason: the road goes on where it was, and announced dates move by the days the
 * clock stood still. What was left out of a transfer follows it only with the gate's leave and by a second
 * person. Throws `contact-refused`, `not-found`, `not-allowed` or `already-done`.
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
  const nowhere = { caseId: null, portfolio: null };
  const refused = await failingClosed(app, nowhere, () =>
    inRetriedTransaction(app.db, async (tx) => {
      await lockCustomers(tx, [customerId]);
      const holds = await lockHolds(tx, customerId, input.caseId);
      const hold = holds.find(({ id }) => id === input.holdId);
      if (hold?.kind === 'vulnerable') allow(actor, 'vulnerable.review', ref.portfolioId);
      const { userId } = actor;
      const isOpen = hold && hold.liftedAt === null;
      const against = isOpen
        ? await letFollow(app, tx, place.portfolio, { ...hold, userId })
        : null;
      if (against) return against;
      await endHoldOf(app, tx, place, userId, { ...input, customerId });
      return null;
    }),
  );
  if (refused) throw contactRefused(app, refused);
  return { done: true };
}
