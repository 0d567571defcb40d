import { invoiceReasonOf } from '#domain/contact/late-reasons.ts';
import type { ContactResult, LateReason } from '#domain/contact/results.ts';
import { askable, defaultVerification } from '#domain/contact/verification.ts';
import type { AttemptResult } from '#domain/gate/facts/attempt-results.ts';
import type { NextAction } from '#domain/strategy/process-step.ts';
import { ownValue } from '#kernel/own-value.ts';
import { dateIn, instantAt, instantOf, type LocalDate, weekdayOf } from '#kernel/time.ts';
import { between, clockAt, daysFrom, localIn, owned, pick } from '../book/book.ts';
import { wordsOf } from '../contact/sample-conversation.ts';
import type { Character } from '../people/characters.ts';
import { addParty } from '../people/parties.ts';
import { evidenceOf, isOpen, log, type Made, ofCase, overdueOf, type Play } from './play.ts';
import { promise, startPlan } from './play-agreements.ts';
import { placeHold } from './play-holds.ts';
import { payNow } from './play-money.ts';
import { move } from './play-moves.ts';
import { oweAfterConversation } from './play-obligations.ts';

/** Days of rest after a conversation before the next call is planned. */
const restDays = 8;

const lateReasonsOf: Partial<Record<Character, readonly LateReason[]>> = {
  'in-hardship': ['lost-job', 'illness', 'income-fell'],
  refuses: ['will-not-pay'],
  disputes: ['disputes-debt', 'disputes-service'],
};

const usualReasons: readonly LateReason[] = [
  'forgot',
  'pay-day-later',
  'income-fell',
  'other-debts',
  'method-changed',
  'invoice-not-received',
];

/** A conversation with the right person: verified, asked for the reason, and what came of it. */
export function conversation(play: Play, made: Made, endMs: number): void {
  const { conversation, agentId, phone } = made;
  const verifiedMs = endMs - 60_000;
  verify(play, made, verifiedMs);
  play.lastConversationMs = verifiedMs;
  oweAfterConversation(play, made, verifiedMs);
  Object.assign(phone, { state: 'valid', lastSuccessAt: instantOf(verifiedMs) });
  const day = localIn(play.book, play.portfolio.zone, verifiedMs).day;
  const conversationId = conversation.id;
  const facts = { conversationId, attemptId: made.attempt.id, direction: 'outbound' } as const;
  log(play, 'contact.verified', facts, agentId, verifiedMs);
  if (play.state === 'requested') {
    move(play, day, ['replied'], { actorId: agentId, because: { conversationId } });
  }
  askReason(play, day, made);
  play.ms = Math.max(play.ms, endMs - 20_000);
  const result = outcome(play, day, made);
  finishConversation(play, made, result, Math.max(endMs, play.ms + 5_000));
  if (!isOpen(play)) return;
  if (play.book.random() < 0.25 && play.ownerId === null) play.ownerId = agentId;
  goOn(play, day, result, agentId);
}

function verify(play: Play, { conversation, agentId }: Made, verifiedMs: number): void {
  conversation.verifiedAt = instantOf(verifiedMs);
  const { book, debtor, portfolio } = play;
  const known = {
    postalCode: 'known',
    birthDate: portfolio.kind === 'consumer' ? '1980-01-01' : null,
    reference: debtor.reference,
    city: 'known',
  };
  const questions = askable(defaultVerification, known).slice(0, defaultVerification.answersNeeded);
  for (const [i, question] of questions.entries()) {
    book.rows.verifications.push({
      ...owned(book, debtor.customerId),
      id: book.newId(),
      conversationId: conversation.id,
      question,
      passed: true,
      askedAt: instantOf(verifiedMs - (questions.length - i) * 9_000),
      userId: agentId,
    });
  }
}

function askReason(play: Play, day: LocalDate, { conversation, agentId }: Made): void {
  const { random } = play.book;
  const lateReason = pick(random, lateReasonsOf[play.character] ?? usualReasons);
  const isTold = lateReason !== 'invoice-not-received' || play.portfolio.line === 'trade';
  const reason: LateReason = isTold ? lateReason : 'forgot';
  conversation.lateReason = reason;
  play.lateReason = reason;
  const facts = { conversationId: conversation.id, lateReason: reason };
  const invoice = invoiceReasonOf(reason);
  for (const event of play.events) {
    if (event.type !== 'D' || event.resolvedAt || event.subReason !== 'unknown' || !invoice)
      continue;
    event.subReason = invoice.reason;
    event.fault = invoice.fault;
    event.evidence = { ...evidenceOf(event), detail: invoice.detail };
  }
  log(play, 'contact.late-reason', facts, agentId, play.ms + 15_000);
  if (reason === 'invoice-not-received') move(play, day, ['protected-event']);
}

