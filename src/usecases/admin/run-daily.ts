import { type Actor, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { allPortfolios } from '#storage/portfolios/portfolio-rows.ts';
import { type App, allow, today } from '#usecases/app.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';

/**
 * Runs today's daily run of one portfolio, or of each on which the actor may. A day that is done
 * stays as it is.
 */
export async function runDaily(
  app: App,
  actor: Actor,
  { portfolioId }: { readonly portfolioId?: string | undefined },
) {
  allow(actor, 'system.run', portfolioId);
  const portfolios = (await allPortfolios(app.db, app.tenantId)).filter(
    ({ id }) => may(actor, 'system.run', id) && (portfolioId === undefined || id === portfolioId),
  );
  if (portfolioId !== undefined && portfolios.length === 0) {
    throw new Refusal('not-found', { thing: 'portfolio', id: portfolioId });
  }
  const runs = [];
  for (const { id, name, zone } of portfolios) {
    const runOn = today(app, zone);
    await app.db
      .transaction()
      .execute((tx) => logAdminEvent(app, tx, actor, 'run.asked', { runOn }, id));
    runs.push({ portfolioId: id, name, runOn, counts: await dailyRun(app, id, runOn) });
  }
  return { runs };
}
