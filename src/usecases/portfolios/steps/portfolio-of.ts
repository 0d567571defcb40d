import { Refusal } from '#kernel/refusal.ts';
import {
  type CollectorTraits,
  type PortfolioRow,
  portfolioById,
} from '#storage/portfolios/portfolio-rows.ts';
import type { App, Db } from '#usecases/app.ts';

/** A portfolio by id. Throws `not-found`. */
export async function portfolioOf(
  app: App,
  portfolioId: string,
  db: Db = app.db,
): Promise<PortfolioRow & CollectorTraits> {
  const found = await portfolioById(db, app.tenantId, portfolioId);
  if (!found) throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
  return found;
}
