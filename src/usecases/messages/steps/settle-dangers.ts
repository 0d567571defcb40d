import type { Instant } from '#kernel/time.ts';
import { unreadDangers } from '#storage/cases/told-danger.ts';
import { append } from '#storage/event-log.ts';
import { lockRefusal, settleRefusal } from '#storage/messages/refusals.ts';
import type { App, Tx } from '#usecases/app.ts';
import { factEvent } from '#usecases/record-event.ts';

/**
 * What words told of danger is settled by the review of the customer's vulnerability: called before
 * the review is logged, with what it found. A wish beside such words waits on, as a wish alone.
 */
export async function settleDangers(
  app: App,
  tx: Tx,
  customerId: string,
  {
    by,
    danger,
    at,
  }: {
    readonly by: string;
    readonly danger: 'confirmed' | 'none';
    readonly at: Instant;
  },
): Promise<void> {
  const times = { occurredAt: at, receivedAt: at, recordedAt: at };
  for (const refusalId of await unreadDangers(tx, customerId)) {
    const refusal = await lockRefusal(tx, customerId, refusalId);
    if (!refusal || refusal.readAt !== null) continue;
    const { scope, preferenceId, caseId, portfolioId } = refusal;
    const verdict = 'not_opt_out' as const;
    await settleRefusal(tx, refusal, { at, by, verdict, scope, preferenceId });
    const about = { customerId, caseId, portfolioId, userId: by };
    const facts = { refusalId, verdict, was: scope, scope, danger };
    await append(tx, [factEvent(app, about, 'refusal.judged', times, facts)]);
  }
}
