import { affordableMonthly } from '#domain/agreements/affordability.ts';
import { type AgreementPolicy, mayApprove } from '#domain/agreements/authority.ts';
import { type LadderFacts, ladder, promiseProblems } from '#domain/agreements/ladder.ts';
import { checkPlan, type Instalment } from '#domain/agreements/plan.ts';
import { judgePlan } from '#domain/agreements/plan-judgement.ts';
import { judgePromises, promiseLimit } from '#domain/agreements/promise.ts';
import { expectWithinLimit, isAboveLimit } from '#domain/approvals/booking-limits.ts';
import { offeringRoles } from '#domain/policy/policy-settings.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { addDays } from '#kernel/time.ts';
import type { PureRows } from './policy-row.ts';

const today = '2026-11-18';
const debt = 100_000n;
type Role = LadderFacts['role'];

const facts = (role: Role): LadderFacts => ({
  debt,
  role,
  promiseLimit: { ok: true },
  brokenPlans: 0,
  isHeld: false,
  affordableMonthly: null,
});

const rungOf = (name: string, of: LadderFacts, policy: AgreementPolicy) =>
  ladder(of, policy).find(({ rung }) => rung === name);

const promise = (role: Role, policy: AgreementPolicy, as: 'promise' | 'part', inDays: number) =>
  promiseProblems(
    { amount: 10_000n, dueOn: addDays(today, inDays), as },
    facts(role),
    policy,
    today,
  );

const instalments = (dueIn: readonly number[], amount = 33_000n): Instalment[] =>
  dueIn.map((days, i) => ({ number: i + 1, dueOn: addDays(today, days), amount }));

/** Somebody who broke a plan before gets a short arrangement, and nothing longer without approval. */
const shortFor = (role: Role, { authority, maxBrokenPlans }: AgreementPolicy) =>
  checkPlan(
    instalments([5, 20, 35]),
    {
      ...{ today, frequency: 'fortnightly', brokenPlans: 1, maxBrokenPlans },
      ...{ affordable: null, shortAllowed: true },
    },
    authority[role],
    authority.manager,
  ).verdict;

const judged = (policy: AgreementPolicy, paid: bigint, dueDaysAgo: number) =>
  judgePromises(
    [
      {
        promiseId: 'p',
        madeAt: '2026-11-01T10:00:00.000Z',
        dueOn: addDays(today, -dueDaysAgo),
        amount: 10_000n,
        toleranceDays: policy.promiseToleranceDays,
        toleranceMinor: policy.promiseToleranceMinor,
        state: 'open',
        ...{ itemIds: null, isSettled: false },
      },
    ],
    [
      {
        paymentId: 'y',
        receivedOn: addDays(today, -dueDaysAgo),
        recordedAt: '2026-11-02T10:00:00.000Z',
        amount: paid,
        reversed: false,
        parts: [],
      },
    ],
    today,
  )[0]?.state;

const judgedPlan = (policy: AgreementPolicy, paid: bigint, dueDaysAgo: number) =>
  judgePlan(
    {
      state: 'active',
      instalments: instalments([-dueDaysAgo, 30], 10_000n),
      graceDays: policy.planGraceDays,
      toleranceMinor: policy.planToleranceMinor,
    },
    paid > 0n ? [{ receivedOn: addDays(today, -dueDaysAgo), amount: paid }] : [],
    today,
  ).state;

const limitAfter = (policy: AgreementPolicy) =>
  promiseLimit(
    [40, 50].map((days) => ({ state: 'broken', dueOn: addDays(today, -days) })),
    policy,
    today,
  ).ok;

