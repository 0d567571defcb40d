import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import type { ConversationRow } from '#storage/calls/conversations.ts';
import { insertRequest } from '#storage/supervision/floor.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';

/** Why an agent calls for a supervisor. */
export type HelpKind = 'hostile_call' | 'supervisor_asked' | 'help';

/** Writes a request to the supervisors of a portfolio, with what it is about. */
export async function openRequest(
  app: App,
  tx: Tx,
  actor: Actor,
  conversation: ConversationRow,
  kind: HelpKind | 'authority',
  details: Readonly<Record<string, unknown>>,
): Promise<string> {
  assert(actor.userId, 'only people ask');
  const requestId = app.newId();
  await insertRequest(tx, {
    id: requestId,
    customerId: conversation.customerId,
    tenantId: app.tenantId,
    portfolioId: conversation.portfolio.id,
    caseId: conversation.caseId,
    conversationId: conversation.id,
    kind,
    askedAt: now(app),
    askedBy: actor.userId,
    details,
  });
  const as = kind === 'supervisor_asked' ? ('supervisor' as const) : null;
  const facts = { conversationId: conversation.id, requestId, kind, as };
  await logOnCase(app, tx, conversation, actor.userId, 'floor.asked', facts);
  return requestId;
}
