import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '#domain/policy/default-settings.ts';
import { policyFrom } from '#domain/policy/portfolio-policy.ts';
import { leastFirstPayment } from './authority.ts';
import {
  type LadderFacts,
  ladder,
  promisedAs,
  promiseProblems,
  type RungName,
  rungNames,
} from './ladder.ts';

const policyIn = (currency: string) =>
  policyFrom(defaultSettings, { currency, holidays: new Set() }).agreements;
const policy = policyIn('USD');
const facts: LadderFacts = {
  debt: 30_000n,
  role: 'agent',
  promiseLimit: { ok: true },
  brokenPlans: 0,
  isHeld: false,
  affordableMonthly: null,
};
const limited: LadderFacts['promiseLimit'] = {
  ok: false,
  reason: 'too-many-broken-promises',
  broken: 2,
  limit: 2,
  until: '2026-05-30',
};

function rungOf(name: RungName, over: Partial<LadderFacts> = {}, some = policy) {
  const rung = ladder({ ...facts, ...over }, some).find((r) => r.rung === name);
  assert.ok(rung);
  return rung;
}

function offered(over: Partial<LadderFacts>, some = policy): string {
  return ladder({ ...facts, ...over }, some)
    .filter((rung) => rung.offered)
    .map((rung) => rung.rung)
    .join(' ');
}

test('each state of the debt opens its rungs', () => {
  const table: [Partial<LadderFacts>, string][] = [
    [{}, rungNames.join(' ')],
    [{ debt: 0n }, ''],
    [{ isHeld: true }, 'hardship'],
    [{ promiseLimit: limited }, 'full part plan hardship'],
    [{ brokenPlans: 1 }, 'full part promise short-arrangement hardship'],
    [{ affordableMonthly: 999n }, 'full part promise short-arrangement hardship'],
    [{ debt: 1_999n }, 'full part promise hardship'],
    [{ debt: 1n }, 'full promise hardship'],
  ];
  for (const [over, expected] of table) assert.equal(offered(over), expected);
  assert.equal(
    rungOf('part', {}, { ...policy, partPayments: false }).whyNot[0],
    'part-not-accepted',
  );
});

test('the amounts and limits of a rung are those of the authority', () => {
  const numbers = (name: RungName, over: Partial<LadderFacts> = {}) => {
    const { amount, least, mostDays, mostInstalments, mostWithApproval } = rungOf(name, over);
    return [amount, least, mostDays, mostInstalments, mostWithApproval];
  };
  assert.deepEqual(numbers('full'), [30_000n, 30_000n, null, null, null]);
  assert.deepEqual(numbers('part'), [30_000n, 1_500n, 14, null, null]);
  assert.deepEqual(numbers('part', { promiseLimit: limited }), [30_000n, 1_500n, null, null, null]);
  assert.deepEqual(numbers('promise'), [30_000n, 1_000n, 14, null, null]);
  assert.deepEqual(numbers('promise', { debt: 400n }), [400n, 400n, 14, null, null]);
  assert.deepEqual(numbers('short-arrangement'), [30_000n, 1_000n, 45, 3, null]);
  assert.deepEqual(numbers('plan'), [30_000n, 1_000n, null, 6, 18]);
  assert.deepEqual(numbers('plan', { debt: 4_500n }), [4_500n, 1_000n, null, 4, null]);
  assert.deepEqual(numbers('plan', { role: 'supervisor' }), [30_000n, 1_000n, null, 18, null]);
});

test('a rung that is not offered says why and names no amount', () => {
  const plan = rungOf('plan', { brokenPlans: 1, affordableMonthly: 0n });
  assert.deepEqual(plan.whyNot, ['too-many-broken-plans', 'not-affordable']);
  assert.equal(plan.amount, null);
});

test('the least first payment is rounded up and never nothing', () => {
  const authority = policy.authority.agent;
  assert.deepEqual(
    [1n, 100n, 101n, 30_000n].map((debt) => leastFirstPayment(debt, authority)),
    [1n, 5n, 6n, 1_500n],
  );
});

const today = '2026-03-01';

test('a promise beyond debt, days or limit is refused with every reason', () => {
  const check = (amount: bigint, dueOn: string, over: Partial<LadderFacts> = {}) =>
    promiseProblems({ amount, dueOn, as: 'promise' }, { ...facts, ...over }, policy, today).join(
      ' ',
    );
  assert.equal(check(30_000n, '2026-03-15'), '');
  assert.equal(check(30_000n, '2026-03-01'), '');
  assert.equal(check(30_001n, '2026-03-16'), 'amount-above-debt date-too-far');
  assert.equal(check(0n, '2026-02-28'), 'amount-not-positive date-past');
  assert.equal(check(1_000n, '2026-03-31', { role: 'supervisor' }), '');
  assert.equal(check(1_000n, '2026-03-02', { promiseLimit: limited }), 'too-many-broken-promises');
});

test('a promise or part below the least that the ladder shows is refused, a rest is not', () => {
  const check = (as: 'promise' | 'part' | 'rest', amount: bigint, some = policy, debt = 30_000n) =>
    promiseProblems({ amount, dueOn: today, as }, { ...facts, debt }, some, today).join(' ');
  assert.equal(check('promise', 999n), 'amount-too-small');
  assert.equal(check('promise', 1_000n), '');
  assert.equal(check('promise', 400n, policy, 400n), '', 'all of a small debt may be promised');
  assert.equal(check('part', 1_499n), 'amount-too-small');
  assert.equal(check('part', 1_500n), '');
  assert.equal(check('rest', 1n), '');
  assert.equal(check('part', 1_500n, { ...policy, partPayments: false }), 'part-not-accepted');
});

test('a part or all of it now is offered exactly when it is accepted', () => {
  const tables: [Partial<LadderFacts>, typeof policy][] = [
    [{}, policy],
    [{ promiseLimit: limited }, policy],
    [{ debt: 1n }, policy],
    [{ debt: 1n, promiseLimit: limited }, policy],
    [{ promiseLimit: limited }, { ...policy, partPayments: false }],
  ];
  for (const [over, some] of tables) {
    const all = { ...facts, ...over };
    const problemsOf = (amount: bigint, dueOn: string) => {
      const as =
        all.promiseLimit.ok && amount < all.debt
          ? 'part'
          : promisedAs({ amount, dueOn }, all, today);
      return promiseProblems({ amount, dueOn, as }, all, some, today);
    };
    const part = rungOf('part', over, some);
    const least = leastFirstPayment(all.debt, some.authority.agent);
    const amount = least < all.debt ? least : all.debt - 1n;
    assert.equal(problemsOf(amount, today).length === 0, part.offered);
    assert.deepEqual(problemsOf(all.debt, today), [], 'all of it is always taken');
    if (all.promiseLimit.ok) continue;
    assert.deepEqual(problemsOf(all.debt, '2026-03-02'), ['too-many-broken-promises']);
  }
});

test('default amounts are whole units of the currency', () => {
  assert.equal(policyIn('JPY').authority.agent.minInstalment, 10n);
  assert.equal(policyIn('BHD').authority.agent.minInstalment, 10_000n);
});
