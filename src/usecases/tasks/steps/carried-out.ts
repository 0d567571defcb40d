import { letterFor } from '#domain/strategy/letters.ts';
import type { OfficeWorkKind } from '#domain/strategy/office-work.ts';
import { dateIn } from '#kernel/time.ts';
import { keepCarriedOut, taskFacts } from '#storage/tasks/task-facts.ts';
import type { App, Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import type { TaskResult } from '../finish-task.ts';
import { checkSentOn } from './notice-of.ts';
import { partsFor } from './send-by-office.ts';
import type { CarriedOut, TaskToFinish } from './task-details.ts';

/**
 * Keeps what became of an effect: the day it was done, the way, and the letter as it went out. Nothing
 * is kept of one that was not possible but the reason. Throws `invalid-input` for a day before the
 * task or in the future.
 */
export async function recordCarriedOut(
  app: App,
  tx: Tx,
  place: Place,
  task: TaskToFinish,
  effect: OfficeWorkKind,
  { outcome, sentOn, how }: Pick<TaskResult, 'outcome' | 'sentOn' | 'how'>,
): Promise<void> {
  if (outcome !== 'done') return;
  const on = sentOn ?? dateIn(place.portfolio.zone, app.clock());
  checkSentOn(app, place, task, on);
  const facts = (await taskFacts(tx, [task])).get(task.id);
  const letter = facts ? letterFor(effect, facts, partsFor(app, facts)) : null;
  const carriedOut: CarriedOut = { on, how: letter ? (how ?? 'post') : how, letter };
  await keepCarriedOut(tx, task, carriedOut);
}
