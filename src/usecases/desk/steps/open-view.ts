import type { Actor } from '#domain/workforce/rights.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { App } from '#usecases/app.ts';
import { caseView } from '#usecases/cases/steps/case-view.ts';
import {
  type EvaluatedPoint,
  evaluateCase,
  permissionsOf,
} from '#usecases/gate/steps/contact-permissions.ts';

/** The case as the desk opens it, with what is allowed now. */
export async function openView(
  app: App,
  actor: Actor,
  ref: CaseRef,
  portfolio: PortfolioRow,
  evaluated: readonly EvaluatedPoint[] | null = null,
) {
  const [view, points] = await Promise.all([
    caseView(app, app.db, actor, ref),
    evaluated ?? evaluateCase(app, app.db, ref, portfolio, actor),
  ]);
  return { case: view, allowed: await permissionsOf(app, ref, points) };
}
