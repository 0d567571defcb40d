import { holdTerms } from '#domain/contact/hold-terms.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { appendMany } from '#storage/append-many.ts';
import { insertNote } from '#storage/cases/notes.ts';
import type { lockTask } from '#storage/tasks/tasks.ts';
import { type App, now, type Tx } from '#usecases/app.ts';

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
  };
}

/** Says in the log that tasks were done, by whom and how; `noteId` is the note that says why. */
export async function logTasks(
  app: App,
  tx: Tx,
  actor: Actor,
  tasks: readonly TaskToFinish[],
  outcome: string,
  noteId: string | null,
): Promise<void> {
  const at = now(app);
  await appendMany(
    tx,
    tasks.map((task) => ({
      id: app.newId(),
      tenantId: app.tenantId,
      portfolioId: task.portfolioId,
      customerId: task.customerId,
      caseId: task.caseId,
      kind: 'task.done',
      occurredAt: at,
      recordedAt: at,
      actorId: actor.userId,
      facts: { taskId: task.id, kind: task.kind, outcome, noteId },
    })),
  );
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
  await insertNote(tx, {
    ...ownedByTask(app, task),
    id,
    caseId: task.caseId,
    conversationId: null,
    restricted: task.kind === holdTerms.vulnerable.task,
    words,
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
