import { holdTerms } from '#domain/contact/hold-terms.ts';
import { outcomesOf } from '#domain/strategy/decisions.ts';
import { needsAnswer } from '#domain/strategy/hold-letters.ts';
import { needsReason, type OfficeWorkKind } from '#domain/strategy/office-work.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { type Instant, instantOf, msOf } from '#kernel/time.ts';
import { listedTasks, type TaskFilter, taskCounts, tasksAPage } from '#storage/tasks/tasks.ts';
import { type App, allow, today } from '#usecases/app.ts';

/** Which tasks one wants to see. */
export type TasksWanted = {
  readonly kind: string | null;
  readonly queue: string | null;
  readonly mine: boolean;
  readonly page: number;
};

/** Open tasks on the portfolios the actor may work, the earliest due first, and counts by kind. */
export async function listTasks(app: App, actor: Actor, wanted: TasksWanted) {
  allow(actor, 'task.work');
  const filter: TaskFilter = {
    tenantId: app.tenantId,
    portfolioIds: portfoliosWith(actor, 'task.work'),
    kind: wanted.kind,
    queue: wanted.queue,
    ownerId: wanted.mine ? actor.userId : null,
    page: wanted.page,
    reserved: {
      kind: holdTerms.vulnerable.task,
      portfolioIds: portfoliosWith(actor, 'note.restricted'),
    },
  };
  const day = today(app, 'UTC');
  const rows = await listedTasks(app.db, filter);
  const counts = await taskCounts(app.db, filter, day);
  return {
    counts: [...counts],
    more: rows.length === tasksAPage,
    tasks: rows.map(({ overdueMinor, details, currency, ...row }) => ({
      ...row,
      late: row.dueOn < day,
      overdue: overdueMinor === null ? null : plainAmount(overdueMinor, currency),
      currency,
      ...shown(row.kind, details),
    })),
  };
}

function shown(kind: string, details: Readonly<Record<string, unknown>>) {
  const action = (details['action'] as string | undefined) ?? null;
  const holdId = (details['holdId'] as string | undefined) ?? null;
  const effect = (details['effect'] as OfficeWorkKind | undefined) ?? null;
  const outcomes = outcomesOf({ kind, action, holdId });
  const announces = details['announces'] as
    | { stage: string; promisedOn: string }
    | null
    | undefined;
  return {
    step: (details['step'] as string | undefined) ?? null,
    announces: announces ? { stage: announces.stage, promisedOn: announces.promisedOn } : null,
    holdId,
    urgent: details['urgent'] === true,
    ofAnother: details['ofAnother'] === true,
    promisedCallAt: instantIn(details['promisedCallAt']),
    outcomes: [...outcomes],
    withReason: outcomes.filter(
      (outcome) => needsReason(effect, outcome) || needsAnswer(kind, outcome),
    ),
    effect,
  };
}

/** An instant as the details of a task keep it. */
const instantIn = (kept: unknown): Instant | null =>
  typeof kept === 'string' ? instantOf(msOf(kept)) : null;
