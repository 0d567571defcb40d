import type { Decision } from '#domain/gate/decision.ts';
import { lockHolds } from '#storage/cases/holds.ts';
import type { App, Tx } from '#usecases/app.ts';
import { letFollow } from '#usecases/gate/steps/let-follow.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { detailsOf, type TaskToFinish } from './task-details.ts';

/** What the gate has against lifting the hold of a task; null for nothing. */
export async function askLeftOut(
  app: App,
  tx: Tx,
  place: Place,
  userId: string | null,
  task: TaskToFinish,
): Promise<Decision | null> {
  const { holdId } = detailsOf(task);
  if (!holdId || task.caseId === null) return null;
  const holds = await lockHolds(tx, task.customerId, task.caseId);
  const hold = holds.find(({ id, liftedAt }) => id === holdId && liftedAt === null);
  return hold ? letFollow(app, tx, place.portfolio, { ...hold, userId }) : null;
}
