import type { OfficeEffect } from '#domain/cases/triggers.ts';
import { scriptParts } from '#domain/contact/script-parts.ts';
import type { TaskOutcome } from '#domain/strategy/decisions.ts';
import type { Marks } from '#domain/strategy/effects.ts';
import { letterOf } from '#domain/strategy/letters.ts';
import type { HandedOver } from '#domain/strategy/office-work.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import { instantOf, type LocalDate } from '#kernel/time.ts';
import { clockAt } from './book/book.ts';
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
  const letter = letterOf(effect, play.debtor.language, {
    name: play.debtor.name,
    creditor: portfolio.creditorName,
    currency: portfolio.currency,
    adviceIn: null,
    parts: scriptParts(play.debtor.packs, {
      ...{ collectorRole: portfolio.collectorRole, customerKind: 'person' },
      home: play.debtor.home,
    }),
    terms: termsOf(play, given.details),
  });
  const carriedOut = { on, how: letter ? 'post' : null, letter };
  const details: object = { ...given.details, carriedOut };
  const by = book.staff.backOffice;
  Object.assign(task, { details, doneAt: instantOf(doneMs), doneBy: by, outcome: 'done' });
  // The case does not wait for it: what happens next may come before.
  const now = play.ms;
  log(play, 'task.done', doneFacts(task, 'done'), by, doneMs);
  play.ms = now;
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
