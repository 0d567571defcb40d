import { type Kpi, type KpiUnit, kpis, quotient } from '#domain/insight/kpi.ts';
import { pageSlice, type Slice } from '#domain/insight/slices.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { addDays, daysBetween } from '#kernel/time.ts';
import { contactSums, debtCounted } from '#storage/insight/day-sums.ts';
import { type Scope, sumOf } from '#storage/insight/rows.ts';
import { sideRows } from '#storage/insight/sides.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App } from '#usecases/app.ts';
import { portfoliosInScope } from '#usecases/portfolios/steps/portfolios-in-scope.ts';
import type { Period } from './read-bridge.ts';
import { openRows, plainWeight } from './steps/open-rows.ts';

/** A figure as this report shows it: those of the domain, and new debt as a sum of money. */
type Figure = {
  readonly id: string;
  readonly formulaKey: string;
  readonly unit: KpiUnit | 'money';
  readonly numeratorKey: string;
  readonly denominatorKey: string | null;
  readonly isMoney: boolean;
};

/** Raised when a formula changes, so that a report tells which one made it. */
const formulaVersion = 1;

const openingAndNew = 'kpi.side.opening-and-new';

const moneySides: readonly string[] = ['kpi.side.collected', openingAndNew];

function figureOf({ id, formulaKey, unit, numerator, denominator }: Kpi): Figure {
  const isMoney = moneySides.includes(numerator.key);
  const denominatorKey = denominator?.key ?? null;
  return { id, formulaKey, unit, numeratorKey: numerator.key, denominatorKey, isMoney };
}

const figures: readonly Figure[] = [
  ...kpis.map(figureOf),
  {
    id: 'new-debt',
    formulaKey: 'kpi.new-debt.formula',
    unit: 'money',
    numeratorKey: 'kpi.side.new-debt',
    denominatorKey: null,
    isMoney: true,
  },
];

/** Every figure of a period beside the period of the same length before it (M-190, M-197). */
export async function readKpis(app: App, actor: Actor, period: Period) {
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', period.portfolioId);
  const days = daysBetween(period.from, period.to) + 1;
  const previous = { from: addDays(period.from, -days), to: addDays(period.from, -1) };
  const portfolioIds = portfolios.map(({ id }) => id);
  const [present, past] = await Promise.all([
    sumsOf(app, { portfolioIds, from: period.from, to: period.to }),
    sumsOf(app, { portfolioIds, ...previous }),
  ]);
  return {
    previous,
    kpis: figures.flatMap((figure) =>
      currenciesOf(figure, portfolios).map((currency) => {
        const part = (key: string, side: string) => ({
          key,
          sum: plainWeight(present(key, currency), currency),
          rowsHref: rowsHref(figure.id, period, side, currency),
        });
        const { id, formulaKey, unit, numeratorKey, denominatorKey } = figure;
        return {
          id,
          formulaId: `${id}/${formulaVersion}`,
          formulaKey,
          unit,
          currency,
          numerator: part(numeratorKey, 'numerator'),
          denominator: denominatorKey === null ? null : part(denominatorKey, 'denominator'),
          value: figureValue(figure, present, currency),
          previous: figureValue(figure, past, currency),
        };
      }),
    ),
  };
}

function currenciesOf({ isMoney }: Figure, portfolios: readonly PortfolioRow[]) {
  return isMoney ? [...new Set(portfolios.map(({ currency }) => currency))].sort() : [null];
}

type Sums = (key: string, currency: string | null) => bigint;

/** Sides summed by the days that are counted, and by rows where they are not. */
const contactSides: ReadonlySet<string> = new Set([
  'kpi.side.attempts',
  'kpi.side.answered-by-person',
  'kpi.side.verified',
  'kpi.side.conversations',
  'kpi.side.right-party-conversations',
  'kpi.side.agreed',
  'kpi.side.handle-time',
]);

/** The sums of all sides; a side that several figures share is summed once. */
async function sumsOf(app: App, scope: Scope): Promise<Sums> {
  const keys = figures.flatMap(({ numeratorKey, denominatorKey }) =>
    denominatorKey === null ? [numeratorKey] : [numeratorKey, denominatorKey],
  );
  const sums = new Map<string, bigint>();
  for (const { key, sum } of await contactSums(app.db, scope)) sums.set(`${key} ${null}`, sum);
  for (const key of new Set(keys)) {
    if (contactSides.has(key) || key === openingAndNew) continue;
    for (const { currency, sum } of await sumOf(app.db, sideRows(key, scope))) {
      sums.set(`${key} ${currency}`, sum);
    }
  }
  const opening = await debtCounted(app.db, scope.portfolioIds, scope.from);
  return (key, currency) => {
    const read = (side: string) => sums.get(`${side} ${currency}`) ?? 0n;
    if (key !== openingAndNew) return read(key);
    return (opening.get(currency ?? '') ?? 0n) + read('kpi.side.new-debt');
  };
}

function figureValue(figure: Figure, sums: Sums, currency: string | null): string | null {
  const { unit, numeratorKey, denominatorKey } = figure;
  const numerator = sums(numeratorKey, currency);
  if (unit === 'money') return plainAmount(numerator, currency ?? '');
  const denominator = denominatorKey === null ? null : sums(denominatorKey, currency);
  return quotient(numerator, denominator, unit)?.toString() ?? null;
}

function rowsHref(id: string, period: Period, side: string, currency: string | null): string {
  const query = new URLSearchParams({ from: period.from, to: period.to, side });
  if (period.portfolioId !== undefined) query.set('portfolioId', period.portfolioId);
  if (currency !== null) query.set('currency', currency);
  return `/api/insight/kpis/${id}/rows?${query}`;
}

/** A side of a figure to open. */
export type KpiCell = Period & {
  readonly kpi: string;
  readonly side: 'numerator' | 'denominator';
  readonly currency?: string | undefined;
  readonly page: number;
};

/** The rows that add up to a side of a figure. Throws `not-found` for a figure there is not. */
export async function openKpi(
  app: App,
  actor: Actor,
  { portfolioId, from, to, kpi, side, currency, page }: KpiCell,
  slice: Slice = pageSlice(page),
) {
  const portfolios = await portfoliosInScope(app, actor, 'insight.read', portfolioId);
  const figure = figures.find(({ id }) => id === kpi);
  const key = side === 'numerator' ? figure?.numeratorKey : figure?.denominatorKey;
  if (!key) throw new Refusal('not-found', { thing: 'figure', id: kpi });
  const scope = { portfolioIds: portfolios.map(({ id }) => id), from, to };
  return openRows(app, actor, sideRows(key, scope, currency ?? null), slice);
}
