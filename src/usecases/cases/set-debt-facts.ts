import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import {
  type Delivery,
  type MethodFacts,
  updateDelivery,
  updateMethod,
  updatePayDay,
} from '#storage/cases/debt-facts.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, today } from '#usecases/app.ts';
import { portfolioOf } from '#usecases/portfolios/steps/portfolio-of.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { logOnCase } from '#usecases/record-event.ts';
import { caseInView } from './steps/case-access.ts';
import { settleUndelivered } from './steps/settle-undelivered.ts';

/**
 * Corrects when and to whom an item was sent, and when that failed (M-013): an open case follows at once. Throws `invalid-input` for a day that
 * has not come, `not-found` for an item that is not on the portfolio of the case.
 */
export async function setDelivery(
  app: App,
  actor: Actor,
  input: Delivery & { readonly caseId: string; readonly itemId: string },
) {
  const { caseId, itemId, deliveredOn, deliveryFailedOn } = input;
  const { customerId, portfolioId } = await caseInView(app, actor, caseId);
  allow(actor, 'case.correct', portfolioId);
  const { zone } = await portfolioOf(app, portfolioId);
  const problems = (['deliveredOn', 'deliveryFailedOn'] as const).flatMap((path) =>
    (input[path] ?? '') > today(app, zone) ? [{ path, message: 'date-in-future' }] : [],
  );
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
  await inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [customerId]);
    const isKnown = await updateDelivery(tx, { customerId, portfolioId, itemId }, input);
    if (!isKnown) throw new Refusal('not-found', { thing: 'item', id: itemId });
    await settleUndelivered(
      app,
      tx,
      await placeOf(app, tx, portfolioId),
      [customerId],
      actor.userId,
    );
    const at = { caseId, customerId, portfolio: { id: portfolioId } };
    const facts = { itemId, sentOn: deliveredOn, failedOn: deliveryFailedOn };
    await logOnCase(app, tx, at, actor.userId, 'invoice.delivery-set', facts);
  });
  return { done: true as const };
}

/**
 * Corrects when a payment method expires, whether its bank renews it, and its charging day (M-024, M-029). Throws
 * `not-found` for a method that is not of the customer on the portfolio.
 */
export async function setMethod(
  app: App,
  actor: Actor,
  input: MethodFacts & { readonly caseId: string; readonly methodId: string },
) {
  const { caseId, methodId, expiresOn } = input;
  const { customerId, portfolioId } = await caseInView(app, actor, caseId);
  allow(actor, 'case.correct', portfolioId);
  await inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [customerId]);
    const isKnown = await updateMethod(tx, { customerId, portfolioId, methodId }, input);
    if (!isKnown) throw new Refusal('not-found', { thing: 'method', id: methodId });
    const at = { caseId, customerId, portfolio: { id: portfolioId } };
    await logOnCase(app, tx, at, actor.userId, 'method.corrected', { methodId, expiresOn });
  });
  return { done: true as const };
}

/**
 * Corrects the day of the month on which the customer is paid (M-029): what is planned from now
 * on, a refused payment, a promise or a plan, is proposed for it.
 */
export async function setPayDay(
  app: App,
  actor: Actor,
  { caseId, payDay }: { readonly caseId: string; readonly payDay: number | null },
) {
  const { customerId, portfolioId } = await caseInView(app, actor, caseId);
  allow(actor, 'case.correct', portfolioId);
  await inRetriedTransaction(app.db, async (tx) => {
    await lockCustomers(tx, [customerId]);
    await updatePayDay(tx, customerId, payDay);
    const at = { caseId, customerId, portfolio: { id: portfolioId } };
    await logOnCase(app, tx, at, actor.userId, 'case.pay-day-set', {
      isKnown: payDay !== null,
    });
  });
  return { done: true as const };
}
