import { expectWithinLimit } from '#domain/approvals/booking-limits.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { approvedToday } from '#storage/approvals/approved-today.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Answered } from '#usecases/approvals/steps/answer-approval.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { type HandBooking, handBookings } from './needs-second-person.ts';

/** Requests that move money: their sums count together against the approver's limit. */
const bookings = Object.keys(handBookings) as HandBooking[];

/**
 * Throws `authority-exceeded` when a booking, with those that the same person approved for the
 * customer today, is above what they may approve. Locks the customer.
 */
export async function expectApprovable(
  app: App,
  tx: Tx,
  actor: Actor,
  { id: exceptId, portfolioId, customerId, amountMinor }: Answered,
): Promise<void> {
  const { portfolio, policy } = await placeOf(app, tx, portfolioId ?? '');
  const { id, zone, currency } = portfolio;
  let sum = amountMinor ?? 0n;
  if (customerId !== null && actor.userId !== null) {
    await lockCustomers(tx, [customerId]);
    const of = { kinds: bookings, customerId, portfolioId: id, userId: actor.userId, zone };
    sum += await approvedToday(tx, { ...of, at: now(app), exceptId });
  }
  expectWithinLimit(actor, id, sum, policy.secondPerson, currency);
}
