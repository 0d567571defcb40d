import { addDays, instantOf, type Zone } from '#kernel/time.ts';
import { countDays } from '#storage/insight/day-sums.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, today } from '#usecases/app.ts';

const dayMs = 86_400_000;

/**
 * Counts the days of a portfolio that are over for good, so that the figures of a long period are
 * sums of days. Yesterday may still change (a wrap-up, a late payment): it is read from its rows.
 */
export async function countFigures(
  app: App,
  portfolio: { readonly id: string; readonly zone: Zone },
): Promise<void> {
  const { id: portfolioId, zone } = portfolio;
  const upTo = addDays(today(app, zone), -2);
  const recordedBefore = instantOf(app.clock() - dayMs);
  await inRetriedTransaction(app.db, (tx) =>
    countDays(tx, { portfolioId, zone, upTo, recordedBefore }),
  );
}
