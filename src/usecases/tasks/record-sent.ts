import { officeWork } from '#domain/strategy/office-work.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { dateIn, type LocalDate } from '#kernel/time.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import {
  endTasks,
  insertNotices,
  type NewNotice,
  openTasksOf,
  stillOpen,
} from '#storage/tasks/tasks.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { recordCarriedOut } from './steps/carried-out.ts';
import { noticeOf } from './steps/notice-of.ts';
import { detailsOf, logNotices, logTasks, type TaskToFinish } from './steps/task-details.ts';

/** Tasks finished in one transaction. */
const tasksAtOnce = 500;

/** A whole batch that went out: every open task of one kind that announces something. */
export type SentBatch = {
  readonly portfolioId: string;
  readonly kind: string;
  readonly sentOn: LocalDate | null;
  readonly how: string;
};

/**
 * Records that all open notices or letters of one kind went out, for instance after a print run: each
 * case gets its own notice with its own promised day and goes on, or keeps the letter that went out. Answers how many. Throws `not-allowed`,
 * `not-found`, `invalid-input`.
 */
export async function recordSent(
  app: App,
  actor: Actor,
  batch: SentBatch,
): Promise<{ readonly recorded: number }> {
  allow(actor, 'task.work', batch.portfolioId);
  let recorded = 0;
  for (;;) {
    const done = await inRetriedTransaction(app.db, (tx) => recordSome(app, tx, actor, batch));
    recorded += done;
    if (done < tasksAtOnce) return { recorded };
  }
}

async function recordSome(app: App, tx: Tx, actor: Actor, batch: SentBatch): Promise<number> {
  const place = await placeOf(app, tx, batch.portfolioId);
  const sentOn = batch.sentOn ?? dateIn(place.portfolio.zone, app.clock());
  const found = await openTasksOf(tx, batch.portfolioId, batch.kind, tasksAtOnce);
  await lockCustomers(
    tx,
    found.map(({ customerId }) => customerId),
  );
  const open = await stillOpen(tx, found);
  const tasks = open.filter((task) => task.caseId !== null && goesOut(task));
  if (tasks.length === 0) return 0;
  const customerIds = [...new Set(tasks.map(({ customerId }) => customerId))];
  const sent: { readonly notice: NewNotice; readonly task: (typeof tasks)[number] }[] = [];
  for (const task of tasks) {
    const { effect } = detailsOf(task);
    const done = { outcome: 'done', sentOn, how: batch.how } as const;
    if (effect) await recordCarriedOut(app, tx, place, task, effect, done);
    else
      sent.push({ task, notice: await noticeOf(app, tx, place, actor, task, sentOn, batch.how) });
  }
  await insertNotices(
    tx,
    sent.map(({ notice }) => notice),
  );
  await logNotices(app, tx, actor, sent);
  await endTasks(tx, tasks, now(app), actor.userId, 'done');
  await logTasks(app, tx, actor, tasks, 'done', null);
  const happened = tasks.flatMap((task) =>
    task.caseId && detailsOf(task).announces
      ? [{ caseId: task.caseId, on: [], stepDone: true }]
      : [],
  );
  await settleCases(app, tx, place, customerIds, { actorId: actor.userId, happened });
  return tasks.length;
}

function goesOut(task: TaskToFinish): boolean {
  const { announces, effect } = detailsOf(task);
  return Boolean(announces) || (effect !== undefined && officeWork[effect].does === 'letter');
}
