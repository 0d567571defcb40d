import type { ConversationRow } from '#storage/calls/conversations.ts';
import { type App, now } from '#usecases/app.ts';

/** What every row of an agreement of a conversation carries. */
export function rowOf(app: App, conversation: ConversationRow) {
  return {
    id: app.newId(),
    customerId: conversation.customerId,
    tenantId: app.tenantId,
    portfolioId: conversation.portfolio.id,
    caseId: conversation.caseId,
    madeAt: now(app),
    conversationId: conversation.id,
  };
}
