import { type Actor, may } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { caseRefOf } from '#storage/cases/read-file.ts';
import { groupOf } from '#storage/contact-log/person-links.ts';
import { portfoliosOfPeople } from '#storage/privacy/kept-people.ts';
import type { App, Db, Tx } from '#usecases/app.ts';

/**
 * The human being of a case: all records of theirs. Throws `not-found`, and `not-allowed` unless the
 * actor may act on every portfolio in which the person owes or owed.
 */
export async function personOf(app: App, actor: Actor, caseId: string) {
  const ref = await caseRefOf(app.db, caseId);
  if (!ref) throw new Refusal('not-found', { thing: 'case', id: caseId });
  const customerIds = await groupOf(app.db, ref.customerId);
  await checkReach(app.db, actor, customerIds, 'person.protect');
  return { ...ref, customerIds };
}

/** Throws `not-allowed` unless the actor may act for these records on all of their portfolios. */
export async function checkReach(
  db: Db | Tx,
  actor: Actor,
  customerIds: readonly string[],
  right: 'person.protect' | 'person.approve',
): Promise<void> {
  const portfolios = await portfoliosOfPeople(db, customerIds);
  if (portfolios.every((portfolioId) => may(actor, right, portfolioId))) return;
  throw new Refusal('not-allowed', { right });
}
