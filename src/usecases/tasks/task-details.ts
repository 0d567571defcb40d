import type { Actor } from '#domain/workforce/rights.ts';
import { bucketOf } from '#kernel/ids.ts';
import { appendMany } from '#storage/append-many.ts';
import type { lockTask } from '#storage/tasks.ts';
import { type App, now, type Tx } from '../app.ts';

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

/** Says in the log that tasks were done, by whom and how. */
export async function logTasks(
  app: App,
  tx: Tx,
  actor: Actor,
  tasks: readonly TaskToFinish[],
  outcome: string,
  why: string | null,
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
      facts: { taskId: task.id, kind: task.kind, outcome, why },
    })),
  );
}

/** Common columns of a row that a task writes. */
export function ownedByTask(app: App, task: TaskToFinish) {
  const { customerId } = task;
  return { customerId, tenantId: app.tenantId, bucket: bucketOf(customerId) };
}
