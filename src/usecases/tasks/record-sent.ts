import type { Decision } from '#domain/gate/decision.ts';
import { officeWork } from '#domain/strategy/office-work.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, type LocalDate } from '#kernel/time.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { taskFacts } from '#storage/tasks/task-facts.ts';
import {
  endTasks,
  insertNotices,
  type NewNotice,
  openTasksOf,
  stillOpen,
} from '#storage/tasks/tasks.ts';
import { type App, allow, now, type Tx } from '#usecases/app.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { type AlarmPlace, failingClosed, raiseAlarms } from '#usecases/gate/steps/gate-alarm.ts';
import { type Place, placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { recordCarriedOut } from './steps/carried-out.ts';
import { checkSentOn, noticeOf } from './steps/notice-of.ts';
import { isInOtherLanguage, type SentBy, sendByOffice, wayOf } from './steps/send-by-office.ts';
import { detailsOf, logNotices, logTasks, type TaskToFinish } from './steps/task-details.ts';

/** Tasks finished in one transaction. */
const tasksAtOnce = 100;

/** A whole batch that went out: every open task of one kind that announces something. */
export type SentBatch = {
  readonly portfolioId: string;
  readonly kind: string;
  readonly sentOn: LocalDate | null;
  readonly how: string;
  /** The language of words of the operator's own, ISO 639-1; left out where nobody told. */
  readonly language?: string | null;
};

/**
 * Records that all open notices or letters of one kind went out, for instance after a print run: each
 * case gets its own notice with its own promised day and goes on, or keeps the letter that went out. Each
 * passes the gate; those that are refused, or have no address, stay. Answers how many went and how many
 * stayed. Throws `not-allowed`, `not-found`, `invalid-input`.
 */
export async function recordSent(app: App, actor: Actor, batch: SentBatch): Promise<SentCount> {
  allow(actor, 'task.work', batch.portfolioId);
  wayOf(batch.how);
  let recorded = 0;
  let refused = 0;
  let otherLanguage = 0;
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const some: Some = await failingClosed(app, { caseId: null, portfolio: null }, () =>
      inRetriedTransaction(app.db, (tx) => recordSome(app, tx, actor, batch, from)),
    );
    recorded += some.recorded;
    refused += some.refused.length;
    otherLanguage += some.otherLanguage;
    for (const { at, decision } of some.refused) {
      if (decision) await raiseAlarms(app, app.db, at, decision);
    }
    if (some.last === null) return { recorded, refused, otherLanguage };
    after = some.last;
  }
}

/** What became of a batch: how many went, how many stay, and how many went in another language. */
export type SentCount = {
  readonly recorded: number;
  readonly refused: number;
  /** Of those that went, letters in another language than the customer prefers. */
  readonly otherLanguage: number;
};

/** A task that stays: the gate refused it, or there is no address (no decision). */
type Refused = { readonly at: AlarmPlace; readonly decision: Decision | null };

type Some = {
  readonly recorded: number;
  readonly refused: readonly Refused[];
  readonly otherLanguage: number;
  /** The last task that was looked at, when more may follow. */
  readonly last: string | null;
};

async function recordSome(
  app: App,
  tx: Tx,
  actor: Actor,
  batch: SentBatch,
  after: string | null,
): Promise<Some> {
  const place = await placeOf(app, tx, batch.portfolioId);
  const sentOn = batch.sentOn ?? dateIn(place.portfolio.zone, app.clock());
  const found = await openTasksOf(tx, batch.portfolioId, batch.kind, { limit: tasksAtOnce, after });
  const last = found.length < tasksAtOnce ? null : (found.at(-1)?.id ?? null);
  await lockCustomers(
    tx,
    found.map(({ customerId }) => customerId),
  );
  const open = await stillOpen(tx, found);
  const outgoing = open.filter((task) => task.caseId !== null && goesOut(task));
  const sentBy = { sentOn, how: batch.how, language: batch.language ?? null };
  const { tasks, refused, otherLanguage } = await sendEach(app, tx, place, actor, outgoing, sentBy);
  if (tasks.length === 0) return { recorded: 0, refused, otherLanguage, last };
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
  return { recorded: tasks.length, refused, otherLanguage, last };
}

/** Sends each through the gate; answers those that went, and those that stay. */
async function sendEach(
  app: App,
  tx: Tx,
  place: Place,
  actor: Actor,
  outgoing: readonly TaskToFinish[],
  sentBy: SentBy & { readonly sentOn: LocalDate },
): Promise<Pick<Some, 'refused' | 'otherLanguage'> & { readonly tasks: readonly TaskToFinish[] }> {
  const tasks: TaskToFinish[] = [];
  const refused: Refused[] = [];
  const facts = await taskFacts(tx, outgoing);
  for (const task of outgoing) {
    checkSentOn(app, place, task, sentBy.sentOn);
    const at = { caseId: task.caseId, portfolio: place.portfolio };
    try {
      const decision = await sendByOffice(app, tx, place, actor, task, sentBy, facts.get(task.id));
      if (decision) refused.push({ at, decision });
      else tasks.push(task);
    } catch (error) {
      if (!(error instanceof Refusal) || error.code !== 'step-missing') throw error;
      refused.push({ at, decision: null });
    }
  }
  const otherLanguage = tasks.filter((task) => {
    const told = facts.get(task.id);
    return told !== undefined && isInOtherLanguage(task, told, sentBy.language);
  }).length;
  return { tasks, refused, otherLanguage };
}

function goesOut(task: TaskToFinish): boolean {
  const { announces, effect } = detailsOf(task);
  return Boolean(announces) || (effect !== undefined && officeWork[effect].does === 'letter');
}
