import { lockHolds } from '#storage/cases/holds.ts';
import type { App, Tx } from '#usecases/app.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { openCaseFile } from './case-file.ts';
import { endHoldOf } from './end-hold.ts';
import { placeHold } from './place-hold.ts';

/** A fact about a claim of coerced debt, as it was recorded on a case. */
export type ClaimFact = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly kind: string;
  /** Who or what told it. */
  readonly source: string;
  readonly debts: unknown;
};

/**
 * Keeps the hold of an open case in step with what is recorded of a claim of coerced debt: whether or
 * not it came with papers it lays the hold, and the decision that was told to the person ends it.
 */
export async function holdAsClaimed(
  app: App,
  tx: Tx,
  userId: string | null,
  { customerId, caseId, portfolioId, kind, source, debts }: ClaimFact,
): Promise<void> {
  if (!['coerced_debt', 'coerced_debt_notice', 'coerced_debt_ended'].includes(kind)) return;
  const { row } = await openCaseFile(app, tx, { customerId, caseId });
  if (row.closedAt !== null) return;
  const holds = await lockHolds(tx, customerId, caseId);
  const standing = holds.filter((hold) => hold.kind === 'coerced-debt' && !hold.liftedAt);
  if (kind === 'coerced_debt_ended') {
    const place = await placeOf(app, tx, portfolioId);
    for (const { id: holdId } of standing) {
      await endHoldOf(app, tx, place, userId, { customerId, caseId, holdId, why: source });
    }
    return;
  }
  if (standing.length > 0) return;
  const details = Array.isArray(debts) ? { debts } : {};
  await placeHold(app, tx, { customerId, caseId }, userId, {
    kind: 'coerced-debt',
    words: source,
    details,
    conversationId: null,
    as: null,
    fromFact: true,
  });
}
