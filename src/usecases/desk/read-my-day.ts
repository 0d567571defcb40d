import { isOpenNow } from '#domain/contact/calling-hours.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { assert } from '#kernel/refusal.ts';
import { instantAt, instantOf, msOf } from '#kernel/time.ts';
import { dayRow, waitingSummary, worklistRows } from '#storage/desk/day.ts';
import { queueOutlook } from '#storage/desk/desk.ts';
import { type App, today } from '#usecases/app.ts';
import { policiesOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import type { AgentState } from '#usecases/workforce/steps/enter-state.ts';
import { workPortfolios } from './steps/work-portfolios.ts';

/** The day of an agent: promises due, callbacks, answers of supervisors, progress, what is open. */
export async function readMyDay(app: App, actor: Actor) {
  assert(actor.userId, 'only people have a day');
  const portfolios = await workPortfolios(app, actor, null);
  const zone = portfolios[0]?.zone ?? 'UTC';
  const date = today(app, zone);
  const from = instantOf(instantAt(zone, date, '00:00'));
  const ids = portfolios.map(({ id }) => id);
  const [day, waiting] = await Promise.all([
    dayRow(app.db, actor.userId, ids, from, date),
    waitingSummary(app.db, ids),
  ]);
  assert(day, 'a day is one row');
  // Who works in several portfolios has one day: the highest of their goals is the goal.
  const goals = (await policiesOf(app, app.db, portfolios)).map(
    ({ policy }) => policy.queue.dailyGoal,
  );
  return {
    date,
    state: {
      state: (day.state ?? 'signed_out') as AgentState,
      since: day.since ?? from,
      reason: day.reason,
    },
    openConversationId: day.openConversationId,
    openCaseId: day.openCaseId,
    promisesDue: [...day.promisesDue],
    callbacks: day.callbacks.map((callback) => ({ ...callback, dueAt: plain(callback.dueAt) })),
    answers: day.answers.map((answer) => ({ ...answer, at: plain(answer.at) })),
    progress: {
      contacts: day.contacts,
      rightParty: day.rightParty,
      promises: day.promises,
      plans: day.plans,
      solved: day.solved,
      goalRightParty: Math.max(0, ...goals),
    },
    queue: { ready: waiting.ready, waiting: waiting.waiting },
  };
}

function plain(at: string): string {
  return instantOf(msOf(at));
}

/**
 * What is most worth working now where it is not night. The order is by name: that of the ranks would
 * tell whose debt is the larger or the older one.
 */
export async function readWorklist(
  app: App,
  actor: Actor,
  input: { portfolioId?: string | undefined },
) {
  assert(actor.userId, 'only people work');
  const portfolios = await workPortfolios(app, actor, input.portfolioId ?? null);
  const ids = portfolios.map(({ id }) => id);
  const { zones } = await queueOutlook(app.db, ids);
  const open = zones.filter((zone) => isOpenNow(zone, app.clock()));
  const rows = await worklistRows(app.db, ids, open, actor.userId);
  return { cases: [...rows] };
}
