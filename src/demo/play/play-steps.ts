import type { AnnouncedStage } from '#domain/cases/states.ts';
import type { Trigger } from '#domain/cases/triggers.ts';
import type { EventType, Fault, SubReason } from '#domain/key-events/events.ts';
import type { TaskOutcome } from '#domain/strategy/decisions.ts';
import { noticeContact } from '#domain/strategy/letter-content.ts';
import type { NextStep } from '#domain/strategy/treatment.ts';
import { instantOf, type LocalDate } from '#kernel/time.ts';
import { between, clockAt, daysFrom } from '../book/book.ts';
import { partsOf } from '../contact/ask-gate.ts';
import { sendLetter } from '../contact/send-letter.ts';
import { isUsable } from '../people/people.ts';
import { finishTask } from '../play-tasks.ts';
import { type CallPerson, evidenceOf, isOpen, log, ofCase, overdueOf, type Play } from './play.ts';
import { move } from './play-moves.ts';

/** The chance that work of a day is done on that day. */
const doneShare = { call: 0.62, notice: 0.94, task: 0.55, review: 0.3 };

/** Does what is due on a case, as far as people got to it that day. */
export function takeStep(play: Play, day: LocalDate, call: CallPerson): void {
  const { random } = play.book;
  switch (play.action) {
    case 'call':
    case 'callback':
      if (play.debtor.phones.some(isUsable)) {
        if (random() < doneShare.call) call(play);
      } else traceTask(play, day);
      return;
    case 're-present':
      represent(play, day);
      return;
    case 'task':
      if (!openTask(play, day)) return;
      if (random() < (play.plan?.announces ? doneShare.notice : doneShare.task)) doTask(play, day);
      return;
    case 'review':
      if (!openTask(play, day)) return;
      if (random() < doneShare.review) decide(play, day);
      return;
    default:
      refusedAgain(play, day);
      move(play, day, []);
  }
}

/** Lets the engine hand the work over on its day, when nobody has it yet. */
function openTask(play: Play, day: LocalDate): boolean {
  if (!play.task) move(play, day, []);
  return play.task !== null;
}

/** No number is left that may be called: the back office looks for one. */
function traceTask(play: Play, day: LocalDate): void {
  if (play.task?.kind === 'find-contact') return;
  const on = daysFrom(day, 1);
  const at = instantOf(clockAt(play.book, play.portfolio.zone, on, '00:00'));
  const why = { code: 'find-contact', facts: {} };
  move(play, day, [], { agreed: { action: 'task', on, at, why } });
}

/** The back office does its task some time in the day. */
function doTask(play: Play, day: LocalDate): void {
  if (play.plan?.reasonWords[0]?.code === 'find-contact') return;
  const { book, plan } = play;
  const by = book.staff.backOffice;
  play.ms += between(book.random, 1, 8) * 3_600_000;
  if (plan?.announces && !sendNotice(play, plan.announces.stage)) return;
  finishTask(play, 'done', by);
  if (plan?.announces) recordNotice(play, day, plan.announces, by);
  if (plan?.objective === 'correct-data') correctData(play, day);
  if (plan?.objective === 'deliver-invoice') resendInvoices(play, day);
  if (isOpen(play)) move(play, day, [], { stepDone: true, actorId: by });
}

/** Posts a notice of the process; refused, it stays with the office for another day. */
function sendNotice(play: Play, announces: AnnouncedStage): boolean {
  const campaign = play.task?.kind ?? play.step;
  return sendLetter(play, { ...noticeContact(announces, partsOf(play)), campaign }, play.ms);
}

function recordNotice(
  play: Play,
  day: LocalDate,
  announces: NonNullable<NextStep['announces']>,
  by: string,
): void {
  const notice = {
    ...ofCase(play),
    id: play.book.newId(),
    stage: announces.by,
    announces: announces.stage,
    sentOn: day,
    promisedOn: announces.promisedOn,
    how: 'post',
    recordedAt: instantOf(play.ms),
    recordedBy: by,
    cancelledAt: null,
  };
  play.notices.push(notice);
  play.book.rows.notices.push(notice);
  const { stage, promisedOn } = notice;
  log(
    play,
    'notice.recorded',
    { noticeId: notice.id, stage, announces: notice.announces, sentOn: day, promisedOn },
    by,
  );
}

/** Collection data is corrected; the missed amount is collected again before anybody is asked. */
function correctData(play: Play, day: LocalDate): void {
  for (const event of play.events.filter(({ type, resolvedAt }) => type === 'C' && !resolvedAt)) {
    event.evidence = { ...evidenceOf(event), correctedOn: day };
  }
}

function resendInvoices(play: Play, day: LocalDate): void {
  for (const item of play.account.items.filter(({ caseId }) => caseId === play.caseId)) {
    item.deliveredOn = day;
    item.deliveredHow = 'email';
  }
  if (play.book.random() < 0.5) {
    const on = daysFrom(day, between(play.book.random, 3, 12));
    play.coming.push({ on, minor: overdueOf(play), source: 'bank-transfer' });
  }
}

/** Presents a refused payment again: it arrives in a few days, or is refused once more. */
function represent(play: Play, day: LocalDate): void {
  if (!openTask(play, day)) return;
  finishTask(play, 'done', null);
  const { random } = play.book;
  play.presented = { on: day, times: (play.presented?.times ?? 0) + 1 };
  const on = daysFrom(day, 3);
  if (random() < 0.55) play.coming.push({ on, minor: overdueOf(play), source: 'direct-debit' });
  else play.refusedAgainOn = on;
  move(play, day, []);
}

function refusedAgain(play: Play, day: LocalDate): void {
  const first = play.events.find(({ type }) => type === 'B');
  if (play.refusedAgainOn === null || play.refusedAgainOn > day || !first) return;
  play.refusedAgainOn = null;
  const event = { ...first, id: play.book.newId(), happenedOn: day, resolvedAt: null };
  Object.assign(event, { recordedAt: instantOf(play.ms), evidence: { methodValid: true } });
  play.events.push(event);
  play.book.rows.keyEvents.push(event);
  play.account.method.rejects = Number(play.account.method.rejects ?? 0) + 1;
  const { id: eventId } = event;
  const reason = event.subReason as SubReason;
  const [type, fault] = [event.type as EventType, event.fault as Fault];
  log(play, 'key-event.recorded', { eventId, type, reason, fault, happenedOn: day });
}

/** A person of the department decides: a restriction, or what follows the last warning. */
function decide(play: Play, day: LocalDate): void {
  const { book, plan } = play;
  if (plan?.fires === 'announced-date-reached') {
    decideBy(play, day, 'approve', 'announced-date-reached', 'no answer to any offer');
    return;
  }
  if (play.state === 'review' && play.task && book.random() < 0.1) {
    decideBy(play, day, 'keep-in-house', 'kept-in-house', 'a new offer was made');
  }
}

function decideBy(
  play: Play,
  day: LocalDate,
  outcome: TaskOutcome,
  on: Trigger,
  reason: string,
): void {
  const { manager } = play.book.staff;
  play.ms += 3_600_000;
  finishTask(play, outcome, manager);
  const known = { decision: { by: manager, reason } };
  move(play, day, [on], { known, actorId: manager, because: { decidedBy: manager } });
}
