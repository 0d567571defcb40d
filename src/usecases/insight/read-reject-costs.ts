import { quotient } from '#domain/insight/kpi.ts';
import { pageSlice, type Slice } from '#domain/insight/slices.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { type RejectCell, rejectRows, rejectSums } from '#storage/insight/reject-costs.ts';
import type { App } from '#usecases/app.ts';
import { portfoliosInScope } from '#usecases/portfolios/steps/portfolios-in-scope.ts';
import type { Period } from './read-bridge.ts';
import { openRows } from './steps/open-rows.ts';

/** What refused and returned payments cost the creditor, by reason, the commonest first (M-028). */
export async function readRejectCosts(app: App, actor: Actor, { portfolioId, from, to }: Period) {
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', portfolioId);
  const sums = await rejectSums(app.db, {
    ...{ portfolioIds: portfolios.map(({ id }) => id), from, to },
  });
  const all = sums.reduce((count, { events }) => count + events, 0n);
  const reasons = new Map(sums.map((sum) => [`${sum.type} ${sum.subReason}`, sum]));
  return {
    reasons: [...reasons.values()]
      .map(({ type, subReason }) => {
        const own = sums.filter((sum) => sum.type === type && sum.subReason === subReason);
        const events = own.reduce((count, sum) => count + sum.events, 0n);
        return {
          ...{ type, subReason, events: Number(events) },
          share: quotient(events, all, 'ratio') ?? 0,
          unknown: Number(own.find(({ currency }) => currency === null)?.events ?? 0n),
          costs: own.flatMap(({ currency, minor, events: count }) =>
            currency === null
              ? []
              : [{ currency, amount: plainAmount(minor, currency), events: Number(count) }],
          ),
        };
      })
      .sort((a, b) => b.events - a.events),
  };
}

/** The rejects behind a cell of one reason. */
export async function openRejectCost(
  app: App,
  actor: Actor,
  cell: Period & {
    readonly type: string;
    readonly subReason: string;
    readonly cell: RejectCell;
    readonly page: number;
  },
  slice: Slice = pageSlice(cell.page),
) {
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', cell.portfolioId);
  const scope = { portfolioIds: portfolios.map(({ id }) => id), from: cell.from, to: cell.to };
  return openRows(app, actor, rejectRows(scope, cell), slice);
}
