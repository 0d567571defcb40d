import type { Actor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';

/** When a booking by hand needs a second person, and how far one may approve; in minor units. */
export type BookingLimits = {
  /** A payment booked or taken back, and money in hand applied, above this. */
  readonly paymentAboveMinor: bigint;
  /** A credit note above this. */
  readonly creditAboveMinor: bigint;
  /** Money in hand given back above this. */
  readonly refundAboveMinor: bigint;
  /** The most that each role approves; null is without limit. */
  readonly mostApproved: Readonly<Record<'back_office' | 'manager', bigint | null>>;
};

/**
 * Whether a booking by hand waits for a second person. What the product does by itself, as from a
 * bank's file, is nobody's word.
 */
export function isAboveLimit(actor: Actor, amountMinor: bigint, aboveMinor: bigint): boolean {
  return actor.kind === 'user' && amountMinor > aboveMinor;
}

/**
 * Throws `authority-exceeded` when the sum is above what each role of the approver may approve on the
 * portfolio.
 */
export function expectWithinLimit(
  actor: Actor,
  portfolioId: string,
  amountMinor: bigint,
  { mostApproved }: BookingLimits,
  currency: string,
): void {
  const held = actor.kind === 'user' ? actor.roles : [];
  const here = held.filter((one) => one.portfolioId === null || one.portfolioId === portfolioId);
  const most = (['back_office', 'manager'] as const)
    .filter((role) => here.some((one) => one.role === role))
    .map((role) => mostApproved[role]);
  if (most.some((limit) => limit === null || amountMinor <= limit)) return;
  const highest = most.reduce((top: bigint, limit) => (limit && limit > top ? limit : top), 0n);
  const limit = plainAmount(highest, currency);
  throw new Refusal('authority-exceeded', { limit, asked: plainAmount(amountMinor, currency) });
}
