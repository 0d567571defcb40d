import { type Actor, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockPeople } from '#storage/contact-log/person-links.ts';
import {
  lockObligation,
  type ObligationRow,
  obligationById,
} from '#storage/obligations/obligations.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, type Tx } from '#usecases/app.ts';

/**
 * Changes one open obligation under its lock and that of the person. What `run` answers is kept with
 * what it did. Throws `not-found`, `already-done`.
 */
export async function changeObligation<Answer>(
  app: App,
  actor: Actor,
  obligationId: string,
  run: (tx: Tx, obligation: ObligationRow) => Promise<Answer>,
): Promise<Answer> {
  allow(actor, 'obligation.work');
  const notFound = new Refusal('not-found', { thing: 'obligation', id: obligationId });
  return inRetriedTransaction(app.db, async (tx) => {
    const found = await obligationById(tx, obligationId);
    if (!found || !may(actor, 'obligation.work', found.portfolioId)) throw notFound;
    await lockPeople(tx, found.customerId);
    const obligation = await lockObligation(tx, obligationId);
    if (!obligation) throw notFound;
    if (obligation.fulfilledAt !== null || obligation.cancelledAt !== null) {
      throw new Refusal('already-done', { thing: 'obligation', id: obligationId });
    }
    return run(tx, obligation);
  });
}

/** Where an obligation lies, as its events tell it. */
export const placeOfObligation = ({ customerId, caseId, portfolioId }: ObligationRow) => ({
  customerId,
  caseId,
  portfolioId,
  portfolio: { id: portfolioId },
});
