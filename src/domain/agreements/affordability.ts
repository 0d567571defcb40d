import { lesser } from '#kernel/money.ts';

/** What a person has and needs in a month, in minor units of one currency. */
export type BudgetStatement = {
  readonly income: bigint;
  readonly housing: bigint;
  readonly living: bigint;
  readonly otherDebts: bigint;
};

/** How often an instalment is due. */
export const frequencies = ['weekly', 'fortnightly', 'monthly'] as const;
export type Frequency = (typeof frequencies)[number];

/** Instalments in a year. */
export const timesAYear: Readonly<Record<Frequency, bigint>> = {
  weekly: 52n,
  fortnightly: 26n,
  monthly: 12n,
};

/** What a plan must respect to be fair to the person and worth running for the creditor. */
export type AffordabilityTerms = {
  readonly debt: bigint;
  readonly frequency: Frequency;
  /** Part of the disposable income that may be asked for, in basis points. */
  readonly shareBps: number;
  readonly minInstalment: bigint;
};

/**
 * What a person can pay back. `instalment` is zero when nothing is left over; `count` is how many
 * instalments clear the debt, null when none do.
 */
export type Affordability = {
  readonly disposable: bigint;
  readonly instalment: bigint;
  readonly count: number | null;
  readonly feasible: boolean;
  readonly reason: 'nothing-left-over' | 'below-floor' | null;
};

/** Income less spending in a month, in minor units; negative when the person spends more. */
export function disposableOf(statement: BudgetStatement): bigint {
  return statement.income - statement.housing - statement.living - statement.otherDebts;
}

/** What of the disposable income of a month instalments may take, at a share in basis points. */
export function affordableMonthly(disposable: bigint, shareBps: number): bigint {
  return (disposable * BigInt(shareBps)) / 10_000n;
}

/** The largest instalment that monthly money carries at this frequency, rounded down. */
export function instalmentFrom(monthly: bigint, frequency: Frequency): bigint {
  return monthly <= 0n ? 0n : (monthly * 12n) / timesAYear[frequency];
}

/** What an instalment costs in a month, rounded up, to compare it with a month's money. */
export function monthlyCost(instalment: bigint, frequency: Frequency): bigint {
  return (instalment * timesAYear[frequency] + 11n) / 12n;
}

/** Weighs a budget against a debt: what is left over, what instalment it carries, how long. */
export function assess(statement: BudgetStatement, terms: AffordabilityTerms): Affordability {
  const disposable = disposableOf(statement);
  const monthly = affordableMonthly(disposable, terms.shareBps);
  const carried = instalmentFrom(monthly, terms.frequency);
  const instalment = lesser(carried, terms.debt);
  if (instalment <= 0n) {
    return {
      disposable,
      instalment: 0n,
      count: null,
      feasible: false,
      reason: 'nothing-left-over',
    };
  }
  const count = Number((terms.debt + instalment - 1n) / instalment);
  // A debt below the floor is cleared by one payment, so the floor does not stand in its way.
  const feasible = instalment >= terms.minInstalment || instalment === terms.debt;
  return { disposable, instalment, count, feasible, reason: feasible ? null : 'below-floor' };
}
