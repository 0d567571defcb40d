import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { insertRequest } from '#storage/supervision/floor.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { type EventPlace, logOnCase } from '#usecases/record-event.ts';

/** Why an agent calls for a supervisor. */
export type HelpKind = 'hostile_call' | 'supervisor_asked' | 'help';

/** Why an agent gives a case back that somebody else has to work. */
export type HandBackKind = 'needs-specialist' | 'needs-language';

/** What a request is about: a conversation, or a case nobody talks about yet. */
type Asking = EventPlace & { readonly id: string | null };

/** Writes a request to the supervisors of a portfolio, with what it is about. */
export async function openRequest(
  app: App,
  tx: Tx,
  actor: Actor,
  conversation: Asking,
  kind: HelpKind | HandBackKind | 'authority',
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
