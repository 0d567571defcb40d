import type { Actor } from '#domain/workforce/rights.ts';
import { changeConversation } from '#storage/calls/conversations.ts';
import { type App, now } from '#usecases/app.ts';
import { type HelpKind, openRequest } from '#usecases/workforce/steps/supervisor-requests.ts';
import { inConversation } from './steps/in-conversation.ts';

/**
 * Hostile-call alert or a request for the supervisor: it stands on the floor at once (M-129,
 * M-130).
 */
export function askHelp(
  app: App,
  actor: Actor,
  input: { readonly conversationId: string; readonly kind: HelpKind },
) {
  const { conversationId, kind } = input;
  return inConversation(app, actor, conversationId, { stage: 'open' }, async (tx, conversation) => {
    const at = now(app);
    if (kind === 'hostile_call') await changeConversation(tx, conversation, { hostileAt: at });
    if (kind === 'supervisor_asked')
      await changeConversation(tx, conversation, { supervisorAskedAt: at });
    return { requestId: await openRequest(app, tx, actor, conversation, kind, {}) };
  });
}
