import { askable, isRight, verificationState } from '#domain/contact/verification.ts';
import { targetOf } from '#domain/insight/collection-target.ts';
import { treatmentTargetMs } from '#domain/insight/first-treatment.ts';
import { freshSince } from '#domain/insight/quality.ts';
import { limitOf } from '#domain/insight/wip-limits.ts';
import { lastExpiryAsked } from '#domain/key-events/card-expiry.ts';
import { rejectCost } from '#domain/key-events/reject-cost.ts';
import type { PortfolioPolicy } from '#domain/policy/portfolio-policy.ts';
import { nextGroup, type PriorityFacts, rank } from '#domain/queue/priority.ts';
import { advance } from '#domain/strategy/advance.ts';
import type { CaseSnapshot, Cause } from '#domain/strategy/case-snapshot.ts';
import { presenting } from '#domain/strategy/presenting.ts';
import { addBusinessDays } from '#kernel/business-days.ts';
import type { PureRows } from './policy-row.ts';

const today = '2026-11-18';

/** Where a case of a late payer lands. */
function landing(over: Partial<CaseSnapshot>, cause: Cause, policy: PortfolioPolicy) {
  const file: CaseSnapshot = {
    ...{ state: 'requested', stateBefore: null, shape: 'short-firm', step: 'send-request' },
    ...{ stepCount: 0, action: 'wait', actionOn: today, holds: [], notices: [] },
    ...{ overdueMinor: 9_000n, freeMinor: 9_000n, coveredMinor: 0n, paidInHand: false },
    ...{ agreementDueOn: null },
    ...{ brokenPromises: 0, firstContactOn: null, exempt: false, payDay: null, presented: null },
    costsMore: false,
    events: [
      {
        ...{ eventId: 'e', type: 'D', reason: 'unable-to-pay', detail: null, fault: 'customer' },
        ...{ recordedOn: today, methodValid: null, ordinarySince: null, correctedOn: null },
        ...{ code: null, solvedOn: null },
      },
    ],
    ...over,
  };
  const { state, closeReason, nextAction } = advance(file, cause, policy, { today });
  return { state, closeReason, nextAction };
}

const refusal: CaseSnapshot['events'][number] = {
  ...{ eventId: 'b', type: 'B', reason: 'insufficient-funds', detail: null, fault: 'customer' },
  ...{ recordedOn: today, methodValid: true, ordinarySince: null, correctedOn: null },
  ...{ code: 'sepa:AM04', solvedOn: null },
};

/** When a refused payment is collected again, or until when it is on its way. */
const collectsAgain = (presented: CaseSnapshot['presented']) => (policy: PortfolioPolicy) =>
  presenting(
    {
      ...{ events: [refusal], presented, payDay: null, overdueMinor: 9_000n },
      ...{ paidInHand: false, costsMore: false },
    },
    policy,
    { today },
  );

const known = { postalCode: '10001', birthDate: '1980-05-17', reference: 'C-1234', city: 'Ames' };

const ranked: PriorityFacts = {
  ...{ overdueMinor: 100n, typicalMinor: 100n, ageDays: 10, eventType: 'D' },
  ...{ pattern: 'first-time', brokenPromises: 2 },
  ...{ daysSinceBreak: 5, daysToDisputeDeadline: 5, daysToRestriction: 5 },
};
const seenAs =
  (over: Partial<PriorityFacts> = {}) =>
  ({ ranking }: PortfolioPolicy) =>
    rank({ ...ranked, ...over }, ranking);
const flat = [{ upTo: null, points: 77 }];
const ranges = ['amountPercent', 'ageDays', 'daysSinceBreak', 'daysToDisputeDeadline'] as const;

