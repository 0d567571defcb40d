import type { ContactResult } from '#domain/contact/results.ts';
import type { AttemptResult } from '#domain/gate/facts/attempt-results.ts';
import { instantOf } from '#kernel/time.ts';
import { between, localIn, pick } from '../book/book.ts';
import { askGate, keepAsked } from '../contact/ask-gate.ts';
import { isFree } from '../contact/gate-view.ts';
import { drawMeeting, type Meeting } from '../people/characters.ts';
import { isUsable } from '../people/people.ts';
import type { CallTime, Who } from './call-times.ts';
import { type CallPerson, log, type Made, ofCase, type Play } from './play.ts';
import { conversation, finishConversation } from './play-conversations.ts';
import { move } from './play-moves.ts';

/**
 * After a conversation nobody calls again for a week (12 CFR 1006.14(b)(2)(i)(B); here for
 * everybody).
 */
const restMs = 8 * 86_400_000;

/** The result words of the network and of the disposition for what a call meets. */
const ends: Readonly<
  Record<Meeting, { readonly network: AttemptResult; readonly result: ContactResult }>
> = {
  no_answer: { network: 'no_answer', result: 'no-answer' },
  machine: { network: 'voicemail_none', result: 'voicemail-no-message' },
  busy: { network: 'busy', result: 'busy' },
  not_in_service: { network: 'not_in_service', result: 'not-in-service' },
  third_party: { network: 'third_party_answered', result: 'third-party' },
  unverified: { network: 'answered_dropped', result: 'not-verified' },
  right_party: { network: 'conversation', result: 'information-given' },
};

/** Seconds that a call lasts, by what it meets. */
const lasts: Readonly<Record<Meeting, readonly [number, number]>> = {
  no_answer: [22, 30],
  machine: [14, 26],
  busy: [3, 5],
  not_in_service: [3, 6],
  third_party: [20, 60],
  unverified: [35, 80],
  right_party: [95, 230],
};

/** Makes the caller of a book; `times` finds a decent hour and a free agent. */
export function caller(times: (who: Who, fromMs: number) => CallTime | null): CallPerson {
  return (play, why = 'step') => {
    const isStep = why === 'step';
    const rested =
      play.lastConversationMs === null || !isStep ? 0 : play.lastConversationMs + restMs;
    const agreed = play.agreedAt === null ? 0 : Date.parse(play.agreedAt);
    const time = times(play, Math.max(play.ms + 60_000, rested, agreed));
    if (time === null || time.ms < play.ms) return;
    const phone = pick(play.book.random, play.debtor.phones.filter(isUsable));
    if (time.ms < play.book.keptFromMs) {
      if (isFree(play)) placeCall(play, { ...time, phone, asked: null }, isStep);
      return;
    }
    const asked = askGate(play, phone, time.ms);
    if (asked.decision.permitted === true) placeCall(play, { ...time, phone, asked }, isStep);
    else keepAsked(play, asked, time.agent.id, null);
  };
}

type Placed = CallTime & Pick<Made, 'phone' | 'asked'>;

function placeCall(play: Play, placed: Placed, isStep: boolean): void {
  const { random } = play.book;
  const { ms, agent, phone } = placed;
  const meeting = drawMeeting(random, play.character);
  const made = writeCall(play, placed, meeting);
  const conversationId = made.conversation.id;
  const attemptId = made.attempt.id;
  log(play, 'contact.released', { attemptId }, agent.id, ms);
  for (const callback of play.callbacks.filter(({ doneAt }) => !doneAt)) {
    Object.assign(callback, { doneAt: instantOf(ms), outcome: 'called' });
  }
  const [low, high] = lasts[meeting];
  const endMs = ms + between(random, low, high) * 1_000;
  if (made.conversation.answeredBy) {
    const answeredBy = made.conversation.answeredBy as 'person' | 'machine';
    const answeredMs = ms + between(random, 5, 12) * 1_000;
    made.conversation.answeredAt = instantOf(answeredMs);
    log(play, 'contact.answered', { conversationId, answeredBy }, agent.id, answeredMs);
  }
  if (meeting === 'right_party') {
    conversation(play, made, endMs);
    return;
  }
  if (meeting === 'not_in_service') {
    const state = 'disconnected' as const;
    phone.state = state;
    const facts = { contactPointId: phone.id, state, conversationId, noteId: null };
    log(play, 'contact-point.marked', facts, agent.id, endMs);
  }
  finishConversation(play, made, ends[meeting].result, endMs);
  if (!isStep) return;
  move(play, localIn(play.book, play.portfolio.zone, play.ms).day, [], {
    stepDone: true,
    actorId: agent.id,
  });
}

function writeCall(play: Play, { ms, agent, phone, asked }: Placed, meeting: Meeting): Made {
  const { book, portfolio, debtor, account } = play;
  const agentId = agent.id;
  const zone = asked?.zone ?? debtor.zones[0] ?? portfolio.zone;
  const debts = asked?.debts ?? [account.accountId];
  const at = instantOf(ms);
  const local = localIn(book, zone, ms);
  const attemptId = book.newId();
  const common = { ...ofCase(play), portfolioId: portfolio.id, direction: 'outbound' };
  const point = { channel: 'phone_call', contactPointId: phone.id, userId: agentId };
  const conversation = {
    ...common,
    ...point,
    id: book.newId(),
    attemptId,
    state: 'done',
    beganAt: at,
    answeredAt: null as string | null,
    endedAt: null as string | null,
    finishedAt: null as string | null,
    answeredBy: answeredBy(meeting),
    verifiedAt: null as string | null,
    lateReason: null as string | null,
    supervisorAskedAt: null as string | null,
    hostileAt: null as string | null,
    mechanism: 'outbound-call',
    result: null as string | null,
  };
  const talked = meeting === 'right_party';
  const attempt = {
    ...common,
    ...point,
    id: attemptId,
    conversationId: conversation.id,
    person: meeting === 'third_party' ? 'third_party:relative' : 'consumer',
    mode: 'live_agent',
    decisionId: asked ? keepAsked(play, asked, agentId, attemptId) : null,
    collector: book.tenantId,
    receivedAt: at,
    recordedAt: at,
    debts: [...debts],
    conversationDebts: talked ? [...debts] : [],
    aboutDebt: talked,
    state: 'ended',
    result: ends[meeting].network,
    zone,
    localDay: local.day,
    localHour: local.hour,
    attemptedAt: at,
    releasedAt: at,
    endedAt: null as string | null,
  };
  play.attempts.push(attempt);
  book.rows.attempts.push(attempt);
  book.rows.conversations.push(conversation);
  return { attempt, conversation, phone, agentId, meeting, asked };
}

function answeredBy(meeting: Meeting): 'person' | 'machine' | null {
  if (meeting === 'machine') return 'machine';
  return ['third_party', 'unverified', 'right_party'].includes(meeting) ? 'person' : null;
}
