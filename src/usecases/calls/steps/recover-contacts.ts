import { changeConversation, conversationOfCall } from '#storage/calls/conversations.ts';
import { type LostCall, lostCalls, settleLost } from '#storage/calls/inbound.ts';
import { messageUnknown } from '#storage/messages/messages.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, now } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { enterState } from '#usecases/workforce/steps/enter-state.ts';

/**
 * Contacts that were reserved or up when the process that had them in hand ended become `unknown` and
 * stay counted, since they may have rung or left. Their conversations go to wrap-up, so that an agent
 * says what is known. What another process settled meanwhile stays as it is. Answers how many.
 */
export async function recoverContacts(app: App): Promise<number> {
  const lost = await lostCalls(app.db);
  let settled = 0;
  for (const call of lost) {
    if (await recoverContact(app, call)) settled += 1;
  }
  return settled;
}

function recoverContact(app: App, lost: LostCall): Promise<boolean> {
  const { attemptId, customerId } = lost;
  return inRetriedTransaction(app.db, async (tx) => {
    if (!(await settleLost(tx, lost, now(app)))) return false;
    await messageUnknown(tx, customerId, attemptId);
    const conversation = await conversationOfCall(tx, attemptId);
    if (!conversation || conversation.endedAt !== null) return true;
    const facts = { conversationId: conversation.id, attemptId, result: 'unknown' as const };
    await logOnCase(app, tx, conversation, null, 'contact.ended', facts);
    const at = now(app);
    if (conversation.userId === null) {
      const end = { endedAt: at, finishedAt: at, mechanism: 'inbound-call' };
      await changeConversation(tx, conversation, {
        ...end,
        state: 'done',
        result: 'network-failure',
      });
      return true;
    }
    await changeConversation(tx, conversation, { state: 'wrap_up', endedAt: at });
    await enterState(app, tx, conversation.userId, 'wrap_up', { caseId: conversation.caseId });
    return true;
  });
}
