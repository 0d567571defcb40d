import { dateIn } from '#kernel/time.ts';
import { newlyClaimed } from '#storage/contact-log/standing-claims.ts';
import { attachEvents, attachItems } from '#storage/daily-run/daily-run.ts';
import { refreshAndOpen } from '#storage/daily-run/open-cases.ts';
import type { Scope } from '#storage/set-writes.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { countRejects } from './count-rejects.ts';
import { holdAsOnRecord } from './fact-holds.ts';
import { settleCases } from './settle-cases.ts';

/**
 * Takes in key events that no case knows yet, at once instead of with the daily run: each opens a
 * case or joins the customer's open one, refused payments count against their method, and the case
 * moves by its own treatment. In the caller's transaction, for the customers named.
 */
export async function takeInEvents(
  app: App,
  tx: Tx,
  place: Place,
  customerIds: readonly string[],
  actorId: string | null,
): Promise<readonly string[]> {
  const day = place.day(dateIn(place.portfolio.zone, app.clock()));
  const portfolioId = place.portfolio.id;
  const scope: Scope = { kind: 'cases', portfolioId, customerIds, caseIds: [] };
  const signed = { at: now(app), seed: app.newId() };
  await refreshAndOpen(tx, scope, day, place.entry, signed);
  await attachItems(tx, scope, day, place.entry);
  for (const customerId of await newlyClaimed(tx, scope, day)) {
    await holdAsOnRecord(app, tx, customerId);
  }
  const events = await attachEvents(tx, scope);
  await countRejects(
    app,
    tx,
    place,
    events.map(({ id }) => id),
  );
  const happened = [...new Set(events.map(({ caseId }) => caseId))].map((caseId) => ({
    caseId,
    on: ['event-recorded'] as const,
  }));
  return settleCases(app, tx, place, customerIds, { actorId, happened });
}
