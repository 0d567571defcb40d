import type { Trigger } from '#domain/cases/triggers.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { departmentFacts } from '#storage/cases/department-facts.ts';
import { endTasks } from '#storage/tasks/tasks.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { applyTransition } from '#usecases/cases/steps/apply-transition.ts';
import { writeOffCase } from '#usecases/ledger/steps/write-off-case.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import type { TaskResult } from '../finish-task.ts';
import type { TaskToFinish } from './task-details.ts';

/**
 * Carries out what a person decided at a review, by name and with a reason. The facts behind it come
 * from the rows of the case. Throws `transition-not-allowed` with what is missing.
 */
export async function decideReview(
  app: App,
  tx: Tx,
  place: Place,
  actor: Actor,
  task: TaskToFinish,
  on: Trigger,
  { outcome, why }: TaskResult,
): Promise<void> {
  const { customerId, caseId } = task;
  assert(actor.userId && caseId, 'a person decides on a case');
  const ref = { customerId, caseId };
  const known = {
    ...(await departmentFacts(tx, ref, actor.userId)),
    decision: { by: actor.userId, reason: why ?? '' },
  };
  await endTasks(tx, [task], now(app), actor.userId, outcome);
  const because = { decidedBy: actor.userId };
  await applyTransition(app, tx, ref, { on, actorId: actor.userId, known, because });
  if (on === 'write-off-approved') await writeOffCase(app, tx, place, ref);
}
