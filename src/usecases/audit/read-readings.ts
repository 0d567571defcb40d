import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { Instant } from '#kernel/time.ts';
import { customerNames, readingRows } from '#storage/audit/readings.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { type App, allow } from '#usecases/app.ts';

/** Readings told at once. */
const pageSize = 100;

/** Of whose file, by whom, and what is older than when; all that is left out is not asked. */
type Wanted = {
  readonly caseId?: string | undefined;
  readonly userId?: string | undefined;
  readonly before?: Instant | undefined;
};

/**
 * Who opened customers' files and took lists out, newest first: of one customer, of one user, or all.
 * Whoever reviews some portfolios only sees the files of those, and no lists.
 */
export async function listReadings(app: App, actor: Actor, { caseId, userId, before }: Wanted) {
  allow(actor, 'access.review');
  const portfolios = portfoliosWith(actor, 'access.review');
  const ref = caseId === undefined ? null : await caseRefOf(app.db, caseId);
  if (ref === undefined) throw new Refusal('not-found', { thing: 'case', id: caseId ?? '' });
  const rows = await readingRows(app.db, {
    customerId: ref?.customerId ?? null,
    userId: userId ?? null,
    portfolioIds: portfolios === 'all' ? null : portfolios,
    before: before ?? null,
    limit: pageSize + 1,
  });
  const readings = rows.slice(0, pageSize);
  const ids = readings.flatMap(({ customerId }) => customerId ?? []);
  const names = await customerNames(app.db, [...new Set(ids)]);
  return {
    readings: readings.map(({ customerId, ...reading }) => ({
      ...reading,
      customer: (customerId && names.get(customerId)) || null,
    })),
    more: rows.length > pageSize,
  };
}
