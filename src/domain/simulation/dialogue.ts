import {
  answer,
  type Conversation,
  line,
  type Reply,
  withMood,
  worstMood,
} from './conversation.ts';
import { intentOf, isHarsh } from './cues.ts';
import { judgeOffer } from './offers.ts';
import { receiveAsOther } from './other-person.ts';
import type { Intent, Line, LineKey, Offer, Utterance } from './speech.ts';

/** Turns after which a person has had enough, so that no conversation is endless. */
export const maxTurns = 120;

const offers: ReadonlySet<Intent> = new Set([
  'offer-full',
  'offer-part',
  'offer-promise',
  'offer-plan',
]);
const business: ReadonlySet<Intent> = new Set([
  ...offers,
  'state-purpose',
  'ask-reason',
  'explain-debt',
]);

/** The first words of whoever picks up, or of a customer who calls in. */
export function opening(conversation: Conversation, isInbound: boolean): Line {
  return isInbound ? line('calling-in', { name: conversation.person.name }) : line('hello');
}

/** What a person says to an agent's utterance: pure, the same talk and words give the same reply. */
export function replyTo(conversation: Conversation, utterance: Utterance): Reply {
  const now = { ...conversation, turns: conversation.turns + 1 };
  if (now.turns > maxTurns) return hangUp(now, 'enough');
  const given = utterance.intent ?? 'free-text';
  const intent = given === 'free-text' ? intentOf(utterance.text) : given;
  if (isHarsh(utterance.text)) return unlessTooMuch(answer(withMood(now, -2), 'how-dare-you'));
  if (now.speaker !== 'customer') return unlessTooMuch(receiveAsOther(now, intent));
  return unlessTooMuch(interrupt(now, intent) ?? respond(now, intent, utterance));
}

function hangUp(conversation: Conversation, key: LineKey): Reply {
  return { conversation, lines: [line(key)], hangsUp: true };
}

/** At the worst mood the person says so and hangs up, whatever else they would have said. */
function unlessTooMuch(reply: Reply): Reply {
  return reply.conversation.mood <= worstMood && !reply.hangsUp
    ? hangUp(reply.conversation, 'enough')
    : reply;
}

/** The manner getting in the way of what the agent wants; null when it does not. */
function interrupt(conversation: Conversation, intent: Intent): Reply | null {
  if (conversation.isSettled) return null;
  const { manner, callbackHour } = conversation.persona;
  const again = { ...conversation, interruptions: conversation.interruptions + 1 };
  const patience = conversation.interruptions === 0 ? 0 : -1;
  switch (manner) {
    case 'suspicious':
      return business.has(intent) || intent === 'verify-question'
        ? answer(withMood(again, patience), 'is-this-genuine')
        : null;
    case 'callback':
      return business.has(intent) || intent === 'verify-question'
        ? answer(withMood(again, patience), 'call-me-at', { hour: callbackHour })
        : null;
    case 'wants-supervisor':
    case 'stop-calling':
      return business.has(intent) ? answer(withMood(again, patience), manner) : null;
    case 'attorney':
      return business.has(intent) ? answer(withMood(again, patience), 'has-attorney') : null;
    case 'hostile':
      return shout(again, intent);
    default:
      return null;
  }
}

/** A hostile person shouts until calmed; being asked what happened calms, being offered does not. */
function shout(conversation: Conversation, intent: Intent): Reply | null {
  if (!business.has(intent)) return null;
  if (offers.has(intent)) return answer(withMood(conversation, -1), 'shouting');
  if (intent !== 'ask-reason') return answer(conversation, 'shouting');
  const calmer = withMood(conversation, 1);
  return calmer.mood < 0 ? answer(calmer, 'shouting') : tellReason({ ...calmer, isSettled: true });
}

function respond(conversation: Conversation, intent: Intent, utterance: Utterance): Reply {
  switch (intent) {
    case 'greet':
    case 'state-purpose':
      return answer(conversation, 'listening');
    case 'ask-identity':
      return answer(conversation, 'yes-speaking', { name: conversation.person.name });
    case 'verify-question':
      return giveAnswer(conversation, utterance.question);
    case 'prove-genuine':
      return conversation.persona.manner === 'suspicious'
        ? answer(withMood({ ...conversation, isSettled: true }, 1), 'genuine-thanks')
        : answer(conversation, 'listening');
    case 'ask-reason':
      return tellReason(withMood(conversation, 1));
    case 'explain-debt':
      return hasObjection(conversation)
        ? tellReason(conversation)
        : answer(conversation, 'listening');
    case 'offer-full':
    case 'offer-part':
    case 'offer-promise':
    case 'offer-plan':
      return weigh(conversation, utterance.offer);
    case 'empathy':
    case 'calm':
      return soothe(conversation);
    case 'offer-supervisor':
      return conversation.persona.manner === 'wants-supervisor'
        ? answer(withMood({ ...conversation, isSettled: true }, 1), 'wait-for-supervisor')
        : answer(conversation, 'listening');
    case 'acknowledge-request':
      return answer(withMood(conversation, 1), 'thanks');
    case 'read-back':
      return checkReadBack(conversation, utterance.offer);
    case 'close':
      return hangUp(conversation, 'goodbye');
    case 'free-text':
      return answer(conversation, 'what-do-you-mean');
  }
}

function giveAnswer(conversation: Conversation, question: string | undefined): Reply {
  if (conversation.mood <= -2) return answer(conversation, 'will-not-say');
  const known = question === undefined ? undefined : conversation.person.answers[question];
  return known === undefined
    ? answer(conversation, 'do-not-remember')
    : answer(conversation, 'here-is-the-answer', { answer: known });
}

/** Someone who disputes or never got the invoice says so as soon as the debt is laid out. */
function hasObjection(conversation: Conversation): boolean {
  const { reason } = conversation.persona;
  const objects =
    reason === 'invoice-missing' || reason === 'disputes-part' || reason === 'technical';
  return objects && !conversation.reasonTold;
}

function tellReason(conversation: Conversation): Reply {
  const { reason, payDay } = conversation.persona;
  return answer({ ...conversation, reasonTold: true }, `reason-${reason}`, { day: payDay });
}

/** An offer before the reason was asked for counts as pushing. */
function weigh(conversation: Conversation, offer: Offer | undefined): Reply {
  if (!conversation.reasonTold) return answer(withMood(conversation, -1), 'you-never-asked');
  if (!offer) return answer(conversation, 'what-do-you-offer');
  const judged = judgeOffer(
    conversation.persona,
    offer,
    conversation.person.owed,
    conversation.today,
  );
  const agreed = judged.accepts ? offer : conversation.agreed;
  return { conversation: { ...conversation, agreed }, lines: [judged.line], hangsUp: false };
}

function soothe(conversation: Conversation): Reply {
  const better = withMood(conversation, 1);
  if (conversation.persona.manner !== 'hostile' || conversation.isSettled)
    return answer(better, 'thanks');
  return better.mood >= 0
    ? answer({ ...better, isSettled: true }, 'calmer')
    : answer(better, 'shouting');
}

function checkReadBack(conversation: Conversation, offer: Offer | undefined): Reply {
  const { agreed } = conversation;
  if (!agreed) return answer(conversation, 'nothing-agreed');
  const same =
    !offer ||
    (offer.kind === agreed.kind &&
      offer.amount.minor === agreed.amount.minor &&
      offer.amount.currency === agreed.amount.currency &&
      offer.due === agreed.due &&
      offer.months === agreed.months);
  return answer(conversation, same ? 'read-back-right' : 'read-back-wrong');
}
