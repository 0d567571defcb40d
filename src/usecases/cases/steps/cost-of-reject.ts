import { type RejectCost, rejectCost } from '#domain/key-events/reject-cost.ts';
import { namedReturnCode } from '#domain/key-events/return-codes.ts';
import { methodKindOf } from '#storage/key-events/rejects.ts';
import type { Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';

/** A reject whose cost is asked: whose it is, its reason code, and what the bank charged with it. */
export type RejectToCost = {
  readonly customerId: string;
  readonly accountId: string;
  readonly reasonCode: string | null;
  /** In minor units; null or zero where the file says nothing. */
  readonly charged: { readonly minor: bigint; readonly currency: string } | null;
};

/** What a refused or returned payment costs the creditor (M-028); null when nobody knows. */
export async function costOfReject(
  tx: Tx,
  { policy, portfolio }: Place,
  { reasonCode, charged, ...account }: RejectToCost,
): Promise<RejectCost | null> {
  const code = reasonCode === null ? null : namedReturnCode(reasonCode);
  const methodKind = (await methodKindOf(tx, account)) ?? null;
  const facts = { charged, methodKind, scheme: code?.scheme ?? null };
  return rejectCost(facts, policy.rejectCost, portfolio.currency);
}
