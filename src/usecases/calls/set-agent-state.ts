import type { FactsOf } from '#domain/events/event-kinds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { heldLease } from '#storage/desk/agent.ts';
import { releaseLease } from '#storage/desk/desk.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now } from '#usecases/app.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';
import { checkNothingOpen } from '#usecases/workforce/steps/check-nothing-open.ts';
import { enterState } from '#usecases/workforce/steps/enter-state.ts';
import { offerWaiting } from './steps/take-inbound.ts';

/** Goes ready or away. Refused in a conversation; a case held untouched goes back to the pool. */
export async function setAgentState(app: App, actor: Actor, input: FactsOf<'agent.state-set'>) {
  const { userId } = actor;
  assert(userId, 'only people are ready');
  await checkNothingOpen(app.db, userId);
  await inRetriedTransaction(app.db, async (tx) => {
    const at = now(app);
    const held = await heldLease(tx, userId, at);
    if (held) await releaseLease(tx, { ...held, userId, at, again: null });
    await enterState(app, tx, userId, input.state, { reason: input.reason });
    await logAdminEvent(app, tx, actor, 'agent.state-set', input);
  });
  if (input.state === 'ready') await offerWaiting(app);
  return { done: true as const };
}
