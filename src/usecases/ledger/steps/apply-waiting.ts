import { event } from '#domain/events/event.ts';
import type { LocalDate } from '#kernel/time.ts';
import { appendMany } from '#storage/append-many.ts';
import { waitingMoney } from '#storage/ledger/in-hand.ts';
import { lockCustomers, openItems, writePostings } from '#storage/ledger/ledger.ts';
import { openCasesOf } from '#storage/ledger/payments.ts';
import type { Scope } from '#storage/set-writes.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { type Applied, spreadWaiting } from './spread-payments.ts';

/**
 * Applies money in hand of the customers of a scope to what they owe now, as a payment of today would
 * be spread: debt that came into the book after its payment, or whose dispute ended, owes the rest only.
 * Disputed debt takes none. Each payment says so in the event `payment.applied`, the rest of a credit
 * note in `credit.applied`. Takes the locks of the customers; their cases follow with whoever calls.
 * Answers how many payments and notes found a debt.
 */
export async function applyWaiting(
  app: App,
  tx: Tx,
  place: Place,
  scope: Scope,
  today: LocalDate,
): Promise<number> {
  const seen = await waitingMoney(tx, scope);
  if (seen.length === 0) return 0;
  const customerIds = [...new Set(seen.map(({ customerId }) => customerId))];
  await lockCustomers(tx, customerIds);
  const { portfolioId } = scope;
  // Read again under the locks: money may have been taken back meanwhile.
  const waiting = await waitingMoney(tx, {
    kind: 'cases',
    portfolioId,
    customerIds,
    caseIds: [],
  });
  const items = await openItems(tx, portfolioId, customerIds);
  const applied = spreadWaiting(app, place, waiting, items, today);
  const recordedAt = now(app);
  const kept = { tenantId: app.tenantId, recordedAt, importId: null };
  const postings = applied.flatMap((one) => one.postings);
  await writePostings(
    tx,
    postings.map((posting) => ({ ...posting, ...kept, id: app.newId() })),
    today,
  );
  await logApplied(app, tx, portfolioId, applied, null);
  return applied.length;
}

/** Says of money that was applied whose it was and how much, on the open case where there is one. */
export async function logApplied(
  app: App,
  tx: Tx,
  portfolioId: string,
  applied: readonly Pick<Applied, 'money' | 'amountMinor' | 'eventId'>[],
  actorId: string | null,
): Promise<void> {
  const customerIds = [...new Set(applied.map(({ money }) => money.customerId))];
  const cases = await openCasesOf(tx, portfolioId, customerIds);
  const at = now(app);
  await appendMany(
    tx,
    applied.map(({ money: { of, sourceId, customerId, currency }, amountMinor, eventId }) => {
      const frame = {
        ...{ id: eventId, tenantId: app.tenantId, portfolioId, customerId, actorId },
        ...{ caseId: cases.get(customerId) ?? null, occurredAt: at, recordedAt: at },
      };
      const facts = { amountMinor, currency };
      return of === 'credit'
        ? event('credit.applied', frame, { creditId: sourceId, ...facts })
        : event('payment.applied', frame, { paymentId: sourceId, ...facts });
    }),
  );
}
