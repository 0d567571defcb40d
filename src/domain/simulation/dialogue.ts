import { answer, line, type Reply, type Talk, withMood, worstMood } from './conversation.ts';
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
export function opening(talk: Talk, isInbound: boolean): Line {
  return isInbound ? line('calling-in', { name: talk.person.name }) : line('hello');
}

/** What a person says to an agent's utterance: pure, the same talk and words give the same reply. */
export function hear(talk: Talk, utterance: Utterance): Reply {
  const now = { ...talk, turns: talk.turns + 1 };
  if (now.turns > maxTurns) return hangUp(now, 'enough');
  const given = utterance.intent ?? 'free-text';
  const intent = given === 'free-text' ? intentOf(utterance.text) : given;
  if (isHarsh(utterance.text)) return unlessTooMuch(answer(withMood(now, -2), 'how-dare-you'));
  if (now.speaker !== 'customer') return unlessTooMuch(receiveAsOther(now, intent));
  return unlessTooMuch(interrupt(now, intent) ?? respond(now, intent, utterance));
}

function hangUp(talk: Talk, key: LineKey): Reply {
  return { talk, lines: [line(key)], hangsUp: true };
}

/** At the worst mood the person says so and hangs up, whatever else they would have said. */
function unlessTooMuch(reply: Reply): Reply {
  return reply.talk.mood <= worstMood && !reply.hangsUp ? hangUp(reply.talk, 'enough') : reply;
}

/** The manner getting in the way of what the agent wants; null when it does not. */
function interrupt(talk: Talk, intent: Intent): Reply | null {
  if (talk.isSettled) return null;
  const { manner, callbackHour } = talk.persona;
  const again = { ...talk, interruptions: talk.interruptions + 1 };
  const patience = talk.interruptions === 0 ? 0 : -1;
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
function shout(talk: Talk, intent: Intent): Reply | null {
  if (!business.has(intent)) return null;
  if (offers.has(intent)) return answer(withMood(talk, -1), 'shouting');
  if (intent !== 'ask-reason') return answer(talk, 'shouting');
  const calmer = withMood(talk, 1);
  return calmer.mood < 0 ? answer(calmer, 'shouting') : tellReason({ ...calmer, isSettled: true });
}

function respond(talk: Talk, intent: Intent, utterance: Utterance): Reply {
  switch (intent) {
    case 'greet':
    case 'state-purpose':
      return answer(talk, 'listening');
    case 'ask-identity':
      return answer(talk, 'yes-speaking', { name: talk.person.name });
    case 'verify-question':
      return giveAnswer(talk, utterance.question);
    case 'prove-genuine':
      return talk.persona.manner === 'suspicious'
        ? answer(withMood({ ...talk, isSettled: true }, 1), 'genuine-thanks')
        : answer(talk, 'listening');
    case 'ask-reason':
      return tellReason(withMood(talk, 1));
    case 'explain-debt':
      return hasObjection(talk) ? tellReason(talk) : answer(talk, 'listening');
    case 'offer-full':
    case 'offer-part':
    case 'offer-promise':
    case 'offer-plan':
      return weigh(talk, utterance.offer);
    case 'empathy':
    case 'calm':
      return soothe(talk);
    case 'offer-supervisor':
      return talk.persona.manner === 'wants-supervisor'
        ? answer(withMood({ ...talk, isSettled: true }, 1), 'wait-for-supervisor')
        : answer(talk, 'listening');
    case 'acknowledge-request':
      return answer(withMood(talk, 1), 'thanks');
    case 'read-back':
      return checkReadBack(talk, utterance.offer);
    case 'close':
      return hangUp(talk, 'goodbye');
    case 'free-text':
      return answer(talk, 'what-do-you-mean');
  }
}

function giveAnswer(talk: Talk, question: string | undefined): Reply {
  if (talk.mood <= -2) return answer(talk, 'will-not-say');
  const known = question === undefined ? undefined : talk.person.answers[question];
  return known === undefined
    ? answer(talk, 'do-not-remember')
    : answer(talk, 'here-is-the-answer', { answer: known });
}

/** Someone who disputes or never got the invoice says so as soon as the debt is laid out. */
function hasObjection(talk: Talk): boolean {
  const { reason } = talk.persona;
  const objects =
    reason === 'invoice-missing' || reason === 'disputes-part' || reason === 'technical';
  return objects && !talk.reasonTold;
}

function tellReason(talk: Talk): Reply {
  const { reason, payDay } = talk.persona;
  return answer({ ...talk, reasonTold: true }, `reason-${reason}`, { day: payDay });
}

/** An offer before the reason was asked for counts as pushing. */
function weigh(talk: Talk, offer: Offer | undefined): Reply {
  if (!talk.reasonTold) return answer(withMood(talk, -1), 'you-never-asked');
  if (!offer) return answer(talk, 'what-do-you-offer');
  const judged = judgeOffer(talk.persona, offer, talk.person.owed, talk.today);
  const agreed = judged.accepts ? offer : talk.agreed;
  return { talk: { ...talk, agreed }, lines: [judged.line], hangsUp: false };
}

function soothe(talk: Talk): Reply {
  const better = withMood(talk, 1);
  if (talk.persona.manner !== 'hostile' || talk.isSettled) return answer(better, 'thanks');
  return better.mood >= 0
    ? answer({ ...better, isSettled: true }, 'calmer')
    : answer(better, 'shouting');
}

function checkReadBack(talk: Talk, offer: Offer | undefined): Reply {
  const { agreed } = talk;
  if (!agreed) return answer(talk, 'nothing-agreed');
  const same =
    !offer ||
    (offer.kind === agreed.kind &&
      offer.amount.minor === agreed.amount.minor &&
      offer.amount.currency === agreed.amount.currency &&
      offer.due === agreed.due &&
      offer.months === agreed.months);
  return answer(talk, same ? 'read-back-right' : 'read-back-wrong');
}
