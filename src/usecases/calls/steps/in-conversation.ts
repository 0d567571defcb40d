import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type ConversationRow, lockConversation } from '#storage/calls/conversations.ts';
import { type App, allow, type Tx } from '#usecases/app.ts';

/** What must be true of a conversation before something may be done in it. */
export type Needs = {
  /** `open`: not finished. `live`: somebody is on the line. `wrap-up`: the call is over. */
  readonly stage: 'open' | 'live' | 'wrap-up';
  readonly verified?: boolean;
  /** The case's row is locked too, so that its file may be read at once. */
  readonly caseLocked?: boolean;
};

/**
 * Does something in a conversation of the actor, under its row lock and in one transaction. Throws
 * `not-found`, `not-allowed` for somebody else's conversation, `step-missing`, `not-verified`.
 */
export function inConversation<T>(
  app: App,
  actor: Actor,
  conversationId: string,
  needs: Needs,
  work: (tx: Tx, conversation: ConversationRow) => Promise<T>,
): Promise<T> {
  return app.db.transaction().execute(async (tx) => {
    const conversation = await lockConversation(tx, conversationId, needs.caseLocked ?? false);
    if (!conversation)
      throw new Refusal('not-found', { thing: 'conversation', id: conversationId });
    allow(actor, 'case.work', conversation.portfolio.id);
    if (!isTheirs(actor, conversation))
      throw new Refusal('not-allowed', { right: 'own-conversation' });
    checkStage(conversation, needs);
    if (needs.verified && conversation.verifiedAt === null) {
      throw new Refusal('not-verified', { conversationId });
    }
    return work(tx, conversation);
  });
}

/** Whether the actor is the agent of the conversation or the supervisor who took it over. */
export function isTheirs(
  actor: Actor,
  conversation: Pick<ConversationRow, 'userId' | 'supervisorId'>,
) {
  return (
    actor.userId !== null && [conversation.userId, conversation.supervisorId].includes(actor.userId)
  );
}

function checkStage(conversation: ConversationRow, { stage }: Needs): void {
  if (conversation.finishedAt !== null) {
    throw new Refusal('already-done', { thing: 'conversation', id: conversation.id });
  }
  if (stage === 'live' && conversation.state !== 'live') {
    throw new Refusal('step-missing', { needs: 'live-call' });
  }
  if (stage === 'wrap-up' && conversation.state !== 'wrap_up') {
    throw new Refusal('step-missing', { needs: 'hang-up' });
  }
}
