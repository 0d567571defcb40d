import type { LocalDate } from '#kernel/time.ts';
import { type Component, effectOn, type Ledger, type Posting } from './postings.ts';

/** What is owed on one item, in minor units of its one currency. */
export type ItemBalance = {
  readonly itemId: string;
  readonly currency: string;
  readonly total: bigint;
  readonly owed: Readonly<Record<Component, bigint>>;
};

/** Whether the books knew a posting at the end of the day; no day means all of them. */
function countsOn(posting: Posting, asOf: LocalDate | undefined): boolean {
  // ISO dates sort as text.
  return asOf === undefined || posting.bookedOn <= asOf;
}

/** What is owed on every item at the end of a day (today's books when no day is given). */
export function itemBalances(
  postings: Iterable<Posting>,
  asOf?: LocalDate,
): ReadonlyMap<string, ItemBalance> {
  const balances = new Map<string, ItemBalance>();
  for (const posting of postings) {
    const effect = effectOn('receivable', posting);
    if (effect === 0n || posting.itemId === null || !countsOn(posting, asOf)) continue;
    const { itemId, currency, component } = posting;
    const was = balances.get(itemId) ?? { itemId, currency, total: 0n, owed: nothing };
    const owed = { ...was.owed, [component]: was.owed[component] + effect };
    balances.set(itemId, { itemId, currency, total: was.total + effect, owed });
  }
  return balances;
}

/** An item on which nothing is owed. */
export const nothing: Readonly<Record<Component, bigint>> = {
  principal: 0n,
  interest: 0n,
  fee: 0n,
  cost: 0n,
};

/** What is owed on one item at the end of a day, in minor units. */
export function itemBalance(postings: Iterable<Posting>, itemId: string, asOf?: LocalDate): bigint {
  return itemBalances(postings, asOf).get(itemId)?.total ?? 0n;
}

/** What stands in a ledger in one currency at the end of a day: debits less credits. */
export function ledgerBalance(
  postings: Iterable<Posting>,
  ledger: Ledger,
  currency: string,
  asOf?: LocalDate,
): bigint {
  let sum = 0n;
  for (const posting of postings) {
    if (posting.currency === currency && countsOn(posting, asOf)) sum += effectOn(ledger, posting);
  }
  return sum;
}

/** Money of each payment that waits for a debt to reduce, in minor units; only those above zero. */
export function unappliedByPayment(
  postings: Iterable<Posting>,
  asOf?: LocalDate,
): ReadonlyMap<string, bigint> {
  const waiting = new Map<string, bigint>();
  for (const posting of postings) {
    if (posting.paymentId === null || !countsOn(posting, asOf)) continue;
    // Waiting money is owed to the payer, so it stands on the credit side.
    const effect = -effectOn('unapplied', posting);
    if (effect === 0n) continue;
    const left = (waiting.get(posting.paymentId) ?? 0n) + effect;
    if (left === 0n) waiting.delete(posting.paymentId);
    else waiting.set(posting.paymentId, left);
  }
  return waiting;
}

/** What came in with a payment and stands today: reversed parts and refunds are off. */
export function cashOfPayment(postings: Iterable<Posting>, paymentId: string): bigint {
  let sum = 0n;
  for (const posting of postings) {
    if (posting.paymentId === paymentId) sum += effectOn('cash', posting);
  }
  return sum;
}
