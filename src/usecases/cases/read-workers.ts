import { type Actor, rolesWith } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { usersOnPortfolio } from '#storage/workforce/users.ts';
import { type App, allow } from '#usecases/app.ts';

/** The people who may work a case and so can be given it. Throws `not-found` or `not-allowed`. */
export async function readWorkers(app: App, actor: Actor, { caseId }: { caseId: string }) {
  const ref = await caseRefOf(app.db, caseId);
  if (!ref) throw new Refusal('not-found', { thing: 'case', id: caseId });
  allow(actor, 'case.move', ref.portfolioId);
  const able = rolesWith('case.work');
  return { workers: [...(await usersOnPortfolio(app.db, app.tenantId, ref.portfolioId, able))] };
}
