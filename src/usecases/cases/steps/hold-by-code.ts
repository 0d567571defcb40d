import type { HoldKind } from '#domain/cases/holds.ts';
import { holdTerms } from '#domain/contact/hold-terms.ts';
import { lockHolds } from '#storage/cases/holds.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import type { App, Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { holdOwner, placeHold } from './place-hold.ts';

/**
 * Places the hold that a return code sets (a payer who died) on the whole case, unless one of its kind
 * stands. `userId` is null when a bank's file told the code.
 */
export async function holdByCode(
  app: App,
  tx: Tx,
  place: Place,
  ref: CaseRef,
  kind: HoldKind,
  code: string | null,
  userId: string | null,
): Promise<void> {
  const holds = await lockHolds(tx, ref.customerId, ref.caseId);
  if (holds.some((hold) => hold.kind === kind && !hold.liftedAt && !hold.accountId)) return;
  const owner = await holdOwner(tx, holdTerms[kind], place.portfolio.id, userId);
  if (owner === null) return;
  const words = `return code ${code ?? ''}`.trim();
  await placeHold(app, tx, ref, userId, { kind, words, conversationId: null, as: null });
}
