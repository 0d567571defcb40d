import { caseStates, openStates, stateFacts } from '#domain/cases/states.ts';
import { pageSlice, type Slice } from '#domain/insight/slices.ts';
import { limitOf } from '#domain/insight/wip-limits.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { instantOf } from '#kernel/time.ts';
import { stateFlows, stateLoads, stateMoney, stateRows } from '#storage/insight/board.ts';
import { type App, now } from '#usecases/app.ts';
import { policiesOf } from '#usecases/portfolios/steps/portfolio-policy.ts';
import { portfoliosInScope } from '#usecases/portfolios/steps/portfolios-in-scope.ts';
import { openRows } from './steps/open-rows.ts';

/** Days over which the board counts what came in and went out. */
const flowDays = 7;

const dayMs = 86_400_000;

/** The work-in-progress board (M-178): a column for each state of an open case. */
export async function readBoard(
  app: App,
  actor: Actor,
  { portfolioId }: { readonly portfolioId?: string | undefined },
) {
  const portfolios = await policiesOf(
    app,
    app.db,
    await portfoliosInScope(app, actor, 'insight.read', portfolioId),
  );
  const ids = portfolios.map(({ id }) => id);
  const [loads, money, flows] = await Promise.all([
    stateLoads(app.db, ids, now(app)),
    stateMoney(app.db, ids),
    stateFlows(app.db, ids, instantOf(app.clock() - flowDays * dayMs)),
  ]);
  const columns = openStates.map((state) => {
    const load = loads.find((row) => row.state === state);
    const flow = flows.find((row) => row.state === state);
    const cases = Number(load?.cases ?? 0n);
    const limit = limitOf(portfolios, state);
    return {
      state,
      wipStage: stateFacts[state].wipStage,
      cases,
      customers: Number(load?.customers ?? 0n),
      overdue: money
        .filter((row) => row.state === state)
        .map(({ currency, minor }) => ({ currency, amount: plainAmount(minor, currency) })),
      medianDays: load?.medianDays ?? null,
      oldestDays: load?.oldestDays ?? null,
      cameIn: Number(flow?.cameIn ?? 0n),
      wentOut: Number(flow?.wentOut ?? 0n),
      limit,
      overLimit: limit !== null && cases > limit,
    };
  });
  return { asOf: now(app), flowDays, columns };
}

/** A column of the board to open. */
export type BoardCell = {
  readonly portfolioId?: string | undefined;
  readonly state: string;
  readonly currency?: string | undefined;
  readonly page: number;
};

/** The open cases of a state. */
export async function openBoard(
  app: App,
  actor: Actor,
  { portfolioId, state, currency, page }: BoardCell,
  slice: Slice = pageSlice(page),
) {
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', portfolioId);
  const ids = portfolios.map(({ id }) => id);
  const known = caseStates.find((name) => name === state) ?? '';
  return openRows(app, actor, stateRows(ids, known, currency ?? null), slice);
}
