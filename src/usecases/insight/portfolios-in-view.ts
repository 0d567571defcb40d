import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { allPortfolios, type PortfolioRow } from '#storage/workforce/users.ts';
import { type App, allow } from '#usecases/app.ts';

/**
 * The portfolios whose figures the actor sees: all of theirs, or the one asked for.
 * Throws `not-allowed` for one they may not see and `not-found` for one there is not.
 */
export async function portfoliosInView(
  app: App,
  actor: Actor,
  portfolioId: string | undefined,
): Promise<readonly PortfolioRow[]> {
  allow(actor, 'insight.read', portfolioId);
  const mine = portfoliosWith(actor, 'insight.read');
  const all = await allPortfolios(app.db, app.tenantId);
  const seen = all.filter(({ id }) => mine === 'all' || mine.includes(id));
  if (portfolioId === undefined) return seen;
  const one = seen.find(({ id }) => id === portfolioId);
  if (!one) throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
  return [one];
}
