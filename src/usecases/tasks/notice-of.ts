import { addBusinessDays, businessDayFrom } from '#domain/strategy/business-days.ts';
import { processShapes } from '#domain/strategy/shapes.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { addDays, dateIn, type LocalDate } from '#kernel/time.ts';
import type { NewNotice } from '#storage/tasks.ts';
import { type App, now, type Tx } from '../app.ts';
import type { Place } from '../strategy/portfolio-place.ts';
import { detailsOf, ownedByTask, type TaskToFinish } from './task-details.ts';

/**
 * The notice that a task sent: it announces what its step announces, and the day it promises is
 * counted from the day it really went out. Throws `invalid-input` for a day in the future.
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
  if (sentOn > dateIn(place.portfolio.zone, app.clock())) {
    const problem = { path: 'sentOn', message: 'date-in-future' };
    throw new Refusal('invalid-input', { problems: [problem] });
  }
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

async function shapeOf(tx: Tx, task: TaskToFinish): Promise<'short-firm' | 'long-service'> {
  const row = await tx
    .selectFrom('cases')
    .select('shape')
    .where('customerId', '=', task.customerId)
    .where('id', '=', task.caseId ?? '')
    .executeTakeFirst();
  return row?.shape === 'long-service' ? 'long-service' : 'short-firm';
}
