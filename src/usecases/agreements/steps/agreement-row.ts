import type { ConversationRow } from '#storage/calls/conversations.ts';
import { type App, now } from '#usecases/app.ts';

/** What every row of an agreement of a conversation carries. */
export function rowOf(app: App, talk: ConversationRow) {
  return {
    id: app.newId(),
    customerId: talk.customerId,
    tenantId: app.tenantId,
    portfolioId: talk.portfolio.id,
    caseId: talk.caseId,
    madeAt: now(app),
    conversationId: talk.id,
  };
}
