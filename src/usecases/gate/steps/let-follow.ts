import type { Decision } from '#domain/gate/decision.ts';
import { transferPurpose } from '#domain/policy/transfer-proposal.ts';
import { Refusal } from '#kernel/refusal.ts';
import { leftOut } from '#storage/cases/left-out.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { transferSides } from '#storage/portfolios/portfolio-transfers.ts';
import type { App, Tx } from '#usecases/app.ts';
import { accountsInSameHands } from '#usecases/approvals/steps/same-hands.ts';
import { askDebtTransfer } from './ask-debt-transfer.ts';

/** A standing hold on what was left out of a transfer, and who is to lift it. */
type LeftOut = {
  readonly customerId: string;
  readonly caseId: string;
  readonly kind: string;
  readonly setBy: string | null;
  readonly details: unknown;
  readonly userId: string | null;
};

/**
 * What the gate has against a debt following a transfer that it was left out of: lifting its hold is
 * that transfer. Null when nothing, or for a hold of another kind. Throws `second-person-needed` for
 * whoever laid the hold, and for an account in the same hands.
 */
export async function letFollow(
  app: App,
  tx: Tx,
  portfolio: PortfolioRow,
  { customerId, caseId, kind, setBy, details, userId }: LeftOut,
): Promise<Decision | null> {
  if (kind !== leftOut) return null;
  const isSame = setBy === userId || (await accountsInSameHands(tx, userId)).has(setBy ?? '');
  if (setBy !== null && isSame) {
    throw new Refusal('second-person-needed', { thing: 'hold' });
  }
  const { transferId } = (details ?? {}) as { readonly transferId?: string };
  const sides = transferId ? await transferSides(tx, transferId) : undefined;
  const purpose = sides ? transferPurpose(sides.from, sides.to) : null;
  const of = { customerId, caseId, userId, purpose };
  const decision = await askDebtTransfer(app, tx, portfolio, of, leftOut);
  return decision.permitted === true ? null : decision;
}
