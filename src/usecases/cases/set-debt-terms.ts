import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { type DebtTerms, updateDebtTerms } from '#storage/cases/debt-terms.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { caseInView } from './steps/case-access.ts';

/**
 * Corrects what kind of debt an account is, when it is time-barred and how it ended. Throws
 * `not-found` for an account that is not on the portfolio of the case.
 */
export async function setDebtTerms(
  app: App,
  actor: Actor,
  input: DebtTerms & { readonly caseId: string; readonly accountId: string },
) {
  const { caseId, accountId, debtType, limitationOn, endedAs } = input;
  const { portfolioId, customerId } = await caseInView(app, actor, caseId);
  allow(actor, 'case.correct', portfolioId);
  await inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [customerId]);
    if (!(await updateDebtTerms(tx, { customerId, accountId, portfolioId }, input))) {
      throw new Refusal('not-found', { thing: 'account', id: accountId });
    }
    const at = { caseId, customerId, portfolio: { id: portfolioId } };
    const facts = { accountId, debtType, limitationOn, endedAs };
    await logOnCase(app, tx, at, actor.userId, 'account.corrected', facts);
  });
  return { done: true as const };
}
