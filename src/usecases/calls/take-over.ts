import { callLeaseMs, recording } from '#domain/contact/call-terms.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { changeConversation, conversationById } from '#storage/calls/conversations.ts';
import { leaseCase } from '#storage/desk/desk.ts';
import { type App, allow, now } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { checkNothingOpen } from '#usecases/workforce/steps/check-nothing-open.ts';
import { enterState } from '#usecases/workforce/steps/enter-state.ts';
import { askContinuing } from './steps/ask-continuing.ts';
import { orderOnCall } from './steps/order-on-call.ts';

/**
 * The supervisor becomes the one who talks, with the case and all that was said (M-130). The agent
 * stays in the conversation and sees it. A call that still rings is answered at their desk, and the gate
 * is asked what may be said on it, as for an agent.
 */
export async function takeOver(app: App, actor: Actor, input: { conversationId: string }) {
  const { conversationId } = input;
  const userId = actor.userId;
  assert(userId, 'only people take over');
  const taken = await app.db.transaction().execute(async (tx) => {
    const conversation = await conversationById(tx, conversationId, true);
    if (!conversation)
      throw new Refusal('not-found', { thing: 'conversation', id: conversationId });
    allow(actor, 'floor.act', conversation.portfolio.id);
    if (conversation.endedAt !== null) {
      throw new Refusal('already-done', { thing: 'conversation', id: conversationId });
    }
    if (conversation.supervisorId !== null && conversation.supervisorId !== userId) {
      throw new Refusal('taken-by-another', { thing: 'conversation', by: 'supervisor' });
    }
    await checkNothingOpen(tx, userId, conversation.caseId);
    const change = conversation.userId === null ? { userId } : { supervisorId: userId };
    await changeConversation(tx, conversation, change);
    const { customerId, caseId } = conversation;
    if (conversation.userId === null) {
      const until = instantOf(app.clock() + callLeaseMs);
      await leaseCase(tx, { customerId, caseId, userId, at: now(app), until });
    }
    await enterState(app, tx, userId, 'contact', { caseId });
    await logOnCase(app, tx, conversation, userId, 'floor.taken-over', { conversationId });
    return {
      conversation,
      customerId,
      caseId,
      callId: conversation.attemptId,
      isRinging: conversation.userId === null,
    };
  });
  const { conversation, customerId, caseId, callId, isRinging } = taken;
  const call = callId === null ? null : { customerId, callId };
  if (call && isRinging) {
    try {
      await askContinuing(app, conversation, userId);
    } finally {
      await orderOnCall(app, call, { kind: 'answer', order: { leg: userId, recording } });
    }
  } else if (call) {
    await orderOnCall(app, call, { kind: 'monitor', order: { leg: userId, mode: 'join' } });
  }
  return { caseId };
}
