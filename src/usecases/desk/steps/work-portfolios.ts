import { type Actor, portfoliosWith } from '#domain/workforce/rights.ts';
import { allPortfolios, type PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, allow } from '#usecases/app.ts';

/** The portfolios in which the actor works cases: all of theirs, or the one asked for. */
export async function workPortfolios(
  app: App,
  actor: Actor,
  portfolioId: string | null,
): Promise<readonly PortfolioRow[]> {
  if (portfolioId !== null) allow(actor, 'case.work', portfolioId);
  const mine = portfoliosWith(actor, 'case.work');
  const all = await allPortfolios(app.db, app.tenantId);
  return all.filter(
    ({ id }) =>
      (mine === 'all' || mine.includes(id)) && (portfolioId === null || portfolioId === id),
  );
}
