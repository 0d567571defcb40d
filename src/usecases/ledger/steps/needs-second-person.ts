import { isAboveLimit } from '#domain/approvals/booking-limits.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { bookedByHandToday, type HandBooking } from '#storage/ledger/booked-by-hand.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import { type App, now, type Tx } from '#usecases/app.ts';

/** A booking by hand that somebody asks for, and the limit above which another person approves it. */
export type AskedBooking = {
  readonly kinds: readonly HandBooking[];
  readonly customerId: string;
  readonly portfolio: { readonly id: string; readonly zone: string };
  readonly amountMinor: bigint;
  readonly aboveMinor: bigint;
};

/**
 * Whether a booking waits for a second person: what the same person booked of the same for this
 * customer today counts with it, so that nobody splits a sum to stay below the limit. Locks the customer.
 */
export async function needsSecondPerson(
  app: App,
  tx: Tx,
  actor: Actor,
  { amountMinor, aboveMinor, portfolio, ...of }: AskedBooking,
): Promise<boolean> {
  if (actor.kind !== 'user') return false;
  if (isAboveLimit(actor, amountMinor, aboveMinor)) return true;
  await lockCustomers(tx, [of.customerId]);
  const { id: portfolioId, zone } = portfolio;
  const today = { ...of, portfolioId, zone, userId: actor.userId, at: now(app) };
  const booked = await bookedByHandToday(tx, today);
  return isAboveLimit(actor, booked + amountMinor, aboveMinor);
}
