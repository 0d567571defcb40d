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
  work: (tx: Tx, talk: ConversationRow) => Promise<T>,
): Promise<T> {
  return app.db.transaction().execute(async (tx) => {
    const talk = await lockConversation(tx, conversationId, needs.caseLocked ?? false);
    if (!talk) throw new Refusal('not-found', { thing: 'conversation', id: conversationId });
    allow(actor, 'case.work', talk.portfolio.id);
    if (!isTheirs(actor, talk)) throw new Refusal('not-allowed', { right: 'own-conversation' });
    checkStage(talk, needs);
    if (needs.verified && talk.verifiedAt === null) {
      throw new Refusal('not-verified', { conversationId });
    }
    return work(tx, talk);
  });
}

/** Whether the actor is the agent of the conversation or the supervisor who took it over. */
export function isTheirs(actor: Actor, talk: Pick<ConversationRow, 'userId' | 'supervisorId'>) {
  return actor.userId !== null && [talk.userId, talk.supervisorId].includes(actor.userId);
}

function checkStage(talk: ConversationRow, { stage }: Needs): void {
  if (talk.finishedAt !== null) {
    throw new Refusal('already-done', { thing: 'conversation', id: talk.id });
  }
  if (stage === 'live' && talk.state !== 'live') {
    throw new Refusal('step-missing', { needs: 'live-call' });
  }
  if (stage === 'wrap-up' && talk.state !== 'wrap_up') {
    throw new Refusal('step-missing', { needs: 'hang-up' });
  }
}
