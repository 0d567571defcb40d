import { splitEvenly } from '#kernel/money.ts';
import { addDays, addMonths, type LocalDate } from '#kernel/time.ts';
import { type Frequency, monthlyCost } from './affordability.ts';
import { type Authority, leastFirstPayment } from './authority.ts';

/** Most instalments of one plan: ten years of weeks. */
export const maxInstalments = 520;

/** What is agreed about a plan; amounts in minor units of one currency. */
export type PlanTerms = {
  readonly total: bigint;
  readonly frequency: Frequency;
  readonly firstDueOn: LocalDate;
  /** A number of equal instalments, or instalments of an amount with a smaller last one. */
  readonly size:
    | { readonly kind: 'number'; readonly count: number }
    | { readonly kind: 'amount'; readonly amount: bigint };
  /** A payment before the instalments begin; becomes number 1. */
  readonly firstPayment: { readonly amount: bigint; readonly dueOn: LocalDate } | null;
};

/** One payment of a plan, counted from 1. */
export type Instalment = {
  readonly number: number;
  readonly dueOn: LocalDate;
  readonly amount: bigint;
};

/** Why terms make no plan. */
export type PlanProblem =
  | 'total-not-positive'
  | 'instalment-not-positive'
  | 'too-few-instalments'
  | 'too-many-instalments'
  | 'first-payment-not-below-total'
  | 'first-payment-after-first-instalment';

/** The instalments of a plan, or why there are none. */
export type PlanDraft =
  | { readonly ok: true; readonly instalments: readonly Instalment[] }
  | { readonly ok: false; readonly reason: PlanProblem };

/**
 * The instalments of a plan, which sum exactly to the total. Months are counted from the first due
 * day, so a plan of the 31st falls on the last day of shorter months and on the 31st again after.
 */
export function draftPlan(terms: PlanTerms): PlanDraft {
  const { total, firstPayment } = terms;
  if (total <= 0n) return { ok: false, reason: 'total-not-positive' };
  if (firstPayment && firstPayment.amount <= 0n) {
    return { ok: false, reason: 'instalment-not-positive' };
  }
  if (firstPayment && firstPayment.amount >= total) {
    return { ok: false, reason: 'first-payment-not-below-total' };
  }
  if (firstPayment && firstPayment.dueOn > terms.firstDueOn) {
    return { ok: false, reason: 'first-payment-after-first-instalment' };
  }
  const amounts = amountsOf(total - (firstPayment?.amount ?? 0n), terms.size);
  if (typeof amounts === 'string') return { ok: false, reason: amounts };
  const dated = amounts.map((amount, i) => ({ dueOn: dueDay(terms, i), amount }));
  const all = firstPayment ? [firstPayment, ...dated] : dated;
  if (all.length < 2) return { ok: false, reason: 'too-few-instalments' };
  const instalments = all.map(({ dueOn, amount }, i) => ({ number: i + 1, dueOn, amount }));
  return { ok: true, instalments };
}

function amountsOf(rest: bigint, size: PlanTerms['size']): readonly bigint[] | PlanProblem {
  if (size.kind === 'number') {
    if (!Number.isInteger(size.count) || size.count < 1) return 'too-few-instalments';
    if (size.count > maxInstalments) return 'too-many-instalments';
    return rest < BigInt(size.count) ? 'instalment-not-positive' : splitEvenly(rest, size.count);
  }
  if (size.amount <= 0n) return 'instalment-not-positive';
  const full = rest / size.amount;
  if (full > BigInt(maxInstalments)) return 'too-many-instalments';
  const last = rest - full * size.amount;
  const amounts = Array.from({ length: Number(full) }, () => size.amount);
  if (last > 0n) amounts.push(last);
  return amounts.length > maxInstalments ? 'too-many-instalments' : amounts;
}

function dueDay({ frequency, firstDueOn }: PlanTerms, index: number): LocalDate {
  if (frequency === 'monthly') return addMonths(firstDueOn, index);
  return addDays(firstDueOn, index * (frequency === 'weekly' ? 7 : 14));
}

