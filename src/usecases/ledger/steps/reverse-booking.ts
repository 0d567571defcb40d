import { event } from '#domain/events/event.ts';
import { methodEvidence } from '#domain/key-events/kept-event.ts';
import type { RejectCost } from '#domain/key-events/reject-cost.ts';
import {
  causeOf,
  type ReversalCause,
  type ReversalReason,
} from '#domain/key-events/reversal-reasons.ts';
import { reversePayment as mirrorOf } from '#domain/ledger/reversal.ts';
import { Refusal } from '#kernel/refusal.ts';
import { dateIn, type LocalDate } from '#kernel/time.ts';
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
import { costOfReject } from '#usecases/cases/steps/cost-of-reject.ts';
import { countRejects } from '#usecases/cases/steps/count-rejects.ts';
import { holdByCode } from '#usecases/cases/steps/hold-by-code.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { takeInEvents } from '#usecases/cases/steps/take-in-events.ts';
import { type Place, placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { withdrawRecovery } from './report-recovery.ts';

/** Why and by which code of the bank a payment is reversed. */
export type ReversalToRecord = {
  readonly paymentId: string;
  readonly reason: ReversalReason | 'import-taken-back';
  readonly reasonCode: string | null;
  /** The day the bank booked its return; without one it counts today. */
  readonly returnedOn?: LocalDate;
  /** What the bank charged with its return, in minor units: a cost of the creditor. */
  readonly charged?: { readonly minor: bigint; readonly currency: string };
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
  const today = dateIn(place.portfolio.zone, app.clock());
  const on = dayOf(input, found, today);
  await mirrorPostings(app, tx, found, on, today);
  await markReversed(tx, found, now(app), input.reason);
  await withdrawRecovery(app, tx, place, found);
  return returnCase(app, tx, place, found, { ...input, on }, actorId);
}

/** The bank's day of a return, never before the payment and never to come. */
function dayOf({ returnedOn }: ReversalToRecord, { receivedOn }: PaymentRow, today: LocalDate) {
  if (returnedOn === undefined || returnedOn > today) return today;
  return returnedOn < receivedOn ? receivedOn : returnedOn;
}

async function mirrorPostings(
  app: App,
  tx: Tx,
  payment: PaymentRow,
  on: LocalDate,
  today: LocalDate,
) {
  const booking = { eventId: app.newId(), bookedOn: on };
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
  input: ReversalToRecord & { readonly on: LocalDate },
  actorId: string | null,
): Promise<string | null> {
  const { customerId, portfolioId, recordedAt } = payment;
  const today = dateIn(place.portfolio.zone, app.clock());
  const at = now(app);
  const reopened = await reopenAfterReversal(tx, customerId, portfolioId, recordedAt, today, at);
  const caseId =
    reopened ?? (await openCasesOf(tx, portfolioId, [customerId])).get(customerId) ?? null;
  await logReversal(app, tx, payment, input.reasonCode, caseId, actorId);
  const happened: Happened[] = reopened ? [{ caseId: reopened, on: ['payment-reversed'] }] : [];
  const cause = causeOf(input.reason, input.reasonCode);
  if (cause === null) {
    await settleCases(app, tx, place, [customerId], { actorId, happened });
    return caseId;
  }
  const id = app.newId();
  const { accountId } = payment;
  const { reasonCode, charged = null } = input;
  const cost = await costOfReject(tx, place, { customerId, accountId, reasonCode, charged });
  await insertReturnEvent(app, tx, payment, { ...input, id, caseId, cause, cost });
  // In no case yet, it opens one, and is counted there.
  if (caseId === null) await takeInEvents(app, tx, place, [customerId], actorId);
  else {
    await countRejects(app, tx, place, [id]);
    await settleCases(app, tx, place, [customerId], { actorId, happened });
  }
  const held = caseId ?? (await openCasesOf(tx, portfolioId, [customerId])).get(customerId) ?? null;
  if (cause.sets && held) {
    const ref = { customerId, caseId: held };
    await holdByCode(app, tx, place, ref, cause.sets, input.reasonCode, actorId);
  }
  return held;
}

/** The key event of a payment that went back. */
async function insertReturnEvent(
  app: App,
  tx: Tx,
  payment: PaymentRow,
  told: {
    readonly id: string;
    readonly caseId: string | null;
    readonly cause: ReversalCause;
    readonly reasonCode: string | null;
    readonly on: LocalDate;
    readonly cost: RejectCost | null;
  },
): Promise<void> {
  const { id, caseId, cause, cost, reasonCode, on } = told;
  const { type, reason, fault, methodValid } = cause;
  await insertKeyEvent(tx, {
    customerId: payment.customerId,
    id,
    tenantId: app.tenantId,
    portfolioId: payment.portfolioId,
    caseId,
    accountId: payment.accountId,
    itemId: null,
    type,
    subReason: reason,
    fault,
    reasonCode,
    source: 'reversal',
    evidence: { paymentId: payment.id, ...methodEvidence(type, methodValid) },
    happenedOn: on,
    recordedAt: now(app),
    cost,
  });
}

async function logReversal(
  app: App,
  tx: Tx,
  payment: PaymentRow,
  reasonCode: string | null,
  caseId: string | null,
  actorId: string | null,
): Promise<void> {
  const { customerId, portfolioId, amountMinor, currency } = payment;
  const at = now(app);
  await append(tx, [
    event(
      'payment.reversed',
      {
        id: app.newId(),
        tenantId: app.tenantId,
        ...{ portfolioId, customerId, caseId, actorId },
        occurredAt: at,
        recordedAt: at,
      },
      { paymentId: payment.id, amountMinor, currency, reasonCode },
    ),
  ]);
}
