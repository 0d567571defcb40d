import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { instantOf, msOf } from '#kernel/time.ts';
import { type RefusalList, refusalRows, refusalsWaiting } from '#storage/messages/refusals.ts';
import { type App, allow } from '#usecases/app.ts';

/** Refusals on one page. */
const pageSize = 25;

/**
 * Wishes read from people's words on the portfolios of the actor: those that nobody has looked at and
 * that are unsure, the messages of which no list could tell what they ask, or all of them.
 */
export async function readRefusals(
  app: App,
  actor: Actor,
  { which, page }: { readonly which: RefusalList; readonly page: number },
) {
  allow(actor, 'refusal.read');
  const seen = portfoliosWith(actor, 'refusal.read');
  const portfolioIds = seen === 'all' ? null : seen;
  const rows = await refusalRows(app.db, app.tenantId, {
    ...{ portfolioIds, which },
    limit: pageSize + 1,
    offset: page * pageSize,
  });
  return {
    waiting: await refusalsWaiting(app.db, app.tenantId, portfolioIds),
    more: rows.length > pageSize,
    refusals: rows.slice(0, pageSize).map(({ thread, ...row }) => ({
      ...row,
      thread: thread.map((line) => ({ ...line, at: instantOf(msOf(line.at)) })),
    })),
  };
}
