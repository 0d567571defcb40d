import type { ApprovalKind } from '#domain/approvals/approval-kinds.ts';
import { type BookingLimits, isAboveLimit } from '#domain/approvals/booking-limits.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { bookedByHandToday } from '#storage/ledger/booked-by-hand.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { type App, now, type Tx } from '#usecases/app.ts';
import type { Place } from '#usecases/portfolios/steps/portfolio-place.ts';

/** Bookings by hand that move money: the events that tell of each, and the limit of a day for one person. */
export const handBookings = {
  payment: { events: ['payment.received'], limit: 'paymentAboveMinor' },
  credit: { events: ['credit.booked'], limit: 'creditAboveMinor' },
  reversal: { events: ['payment.reversed'], limit: 'paymentAboveMinor' },
  allocation: { events: ['payment.applied', 'credit.applied'], limit: 'paymentAboveMinor' },
  refund: { events: ['payment.refunded', 'credit.refunded'], limit: 'refundAboveMinor' },
} as const satisfies Partial<
  Record<
    ApprovalKind,
    { events: readonly EventKind[]; limit: Exclude<keyof BookingLimits, 'mostApproved'> }
  >
>;

/** The kind of such a booking, and of the request for it. */
export type HandBooking = keyof typeof handBookings;

/** A booking by hand that somebody asks for. */
export type AskedBooking = {
  readonly kind: HandBooking;
  readonly place: Place;
  readonly customerId: string;
  readonly amountMinor: bigint;
};

/**
 * Whether a booking waits for a second person: what the same person booked of the same for this
 * customer today counts with it, so that nobody splits a sum to stay below the limit. Locks the customer.
 */
export async function needsSecondPerson(
  app: App,
  tx: Tx,
  actor: Actor,
  { kind, place, customerId, amountMinor }: AskedBooking,
): Promise<boolean> {
  if (actor.kind !== 'user') return false;
  const { events: kinds, limit } = handBookings[kind];
  const aboveMinor = place.policy.secondPerson[limit];
  if (isAboveLimit(actor, amountMinor, aboveMinor)) return true;
  await lockCustomers(tx, [customerId]);
  const { id: portfolioId, zone } = place.portfolio;
  const of = { kinds, customerId, portfolioId, userId: actor.userId, zone, at: now(app) };
  return isAboveLimit(actor, (await bookedByHandToday(tx, of)) + amountMinor, aboveMinor);
}
