import { type Actor, may, type Right } from '#domain/workforce/rights.ts';
import { debtsAmong } from '#storage/contact-log/contact-facts.ts';
import type { Tx } from '#usecases/app.ts';

/**
 * The place in a list of debts of the first that somebody cannot speak of: none of the person's, or one
 * of a portfolio whose facts are not theirs to record; -1 for none.
 */
export async function strayDebt(
  tx: Tx,
  actor: Actor,
  people: readonly string[],
  debts: readonly string[],
  right: Right = 'fact.record',
): Promise<number> {
  const known = await debtsAmong(tx, people, debts);
  return debts.findIndex((id) => {
    const portfolioId = known.get(id);
    return portfolioId === undefined || !may(actor, right, portfolioId);
  });
}
