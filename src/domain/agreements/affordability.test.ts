import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assess, disposableOf, instalmentFrom, monthlyCost } from './affordability.ts';

const budget = { income: 200_000n, housing: 90_000n, living: 80_000n, otherDebts: 20_000n };
const terms = {
  debt: 50_000n,
  frequency: 'monthly',
  shareBps: 8_000,
  minInstalment: 1_000n,
} as const;

test('what is left over is income less every kind of spending, also when that is negative', () => {
  assert.equal(disposableOf(budget), 10_000n);
  assert.equal(disposableOf({ ...budget, housing: 120_000n }), -20_000n);
});

test('a budget carries an instalment, or says why it does not', () => {
  assert.deepEqual(assess(budget, terms), {
    disposable: 10_000n,
    instalment: 8_000n,
    count: 7,
    feasible: true,
    reason: null,
  });
  assert.equal(assess({ ...budget, living: 100_000n }, terms).reason, 'nothing-left-over');
  assert.equal(assess({ ...budget, living: 89_000n }, terms).reason, 'below-floor');
});

test('no more is asked for than is owed, and a debt below the floor is cleared at once', () => {
  const small = assess(budget, { ...terms, debt: 700n });
  assert.deepEqual([small.instalment, small.count, small.feasible], [700n, 1, true]);
});

test('instalments of other rhythms never cost more in a month than the money there is', () => {
  for (const frequency of ['weekly', 'fortnightly', 'monthly'] as const) {
    for (const monthly of [1n, 999n, 8_000n, 123_457n]) {
      assert.ok(monthlyCost(instalmentFrom(monthly, frequency), frequency) <= monthly);
    }
    assert.equal(instalmentFrom(-5n, frequency), 0n);
  }
  assert.equal(instalmentFrom(5_200n, 'weekly'), 1_200n);
});
