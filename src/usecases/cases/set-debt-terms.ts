import { amountOf } from '#domain/ledger/typed-amounts.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { accountCurrency, type DebtTerms, updateDebtTerms } from '#storage/cases/debt-terms.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { caseInView } from './steps/case-access.ts';

/**
 * Corrects what kind of debt an account is, how much it was at the start, when it was last renewed,
 * sold or assigned, when it is time-barred and how it ended. Throws `not-found` for an account that is
 * not on the portfolio of the case, `invalid-input` for an amount finer than its currency.
 */
export async function setDebtTerms(
  app: App,
  actor: Actor,
  input: Omit<DebtTerms, 'originatedMinor'> & {
    readonly caseId: string;
    readonly accountId: string;
    /** What was lent or sold on credit at the start: a plain decimal. */
    readonly originalAmount: string | null;
  },
) {
  const { caseId, accountId, debtType, limitationOn, endedAs, originalAmount } = input;
  const { portfolioId, customerId } = await caseInView(app, actor, caseId);
  allow(actor, 'case.correct', portfolioId);
  await inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [customerId]);
    const account = { customerId, accountId, portfolioId };
    const currency = await accountCurrency(tx, account);
    if (!currency) throw new Refusal('not-found', { thing: 'account', id: accountId });
    const originatedMinor =
      originalAmount === null ? null : amountOf(originalAmount, currency, 'originalAmount');
    await updateDebtTerms(tx, account, { ...input, originatedMinor });
    const at = { caseId, customerId, portfolio: { id: portfolioId } };
    const { renewedOn } = input;
    const facts = { accountId, debtType, limitationOn, endedAs, originatedMinor, renewedOn };
    await logOnCase(app, tx, at, actor.userId, 'account.corrected', facts);
  });
  return { done: true as const };
}
