import { markUndelivered } from '#storage/daily-run/undelivered.ts';
import type { Scope } from '#storage/set-writes.ts';
import type { App, Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { settleCases } from './settle-cases.ts';

/**
 * Looks at open cases anew when it becomes known that an invoice came back (M-013): the event is then not
 * received, our fault, and the case goes back to service with the task to send it again.
 */
export async function settleUndelivered(
  app: App,
  tx: Tx,
  place: Place,
  customerIds: readonly string[],
  actorId: string | null,
): Promise<void> {
  if (customerIds.length === 0) return;
  const portfolioId = place.portfolio.id;
  const scope: Scope = { kind: 'cases', portfolioId, customerIds, caseIds: [] };
  const found = await markUndelivered(tx, scope);
  if (found.length === 0) return;
  const owners = [...new Set(found.map(({ customerId }) => customerId))];
  const happened = found.map(({ caseId }) => ({ caseId, on: ['event-recorded'] as const }));
  await settleCases(app, tx, place, owners, { actorId, happened });
}
