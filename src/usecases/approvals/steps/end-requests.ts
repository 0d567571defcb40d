import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { lapseWaiting } from '#storage/approvals/approvals.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logApproval } from './ask-approval.ts';

/**
 * Ends the request that waits for a subject when it was settled otherwise: nothing is left to approve, and
 * nobody is asked for it any more. Nothing where none waits.
 */
export async function endRequests(
  app: App,
  tx: Tx,
  actor: Actor,
  { subject, portfolioId }: { readonly subject: string; readonly portfolioId: string },
): Promise<void> {
  const lapsed = await lapseWaiting(tx, app.tenantId, subject, now(app));
  if (!lapsed) return;
  assert(actor.userId, 'only people decide');
  const facts = { approvalId: lapsed.id, kind: lapsed.kind, outcome: 'lapsed' } as const;
  await logApproval(app, tx, actor.userId, portfolioId, 'approval.answered', facts);
}
