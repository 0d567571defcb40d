import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { instantOf, msOf } from '#kernel/time.ts';
import { refusalRows } from '#storage/messages/refusals.ts';
import { type App, allow } from '#usecases/app.ts';

/** Refusals on one page. */
const pageSize = 25;

/**
 * Wishes read from people's words on the portfolios of the actor: those that nobody has looked at and
 * that are unsure, or all of them with the unread and unsure first.
 */
export async function readRefusals(
  app: App,
  actor: Actor,
  { which, page }: { readonly which: 'unread' | 'all'; readonly page: number },
) {
  allow(actor, 'refusal.read');
  const seen = portfoliosWith(actor, 'refusal.read');
  const rows = await refusalRows(app.db, app.tenantId, {
    portfolioIds: seen === 'all' ? null : seen,
    all: which === 'all',
    limit: pageSize + 1,
    offset: page * pageSize,
  });
  return {
    more: rows.length > pageSize,
    refusals: rows.slice(0, pageSize).map(({ thread, ...row }) => ({
      ...row,
      thread: thread.map((line) => ({ ...line, at: instantOf(msOf(line.at)) })),
    })),
  };
}
