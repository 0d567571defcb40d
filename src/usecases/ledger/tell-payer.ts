import { event } from '#domain/events/event.ts';
import type { Payer } from '#domain/parties/payers.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { Refusal } from '#kernel/refusal.ts';
import { appendMany } from '#storage/append-many.ts';
import { lockPayment, openCasesOf, writePayer } from '#storage/ledger/payments.ts';
import { inRetriedTransaction } from '#storage/retried.ts';
import { type App, allow, now } from '#usecases/app.ts';

/**
 * Says whose money a payment was, or corrects it; the log keeps what was said before. Throws
 * `not-found`, `not-allowed`.
 */
export async function tellPayer(
  app: App,
  actor: Actor,
  { paymentId, payer }: { readonly paymentId: string; readonly payer: Payer },
): Promise<{ done: true }> {
  await inRetriedTransaction(app.db, async (tx) => {
    const found = await lockPayment(tx, paymentId);
    if (!found) throw new Refusal('not-found', { thing: 'payment', id: paymentId });
    const { customerId, portfolioId } = found;
    allow(actor, 'payment.record', portfolioId);
    const was = found.payer as Payer;
    if (was === payer) return;
    await writePayer(tx, found, payer);
    const caseId = (await openCasesOf(tx, portfolioId, [customerId])).get(customerId) ?? null;
    const at = now(app);
    const about = {
      ...{ id: app.newId(), tenantId: app.tenantId, portfolioId, customerId, caseId },
      ...{ occurredAt: at, recordedAt: at, actorId: actor.userId },
    };
    await appendMany(tx, [event('payment.payer-told', about, { paymentId, payer, was })]);
  });
  return { done: true };
}
