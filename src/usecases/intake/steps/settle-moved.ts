import type { Merge } from '#storage/intake/import-checks.ts';
import { ownersOfReturned } from '#storage/intake/import-items.ts';
import { customersMoved } from '#storage/intake/import-merge-changed.ts';
import { newlyRepresented } from '#storage/intake/import-parties.ts';
import type { App, Tx } from '#usecases/app.ts';
import { holdAsOnRecord } from '#usecases/cases/steps/fact-holds.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { settleUndelivered } from '#usecases/cases/steps/settle-undelivered.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

/** Customers whose cases are settled at once after their balances moved. */
const customersAtOnce = 20_000;

/** Cases whose debt or delivery an import corrected follow at once; the others with the next daily run. */
export async function settleMoved(app: App, merge: Merge): Promise<void> {
  for (const customerId of await newlyRepresented(merge)) {
    await holdAsOnRecord(app, merge.tx as Tx, customerId);
  }
  const [movedIds, returnedIds] = [await customersMoved(merge), await ownersOfReturned(merge)];
  if (movedIds.length + returnedIds.length === 0) return;
  const place = await placeOf(app, merge.tx, merge.portfolioId);
  for (let i = 0; i < movedIds.length; i += customersAtOnce) {
    const some = movedIds.slice(i, i + customersAtOnce);
    await settleCases(app, merge.tx as Tx, place, some, { actorId: null });
  }
  for (let i = 0; i < returnedIds.length; i += customersAtOnce) {
    const some = returnedIds.slice(i, i + customersAtOnce);
    await settleUndelivered(app, merge.tx as Tx, place, some, null);
  }
}
