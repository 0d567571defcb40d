import { isAboutDebt } from '#domain/contact/conveyed.ts';
import type { AttemptResult } from '#domain/gate/facts/attempt-results.ts';
import type { HungUpBy, TelephonyEvent } from '#ports/telephony.ts';
import {
  type ConversationRow,
  changeConversation,
  conversationOfCall,
  settleAttempt,
} from '#storage/calls/conversations.ts';
import { caseIsOpen } from '#storage/calls/inbound.ts';
import { insertCallback } from '#storage/desk/callbacks.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { enterState } from '#usecases/workforce/steps/enter-state.ts';

/** How a call ended, in the words of the port. */
export type CallEnd = Omit<
  Extract<TelephonyEvent, { kind: 'refused' | 'no-answer' | 'busy' | 'failed' | 'hung-up' }>,
  'callId' | 'atMs'
> & {
  readonly cause?: 'not-in-service' | 'network';
  /** Who ended a call that was up. */
  readonly by?: HungUpBy;
};

/**
 * Ends a call: its attempt gets the result that the contact log counts by, its conversation goes to
 * wrap-up, the agent's time too. A caller nobody answered gets a callback. Ending twice is harmless.
 */
export async function endCall(app: App, callId: string, end: CallEnd): Promise<void> {
  await inRetriedTransaction(app.db, async (tx) => {
    const conversation = await conversationOfCall(tx, callId);
    if (!conversation || conversation.endedAt !== null) return;
    const result = resultOf(conversation, end);
    await settleAttempt(tx, conversation.customerId, callId, {
      state: end.kind === 'refused' ? 'refused' : 'ended',
      result,
      aboutDebt: isAboutDebt({ result, purpose: null, content: null }),
      endedBy: end.kind === 'hung-up' && end.by === 'network' ? 'line_drop' : null,
      endedAt: now(app),
    });
    const facts = { conversationId: conversation.id, attemptId: callId, result };
    await logOnCase(app, tx, conversation, null, 'contact.ended', facts);
    if (conversation.userId === null) return missCall(app, tx, conversation);
    await changeConversation(tx, conversation, { state: 'wrap_up', endedAt: now(app) });
    await enterState(app, tx, conversation.userId, 'wrap_up', { caseId: conversation.caseId });
  });
}

function resultOf(conversation: ConversationRow, end: CallEnd): AttemptResult {
  if (end.kind === 'busy') return 'busy';
  if (end.kind === 'no-answer') return 'no_answer';
  if (end.kind === 'refused') return 'network_failure';
  if (end.kind === 'failed') {
    return end.cause === 'not-in-service' ? 'not_in_service' : 'network_failure';
  }
  if (conversation.answeredBy === null) return 'no_answer';
  if (conversation.answeredBy === 'machine') return 'voicemail_none';
  return conversation.verifiedAt === null ? 'answered_dropped' : 'conversation';
}

/** Nobody was free for a caller: whoever works the case calls back as soon as the rules allow. */
async function missCall(app: App, tx: Tx, conversation: ConversationRow): Promise<void> {
  const at = now(app);
  await changeConversation(tx, conversation, {
    state: 'done',
    endedAt: at,
    finishedAt: at,
    mechanism: 'inbound-call',
    result: 'no-answer',
  });
  const file = await caseIsOpen(tx, conversation);
  if (!file.open) return;
  await insertCallback(tx, {
    id: app.newId(),
    customerId: conversation.customerId,
    caseId: conversation.caseId,
    tenantId: app.tenantId,
    contactPointId: conversation.contactPointId,
    personalTo: file.ownerId,
    dueAt: at,
    askedAt: at,
    askedBy: null,
  });
  await logOnCase(app, tx, conversation, null, 'call.missed', { conversationId: conversation.id });
}
