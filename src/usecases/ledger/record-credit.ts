import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { bookCreditByHand, type CreditToRecord, lookAtCredit } from './steps/book-by-hand.ts';
import { needsSecondPerson } from './steps/needs-second-person.ts';

/**
 * Books one credit note by hand; above the portfolio's limit it waits for a second person. The same
 * reference again changes nothing. Throws `not-allowed`, `not-found`, `conflict` while the same credit
 * waits, or `invalid-input`. What the item does not owe any more is kept on its account.
 */
export async function recordCredit(
  app: App,
  actor: Actor,
  input: CreditToRecord,
): Promise<{
  readonly duplicate: boolean;
  readonly unapplied: string;
  readonly approvalId: string | null;
}> {
  const { portfolioId, reference, reason } = input;
  allow(actor, 'payment.record', portfolioId);
  return inRetriedTransaction(app.db, async (tx) => {
    const looked = await lookAtCredit(app, tx, input);
    const { amountMinor, customerId, currency, known, place } = looked;
    const asked = { kind: 'credit', place, customerId, amountMinor } as const;
    if (known || !(await needsSecondPerson(app, tx, actor, asked))) {
      return { ...(await bookCreditByHand(app, tx, input, actor.userId)), approvalId: null };
    }
    const approvalId = await askApproval(app, tx, actor, {
      ...{ kind: 'credit', subject: `credit:${portfolioId}:${reference}`, portfolioId },
      ...{ customerId, about: { ...input }, amountMinor, reason },
    });
    return { duplicate: false, unapplied: plainAmount(0n, currency), approvalId };
  });
}