/** Ends the conversation with its disposition. */
export function finishConversation(
  play: Play,
  made: Made,
  result: ContactResult,
  endMs: number,
): void {
  const { attempt, conversation, agentId } = made;
  const { random } = play.book;
  const conversationId = conversation.id;
  const ended = {
    ...{ conversationId, attemptId: attempt.id },
    result: attempt.result as AttemptResult,
  };
  log(play, 'contact.ended', ended, null, endMs);
  const endedAt = instantOf(play.ms);
  const finishedMs = play.ms + between(random, 12, 70) * 1_000;
  Object.assign(attempt, { endedAt });
  Object.assign(conversation, { endedAt, finishedAt: instantOf(finishedMs), result });
  if (made.meeting === 'right_party' && random() < 0.12) {
    play.book.rows.utterances.push(...wordsOf(play, made, result));
    addNote(play, made, result);
  }
  const finished = {
    ...{ conversationId, result, mechanism: 'outbound-call' as const },
    nextAction: play.action as NextAction | null,
    nextActionOn: play.actionOn,
  };
  log(play, 'contact.finished', finished, agentId, finishedMs);
}

const notesOf: Readonly<Record<string, string>> = {
  promise: 'Will pay when wages are in. Friendly, asked for a written confirmation.',
  plan: 'Showed income and rent; the monthly part leaves enough to live on.',
  dispute: 'Sends a copy of the meter reading or receipt by e-mail.',
  hardship: 'Named two free advice services. Wants letters rather than calls.',
  refused: 'Did not want to talk about the debt today.',
};

function addNote(play: Play, { conversation, agentId }: Made, result: string): void {
  const words = ownValue(notesOf, result);
  if (words === undefined) return;
  const note = { ...ofCase(play), id: play.book.newId(), conversationId: conversation.id };
  const written = { restricted: false, words, writtenAt: instantOf(play.ms), writtenBy: agentId };
  play.book.rows.notes.push({ ...note, ...written });
  log(play, 'note.written', { noteId: note.id, conversationId: conversation.id }, agentId);
}

/** What the person and the agent agree, by the person's character; answers the disposition. */
function outcome(play: Play, day: LocalDate, made: Made): ContactResult {
  const { random } = play.book;
  const place = { conversationId: made.conversation.id, userId: made.agentId };
  const hasA = play.events.find(({ type, resolvedAt }) => type === 'A' && !resolvedAt);
  if (hasA && random() < 0.7) return newMethod(play, day, made, hasA);
  if (overdueOf(play) === 0n) return 'information-given';
  switch (play.character) {
    case 'pays':
    case 'pays-by-letter':
      if (random() > 0.45) return promise(play, day, place, 1);
      payNow(play, overdueOf(play), day, 'card', { ...place, at: instantOf(play.ms + 4_000) });
      return 'paid-in-full';
    case 'keeps-promises':
    case 'breaks-promises':
      return play.broken < 2 ? promise(play, day, place, 1) : 'refused';
    case 'keeps-in-part':
      return promise(play, day, place, play.broken > 0 ? 1 : 0.6);
    case 'pays-by-plan':
    case 'falls-behind':
      return startPlan(play, day, place) ?? promise(play, day, place, 1);
    case 'asks-callback':
      return play.callbacks.length === 0 ? callback(play, made) : promise(play, day, place, 1);
    case 'disputes':
    case 'in-hardship':
    case 'represented':
    case 'complains':
    case 'asks-silence':
      return held(play, day, place);
    default:
      return 'refused';
  }
}

const holdsOf = {
  disputes: ['dispute', 'dispute'],
  'in-hardship': ['hardship', 'hardship'],
  represented: ['represented', 'represented'],
  complains: ['complaint', 'hardship'],
  'asks-silence': ['stop-contact', 'stop-contact'],
} as const;

