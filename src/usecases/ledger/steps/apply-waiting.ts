import { event } from '#domain/events/event.ts';
import type { LocalDate } from '#kernel/time.ts';
import { appendMany } from '#storage/append-many.ts';
import { waitingPayments } from '#storage/ledger/in-hand.ts';
import { lockCustomers, openItems, writePostings } from '#storage/ledger/ledger.ts';
import { openCasesOf } from '#storage/ledger/payments.ts';
import type { Scope } from '#storage/set-writes.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';
import { type Applied, spreadWaiting } from './spread-payments.ts';

/**
 * Applies money in hand of the customers of a scope to what they owe now, as a payment of today would
 * be spread: debt that came into the book after its payment, or whose dispute ended, owes the rest only.
 * Disputed debt takes none. Each payment says so in the event `payment.applied`. Takes the locks of
 * the customers; their cases follow with whoever calls. Answers how many payments found a debt.
 */
export async function applyWaiting(
  app: App,
  tx: Tx,
  place: Place,
  scope: Scope,
  today: LocalDate,
): Promise<number> {
  const seen = await waitingPayments(tx, scope);
  if (seen.length === 0) return 0;
  const customerIds = [...new Set(seen.map(({ customerId }) => customerId))];
  await lockCustomers(tx, customerIds);
  const { portfolioId } = scope;
  // Read again under the locks: a payment may have been taken back meanwhile.
  const waiting = await waitingPayments(tx, {
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
  await logApplied(app, tx, portfolioId, applied);
  return applied.length;
}

async function logApplied(
  app: App,
  tx: Tx,
  portfolioId: string,
  applied: readonly Applied[],
): Promise<void> {
  const customerIds = [...new Set(applied.map(({ payment }) => payment.customerId))];
  const cases = await openCasesOf(tx, portfolioId, customerIds);
  const at = now(app);
  await appendMany(
    tx,
    applied.map(({ payment: { customerId, paymentId, currency }, amountMinor, eventId }) =>
      event(
        'payment.applied',
        {
          ...{ id: eventId, tenantId: app.tenantId, portfolioId, customerId },
          ...{ caseId: cases.get(customerId) ?? null, actorId: null },
          ...{ occurredAt: at, recordedAt: at },
        },
        { paymentId, amountMinor, currency },
      ),
    ),
  );
}