function authorityRows(role: Role): PureRows {
  const path = `agreements.authority.${role}`;
  return {
    [`${path}.maxPlanMonths`]: {
      to: 4,
      seen: ({ agreements }) => rungOf('plan', facts(role), agreements)?.mostInstalments,
    },
    [`${path}.minFirstPaymentBps`]: {
      to: 2_000,
      seen: ({ agreements }) => promise(role, agreements, 'part', 5),
    },
    [`${path}.maxPromiseDays`]: {
      to: 5,
      seen: ({ agreements }) => promise(role, agreements, 'promise', 10),
    },
    [`${path}.minInstalment`]: {
      to: '500',
      seen: ({ agreements }) => promise(role, agreements, 'promise', 5),
    },
    [`${path}.maxShortPayments`]: {
      to: 2,
      seen: ({ agreements }) => shortFor(role, agreements),
    },
    [`${path}.maxShortDays`]: {
      to: 30,
      seen: ({ agreements }) => shortFor(role, agreements),
    },
  };
}

/** What a portfolio allows in agreements and how it judges them. */
const clerk = (role: 'back_office' | 'manager'): Actor => ({
  ...{ kind: 'user', userId: 'u', name: 'u', roles: [{ role, portfolioId: null }] },
});

const waits = (amount: bigint, above: bigint) => isAboveLimit(clerk('back_office'), amount, above);

const approves = (role: 'back_office' | 'manager', { secondPerson }: PortfolioPolicy) => {
  try {
    expectWithinLimit(clerk(role), 'p', 900_000n, secondPerson, 'USD');
    return true;
  } catch {
    return false;
  }
};

export const agreementRows: PureRows = {
  'secondPerson.paymentAbove': {
    to: '10',
    seen: ({ secondPerson }) => waits(2_000n, secondPerson.paymentAboveMinor),
  },
  'secondPerson.creditAbove': {
    to: '10',
    seen: ({ secondPerson }) => waits(2_000n, secondPerson.creditAboveMinor),
  },
  'secondPerson.refundAbove': {
    to: '10',
    seen: ({ secondPerson }) => waits(900n, secondPerson.refundAboveMinor),
  },
  'secondPerson.mostApproved.back_office': {
    to: '10',
    seen: (policy) => approves('back_office', policy),
  },
  'secondPerson.mostApproved.manager': { to: '10', seen: (policy) => approves('manager', policy) },
  'agreements.partPayments': {
    to: false,
    seen: ({ agreements }) => promise('agent', agreements, 'part', 5),
  },
  'agreements.maxBrokenPromises': { to: 3, seen: ({ agreements }) => limitAfter(agreements) },
  'agreements.brokenWindowDays': { to: 45, seen: ({ agreements }) => limitAfter(agreements) },
  'agreements.maxBrokenPlans': {
    to: 2,
    seen: ({ agreements }) =>
      rungOf('plan', { ...facts('agent'), brokenPlans: 1 }, agreements)?.whyNot,
  },
  'agreements.promiseToleranceDays': {
    to: 0,
    seen: ({ agreements }) => judged(agreements, 0n, 1),
  },
  'agreements.promiseTolerance': {
    to: '5',
    seen: ({ agreements }) => judged(agreements, 9_700n, 10),
  },
  'agreements.planGraceDays': { to: 2, seen: ({ agreements }) => judgedPlan(agreements, 0n, 4) },
  'agreements.planTolerance': {
    to: '5',
    seen: ({ agreements }) => judgedPlan(agreements, 9_700n, 10),
  },
  'agreements.affordableShareBps': {
    to: 1_000,
    seen: ({ agreements: { authority, maxBrokenPlans, affordableShareBps } }) =>
      checkPlan(
        instalments([5, 35, 65, 95]),
        {
          ...{ today, frequency: 'monthly', brokenPlans: 0, maxBrokenPlans },
          ...{ affordable: affordableMonthly(50_000n, affordableShareBps), shortAllowed: true },
        },
        authority.agent,
        authority.supervisor,
      ),
  },
  'agreements.approver': {
    to: 'manager',
    seen: ({ agreements }) => [
      mayApprove(agreements, 'supervisor'),
      rungOf('plan', facts('agent'), agreements)?.mostWithApproval,
    ],
  },
  ...Object.assign({}, ...offeringRoles.map(authorityRows)),
};