/** What of a plan goes beyond an authority. */
export type PlanExcess =
  | 'too-long'
  | 'starts-too-late'
  | 'first-payment-too-small'
  | 'instalment-too-small'
  | 'too-many-broken-plans'
  | 'not-affordable';

/** What is known when a plan is weighed; `affordable` is a month's money for it, null if unknown. */
export type PlanContext = {
  readonly today: LocalDate;
  readonly frequency: Frequency;
  readonly brokenPlans: number;
  readonly maxBrokenPlans: number;
  readonly affordable: bigint | null;
  /** Whether a short arrangement may be made: not after too many broken promises. */
  readonly shortAllowed: boolean;
};

/** Whether this person may agree the plan, somebody has to approve it, or nobody may. */
export type PlanVerdict = {
  readonly verdict: 'within-authority' | 'needs-approval' | 'refused';
  readonly why: readonly PlanExcess[];
};

/**
 * Weighs a plan against the authority of who offers it and of who would approve it. Broken plans
 * and a budget that does not carry the plan always need a second person, who may still agree. What
 * fits a short arrangement is one: broken plans and the least first payment do not stand against it.
 */
export function checkPlan(
  instalments: readonly Instalment[],
  context: PlanContext,
  own: Authority,
  approver: Authority,
): PlanVerdict {
  if (isShort(instalments, context, own)) {
    return { verdict: 'within-authority', why: [] };
  }
  const mine = [...excessOf(instalments, context, own), ...needsJudgement(instalments, context)];
  if (mine.length === 0) return { verdict: 'within-authority', why: [] };
  const beyond = excessOf(instalments, context, approver);
  if (beyond.length === 0) return { verdict: 'needs-approval', why: mine };
  return { verdict: 'refused', why: beyond };
}

const waivedWhenShort = [
  'too-many-broken-plans',
  'first-payment-too-small',
  'too-long',
] as const satisfies readonly PlanExcess[];

/** A few payments within some weeks are a short arrangement (M-125). */
function isShort(
  instalments: readonly Instalment[],
  context: PlanContext,
  own: Authority,
): boolean {
  const last = instalments.at(-1);
  const stands = new Set([
    ...excessOf(instalments, context, own),
    ...needsJudgement(instalments, context),
  ]);
  for (const excess of waivedWhenShort) stands.delete(excess);
  return (
    context.shortAllowed &&
    stands.size === 0 &&
    last !== undefined &&
    instalments.length <= own.maxShortPayments &&
    last.dueOn <= addDays(context.today, own.maxShortDays)
  );
}

/** What of a plan goes beyond one authority. */
export function excessOf(
  instalments: readonly Instalment[],
  { today }: Pick<PlanContext, 'today'>,
  authority: Authority,
): PlanExcess[] {
  const first = instalments[0];
  const last = instalments.at(-1);
  if (!first || !last) return [];
  const total = instalments.reduce((sum, { amount }) => sum + amount, 0n);
  // The last instalment is what remains, so it may be small.
  const regular = instalments.slice(0, -1);
  const excess: PlanExcess[] = [];
  if (last.dueOn > addMonths(today, authority.maxPlanMonths)) excess.push('too-long');
  if (first.dueOn > addDays(today, authority.maxPromiseDays)) excess.push('starts-too-late');
  if (first.amount < leastFirstPayment(total, authority)) excess.push('first-payment-too-small');
  if (regular.some(({ amount }) => amount < authority.minInstalment)) {
    excess.push('instalment-too-small');
  }
  return excess;
}

function needsJudgement(instalments: readonly Instalment[], context: PlanContext): PlanExcess[] {
  const { affordable, frequency, brokenPlans, maxBrokenPlans } = context;
  const why: PlanExcess[] = [];
  if (brokenPlans >= maxBrokenPlans && brokenPlans > 0) why.push('too-many-broken-plans');
  const regular = instalments[1]?.amount ?? 0n;
  if (affordable !== null && monthlyCost(regular, frequency) > affordable) {
    why.push('not-affordable');
  }
  return why;
}
