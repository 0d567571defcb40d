import { assert } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { nothing } from './balance.ts';
import { type Bucket, buckets, type Share } from './postings.ts';

/** What of an item stands open, and what of that is disputed; minor units of one currency. */
export type OpenItem = {
  readonly itemId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly dueOn: LocalDate;
  readonly owed: Readonly<Record<Bucket, bigint>>;
  readonly disputed: Readonly<Record<Bucket, bigint>>;
};

/** How a portfolio spreads money: oldest due item first, within an item in this order. */
export type AllocationPolicy = { readonly bucketOrder: readonly Bucket[] };

/** Oldest due item first; within an item fees, costs and interest before the principal. */
export const defaultPolicy: AllocationPolicy = {
  bucketOrder: ['fee', 'cost', 'interest', 'principal'],
};

/** What the payer asked for: these items, in this order; no amount means as much as it owes. */
export type Direction = {
  readonly targets: readonly { readonly itemId: string; readonly amount: bigint | null }[];
  /** Where money goes that the targets did not take. */
  readonly rest: 'policy' | 'unapplied';
};

/** Where a payment went: `shares` and `unapplied` sum to it exactly. */
export type Allocation = { readonly shares: readonly Share[]; readonly unapplied: bigint };

/**
 * Spreads money over open items. Named targets come first and may be disputed, because the payer
 * chose them; a disputed item or part gets nothing otherwise, and money that finds no debt waits.
 * A target that is not among the items takes nothing. Source: 12 CFR 1006.30(c)(1) (follow the
 * directions of the consumer) and (c)(2) (no payment to a disputed debt).
 */
export function allocate(
  money: { readonly amount: bigint; readonly currency: string },
  items: readonly OpenItem[],
  policy: AllocationPolicy,
  direction?: Direction,
): Allocation {
  assert(money.amount > 0n, 'only a positive amount can be allocated');
  const pot = makePot(money.amount);
  const mine = items.filter((item) => item.currency === money.currency);
  for (const target of direction?.targets ?? []) {
    const item = mine.find(({ itemId }) => itemId === target.itemId);
    if (item) take(pot, item, item.owed, policy, target.amount);
  }
  if (direction?.rest !== 'unapplied') {
    for (const item of mine.toSorted(oldestFirst)) {
      take(pot, item, undisputed(item), policy, null);
    }
  }
  return { shares: [...pot.shares.values()], unapplied: pot.left };
}

/** What of an item may take money that nobody directed to it. */
export function undisputed(item: OpenItem): Readonly<Record<Bucket, bigint>> {
  const free = { ...nothing };
  for (const bucket of buckets) {
    const rest = item.owed[bucket] - item.disputed[bucket];
    free[bucket] = rest > 0n ? rest : 0n;
  }
  return free;
}

/**
 * The disputed part of an item by bucket: the whole item when no amount is named; an amount without
 * a bucket is taken from the principal first. Never more than is owed.
 */
export function disputedPart(
  owed: Readonly<Record<Bucket, bigint>>,
  claim: { readonly amount: bigint | null; readonly bucket: Bucket | null },
): Readonly<Record<Bucket, bigint>> {
  const order = claim.bucket === null ? buckets : [claim.bucket];
  const part = { ...nothing };
  let left = claim.amount;
  for (const bucket of order) {
    part[bucket] = left === null ? owed[bucket] : smaller(left, owed[bucket]);
    if (left !== null) left -= part[bucket];
  }
  return part;
}

/**
 * The parts of one item that make up an amount, in the order given: for a credit note, a write-off
 * or a move. A verdict `more-than-owed` when the item does not hold that much.
 */
export function partsOf(
  item: Pick<OpenItem, 'itemId' | 'accountId' | 'owed'>,
  amount: bigint,
  bucketOrder: readonly Bucket[],
):
  | { readonly ok: true; readonly shares: readonly Share[] }
  | { ok: false; reason: 'more-than-owed' } {
  assert(amount > 0n, 'only a positive amount has parts');
  const shares: Share[] = [];
  let left = amount;
  for (const bucket of bucketOrder) {
    const part = smaller(left, item.owed[bucket]);
    if (part <= 0n) continue;
    shares.push({ itemId: item.itemId, accountId: item.accountId, bucket, amount: part });
    left -= part;
  }
  return left === 0n ? { ok: true, shares } : { ok: false, reason: 'more-than-owed' };
}

type Pot = { left: bigint; readonly shares: Map<string, Share> };

function makePot(amount: bigint): Pot {
  return { left: amount, shares: new Map() };
}

/** Moves money from the pot to an item, counting what the item already took. */
function take(
  pot: Pot,
  item: OpenItem,
  room: Readonly<Record<Bucket, bigint>>,
  policy: AllocationPolicy,
  limit: bigint | null,
): void {
  let allowed = limit === null ? pot.left : smaller(limit, pot.left);
  for (const bucket of policy.bucketOrder) {
    const key = `${item.itemId} ${bucket}`;
    const had = pot.shares.get(key)?.amount ?? 0n;
    // What was directed here may have gone into the disputed part, which the room leaves out.
    const free = smaller(room[bucket], item.owed[bucket] - had);
    const part = smaller(allowed, free);
    if (part <= 0n) continue;
    const { itemId, accountId } = item;
    pot.shares.set(key, { itemId, accountId, bucket, amount: had + part });
    pot.left -= part;
    allowed -= part;
  }
}

function oldestFirst(a: OpenItem, b: OpenItem): number {
  // ISO dates sort as text; the id makes the order the same on every run.
  if (a.dueOn !== b.dueOn) return a.dueOn < b.dueOn ? -1 : 1;
  if (a.itemId === b.itemId) return 0;
  return a.itemId < b.itemId ? -1 : 1;
}

function smaller(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}
