import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { frequencies } from './affordability.ts';
import type { Authority } from './authority.ts';
import { checkPlan, draftPlan, maxInstalments, type PlanTerms } from './plan.ts';

function terms(over: Partial<PlanTerms> = {}): PlanTerms {
  return {
    total: 1000n,
    frequency: 'monthly',
    firstDueOn: '2026-01-31',
    size: { kind: 'number', count: 3 },
    firstPayment: null,
    ...over,
  };
}

function words(over: Partial<PlanTerms>): string {
  const draft = draftPlan(terms(over));
  if (!draft.ok) return draft.reason;
  return draft.instalments.map(({ dueOn, amount }) => `${dueOn} ${amount}`).join(', ');
}

test('a plan has the days and amounts that were agreed', () => {
  const byAmount = { kind: 'amount', amount: 400n } as const;
  const firstPayment = { amount: 100n, dueOn: '2026-01-10' };
  const table: [Partial<PlanTerms>, string][] = [
    [{}, '2026-01-31 334, 2026-02-28 333, 2026-03-31 333'],
    [{ size: byAmount }, '2026-01-31 400, 2026-02-28 400, 2026-03-31 200'],
    [{ frequency: 'weekly' }, '2026-01-31 334, 2026-02-07 333, 2026-02-14 333'],
    [{ frequency: 'fortnightly' }, '2026-01-31 334, 2026-02-14 333, 2026-02-28 333'],
    [{ firstPayment }, '2026-01-10 100, 2026-01-31 300, 2026-02-28 300, 2026-03-31 300'],
    [{ firstDueOn: '2027-12-31' }, '2027-12-31 334, 2028-01-31 333, 2028-02-29 333'],
  ];
  for (const [over, expected] of table) assert.equal(words(over), expected);
});

test('terms that make no plan say why', () => {
  const table: [Partial<PlanTerms>, string][] = [
    [{ total: 0n }, 'total-not-positive'],
    [{ size: { kind: 'number', count: 1 } }, 'too-few-instalments'],
    [{ size: { kind: 'number', count: 2.5 } }, 'too-few-instalments'],
    [{ size: { kind: 'amount', amount: 1000n } }, 'too-few-instalments'],
    [{ size: { kind: 'amount', amount: 0n } }, 'instalment-not-positive'],
    [{ total: 2n }, 'instalment-not-positive'],
    [{ size: { kind: 'number', count: maxInstalments + 1 } }, 'too-many-instalments'],
    [{ size: { kind: 'amount', amount: 1n } }, 'too-many-instalments'],
    [{ firstPayment: { amount: 1000n, dueOn: '2026-01-01' } }, 'first-payment-not-below-total'],
    [{ firstPayment: { amount: 0n, dueOn: '2026-01-01' } }, 'instalment-not-positive'],
    [{ firstPayment: { amount: 9n, dueOn: '2026-02-01' } }, 'first-payment-after-first-instalment'],
  ];
  for (const [over, expected] of table) assert.equal(words(over), expected);
});

test('instalments are positive, rise in time and sum exactly to the debt', () => {
  const anyTerms = fc.record({
    total: fc.bigInt(1n, 1_000_000n),
    frequency: fc.constantFrom(...frequencies),
    firstDueOn: fc.constantFrom('2026-01-31', '2028-02-29', '2026-08-30', '2026-12-01'),
    size: fc.oneof(
      fc.record({ kind: fc.constant('number' as const), count: fc.integer({ min: 1, max: 130 }) }),
      fc.record({ kind: fc.constant('amount' as const), amount: fc.bigInt(1n, 50_000n) }),
    ),
    firstPayment: fc.option(
      fc.record({ amount: fc.bigInt(1n, 5_000n), dueOn: fc.constant('2026-01-02') }),
    ),
  });
  fc.assert(
    fc.property(anyTerms, (some) => {
      const draft = draftPlan(some);
      if (!draft.ok) return;
      const { instalments } = draft;
      assert.equal(
        instalments.reduce((sum, { amount }) => sum + amount, 0n),
        some.total,
      );
      assert.ok(instalments.every(({ amount }) => amount > 0n));
      const days = instalments.map(({ dueOn }) => dueOn);
      assert.deepEqual(days, days.toSorted());
      assert.equal(new Set(days).size, days.length);
      assert.deepEqual(
        instalments.map(({ number }) => number),
        instalments.map((_, i) => i + 1),
      );
    }),
    { seed: 7, numRuns: 500 },
  );
});

