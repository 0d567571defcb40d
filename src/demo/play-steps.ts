import type { EventType, Fault } from '#domain/key-events/events.ts';
import type { NextStep } from '#domain/strategy/treatment.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import { instantOf, type LocalDate } from '#kernel/time.ts';
import { between, daysFrom } from './book.ts';
import { isUsable } from './people.ts';
import {
  type CallPerson,
  endTask,
  evidenceOf,
  isOpen,
  log,
  ofCase,
  overdueOf,
  type Play,
} from './play.ts';
import { move } from './play-moves.ts';

/** Business days within which an opened task is to be done, as in the daily run. */
const taskBusinessDays = 2;

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
      openTask(play, day);
      if (random() < (play.plan?.announces ? doneShare.notice : doneShare.task)) doTask(play, day);
      return;
    case 'review':
      openTask(play, day);
      if (random() < doneShare.review) decide(play, day);
      return;
    default:
      refusedAgain(play, day);
      move(play, day, []);
  }
}

function openTask(play: Play, day: LocalDate): void {
  if (play.task || play.plan === null) return;
  const { plan, portfolio } = play;
  const queue = plan.queue === 'system' ? 'back-office' : plan.queue;
  const name = plan.step ?? plan.reasonWords[0]?.code ?? play.step;
  const { calendar } = portfolio.rules;
  writeTask(play, {
    kind: plan.action === 're-present' ? 're-present' : name,
    queue,
    dueOn: addBusinessDays(day, taskBusinessDays, calendar),
    details: {
      step: play.step,
      action: plan.action,
      fires: plan.fires ?? null,
      announces: (plan.announces ?? null) as never,
      why: plan.reasonWords as never,
    },
  });
}

function logTask(play: Play, task: Play['task'], by: string | null): void {
  if (!task) return;
  const facts = { taskId: task.id, kind: task.kind, outcome: 'done', noteId: null };
  log(play, 'task.done', facts, by);
}

type TaskRow = NonNullable<Play['task']>;

function writeTask(
  play: Play,
  { details, ...given }: Pick<TaskRow, 'kind' | 'queue' | 'dueOn'> & { readonly details: object },
): TaskRow {
  const task: TaskRow = {
    ...ofCase(play),
    ...given,
    id: play.book.newId(),
    portfolioId: play.portfolio.id,
    details: details as never,
    ownerId: null,
    openedAt: instantOf(play.ms),
    openedBy: null,
    doneAt: null,
    doneBy: null,
    outcome: null,
  };
  play.book.rows.tasks.push(task);
  play.task = task;
  return task;
}

/** No number is left that may be called: the back office looks for one. */
function traceTask(play: Play, day: LocalDate): void {
  if (play.task?.kind === 'find-contact') return;
  const dueOn = addBusinessDays(day, taskBusinessDays, play.portfolio.rules.calendar);
  writeTask(play, { kind: 'find-contact', queue: 'back-office', dueOn, details: {} });
  play.action = 'task';
  play.plan = {
    action: 'task',
    queue: 'back-office',
    tone: 'neutral',
    reasonWords: [{ code: 'find-contact', facts: {} }],
  };
}

/** The back office does its task some time in the day. */
function doTask(play: Play, day: LocalDate): void {
  if (play.plan?.reasonWords[0]?.code === 'find-contact') return;
  const { book, plan } = play;
  const by = book.staff.backOffice;
  play.ms += between(book.random, 1, 8) * 3_600_000;
  const { task } = play;
  endTask(play, instantOf(play.ms), 'done', by);
  logTask(play, task, by);
  if (plan?.announces) recordNotice(play, day, plan.announces, by);
  if (plan?.objective === 'correct-data') correctData(play, day);
  if (plan?.objective === 'deliver-invoice') resendInvoices(play, day);
  if (isOpen(play)) move(play, day, [], { stepDone: true, actorId: by });
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

/** Wrong collection data is mended; the payment is presented again and may arrive. */
function correctData(play: Play, day: LocalDate): void {
  for (const event of play.events.filter(({ type, resolvedAt }) => type === 'C' && !resolvedAt)) {
    event.evidence = { ...evidenceOf(event), correctedOn: day };
    Object.assign(event, { resolvedAt: instantOf(play.ms), resolution: 'corrected' });
    const solved = { eventId: event.id, type: 'C', resolution: 'corrected' } as const;
    log(play, 'key-event.resolved', { ...solved, conversationId: null });
    if (play.book.random() < 0.75) {
      const minor = overdueOf(play);
      play.coming.push({ on: daysFrom(day, 1), minor, source: 'direct-debit' });
    }
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
  openTask(play, day);
  const { task } = play;
  endTask(play, instantOf(play.ms), 'done', null);
  const { random } = play.book;
  play.presented = { on: day, times: (play.presented?.times ?? 0) + 1 };
  const on = daysFrom(day, 3);
  if (random() < 0.55) play.coming.push({ on, minor: overdueOf(play), source: 'direct-debit' });
  else play.refusedAgainOn = on;
  logTask(play, task, null);
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
  const { id: eventId, subReason: reason } = event;
  const [type, fault] = [event.type as EventType, event.fault as Fault];
  log(play, 'key-event.recorded', { eventId, type, reason, fault, happenedOn: day });
}

/** A person of the department decides: a restriction, or what follows the last warning. */
function decide(play: Play, day: LocalDate): void {
  const { book, plan } = play;
  const { manager } = book.staff;
  const decision = { by: manager, reason: 'no answer to any offer' };
  if (plan?.fires === 'announced-date-reached') {
    play.ms += 3_600_000;
    const because = { decidedBy: manager };
    const facts = { decision };
    const moved = move(play, day, ['announced-date-reached'], { facts, actorId: manager, because });
    if (moved.moves.length > 0) play.task = null;
  }
  if (play.state === 'review' && book.random() < 0.1) {
    play.ms += 3_600_000;
    const because = { decidedBy: manager };
    move(play, day, ['kept-in-house'], { facts: { decision }, actorId: manager, because });
  }
}
