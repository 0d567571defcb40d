import { pageRows, type Slice } from '#domain/insight/slices.ts';
import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { type RowSource, sliceOf } from '#storage/insight/rows.ts';
import type { App } from '#usecases/app.ts';

/** Money in its currency, else the whole number itself: what goes on the wire. */
export function plainWeight(weight: bigint, currency: string | null): string {
  return currency === null ? weight.toString() : plainAmount(weight, currency);
}

/** The rows behind a figure as a reader sees them; names only with the right to read cases. */
export async function openRows(app: App, actor: Actor, source: RowSource, slice: Slice) {
  const { rows, total, sum, currency } = await sliceOf(app.db, source, slice);
  const named = portfoliosWith(actor, 'case.read');
  return {
    rows: rows.map(({ weight, customerName, portfolioId, ...row }) => ({
      ...row,
      kind: source.kind,
      customerName: named === 'all' || named.includes(portfolioId) ? customerName : null,
      adds: plainWeight(weight, row.currency),
    })),
    total,
    sum: sum === null ? null : plainWeight(sum, currency),
    currency,
    page: Math.floor(slice.offset / pageRows),
    pageRows: slice.limit,
  };
}
