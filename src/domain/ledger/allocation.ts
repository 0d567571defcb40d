import { lesser } from '#kernel/money.ts';
import { assert } from '#kernel/refusal.ts';
import type { LocalDate } from '#kernel/time.ts';
import { nothing } from './balance.ts';
import { type Component, components, type Share } from './postings.ts';

/** What of an item stands open, and what of that is disputed; minor units of one currency. */
export type OpenItem = {
  readonly itemId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly dueOn: LocalDate;
  readonly owed: Readonly<Record<Component, bigint>>;
  readonly disputed: Readonly<Record<Component, bigint>>;
  /** A plan that runs pays it off: money that names no item goes there first. */
  readonly planned?: boolean;
};

/** How a portfolio spreads money: oldest due item first, within an item in this order. */
export type AllocationPolicy = { readonly componentOrder: readonly Component[] };

/** Oldest due item first; within an item fees, costs and interest before the principal. */
export const defaultPolicy: AllocationPolicy = {
  componentOrder: ['fee', 'cost', 'interest', 'principal'],
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
export function undisputed(item: OpenItem): Readonly<Record<Component, bigint>> {
  const free = { ...nothing };
  for (const component of components) {
    const rest = item.owed[component] - item.disputed[component];
    free[component] = rest > 0n ? rest : 0n;
  }
  return free;
}

/**
 * The disputed part of an item by component: the whole item when no amount is named; an amount without
 * a component is taken from the principal first. Never more than is owed.
 */
export function disputedPart(
  owed: Readonly<Record<Component, bigint>>,
  claim: { readonly amount: bigint | null; readonly component: Component | null },
): Readonly<Record<Component, bigint>> {
  const order = claim.component === null ? components : [claim.component];
  const part = { ...nothing };
  let left = claim.amount;
  for (const component of order) {
    part[component] = left === null ? owed[component] : lesser(left, owed[component]);
    if (left !== null) left -= part[component];
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
  componentOrder: readonly Component[],
):
  | { readonly ok: true; readonly shares: readonly Share[] }
  | { ok: false; reason: 'more-than-owed' } {
  assert(amount > 0n, 'only a positive amount has parts');
  const shares: Share[] = [];
  let left = amount;
  for (const component of componentOrder) {
    const part = lesser(left, item.owed[component]);
    if (part <= 0n) continue;
    shares.push({ itemId: item.itemId, accountId: item.accountId, component, amount: part });
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
  room: Readonly<Record<Component, bigint>>,
  policy: AllocationPolicy,
  limit: bigint | null,
): void {
  let allowed = limit === null ? pot.left : lesser(limit, pot.left);
  for (const component of policy.componentOrder) {
    const key = `${item.itemId} ${component}`;
    const had = pot.shares.get(key)?.amount ?? 0n;
    // What was directed here may have gone into the disputed part, which the room leaves out.
    const free = lesser(room[component], item.owed[component] - had);
    const part = lesser(allowed, free);
    if (part <= 0n) continue;
    const { itemId, accountId } = item;
    pot.shares.set(key, { itemId, accountId, component, amount: had + part });
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
