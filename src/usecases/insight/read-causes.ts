import { pageSlice, type Slice } from '#domain/insight/slices.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { causeMoney, causeRows, causeSums } from '#storage/insight/causes.ts';
import { contactHours } from '#storage/insight/hours.ts';
import type { App } from '#usecases/app.ts';
import { portfoliosInScope } from '#usecases/portfolios/steps/portfolios-in-scope.ts';
import type { Period } from './read-bridge.ts';
import { openRows } from './steps/open-rows.ts';

/** Debts that the organisation itself caused, by cause (M-203). */
export async function readCauses(app: App, actor: Actor, { portfolioId, from, to }: Period) {
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', portfolioId);
  const scope = { portfolioIds: portfolios.map(({ id }) => id), from, to };
  const [sums, money] = await Promise.all([causeSums(app.db, scope), causeMoney(app.db, scope)]);
  return {
    causes: sums.map(({ type, subReason, events, customers }) => ({
      type,
      subReason,
      events: Number(events),
      customers: Number(customers),
      amounts: money
        .filter((row) => row.type === type && row.subReason === subReason)
        .map(({ currency, minor }) => ({ currency, amount: plainAmount(minor, currency) })),
    })),
  };
}

/** The key events of one such cause. */
export async function openCause(
  app: App,
  actor: Actor,
  cell: Period & { readonly type: string; readonly subReason: string; readonly page: number },
  slice: Slice = pageSlice(cell.page),
) {
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', cell.portfolioId);
  const scope = { portfolioIds: portfolios.map(({ id }) => id), from: cell.from, to: cell.to };
  return openRows(app, actor, causeRows(scope, cell.type, cell.subReason), slice);
}

/** When people are reached: attempts and answers by channel and local hour (M-204). */
export async function readContactHours(app: App, actor: Actor, { portfolioId, from, to }: Period) {
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', portfolioId);
  const scope = { portfolioIds: portfolios.map(({ id }) => id), from, to };
  const sums = await contactHours(app.db, scope);
  return {
    cells: sums.map(({ channel, localHour, attempts, reached, verified }) => ({
      channel,
      localHour,
      attempts: Number(attempts),
      reached: Number(reached),
      verified: Number(verified),
    })),
  };
}