const agent: Authority = {
  maxPlanMonths: 6,
  minFirstPaymentBps: 500,
  maxPromiseDays: 14,
  minInstalment: 1000n,
  maxShortPayments: 3,
  maxShortDays: 45,
};
const supervisor: Authority = { ...agent, maxPlanMonths: 18, maxPromiseDays: 30 };

test('a plan beyond the authority needs approval, beyond the approver too it is refused', () => {
  const context = {
    today: '2026-01-10',
    frequency: 'monthly' as const,
    brokenPlans: 0,
    maxBrokenPlans: 1,
    shortAllowed: false,
    affordable: null,
  };
  const table: [string, Partial<PlanTerms>, Partial<typeof context>, string][] = [
    ['three months', {}, {}, 'within-authority'],
    [
      'ends on the last day allowed',
      { size: { kind: 'number', count: 6 }, firstDueOn: '2026-01-20' },
      {},
      'within-authority',
    ],
    [
      'a year',
      { size: { kind: 'number', count: 12 } },
      {},
      'needs-approval too-long,starts-too-late',
    ],
    [
      'two years',
      { size: { kind: 'number', count: 24 } },
      {},
      'refused too-long,first-payment-too-small',
    ],
    ['starts late', { firstDueOn: '2026-02-05' }, {}, 'needs-approval starts-too-late'],
    [
      'too small to run',
      { total: 2_700n, firstDueOn: '2026-01-20' },
      {},
      'refused instalment-too-small',
    ],
    [
      'broke one before',
      { firstDueOn: '2026-01-20' },
      { brokenPlans: 1 },
      'needs-approval too-many-broken-plans',
    ],
  ];
  for (const [name, over, known, expected] of table) {
    const base = { total: 60_000n, firstDueOn: name === 'a year' ? '2026-01-31' : '2026-01-20' };
    const draft = draftPlan(terms({ ...base, ...over }));
    assert.ok(draft.ok, name);
    const { verdict, why } = checkPlan(
      draft.instalments,
      { ...context, ...known },
      agent,
      supervisor,
    );
    assert.equal([verdict, ...(why.length ? [why.join(',')] : [])].join(' '), expected, name);
  }
});

test('a plan that the budget does not carry needs a second person', () => {
  const draft = draftPlan(terms({ total: 60_000n, firstDueOn: '2026-01-20' }));
  assert.ok(draft.ok);
  const context = {
    today: '2026-01-10',
    frequency: 'monthly' as const,
    brokenPlans: 0,
    maxBrokenPlans: 1,
    shortAllowed: false,
  };
  const at = (affordable: bigint) =>
    checkPlan(draft.instalments, { ...context, affordable }, agent, supervisor);
  assert.deepEqual(at(20_000n), { verdict: 'within-authority', why: [] });
  assert.deepEqual(at(19_999n), { verdict: 'needs-approval', why: ['not-affordable'] });
});

test('a few payments within some weeks need no approval, whatever plans were broken', () => {
  const draft = draftPlan(terms({ total: 60_000n, firstDueOn: '2026-01-10' }));
  assert.ok(draft.ok);
  const context = {
    today: '2026-01-10',
    frequency: 'monthly' as const,
    brokenPlans: 1,
    maxBrokenPlans: 1,
    affordable: null,
    shortAllowed: true,
  };
  const verdictOf = (own: Partial<Authority>, over: Partial<typeof context> = {}) =>
    checkPlan(draft.instalments, { ...context, ...over }, { ...agent, ...own }, supervisor).verdict;
  assert.equal(verdictOf({ maxShortPayments: 3, maxShortDays: 60 }), 'within-authority');
  assert.equal(verdictOf({ maxShortPayments: 2, maxShortDays: 60 }), 'needs-approval');
  assert.equal(verdictOf({ maxShortPayments: 3, maxShortDays: 45 }), 'needs-approval');
  assert.equal(
    verdictOf({ maxShortPayments: 3, maxShortDays: 60 }, { shortAllowed: false }),
    'needs-approval',
    'too many broken promises',
  );
});
