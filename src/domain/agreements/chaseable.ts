import { lesser } from '#kernel/money.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { PlanState } from './plan-judgement.ts';
import type { PromiseState } from './promise.ts';

/** An open item with what of it is disputed, in minor units. */
export type OwedItem = {
  readonly itemId: string;
  readonly dueOn: LocalDate;
  readonly balance: bigint;
  readonly disputed: bigint;
};

/** A promise with what was paid on it so far. */
export type RunningPromise = {
  readonly state: PromiseState;
  readonly amount: bigint;
  readonly paid: bigint;
};

/** A plan with what remains of it and what of that is overdue. */
export type RunningPlan = {
  readonly state: PlanState;
  readonly remaining: bigint;
  readonly overdue: bigint;
};

/** What may be asked for today, and why the rest may not; minor units. */
export type Chaseable = {
  readonly amount: bigint;
  readonly disputed: bigint;
  /** Paid by money in hand, which only waits to be applied. */
  readonly inHand: bigint;
  /** Covered by a live plan. */
  readonly planned: bigint;
  /** Covered by an open promise. */
  readonly promised: bigint;
  readonly byItem: ReadonlyMap<string, bigint>;
};

/** Plans that protect their money: a proposed one too, because the customer waits for us. */
const protecting: ReadonlySet<PlanState> = new Set(['proposed', 'approved', 'active', 'late']);

/**
 * The part of a debt that may be chased (M-109, M-144): not what is disputed, not what money in hand
 * pays, not what a live plan covers (its overdue instalments may be asked for), not what an open
 * promise still brings. Money, plans and promises cover the oldest due items first and only their own
 * amount, so a new default beside a plan shows (M-150). The amounts sum to the balance.
 */
export function chaseable(
  items: readonly OwedItem[],
  promises: readonly RunningPromise[],
  plans: readonly RunningPlan[],
  inHandMinor: bigint,
): Chaseable {
  const left = items
    .toSorted((a, b) => (a.dueOn === b.dueOn ? 0 : a.dueOn < b.dueOn ? -1 : 1))
    .map(({ itemId, balance, disputed }) => ({ itemId, free: less(balance, disputed) }));
  const open = () => left.reduce((sum, { free }) => sum + free, 0n);
  const balance = items.reduce((sum, item) => sum + item.balance, 0n);
  const undisputed = open();
  cover(left, less(inHandMinor, 0n));
  const unpaid = open();
  for (const plan of plans) {
    if (protecting.has(plan.state)) cover(left, less(plan.remaining, plan.overdue));
  }
  const unplanned = open();
  for (const promise of promises) {
    if (promise.state === 'open') cover(left, less(promise.amount, promise.paid));
  }
  const amount = open();
  return {
    amount,
    disputed: balance - undisputed,
    inHand: undisputed - unpaid,
    planned: unpaid - unplanned,
    promised: unplanned - amount,
    byItem: new Map(left.map(({ itemId, free }) => [itemId, free])),
  };
}

function cover(left: { free: bigint }[], amount: bigint): void {
  let rest = amount;
  for (const item of left) {
    const part = lesser(rest, item.free);
    item.free -= part;
    rest -= part;
  }
}

/** What is left of an amount, never below zero. */
function less(amount: bigint, part: bigint): bigint {
  return amount > part ? amount - part : 0n;
}
