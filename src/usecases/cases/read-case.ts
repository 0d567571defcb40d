import type { Actor } from '#domain/workforce/rights.ts';
import type { App } from '#usecases/app.ts';
import { caseInView } from './steps/case-access.ts';
import { caseView } from './steps/case-view.ts';

/** One case as the actor may see it now. */
export async function readCase(app: App, actor: Actor, { caseId }: { caseId: string }) {
  return caseView(app, app.db, actor, await caseInView(app, actor, caseId));
}
