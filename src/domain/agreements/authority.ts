/** How far one role may go with an offer, before somebody else has to approve it. */
export type Authority = {
  /** Longest plan, in months from today to the last instalment. */
  readonly maxPlanMonths: number;
  /** Least first payment of a plan or part payment, in basis points of the debt. */
  readonly minFirstPaymentBps: number;
  /** Latest day of a promise, and of a first instalment, in days from today. */
  readonly maxPromiseDays: number;
  /** Least instalment that makes a plan worth running, in minor units. */
  readonly minInstalment: bigint;
  /** Most payments of a short arrangement, and the days within which it ends. */
  readonly maxShortPayments: number;
  readonly maxShortDays: number;
};

/** What a portfolio allows in agreements and how it judges them: data, set by a manager. */
export type AgreementPolicy = {
  readonly authority: Readonly<Record<'agent' | 'supervisor' | 'manager', Authority>>;
  /** The role that approves what goes beyond somebody's own authority. */
  readonly approver: 'supervisor' | 'manager';
  /** Whether a part of the debt is accepted now. */
  readonly partPayments: boolean;
  /** Promises broken within the window after which no new one is offered. */
  readonly maxBrokenPromises: number;
  readonly brokenWindowDays: number;
  /** Plans broken so far after which a new one needs approval. */
  readonly maxBrokenPlans: number;
  readonly promiseToleranceDays: number;
  /** Shortfall that still counts as paid, in minor units. */
  readonly promiseToleranceMinor: bigint;
  readonly planGraceDays: number;
  readonly planToleranceMinor: bigint;
  /** Part of the disposable income that instalments may take, in basis points. */
  readonly affordableShareBps: number;
};

/** The least first payment on a debt under this authority, in minor units: at least one. */
export function leastFirstPayment(debt: bigint, authority: Authority): bigint {
  // Rounded up, so that the share asked for is never undercut.
  const least = (debt * BigInt(authority.minFirstPaymentBps) + 9_999n) / 10_000n;
  return least > 0n ? least : 1n;
}

/** Whether a role approves what goes beyond somebody's authority: the approver's, or a manager. */
export function mayApprove({ approver }: Pick<AgreementPolicy, 'approver'>, role: string): boolean {
  return role === 'manager' || role === approver;
}
