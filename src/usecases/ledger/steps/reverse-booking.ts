import { event } from '#domain/events/event.ts';
import { reversePayment as mirrorOf } from '#domain/ledger/reversal.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn } from '#kernel/time.ts';
import type { Happened } from '#storage/cases/case-profiles.ts';
import { append } from '#storage/event-log.ts';
import { insertKeyEvent } from '#storage/key-events/key-events.ts';
import { lockCustomers, postingsOf, writePostings } from '#storage/ledger/ledger.ts';
import {
  lockPayment,
  markReversed,
  openCasesOf,
  reopenAfterReversal,
} from '#storage/ledger/payments.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { type Place, placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { withdrawRecovery } from './report-recovery.ts';

/** Why and by which code of the bank a payment is reversed. */
export type ReversalToRecord = {
  readonly paymentId: string;
  readonly reason: string;
  readonly reasonCode: string | null;
};

type PaymentRow = NonNullable<Awaited<ReturnType<typeof lockPayment>>>;

/**
 * Reverses a payment in the caller's transaction and answers the case it is owed on again. `allowed`
 * looks at the payment and answers who reverses it; null where a bank's file reports a
 * return. Throws as `reversePayment` does.
 */
export async function reverseBooking(
  app: App,
  tx: Tx,
  input: ReversalToRecord,
  allowed: (payment: PaymentRow) => string | null = () => null,
): Promise<string | null> {
  const found = await lockPayment(tx, input.paymentId);
  if (!found) throw new Refusal('not-found', { thing: 'payment', id: input.paymentId });
  const actorId = allowed(found);
  if (found.reversedAt) throw new Refusal('already-done', { thing: 'reversal', id: found.id });
  const place = await placeOf(app, tx, found.portfolioId);
  await lockCustomers(tx, [found.customerId]);
  await mirrorPostings(app, tx, place, found);
  await markReversed(tx, found, now(app), input.reason);
  await withdrawRecovery(app, tx, place, found);
  return returnCase(app, tx, place, found, input, actorId);
}

async function mirrorPostings(app: App, tx: Tx, place: Place, payment: PaymentRow) {
  const today = dateIn(place.portfolio.zone, app.clock());
  const booking = { eventId: app.newId(), bookedOn: today };
  const mirror = mirrorOf(await postingsOf(tx, payment.customerId), payment.id, booking);
  if (!mirror.ok) throw new Refusal('cannot-undo', { thing: 'payment', reason: mirror.reason });
  const kept = {
    tenantId: app.tenantId,
    recordedAt: now(app),
    importId: null,
  };
  await writePostings(
    tx,
    mirror.postings.map((posting) => ({ ...posting, ...kept, id: app.newId() })),
    today,
  );
}

async function returnCase(
  app: App,
  tx: Tx,
  place: Place,
  payment: PaymentRow,
  input: ReversalToRecord,
  actorId: string | null,
): Promise<string | null> {
  const { customerId, portfolioId } = payment;
  const today = dateIn(place.portfolio.zone, app.clock());
  const at = now(app);
  const reopened = await reopenAfterReversal(
    tx,
    customerId,
    portfolioId,
    payment.recordedAt,
    today,
    at,
  );
  const caseId = reopened ?? (await openCasesOf(tx, portfolioId, [customerId])).get(customerId);
  await insertKeyEvent(tx, {
    customerId,
    id: app.newId(),
    tenantId: app.tenantId,
    portfolioId,
    caseId: caseId ?? null,
    accountId: payment.accountId,
    itemId: null,
    type: 'B',
    subReason: 'payment-reversed',
    fault: 'customer',
    reasonCode: input.reasonCode,
    source: 'reversal',
    evidence: { paymentId: payment.id, methodValid: false },
    happenedOn: today,
    recordedAt: at,
  });
  await append(tx, [
    event(
      'payment.reversed',
      {
        id: app.newId(),
        tenantId: app.tenantId,
        portfolioId,
        customerId,
        caseId: caseId ?? null,
        occurredAt: at,
        recordedAt: at,
        actorId,
      },
      {
        paymentId: payment.id,
        amountMinor: payment.amountMinor,
        currency: payment.currency,
        reasonCode: input.reasonCode,
      },
    ),
  ]);
  const happened: Happened[] = reopened ? [{ caseId: reopened, on: ['payment-reversed'] }] : [];
  await settleCases(app, tx, place, [customerId], { actorId, happened });
  return caseId ?? null;
}