const rankingRows: PureRows = {
  ...Object.fromEntries(
    [...ranges, 'daysToRestriction'].map((name) => [
      `ranking.${name}`,
      { to: flat, seen: seenAs() },
    ]),
  ),
  ...Object.fromEntries(
    (['A', 'B', 'C', 'D'] as const).map((eventType) => [
      `ranking.eventType.${eventType}`,
      { to: 77, seen: seenAs({ eventType }) },
    ]),
  ),
  ...Object.fromEntries(
    (['first-time', 'late-but-pays', 'never-pays'] as const).map((pattern) => [
      `ranking.pattern.${pattern}`,
      { to: 77, seen: seenAs({ pattern }) },
    ]),
  ),
  'ranking.perEarlierBreak': { to: 6, seen: seenAs() },
  'ranking.brokenFloor': { to: -2, seen: seenAs() },
  'ranking.upper.breakDays': { to: 5, seen: seenAs() },
  'ranking.upper.disputeDays': { to: 5, seen: seenAs() },
  'ranking.upper.restrictionDays': { to: 5, seen: seenAs() },
};

/** How cases move and are ranked and counted, and who is asked what. */
export const caseRows: PureRows = {
  ...rankingRows,
  outbound: {
    to: false,
    seen: (policy) => landing({}, { on: ['call-due'] }, policy),
  },
  keepWatching: {
    to: true,
    seen: (policy) =>
      landing({ state: 'promised', overdueMinor: 0n }, { on: ['promise-kept'] }, policy),
  },
  weekend: {
    to: [4, 5],
    seen: ({ calendar }) => addBusinessDays(today, 2, calendar),
  },
  holidays: {
    to: ['2026-11-19'],
    seen: ({ calendar }) => addBusinessDays(today, 1, calendar),
  },
  'verification.questions': {
    to: ['city'],
    seen: ({ verification }) => askable(verification, known),
  },
  'verification.answersNeeded': {
    to: 1,
    seen: ({ verification }) =>
      verificationState(verification, [
        { question: 'city', passed: isRight('city', known, 'ames') },
      ]),
  },
  'verification.wrongAllowed': {
    to: 1,
    seen: ({ verification }) =>
      verificationState(verification, [
        { question: 'city', passed: isRight('city', known, 'Paris') },
      ]),
  },
  'queue.priorityTierOfTen': {
    to: 2,
    seen: ({ queue }) =>
      nextGroup(
        { servedUpper: 2, servedNormal: 2, upperWaiting: true, normalWaiting: true },
        queue.priorityTierOfTen,
      ),
  },
  wipLimits: {
    to: { working: 400 },
    seen: (policy) => limitOf([{ policy }], 'working'),
  },
  ...Object.fromEntries(
    (['mandate', 'card', 'other'] as const).map((method) => [
      `rejectCost.${method}`,
      {
        to: '2.50',
        seen: (policy: PortfolioPolicy) =>
          rejectCost(
            { charged: null, methodKind: method === 'other' ? 'none' : method, scheme: null },
            policy.rejectCost,
            'USD',
          ),
      },
    ]),
  ),
  'charging.submissionDays': { to: 2, seen: collectsAgain(null) },
  'charging.settlementDays': { to: 9, seen: collectsAgain({ on: today, times: 1 }) },
  cardExpiryDays: {
    to: 45,
    seen: ({ cardExpiryDays }) => lastExpiryAsked(today, cardExpiryDays),
  },
  staleBalanceDays: {
    to: 45,
    seen: ({ staleBalanceDays }) => freshSince(today, staleBalanceDays),
  },
  ...Object.fromEntries(
    (['A', 'B', 'C', 'D'] as const).map((type) => [
      `firstTreatmentHours.${type}`,
      { to: 77, seen: (policy: PortfolioPolicy) => treatmentTargetMs(policy, type) },
    ]),
  ),
  monthlyCollectionTarget: {
    to: '3000.00',
    seen: (policy) =>
      targetOf([{ currency: 'USD', policy }], 'USD', { from: '2026-11-01', to: '2026-11-30' }),
  },
};
