import type { OfficeEffect } from '#domain/cases/triggers.ts';
import type { TaskOutcome } from '#domain/strategy/decisions.ts';
import type { Marks } from '#domain/strategy/effects.ts';
import { letterContact } from '#domain/strategy/letter-content.ts';
import { isLetter, letterOf } from '#domain/strategy/letters.ts';
import type { HandedOver } from '#domain/strategy/office-work.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import { instantOf, type LocalDate } from '#kernel/time.ts';
import { clockAt, localIn } from './book/book.ts';
import { partsOf } from './contact/ask-gate.ts';
import { sendLetter } from './contact/send-letter.ts';
import { log, ofCase, type Play } from './play/play.ts';

type TaskRow = NonNullable<Play['task']>;
type Ids = Readonly<Record<string, unknown>>;

/** Opens the tasks of a move: the one of its step waits, those of its effects the office has done. */
export function handOver(play: Play, today: LocalDate, marks: Marks, because: Ids = {}): void {
  for (const kind of marks.endsTasks) endOpen(play, kind);
  for (const task of marks.tasks) {
    const effect = task.details['effect'] as OfficeEffect | undefined;
    if (effect === undefined) play.task ??= writeTask(play, task);
    else carryOut(play, today, effect, { ...task, details: { ...task.details, ...because } });
  }
}

function writeTask(play: Play, { details, ...given }: HandedOver): TaskRow {
  const own: object = details;
  const task: TaskRow = {
    ...ofCase(play),
    ...given,
    id: play.book.newId(),
    portfolioId: play.portfolio.id,
    details: own as never,
    ownerId: null,
    openedAt: instantOf(play.ms),
    openedBy: null,
    doneAt: null,
    doneBy: null,
    outcome: null,
  };
  play.book.rows.tasks.push(task);
  return task;
}

function endOpen(play: Play, kind: string): void {
  for (const task of play.book.rows.tasks) {
    if (task.caseId !== play.caseId || task.kind !== kind || task.doneAt) continue;
    Object.assign(task, { doneAt: instantOf(play.ms), outcome: 'overtaken' });
  }
}

/** The office does it on the next business day, where that is past. */
function carryOut(play: Play, today: LocalDate, effect: OfficeEffect, given: HandedOver): void {
  const { book, portfolio } = play;
  const task = writeTask(play, given);
  const on = addBusinessDays(today, 1, portfolio.rules.calendar);
  const doneMs = clockAt(book, portfolio.zone, on, '10:30');
  if (doneMs >= book.nowMs - 86_400_000) return;
  play.later.push({ ms: doneMs, run: (ms) => doOfficeWork(play, task, effect, ms) });
}

/** Sends the letter of an effect through the gate; one that it refuses is given up with a note. */
function doOfficeWork(play: Play, task: TaskRow, effect: OfficeEffect, ms: number): void {
  if (task.doneAt) return;
  const { book, portfolio } = play;
  const parts = partsOf(play);
  const given = task.details as unknown as Ids;
  const letter = letterOf(effect, play.debtor.language, {
    name: play.debtor.name,
    creditor: portfolio.creditorName,
    currency: portfolio.currency,
    adviceIn: null,
    parts,
    terms: termsOf(play, given),
  });
  const by = book.staff.backOffice;
  const contact = isLetter(effect) ? letterContact(effect, parts) : null;
  if (contact && !sendLetter(play, { ...contact, campaign: effect }, ms)) {
    endWork(play, task, 'not-possible', addNote(play, 'The rules do not allow it now.', by), ms);
    return;
  }
  const on = localIn(book, portfolio.zone, ms).day;
  const details: object = { ...given, carriedOut: { on, how: letter ? 'post' : null, letter } };
  Object.assign(task, { details });
  endWork(play, task, 'done', null, ms);
}

function endWork(
  play: Play,
  task: TaskRow,
  outcome: TaskOutcome,
  noteId: string | null,
  ms: number,
): void {
  const by = play.book.staff.backOffice;
  Object.assign(task, { doneAt: instantOf(ms), doneBy: by, outcome });
  log(play, 'task.done', { ...doneFacts(task, outcome), noteId }, by, ms);
}

function addNote(play: Play, words: string, writtenBy: string): string {
  const id = play.book.newId();
  play.book.rows.notes.push({
    ...{ ...ofCase(play), id, conversationId: null, restricted: false },
    ...{ words, writtenAt: instantOf(play.ms), writtenBy },
  });
  return id;
}

function doneFacts({ id, kind }: TaskRow, outcome: TaskOutcome) {
  return { taskId: id, kind, outcome, noteId: null };
}

function termsOf({ promises, plans }: Play, { promiseId, planId }: Ids) {
  const promised = promises.filter(({ id }) => id === promiseId);
  const parts = plans.filter(({ row }) => row.id === planId).flatMap((plan) => plan.parts);
  return [...promised, ...parts].map(({ amountMinor, dueOn }) => ({
    amount: BigInt(amountMinor),
    dueOn,
  }));
}

/** Says in the log that the task at hand was done, and ends it. */
export function finishTask(play: Play, outcome: TaskOutcome, by: string | null): void {
  const { task } = play;
  if (!task) return;
  Object.assign(task, { doneAt: instantOf(play.ms), doneBy: by, outcome });
  play.task = null;
  log(play, 'task.done', doneFacts(task, outcome), by);
}
