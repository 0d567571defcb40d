import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { type App, allow } from '#usecases/app.ts';

/** A case by its id alone. Throws `not-found`, and `not-allowed` without `case.read` there. */
export async function caseInView(app: App, actor: Actor, caseId: string) {
  const ref = await caseRefOf(app.db, caseId);
  if (!ref) throw new Refusal('not-found', { thing: 'case', id: caseId });
  allow(actor, 'case.read', ref.portfolioId);
  return ref;
}
