import { lockCustomers } from '#storage/ledger/ledger.ts';
import type { App, Tx } from '#usecases/app.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/**
 * Looks again at the cases of customers whose a payment probably is that waits for a person, or waits no
 * more: they are not asked while it waits. Nulls are nobody.
 */
export async function lookAgain(
  app: App,
  tx: Tx,
  portfolioId: string,
  likely: readonly (string | null)[],
  actorId: string | null = null,
): Promise<void> {
  const customerIds = [...new Set(likely.flatMap((id) => id ?? []))];
  if (customerIds.length === 0) return;
  const place = await placeOf(app, tx, portfolioId);
  await lockCustomers(tx, customerIds);
  await settleCases(app, tx, place, customerIds, { actorId });
}
