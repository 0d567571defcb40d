import { answeredState, mayStillAsk } from '#domain/approvals/second-person.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { type ApprovalRow, approvalById, keepAnswer } from '#storage/approvals/approvals.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logApproval } from './ask-approval.ts';
import { askerNow } from './asker.ts';
import { accountsInSameHands } from './same-hands.ts';

/** What somebody says to a request. */
export type ApprovalAnswer = { readonly approve: boolean; readonly reason: string | null };

/** A request that has just been answered, in a transaction that now carries it out or drops it. */
export type Answered = Omit<ApprovalRow, 'state'> & {
  readonly state: 'approved' | 'refused' | 'withdrawn';
  readonly answer: ApprovalAnswer;
};

/**
 * Answers a request, once, under its row lock: the one place where somebody else's approval is made.
 * Whoever calls it carries out what was approved in the same transaction. Throws as `answeredState`,
 * `not-found`, `second-person-needed` for the approval by an account in the same hands as the asker's, and
 * `conflict` for the approval of what the asker may not ask for any more.
 */
export async function answerApproval(
  app: App,
  tx: Tx,
  actor: Actor,
  approvalId: string,
  answer: ApprovalAnswer,
): Promise<Answered> {
  const known = await approvalById(tx, app.tenantId, approvalId);
  if (!known) throw missing(approvalId);
  // Before the request, as whoever deactivates a user locks them: both see what the other has done.
  const asker = await askerNow(app, tx, known.askedBy);
  const asked = await approvalById(tx, app.tenantId, approvalId, true);
  if (!asked) throw missing(approvalId);
  const at = now(app);
  const state = answeredState(actor, asked, answer.approve, at);
  if (answer.approve && !mayStillAsk(asker, asked)) {
    throw new Refusal('conflict', { thing: 'approval', reason: 'asker-may-not' });
  }
  const { userId: decidedBy } = actor;
  assert(decidedBy, 'only people answer');
  if (answer.approve && (await accountsInSameHands(tx, decidedBy)).has(asked.askedBy)) {
    throw new Refusal('second-person-needed', { thing: 'approval' });
  }
  await keepAnswer(tx, approvalId, {
    ...{ state, decidedBy, decidedAt: at, decisionReason: answer.reason },
  });
  const facts = { approvalId, kind: asked.kind, outcome: state };
  await logApproval(app, tx, decidedBy, asked.portfolioId, 'approval.answered', facts);
  return { ...asked, state, answer };
}

const missing = (id: string) => new Refusal('not-found', { thing: 'approval', id });
