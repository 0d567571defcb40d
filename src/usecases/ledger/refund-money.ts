import type { Actor } from '#domain/workforce/rights.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { needsSecondPerson } from './steps/needs-second-person.ts';
import { lookAtRefund, type MoneyToRefund, refundByHand } from './steps/use-money.ts';

/**
 * Records that money in hand was paid back to its customer; above the portfolio's limit it waits for a
 * second person. Throws `not-allowed`, `not-found`, `amount-mismatch` above what waits, `invalid-input`
 * for a day before the payment or to come, `conflict` while the same waits.
 */
export async function refundMoney(
  app: App,
  actor: Actor,
  input: MoneyToRefund,
): Promise<{ readonly approvalId: string | null }> {
  const { portfolioId, customerId, sourceId, note } = input;
  allow(actor, 'payment.refund', portfolioId);
  return inRetriedTransaction(app.db, async (tx) => {
    const { amountMinor, place, money } = await lookAtRefund(app, tx, input);
    const asked = { kind: 'refund', place, customerId, amountMinor } as const;
    if (!(await needsSecondPerson(app, tx, actor, asked))) {
      await refundByHand(app, tx, input, actor.userId);
      return { approvalId: null };
    }
    const { reference } = money;
    const approvalId = await askApproval(app, tx, actor, {
      ...{ kind: 'refund', subject: `refund:${sourceId}`, portfolioId, customerId },
      ...{ about: { ...input, reference }, amountMinor, reason: note },
    });
    return { approvalId };
  });
}
