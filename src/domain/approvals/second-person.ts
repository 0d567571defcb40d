import { type Actor, may, portfoliosWith } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import {
  type ApprovalKind,
  type ApprovalState,
  approvalKinds,
  type LapseCause,
} from './approval-kinds.ts';

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
 * Whether whoever asked may still ask for this, where it is about. `asker` is null when they work here no
 * more.
 */
export function mayStillAsk(
  asker: Actor | null,
  { kind, portfolioId }: Pick<Asked, 'kind' | 'portfolioId'>,
): boolean {
  const { ask } = approvalKinds[kind];
  if (asker === null) return false;
  return portfolioId === null ? portfoliosWith(asker, ask) === 'all' : may(asker, ask, portfolioId);
}

const hourMs = 3_600_000;

/** Until when a request of a kind that is made at an instant can be approved, as long as nothing ends it. */
export function livesUntil(kind: ApprovalKind, askedAt: Instant): Instant {
  return instantOf(msOf(askedAt) + approvalKinds[kind].livesHours * hourMs);
}

/** Why a lapsed request lapsed. `isOpen`: nobody has answered it, and nothing took its place. */
export function lapseCause(
  asked: Pick<Asked, 'kind' | 'lapsesAt'> & { readonly askedAt: Instant; readonly isOpen: boolean },
): LapseCause {
  if (msOf(asked.lapsesAt) >= msOf(livesUntil(asked.kind, asked.askedAt))) return 'time';
  return asked.isOpen ? 'asker' : 'settled';
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
