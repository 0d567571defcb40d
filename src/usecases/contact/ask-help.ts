import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { type ConversationRow, changeConversation } from '#storage/conversations.ts';
import { insertRequest } from '#storage/floor.ts';
import { type App, now, type Tx } from '../app.ts';
import { inConversation, logOnCase } from './in-conversation.ts';

/** Why an agent calls for a supervisor. */
export type HelpKind = 'hostile_call' | 'supervisor_asked' | 'help';

/** Hostile-call alert or a request for the supervisor: it stands on the floor at once (M-129, M-130). */
export function askHelp(
  app: App,
  actor: Actor,
  input: { readonly conversationId: string; readonly kind: HelpKind },
) {
  const { conversationId, kind } = input;
  return inConversation(app, actor, conversationId, { stage: 'open' }, async (tx, talk) => {
    const at = now(app);
    if (kind === 'hostile_call') await changeConversation(tx, talk, { hostileAt: at });
    if (kind === 'supervisor_asked') await changeConversation(tx, talk, { supervisorAskedAt: at });
    return { requestId: await openRequest(app, tx, actor, talk, kind, {}) };
  });
}

/** Writes a request to the supervisors of a portfolio, with what it is about. */
export async function openRequest(
  app: App,
  tx: Tx,
  actor: Actor,
  talk: ConversationRow,
  kind: HelpKind | 'authority',
  details: Readonly<Record<string, unknown>>,
): Promise<string> {
  assert(actor.userId, 'only people ask');
  const requestId = app.newId();
  await insertRequest(tx, {
    id: requestId,
    customerId: talk.customerId,
    tenantId: app.tenantId,
    portfolioId: talk.portfolio.id,
    caseId: talk.caseId,
    conversationId: talk.id,
    kind,
    askedAt: now(app),
    askedBy: actor.userId,
    details,
  });
  const as = kind === 'supervisor_asked' ? 'supervisor' : null;
  const facts = { conversationId: talk.id, requestId, kind, as };
  await logOnCase(app, tx, talk, actor.userId, 'floor.asked', facts);
  return requestId;
}
