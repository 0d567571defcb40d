import { mayStillAsk } from '#domain/approvals/second-person.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { endAt, waitingOf } from '#storage/approvals/approvals.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logApproval } from './ask-approval.ts';
import { askerNow } from './asker.ts';

/**
 * Lets the requests of somebody lapse which they may not ask for any more, as they were deactivated or lost
 * a role; each with its event. Under the row lock of the user.
 */
export async function lapseRequests(app: App, tx: Tx, actor: Actor, userId: string): Promise<void> {
  const at = now(app);
  const asker = await askerNow(app, tx, userId);
  const waiting = await waitingOf(tx, app.tenantId, userId, at);
  for (const asked of waiting.filter((one) => !mayStillAsk(asker, one))) {
    await endAt(tx, asked.id, at);
    assert(actor.userId, 'only people manage users');
    const facts = { approvalId: asked.id, kind: asked.kind, outcome: 'lapsed' } as const;
    await logApproval(app, tx, actor.userId, asked.portfolioId, 'approval.answered', facts);
  }
}
