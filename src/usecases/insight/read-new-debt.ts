import { trendOf } from '#domain/insight/trend.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { addMonths } from '#kernel/time.ts';
import { newDebtByMonth } from '#storage/insight/money.ts';
import { type App, today } from '#usecases/app.ts';
import { portfoliosInScope } from '#usecases/portfolios/steps/portfolios-in-scope.ts';

/** Months shown, with the running one: this month last year can be seen beside it. */
const monthsShown = 13;

/** New debt by month, and whether the last whole month breaks from those before it (M-187). */
export async function readNewDebt(
  app: App,
  actor: Actor,
  { portfolioId }: { readonly portfolioId?: string | undefined },
) {
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', portfolioId);
  const latest = portfolios
    .map(({ zone }) => today(app, zone))
    .sort()
    .at(-1);
  if (latest === undefined) return { series: [] };
  const running = latest.slice(0, 7);
  const first = addMonths(`${running}-01`, 1 - monthsShown);
  const ids = portfolios.map(({ id }) => id);
  const booked = await newDebtByMonth(app.db, ids, first);
  const months = Array.from({ length: monthsShown }, (_, i) => addMonths(first, i).slice(0, 7));
  const byCurrency = Map.groupBy(booked, ({ currency }) => currency);
  return {
    series: [...byCurrency].map(([currency, mine]) => {
      const sums = new Map(mine.map(({ month, amount }) => [month, amount]));
      const start = months.findIndex((month) => sums.has(month));
      const known = months.slice(Math.max(0, start));
      const trend = trendOf(known.slice(0, -1).map((month) => sums.get(month) ?? 0n));
      const plain = (minor: bigint) => plainAmount(minor, currency);
      return {
        currency,
        months: known.map((month) => ({
          month,
          amount: plain(sums.get(month) ?? 0n),
          whole: month !== running,
        })),
        change: trend?.change ?? null,
        usual: trend && { low: plain(trend.low), high: plain(trend.high) },
      };
    }),
  };
}
