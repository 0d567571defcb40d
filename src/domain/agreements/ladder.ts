import { lesser } from '#kernel/money.ts';
import { addDays, type LocalDate } from '#kernel/time.ts';
import { type AgreementPolicy, type Authority, leastFirstPayment } from './authority.ts';
import type { PromiseLimit } from './promise.ts';

/** The rungs of the negotiation ladder, best for the creditor first (M-125). */
export const rungNames = [
  'full',
  'part',
  'promise',
  'short-arrangement',
  'plan',
  'hardship',
] as const;
export type RungName = (typeof rungNames)[number];

/** Why a rung is not offered. */
export type WhyNot =
  | 'nothing-owed'
  | 'on-hold'
  | 'part-not-accepted'
  | 'debt-too-small'
  | 'too-many-broken-promises'
  | 'too-many-broken-plans'
  | 'not-affordable';

/** One rung with what this person may offer on it; amounts in minor units, null where unbounded. */
export type Rung = {
  readonly rung: RungName;
  readonly offered: boolean;
  readonly whyNot: readonly WhyNot[];
  /** What the rung settles. */
  readonly amount: bigint | null;
  /** The least payment, or the least instalment. */
  readonly least: bigint | null;
  /** Days from today within which it is promised, or ends. */
  readonly mostDays: number | null;
  readonly mostInstalments: number | null;
  /** Instalments that a second person could approve, when that is more. */
  readonly mostWithApproval: number | null;
};

/** What the ladder is built from. */
export type LadderFacts = {
  /** What is owed and not disputed, in minor units. */
  readonly debt: bigint;
  readonly role: keyof AgreementPolicy['authority'];
  readonly promiseLimit: PromiseLimit;
  readonly brokenPlans: number;
  /** A hold stands that forbids to negotiate. */
  readonly isHeld: boolean;
  /** The instalment that the budget carries each month, null while nobody asked. */
  readonly affordableMonthly: bigint | null;
};

/** What this person may offer on each rung, and why not where not. Pure policy, no wording. */
export function ladder(facts: LadderFacts, policy: AgreementPolicy): Rung[] {
  const own = policy.authority[facts.role];
  const approver = policy.authority[policy.approver];
  return rungNames.map((name) => {
    const general = generalWhyNot(name, facts);
    if (general.length > 0 || name === 'hardship') return rung(name, general, {});
    if (name === 'full') return rung(name, [], { amount: facts.debt, least: facts.debt });
    return offers[name](facts, policy, own, approver);
  });
}

function generalWhyNot(name: RungName, facts: LadderFacts): WhyNot[] {
  if (facts.debt <= 0n) return ['nothing-owed'];
  // Help is open whatever holds; it is often what a hold is for.
  if (name === 'hardship') return [];
  return facts.isHeld ? ['on-hold'] : [];
}

type Terms = Partial<Omit<Rung, 'rung' | 'offered' | 'whyNot'>>;

function rung(name: RungName, whyNot: readonly WhyNot[], terms: Terms): Rung {
  const none = {
    amount: null,
    least: null,
    mostDays: null,
    mostInstalments: null,
    mostWithApproval: null,
  };
  const offered = whyNot.length === 0;
  return { rung: name, offered, whyNot, ...none, ...(offered ? terms : {}) };
}

type Offer = (
  facts: LadderFacts,
  policy: AgreementPolicy,
  own: Authority,
  approver: Authority,
) => Rung;

