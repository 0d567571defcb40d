import { event } from '#domain/events/event.ts';
import { officeWork } from '#domain/strategy/office-work.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import { dateIn } from '#kernel/time.ts';
import { appendMany } from '#storage/append-many.ts';
import { endRecoveryTasks, openTask } from '#storage/tasks/tasks.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';

/** What a payment recovered of the debt of one case that was written off; minor units. */
export type Recovery = {
  readonly customerId: string;
  readonly caseId: string;
  readonly paymentId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
};

/**
 * Says in the history of each case what was recovered after its write-off, and opens the task that
 * tells accounting, who took the debt off their books.
 */
export async function reportRecoveries(
  app: App,
  tx: Tx,
  place: Place,
  actorId: string | null,
  recoveries: readonly Recovery[],
): Promise<void> {
  const at = now(app);
  const { tenantId } = app;
  const portfolioId = place.portfolio.id;
  await appendMany(
    tx,
    recoveries.map(({ customerId, caseId, ...facts }) => {
      const times = { occurredAt: at, recordedAt: at };
      const frame = { id: app.newId(), tenantId, portfolioId, customerId, caseId, actorId };
      return event('payment.recovered', { ...frame, ...times }, facts);
    }),
  );
  for (const recovery of recoveries) await notifyAccounting(app, tx, place, recovery);
}

/**
 * Takes back what was to be told of a payment's recoveries: a task that waits is pointless, and for
 * one that is done another tells that the money went again.
 */
export async function withdrawRecovery(
  app: App,
  tx: Tx,
  place: Place,
  payment: { readonly customerId: string; readonly id: string; readonly currency: string },
): Promise<void> {
  const told = await endRecoveryTasks(tx, payment, now(app));
  for (const { caseId, recoveredMinor } of told) {
    const { customerId, id: paymentId, currency } = payment;
    const amountMinor = -recoveredMinor;
    await notifyAccounting(app, tx, place, {
      customerId,
      caseId,
      paymentId,
      currency,
      amountMinor,
    });
  }
}

async function notifyAccounting(app: App, tx: Tx, place: Place, recovery: Recovery): Promise<void> {
  const { customerId, caseId, paymentId, amountMinor } = recovery;
  const kind = 'report-recovery';
  const { queue, dueInBusinessDays } = officeWork[kind];
  const today = dateIn(place.portfolio.zone, app.clock());
  await openTask(tx, {
    customerId,
    id: app.newId(),
    tenantId: app.tenantId,
    portfolioId: place.portfolio.id,
    caseId,
    kind,
    queue,
    details: { effect: kind, paymentId, recoveredMinor: amountMinor.toString() },
    dueOn: addBusinessDays(today, dueInBusinessDays, place.policy.calendar),
    openedAt: now(app),
    openedBy: null,
  });
}
