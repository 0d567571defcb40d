import { type ApprovalKind, approvalKinds } from '#domain/approvals/approval-kinds.ts';
import { livesUntil } from '#domain/approvals/second-person.ts';
import { event } from '#domain/events/event.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { insertApproval } from '#storage/approvals/approvals.ts';
import { append } from '#storage/event-log.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';

/** What is asked for. */
type Asking = {
  readonly kind: ApprovalKind;
  /** What it is about: one request for it waits at a time. */
  readonly subject: string;
  /** Null: it holds for everyone. */
  readonly portfolioId: string | null;
  readonly customerId?: string | null;
  readonly caseId?: string | null;
  /** What carrying it out needs, as plain JSON. */
  readonly about: Readonly<Record<string, unknown>>;
  readonly amountMinor?: bigint | null;
  readonly reason: string;
};

/**
 * Keeps what only another person can bring about, and answers its id. Throws `not-allowed` for whoever
 * may not ask, `conflict` while a request for the same waits.
 */
export async function askApproval(app: App, tx: Tx, actor: Actor, asking: Asking): Promise<string> {
  const { kind, portfolioId, customerId = null, caseId = null, amountMinor = null } = asking;
  allow(actor, approvalKinds[kind].ask, portfolioId ?? undefined);
  assert(actor.userId, 'only people ask for an approval');
  const [approvalId, at] = [app.newId(), now(app)];
  const kept = await insertApproval(tx, {
    ...{ ...asking, id: approvalId, tenantId: app.tenantId, customerId, caseId, amountMinor },
    ...{ askedBy: actor.userId, askedAt: at, lapsesAt: livesUntil(kind, at) },
  });
  if (!kept) throw new Refusal('conflict', { thing: 'approval', reason: 'proposed-already' });
  await logApproval(app, tx, actor.userId, portfolioId, 'approval.asked', { approvalId, kind });
  return approvalId;
}

/**
 * Appends that a request was made or answered. It stands on no case: that a sum was above a limit is
 * nothing for whoever sees only that something happened there.
 */
export async function logApproval(
  app: App,
  tx: Tx,
  actorId: string,
  portfolioId: string | null,
  ...[kind, facts]:
    | ['approval.asked', { readonly approvalId: string; readonly kind: ApprovalKind }]
    | [
        'approval.answered',
        {
          readonly approvalId: string;
          readonly kind: ApprovalKind;
          readonly outcome: 'approved' | 'refused' | 'withdrawn' | 'lapsed';
        },
      ]
): Promise<void> {
  const at = now(app);
  const frame = {
    ...{ id: app.newId(), tenantId: app.tenantId, portfolioId, actorId },
    ...{ customerId: null, caseId: null },
    ...{ occurredAt: at, recordedAt: at },
  };
  const logged = kind === 'approval.asked' ? event(kind, frame, facts) : event(kind, frame, facts);
  await append(tx, [logged]);
}
