import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { lockTask, ownTask } from '#storage/tasks/tasks.ts';
import { type App, allow } from '#usecases/app.ts';

/**
 * Takes a task, or gives it back to its queue. Throws `not-found`, `not-allowed`, `already-done`, or
 * `taken-by-another`.
 */
export async function claimTask(
  app: App,
  actor: Actor,
  input: { readonly taskId: string; readonly release: boolean },
): Promise<{ readonly done: true }> {
  return app.db.transaction().execute(async (tx) => {
    const task = await lockTask(tx, input.taskId);
    if (!task) throw new Refusal('not-found', { thing: 'task', id: input.taskId });
    allow(actor, 'task.work', task.portfolioId);
    if (task.doneAt) throw new Refusal('already-done', { thing: 'task', id: task.id });
    if (task.ownerId && task.ownerId !== actor.userId) {
      throw new Refusal('taken-by-another', { thing: 'task', by: task.ownerId });
    }
    await ownTask(tx, task, input.release ? null : actor.userId);
    return { done: true };
  });
}
