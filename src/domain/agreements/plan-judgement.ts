import { lesser } from '#kernel/money.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import type { Instalment } from './plan.ts';

/** Where a payment plan stands. */
export const planStates = [
  'proposed',
  'approved',
  'active',
  'late',
  'broken',
  'completed',
  'cancelled',
] as const;
export type PlanState = (typeof planStates)[number];

/**
 * From which state a plan may go where. A plan within authority starts as approved; the customer's
 * acceptance makes it active. Judged states follow the money in both directions.
 */
export const planTransitions: Readonly<Record<PlanState, readonly PlanState[]>> = {
  proposed: ['approved', 'cancelled'],
  approved: ['active', 'cancelled'],
  active: ['late', 'broken', 'completed', 'cancelled'],
  late: ['active', 'broken', 'completed', 'cancelled'],
  broken: ['active', 'late', 'completed', 'cancelled'],
  completed: ['active', 'late', 'broken'],
  cancelled: [],
};

/** Where one instalment stands: paid, due and unpaid within grace, or unpaid beyond it. */
export type InstalmentState = 'open' | 'kept' | 'late' | 'missed' | 'cancelled';

/** A plan as agreed, with its grace in days and tolerance in minor units. */
export type AgreedPlan = {
  readonly state: PlanState;
  readonly instalments: readonly Instalment[];
  readonly graceDays: number;
  readonly toleranceMinor: bigint;
};

/** What stands for a plan, paid or credited: reversed payments are left out. Minor units. */
export type PlanPayment = { readonly receivedOn: LocalDate; readonly amount: bigint };

/** What the ledger says about a plan today; amounts in minor units. */
export type PlanJudgement = {
  readonly state: PlanState;
  readonly paid: bigint;
  /** What remains to be paid under the plan. */
  readonly remaining: bigint;
  /** What was due before today and is unpaid. */
  readonly overdue: bigint;
  /** The earliest instalment not yet paid, for reminders. */
  readonly nextDueOn: LocalDate | null;
  readonly instalments: readonly JudgedInstalment[];
};

/** An instalment with the money that fills it. */
export type JudgedInstalment = Instalment & {
  readonly paid: bigint;
  readonly state: InstalmentState;
};

/**
 * Judges a plan from the payments made for it, from the start, so that judging twice changes
 * nothing (M-149). Money fills the instalments in order, so early money counts for later ones. An
 * instalment is late from the day after it is due and missed, which breaks the plan, when the grace
 * ends without it; money after the grace does not restore a broken plan unless it completes it, but
 * money paid in time and learned of late does. Proposed, approved and cancelled plans stay as they
 * are.
 */
export function judgePlan(
  plan: AgreedPlan,
  payments: readonly PlanPayment[],
  today: LocalDate,
): PlanJudgement {
  const paid = sumOf(payments);
  const isJudged = !['proposed', 'approved', 'cancelled'].includes(plan.state);
  let filled = paid;
  let dueSoFar = 0n;
  const instalments = plan.instalments.map((instalment) => {
    dueSoFar += instalment.amount;
    const part = lesser(filled, instalment.amount);
    filled -= part;
    const state = isJudged
      ? instalmentState(plan, instalment, dueSoFar, payments, today)
      : restingState(plan, part === instalment.amount);
    return { ...instalment, paid: part, state };
  });
  const unpaid = instalments.filter(({ state }) => state !== 'kept');
  const owed = (list: readonly JudgedInstalment[]) =>
    list.reduce((sum, { amount, paid: part }) => sum + amount - part, 0n);
  return {
    state: isJudged ? planState(instalments, paid + plan.toleranceMinor >= dueSoFar) : plan.state,
    paid,
    remaining: owed(instalments),
    overdue: isJudged ? owed(unpaid.filter(({ dueOn }) => dueOn < today)) : 0n,
    nextDueOn: unpaid.find(({ amount, paid: part }) => part < amount)?.dueOn ?? null,
    instalments,
  };
}

function instalmentState(
  plan: AgreedPlan,
  instalment: Instalment,
  dueSoFar: bigint,
  payments: readonly PlanPayment[],
  today: LocalDate,
): InstalmentState {
  const graceEnd = addDays(instalment.dueOn, plan.graceDays);
  const inTime = sumOf(payments.filter(({ receivedOn }) => receivedOn <= graceEnd));
  if (inTime + plan.toleranceMinor >= dueSoFar) return 'kept';
  if (today > graceEnd) return 'missed';
  return today > instalment.dueOn ? 'late' : 'open';
}

function restingState(plan: AgreedPlan, isPaid: boolean): InstalmentState {
  if (isPaid) return 'kept';
  return plan.state === 'cancelled' ? 'cancelled' : 'open';
}

function planState(instalments: readonly JudgedInstalment[], isPaid: boolean): PlanState {
  if (isPaid) return 'completed';
  if (instalments.some(({ state }) => state === 'missed')) return 'broken';
  return instalments.some(({ state }) => state === 'late') ? 'late' : 'active';
}

function sumOf(payments: readonly PlanPayment[]): bigint {
  return payments.reduce((sum, { amount }) => sum + amount, 0n);
}