function held(play: Play, day: LocalDate, place: { conversationId: string; userId: string }) {
  const [kind, as] = holdsOf[play.character as keyof typeof holdsOf];
  if (play.holds.length > 0) return promise(play, day, place, 1);
  const { book, debtor } = play;
  if (kind === 'represented') {
    const id = book.newId();
    const role = { role: 'attorney', name: 'Ada Quill', note: 'adviser@example.org' };
    addParty(book, debtor, { ...role, id, at: instantOf(play.ms), recordedBy: place.userId });
    log(play, 'party.represented', { partyId: id, conversationId: place.conversationId });
  }
  if (kind === 'stop-contact') {
    const details: object = { scope: 'all-calls', words: null };
    const preference = {
      ...owned(book, debtor.customerId),
      id: book.newId(),
      kind: 'opt_out_medium',
      channel: 'phone_call',
      contactPointId: null,
      details: details as never,
      givenAt: instantOf(play.ms),
      conversationId: place.conversationId,
      recordedBy: place.userId,
    };
    play.preferences.push(preference);
    book.rows.preferences.push(preference);
    const facts = { conversationId: place.conversationId, scope: 'all-calls', as } as const;
    log(play, 'contact.stopped', facts, place.userId);
  }
  placeHold(play, day, kind, { ...place, as });
  return as;
}

function newMethod(
  play: Play,
  day: LocalDate,
  { conversation, agentId }: Made,
  event: Play['events'][number],
): ContactResult {
  const { book, account } = play;
  const conversationId = conversation.id;
  const kind = play.portfolio.line === 'card' ? 'card' : 'mandate';
  const method = { ...account.method, id: book.newId(), kind, state: 'valid' };
  Object.assign(method, { expiresOn: kind === 'card' ? daysFrom(day, 900) : null });
  Object.assign(method, { createdAt: instantOf(play.ms) });
  book.rows.paymentMethods.push(method);
  Object.assign(event, { resolvedAt: instantOf(play.ms), resolution: 'new-method' });
  const facts = { conversationId, methodId: method.id, kind, as: 'new-method' } as const;
  log(play, 'method.recorded', facts, agentId);
  const solved = { eventId: event.id, type: 'A', resolution: 'new-method' } as const;
  log(play, 'key-event.resolved', { ...solved, conversationId }, agentId);
  const minor = overdueOf(play);
  if (minor > 0n) play.coming.push({ on: daysFrom(day, 4), minor, source: 'direct-debit' });
  move(play, day, ['service-solved'], { actorId: agentId, because: { conversationId } });
  return 'new-method';
}

function callback(play: Play, { conversation, agentId, phone }: Made): ContactResult {
  const { book, debtor, portfolio } = play;
  const zone = debtor.zones[0] ?? portfolio.zone;
  let on = daysFrom(dateIn(zone, play.ms), restDays + between(book.random, 0, 3));
  while (weekdayOf(on) > 5) on = daysFrom(on, 1);
  const dueAt = instantOf(instantAt(zone, on, pick(book.random, ['12:30', '16:00', '17:30'])));
  const made = {
    ...ofCase(play),
    id: book.newId(),
    contactPointId: phone.id,
    personalTo: book.random() < 0.5 ? agentId : null,
    dueAt,
    askedAt: instantOf(play.ms),
    askedBy: agentId,
    doneAt: null as string | null,
    outcome: null as string | null,
  };
  play.callbacks.push(made);
  book.rows.callbacks.push(made);
  const personal = made.personalTo !== null;
  const facts = { conversationId: conversation.id, callbackId: made.id, dueAt, personal };
  log(play, 'callback.asked', { ...facts, as: 'callback' }, agentId);
  return 'callback';
}

/** The next action after a conversation: agreed, of the process, or a call after a week of rest. */
function goOn(play: Play, day: LocalDate, result: string, agentId: string): void {
  if (result === 'callback') {
    const asked = play.callbacks.at(-1);
    if (!asked) return;
    const on = dateIn(play.portfolio.zone, Date.parse(asked.dueAt));
    const why = { code: 'callback', facts: { date: on } };
    move(play, day, [], {
      actorId: agentId,
      agreed: { action: 'callback', on, at: asked.dueAt, why },
    });
    return;
  }
  if (result === 'refused') {
    const moved = move(play, day, ['refused'], { actorId: agentId });
    if (moved.moves.length > 0) return;
  }
  if (result === 'refused' || result === 'information-given') {
    const on = daysFrom(day, restDays);
    const at = instantOf(clockAt(play.book, play.portfolio.zone, on, '00:00'));
    const why = { code: 'date-agreed', facts: { date: on } };
    const agreed = { action: 'call', on, at, why, insteadOf: ['call'] } as const;
    move(play, day, [], { stepDone: true, actorId: agentId, agreed });
  }
}
