import { type Actor, portfoliosWith, type Right } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { allPortfolios, type PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, allow } from '#usecases/app.ts';

/**
 * The portfolios on which the actor holds a right: all of theirs, or the one asked for. Throws
 * `not-allowed` for one on which they do not and `not-found` for one there is not.
 */
export async function portfoliosInScope(
  app: App,
  actor: Actor,
  right: Right,
  portfolioId: string | undefined,
): Promise<readonly PortfolioRow[]> {
  allow(actor, right, portfolioId);
  const mine = portfoliosWith(actor, right);
  const all = await allPortfolios(app.db, app.tenantId);
  const seen = all.filter(({ id }) => mine === 'all' || mine.includes(id));
  if (portfolioId === undefined) return seen;
  const one = seen.find(({ id }) => id === portfolioId);
  if (!one) throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
  return [one];
}
