import { Refusal } from '#kernel/refusal.ts';
import { allPortfolios, type PortfolioRow } from '#storage/workforce/users.ts';
import type { App } from '#usecases/app.ts';

/** A portfolio by id. Throws `not-found`. */
export async function portfolioOf(app: App, portfolioId: string): Promise<PortfolioRow> {
  const found = (await allPortfolios(app.db, app.tenantId)).find(({ id }) => id === portfolioId);
  if (!found) throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
  return found;
}
