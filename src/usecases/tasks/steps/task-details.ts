import type { Trigger } from '#domain/cases/triggers.ts';
import { holdTerms } from '#domain/contact/hold-terms.ts';
import { event } from '#domain/events/event.ts';
import type { FactsOf } from '#domain/events/event-kinds.ts';
import type { TaskEnd } from '#domain/strategy/decisions.ts';
import type { Letter } from '#domain/strategy/letters.ts';
import type { OfficeWorkKind } from '#domain/strategy/office-work.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { appendMany } from '#storage/append-many.ts';
import { insertNote } from '#storage/cases/notes.ts';
import type { lockTask, NewNotice } from '#storage/tasks/tasks.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { sealedWords } from '#usecases/privacy/steps/sealed-words.ts';

/** What became of an effect: on which day it was done, how, and the text as it went out. */
export type CarriedOut = {
  readonly on: LocalDate;
  readonly how: string | null;
  readonly letter: Letter | null;
};

/** A task under its lock. */
export type TaskToFinish = NonNullable<Awaited<ReturnType<typeof lockTask>>>;

/** What a step left for whoever does its task. */
export function detailsOf(task: TaskToFinish) {
  return task.details as {
    readonly holdId?: string;
    readonly step?: string;
    readonly action?: string;
    readonly fires?: string | null;
    readonly announces?: { readonly by: string; readonly stage: string } | null;
    /** What of a move or payment the task carries out. */
    readonly effect?: OfficeWorkKind;
    /** The move whose effect it is. */
    readonly on?: Trigger;
    /** What was carried out, once it is. */
    readonly carriedOut?: CarriedOut;
  };
}

/** Says in the log that tasks were done, by whom and how; `noteId` is the note that says why. */
export async function logTasks(
  app: App,
  tx: Tx,
  actor: Actor,
  tasks: readonly TaskToFinish[],
  outcome: TaskEnd,
  noteId: string | null,
): Promise<void> {
  const at = now(app);
  await appendMany(
    tx,
    tasks.map((task) =>
      event(
        'task.done',
        {
          id: app.newId(),
          tenantId: app.tenantId,
          portfolioId: task.portfolioId,
          customerId: task.customerId,
          caseId: task.caseId,
          occurredAt: at,
          recordedAt: at,
          actorId: actor.userId,
        },
        { taskId: task.id, kind: task.kind, outcome, noteId },
      ),
    ),
  );
}

/** Says in the log that notices went out, with the step each announces and the day it promises. */
export async function logNotices(
  app: App,
  tx: Tx,
  actor: Actor,
  notices: readonly { readonly notice: NewNotice; readonly task: TaskToFinish }[],
): Promise<void> {
  const at = now(app);
  const events = notices.map(({ notice, task }) => {
    const { customerId, caseId, stage, announces, sentOn, promisedOn } = notice;
    const frame = {
      ...{ id: app.newId(), tenantId: app.tenantId, portfolioId: task.portfolioId },
      ...{ customerId, caseId, occurredAt: at, recordedAt: at, actorId: actor.userId },
    };
    const facts = { noticeId: notice.id, stage, announces, sentOn, promisedOn };
    return event('notice.recorded', frame, facts as FactsOf<'notice.recorded'>);
  });
  await appendMany(tx, events);
}

/**
 * Keeps why a task ended so as a note on its case and answers its id: logs hold no free words. What is
 * said of a vulnerable customer is for few. Null when nothing was said or there is no case.
 */
export async function keepReason(
  app: App,
  tx: Tx,
  actor: Actor,
  task: TaskToFinish,
  why: string | null,
): Promise<string | null> {
  const words = why?.trim();
  if (!words || task.caseId === null) return null;
  assert(actor.userId, 'only people end tasks');
  const id = app.newId();
  const isRestricted = task.kind === holdTerms.vulnerable.task;
  await insertNote(tx, {
    ...ownedByTask(app, task),
    id,
    caseId: task.caseId,
    conversationId: null,
    restricted: isRestricted,
    words: isRestricted ? sealedWords(app, task.customerId, words) : words,
    writtenAt: now(app),
    writtenBy: actor.userId,
  });
  return id;
}

/** Common columns of a row that a task writes. */
export function ownedByTask(app: App, task: TaskToFinish) {
  const { customerId } = task;
  return { customerId, tenantId: app.tenantId };
}
