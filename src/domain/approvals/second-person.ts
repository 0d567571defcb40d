import { type Actor, may, portfoliosWith } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, msOf } from '#kernel/time.ts';
import { type ApprovalKind, type ApprovalState, approvalKinds } from './approval-kinds.ts';

/** What of a request says who may answer it. */
export type Asked = {
  readonly id: string;
  readonly kind: ApprovalKind;
  /** Null: it holds for everyone. */
  readonly portfolioId: string | null;
  readonly askedBy: string;
  readonly lapsesAt: Instant;
  readonly state: ApprovalState;
};

/** Whether an actor holds the right to approve requests like this one, where it is about. */
export function reaches(actor: Actor, asked: Pick<Asked, 'kind' | 'portfolioId'>): boolean {
  const { approve } = approvalKinds[asked.kind];
  return asked.portfolioId === null
    ? portfoliosWith(actor, approve) === 'all'
    : may(actor, approve, asked.portfolioId);
}

/**
 * The state that an answer leads to. Throws `not-allowed` for whoever has nothing to say here,
 * `second-person-needed` for an approval of one's own request, `already-done` when it was answered,
 * `conflict` for the approval of one that has lapsed. Refusing one's own is withdrawing it.
 */
export function answeredState(
  actor: Actor,
  asked: Asked,
  approve: boolean,
  at: Instant,
): 'approved' | 'refused' | 'withdrawn' {
  const isOwn = actor.userId !== null && asked.askedBy === actor.userId;
  if (!isOwn && !reaches(actor, asked)) {
    throw new Refusal('not-allowed', { right: approvalKinds[asked.kind].approve });
  }
  if (asked.state !== 'waiting') {
    throw new Refusal('already-done', { thing: 'approval', id: asked.id });
  }
  if (isOwn && approve) throw new Refusal('second-person-needed', { thing: 'approval' });
  if (approve && msOf(asked.lapsesAt) <= msOf(at)) {
    throw new Refusal('conflict', { thing: 'approval', reason: 'lapsed' });
  }
  if (approve) return 'approved';
  return isOwn ? 'withdrawn' : 'refused';
}
