import { dateIn } from '#kernel/time.ts';
import { countRefusals } from '#storage/key-events/rejects.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';

/**
 * Counts new refused payments against their method. It is switched off at the limit, and at once by an
 * event that says that it is not good any more.
 */
export async function countRejects(
  app: App,
  tx: Tx,
  place: Place,
  eventIds: readonly string[],
): Promise<readonly string[]> {
  if (eventIds.length === 0) return [];
  const today = dateIn(place.portfolio.zone, app.clock());
  const signed = { at: now(app), seed: app.newId() };
  return countRefusals(tx, eventIds, place.policy.rejectLimit, today, signed);
}
