import type { Actor } from '#domain/workforce/rights.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow } from '#usecases/app.ts';
import { askApproval } from '#usecases/approvals/steps/ask-approval.ts';
import { needsSecondPerson } from './steps/needs-second-person.ts';
import { applyByHand, lookAtApplication, type MoneyToApply } from './steps/use-money.ts';

/**
 * Applies money in hand to an open item of its customer; above the portfolio's limit it waits for a
 * second person. Throws `not-allowed`, `not-found`, `amount-mismatch` above what waits or is owed,
 * `conflict` for disputed debt that the customer did not ask to pay, and while the same waits.
 */
export async function applyMoney(
  app: App,
  actor: Actor,
  input: MoneyToApply,
): Promise<{ readonly approvalId: string | null }> {
  const { portfolioId, customerId, sourceId, itemId } = input;
  allow(actor, 'payment.record', portfolioId);
  return inRetriedTransaction(app.db, async (tx) => {
    const { amountMinor, place, money, item } = await lookAtApplication(app, tx, input);
    const asked = { kind: 'allocation', place, customerId, amountMinor } as const;
    if (!(await needsSecondPerson(app, tx, actor, asked))) {
      await applyByHand(app, tx, input, actor.userId);
      return { approvalId: null };
    }
    const { reference } = money;
    const approvalId = await askApproval(app, tx, actor, {
      ...{ kind: 'allocation', subject: `allocation:${sourceId}:${itemId}`, portfolioId },
      about: { ...input, reference, itemReference: item.reference },
      ...{ customerId, amountMinor, reason: '' },
    });
    return { approvalId };
  });
}
