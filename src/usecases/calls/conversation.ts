import { type Intent, intents, type Offer, type Utterance } from '#domain/simulation/speech.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { parseAmount } from '#kernel/money.ts';
import { assert, Refusal } from '#kernel/refusal.ts';
import { addLine, type ConversationRow } from '#storage/calls/conversations.ts';
import { type App, now } from '#usecases/app.ts';
import { inConversation } from './steps/in-conversation.ts';
import { orderOnCall } from './steps/order-on-call.ts';

/** Terms that are put forward or read back in words. */
export type SpokenOffer = {
  readonly kind: Offer['kind'];
  readonly amount: string;
  readonly due: string | null;
  readonly months: number | null;
};

/** What an agent says, with what is meant by it. */
export type Spoken = {
  readonly conversationId: string;
  readonly intent: string;
  readonly words: string;
  readonly question: string | null;
  readonly offer: SpokenOffer | null;
};

/** Intents that speak of the debt: nothing of it before the right person is verified (M-104). */
const aboutDebt: ReadonlySet<string> = new Set([
  'ask-reason',
  'explain-debt',
  'offer-full',
  'offer-part',
  'offer-promise',
  'offer-plan',
  'read-back',
]);

/**
 * Says something on a live call. On the simulated network the other side hears it. Throws
 * `not-verified` for words about the debt before the right person is known.
 */
export async function say(app: App, actor: Actor, spoken: Spoken) {
  const { conversationId } = spoken;
  const said = await inConversation(
    app,
    actor,
    conversationId,
    { stage: 'live' },
    async (tx, conversation) => {
      if (conversation.verifiedAt === null && aboutDebt.has(spoken.intent)) {
        throw new Refusal('not-verified', { conversationId });
      }
      const speaker = conversation.supervisorId === actor.userId ? 'supervisor' : 'agent';
      const said = {
        speaker,
        intent: spoken.intent,
        words: spoken.words,
        saidAt: now(app),
      } as const;
      await addLine(tx, conversation, app.tenantId, said);
      const { attemptId, customerId } = conversation;
      return { attemptId, customerId, utterance: utteranceOf(spoken, conversation) };
    },
  );
  assert(said.attemptId, 'a live call has its attempt');
  const call = { customerId: said.customerId, callId: said.attemptId };
  await orderOnCall(app, call, { kind: 'say', utterance: said.utterance });
  return { done: true as const };
}

function utteranceOf(spoken: Spoken, conversation: ConversationRow): Utterance {
  const intent = intents.find((known) => known === spoken.intent) ?? freeText;
  const offer = spoken.offer ? offerOf(spoken.offer, conversation.portfolio.currency) : null;
  return {
    text: spoken.words,
    intent,
    ...(spoken.question ? { question: spoken.question } : {}),
    ...(offer ? { offer } : {}),
  };
}

const freeText: Intent = 'free-text';

function offerOf({ kind, amount, due, months }: SpokenOffer, currency: string): Offer {
  const minor = parseAmount(amount, currency);
  if (typeof minor !== 'bigint') {
    const problems = [{ path: 'offer.amount', message: minor }];
    throw new Refusal('invalid-input', { problems });
  }
  return {
    kind,
    amount: { minor, currency },
    ...(due === null ? {} : { due }),
    ...(months === null ? {} : { months }),
  };
}

/** Ends the call; wrap-up begins when the network says so. */
export async function hangUp(app: App, actor: Actor, input: { conversationId: string }) {
  const up = await inConversation(
    app,
    actor,
    input.conversationId,
    { stage: 'open' },
    async (_tx, conversation) => (conversation.endedAt === null ? conversation : null),
  );
  if (up?.attemptId) {
    const { customerId, attemptId: callId } = up;
    await orderOnCall(app, { customerId, callId }, { kind: 'hang-up' });
  }
  return { done: true as const };
}
