import type { ApprovalKind } from '#domain/approvals/approval-kinds.ts';
import { answeredState } from '#domain/approvals/second-person.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { approvalById } from '#storage/approvals/approvals.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now } from '#usecases/app.ts';
import { answerApproval } from '#usecases/approvals/steps/answer-approval.ts';
import { failingClosed } from '#usecases/gate/steps/gate-alarm.ts';
import { carriers } from './steps/carriers.ts';

/** What somebody says to a request that waits. */
type Answer = {
  readonly approvalId: string;
  readonly approve: boolean;
  readonly reason: string | null;
  /** Only if it is of one of these kinds; else there is no such request. */
  readonly of?: readonly ApprovalKind[];
};

/**
 * Approves a request, which is carried out in the same transaction and once, or refuses it; whoever
 * asked may only withdraw it. What was asked must still fit: each kind looks again, and where it
 * reaches people the gate is asked again. Throws `second-person-needed` for one's own, `not-allowed`,
 * `already-done`, `authority-exceeded` above the approver's own limit, `conflict` for one that lapsed
 * or no longer fits.
 */
export async function decideApproval(
  app: App,
  actor: Actor,
  { approvalId, approve, reason, of }: Answer,
): Promise<{ done: true }> {
  const asked = await approvalById(app.db, app.tenantId, approvalId);
  if (!asked || (of && !of.includes(asked.kind))) {
    throw new Refusal('not-found', { thing: 'approval', id: approvalId });
  }
  // Nothing is looked at for an answer that cannot be given.
  answeredState(actor, asked, approve, now(app));
  const carrier = carriers[asked.kind];
  return failingClosed(app, { caseId: asked.caseId, portfolio: null }, async () => {
    const carryOut = approve ? await carrier.prepare(app, actor, asked) : carrier.drop;
    return inRetriedTransaction(app.db, async (tx) => {
      await carrier.lock(tx, asked);
      const answer = { approve, reason };
      await carryOut(app, tx, actor, await answerApproval(app, tx, actor, approvalId, answer));
      return { done: true };
    });
  });
}
