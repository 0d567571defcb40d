import type { AttemptResult } from '#domain/gate/facts/attempt-results.ts';
import type { TelephonyEvent } from '#ports/telephony.ts';
import {
  type ConversationRow,
  changeConversation,
  conversationOfCall,
  settleAttempt,
} from '#storage/calls/conversations.ts';
import { caseIsOpen } from '#storage/calls/inbound.ts';
import { insertCallback } from '#storage/desk/callbacks.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { enterState } from '#usecases/workforce/steps/enter-state.ts';

/** How a call ended, in the words of the port. */
export type CallEnd = Omit<
  Extract<TelephonyEvent, { kind: 'refused' | 'no-answer' | 'busy' | 'failed' | 'hung-up' }>,
  'callId' | 'atMs'
> & { readonly cause?: 'not-in-service' | 'network' };

/**
 * Ends a call: its attempt gets the result that the contact log counts by, its conversation goes to
 * wrap-up, the agent's time too. A caller nobody answered gets a callback. Ending twice is harmless.
 */
export async function endCall(app: App, callId: string, end: CallEnd): Promise<void> {
  await app.db.transaction().execute(async (tx) => {
    const talk = await conversationOfCall(tx, callId);
    if (!talk || talk.endedAt !== null) return;
    const result = resultOf(talk, end);
    await settleAttempt(tx, talk.customerId, callId, {
      state: end.kind === 'refused' ? 'refused' : 'ended',
      result,
      endedAt: now(app),
    });
    const facts = { conversationId: talk.id, attemptId: callId, result };
    await logOnCase(app, tx, talk, null, 'contact.ended', facts);
    if (talk.userId === null) return missCall(app, tx, talk);
    await changeConversation(tx, talk, { state: 'wrap_up', endedAt: now(app) });
    await enterState(app, tx, talk.userId, 'wrap_up', { caseId: talk.caseId });
  });
}

function resultOf(talk: ConversationRow, end: CallEnd): AttemptResult {
  if (end.kind === 'busy') return 'busy';
  if (end.kind === 'no-answer') return 'no_answer';
  if (end.kind === 'refused') return 'network_failure';
  if (end.kind === 'failed') {
    return end.cause === 'not-in-service' ? 'not_in_service' : 'network_failure';
  }
  if (talk.answeredBy === null) return 'no_answer';
  if (talk.answeredBy === 'machine') return 'voicemail_none';
  return talk.verifiedAt === null ? 'answered_dropped' : 'conversation';
}

/** Nobody was free for a caller: whoever works the case calls back as soon as the rules allow. */
async function missCall(app: App, tx: Tx, talk: ConversationRow): Promise<void> {
  const at = now(app);
  await changeConversation(tx, talk, {
    state: 'done',
    endedAt: at,
    finishedAt: at,
    mechanism: 'inbound-call',
    result: 'no-answer',
  });
  const file = await caseIsOpen(tx, talk);
  if (!file.open) return;
  await insertCallback(tx, {
    id: app.newId(),
    customerId: talk.customerId,
    caseId: talk.caseId,
    tenantId: app.tenantId,
    contactPointId: talk.contactPointId,
    personalTo: file.ownerId,
    dueAt: at,
    askedAt: at,
    askedBy: null,
  });
  await logOnCase(app, tx, talk, null, 'call.missed', { conversationId: talk.id });
}
