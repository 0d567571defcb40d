import { processShapes } from '#domain/strategy/shapes.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { addBusinessDays, businessDayFrom } from '#kernel/business-days.ts';
import { Refusal } from '#kernel/refusal.ts';
import { addDays, dateIn, type LocalDate, msOf } from '#kernel/time.ts';
import type { NewNotice } from '#storage/tasks/tasks.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { detailsOf, ownedByTask, type TaskToFinish } from './task-details.ts';

/**
 * The notice that a task sent: it announces what its step announces, and the day it promises is
 * counted from the day it really went out. Throws `invalid-input` for a day
 * before the task or in the future.
 */
export async function noticeOf(
  app: App,
  tx: Tx,
  place: Place,
  actor: Actor,
  task: TaskToFinish,
  sentOn: LocalDate,
  how: string,
): Promise<NewNotice> {
  const { announces, step } = detailsOf(task);
  if (!announces || task.caseId === null) {
    throw new Refusal('conflict', { thing: 'task', reason: 'announces-nothing' });
  }
  checkSentOn(app, place, task, sentOn);
  const shape = processShapes[await shapeOf(tx, task)];
  const steps = Object.values(shape.lanes).flat();
  const days = steps.find((one) => one.step === step)?.noticeDays ?? 0;
  const { calendar } = place.policy;
  const waited = addBusinessDays(sentOn, days, calendar);
  const least = addDays(sentOn, shape.minWaitDays);
  return {
    ...ownedByTask(app, task),
    id: app.newId(),
    caseId: task.caseId,
    stage: announces.by,
    announces: announces.stage,
    sentOn,
    promisedOn: businessDayFrom([waited, least].sort().at(-1) ?? least, calendar),
    how,
    recordedAt: now(app),
    recordedBy: actor.userId,
  };
}

/**
 * A thing goes out on a day since its task was opened: an earlier day would end a waiting time that
 * never ran. Throws `invalid-input`.
 */
export function checkSentOn(
  app: App,
  { portfolio: { zone } }: Place,
  task: Pick<TaskToFinish, 'openedAt'>,
  sentOn: LocalDate,
): void {
  const future = sentOn > dateIn(zone, app.clock());
  if (!future && sentOn >= dateIn(zone, msOf(task.openedAt))) return;
  const problem = { path: 'sentOn', message: future ? 'date-in-future' : 'before-its-task' };
  throw new Refusal('invalid-input', { problems: [problem] });
}

async function shapeOf(tx: Tx, task: TaskToFinish): Promise<'short-firm' | 'long-service'> {
  const row = await tx
    .selectFrom('cases')
    .select('shape')
    .where('customerId', '=', task.customerId)
    .where('id', '=', task.caseId ?? '')
    .executeTakeFirst();
  return row?.shape === 'long-service' ? 'long-service' : 'short-firm';
}
