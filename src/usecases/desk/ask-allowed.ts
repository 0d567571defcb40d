import type { Actor } from '#domain/workforce/rights.ts';
import { type App, now } from '#usecases/app.ts';
import { caseInView } from '#usecases/cases/steps/case-access.ts';
import { evaluateCase, permissionsOf } from '#usecases/gate/steps/contact-permissions.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';

/** For each phone of a case: may it be called now, and if not, why and when next. */
export async function askAllowed(app: App, actor: Actor, { caseId }: { caseId: string }) {
  const ref = await caseInView(app, actor, caseId);
  const portfolio = await portfolioOf(app, ref.portfolioId);
  const points = await evaluateCase(app, app.db, ref, portfolio, actor);
  return { asOf: now(app), points: await permissionsOf(app, ref, points) };
}