const offers: Readonly<Record<Exclude<RungName, 'full' | 'hardship'>, Offer>> = {
  part({ debt, promiseLimit }, policy, own) {
    const least = leastOf('part', debt, own);
    // Money now is welcome after broken promises too; only the rest then gets no promised date.
    const mostDays = promiseLimit.ok ? own.maxPromiseDays : null;
    return rung('part', partWhyNot(debt, policy, own), { amount: debt, least, mostDays });
  },
  promise({ debt, promiseLimit }, _policy, own) {
    const whyNot: WhyNot[] = promiseLimit.ok ? [] : [promiseLimit.reason];
    const least = leastOf('promise', debt, own);
    return rung('promise', whyNot, { amount: debt, least, mostDays: own.maxPromiseDays });
  },
  'short-arrangement'({ debt, promiseLimit }, _policy, own) {
    const most = fewer(own.maxShortPayments, debt / own.minInstalment);
    const whyNot: WhyNot[] = promiseLimit.ok ? [] : [promiseLimit.reason];
    if (most < 2) whyNot.push('debt-too-small');
    return rung('short-arrangement', whyNot, {
      amount: debt,
      least: own.minInstalment,
      mostDays: own.maxShortDays,
      mostInstalments: most,
    });
  },
  plan({ debt, brokenPlans, affordableMonthly }, policy, own, approver) {
    const most = fewer(own.maxPlanMonths, debt / own.minInstalment);
    const withApproval = fewer(approver.maxPlanMonths, debt / approver.minInstalment);
    const whyNot: WhyNot[] = [];
    if (most < 2) whyNot.push('debt-too-small');
    if (brokenPlans > 0 && brokenPlans >= policy.maxBrokenPlans) {
      whyNot.push('too-many-broken-plans');
    }
    if (affordableMonthly !== null && affordableMonthly < own.minInstalment) {
      whyNot.push('not-affordable');
    }
    return rung('plan', whyNot, {
      amount: debt,
      least: own.minInstalment,
      mostInstalments: most,
      mostWithApproval: withApproval > most ? withApproval : null,
    });
  },
};

/** Why no part of the debt is taken now: what the ladder offers and what may be recorded are one. */
function partWhyNot(
  debt: bigint,
  { partPayments }: AgreementPolicy,
  own: Authority,
): ('part-not-accepted' | 'debt-too-small')[] {
  return [
    ...(partPayments ? [] : (['part-not-accepted'] as const)),
    ...(leastOf('part', debt, own) < debt ? [] : (['debt-too-small'] as const)),
  ];
}

/** The least amount of a promise; what remains after a part may be small. */
function leastOf(as: PromisedAs, debt: bigint, own: Authority): bigint {
  if (as === 'rest') return 1n;
  return as === 'part' ? leastFirstPayment(debt, own) : lesser(own.minInstalment, debt);
}

function fewer(limit: number, fits: bigint): number {
  return fits < BigInt(limit) ? Number(fits) : limit;
}

/** What is wrong with a promise that somebody wants to record. */
export type PromiseProblem =
  | 'amount-not-positive'
  | 'amount-above-debt'
  | 'amount-too-small'
  | 'part-not-accepted'
  | 'debt-too-small'
  | 'date-past'
  | 'date-too-far'
  | 'too-many-broken-promises';

/** What is promised: all of it now, a promise of its own, a part now, or the rest after a part. */
export type PromisedAs = 'full' | 'promise' | 'part' | 'rest';

/**
 * What an amount is that is promised without a date for the rest. After too many broken promises only
 * money of the same day is taken: all of it, or a part whose rest stays without a date.
 */
export function promisedAs(
  { amount, dueOn }: { readonly amount: bigint; readonly dueOn: LocalDate },
  { debt, promiseLimit }: Pick<LadderFacts, 'debt' | 'promiseLimit'>,
  today: LocalDate,
): PromisedAs {
  if (promiseLimit.ok || dueOn !== today) return 'promise';
  return amount < debt ? 'part' : 'full';
}

/**
 * Every problem of a promise under the authority of who takes it; none means it may be taken. The
 * least amounts are those that the ladder shows.
 */
export function promiseProblems(
  promise: { readonly amount: bigint; readonly dueOn: LocalDate; readonly as: PromisedAs },
  facts: Pick<LadderFacts, 'debt' | 'role' | 'promiseLimit'>,
  policy: AgreementPolicy,
  today: LocalDate,
): PromiseProblem[] {
  const own = policy.authority[facts.role];
  const problems: PromiseProblem[] = [];
  if (promise.amount <= 0n) problems.push('amount-not-positive');
  if (promise.amount > facts.debt) problems.push('amount-above-debt');
  else if (promise.amount > 0n && promise.amount < leastOf(promise.as, facts.debt, own)) {
    problems.push('amount-too-small');
  }
  if (promise.as === 'part') problems.push(...partWhyNot(facts.debt, policy, own));
  if (promise.dueOn < today) problems.push('date-past');
  if (promise.dueOn > addDays(today, own.maxPromiseDays)) problems.push('date-too-far');
  const isNow = (promise.as === 'full' || promise.as === 'part') && promise.dueOn <= today;
  if (!facts.promiseLimit.ok && !isNow) problems.push(facts.promiseLimit.reason);
  return problems;
}
