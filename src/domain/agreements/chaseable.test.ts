import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { chaseable, type RunningPlan, type RunningPromise } from './chaseable.ts';
import { planStates } from './plan-judgement.ts';
import { promiseStates } from './promise.ts';

const items = [
  { itemId: 'new', dueOn: '2026-03-01', balance: 50n, disputed: 0n },
  { itemId: 'old', dueOn: '2026-01-01', balance: 100n, disputed: 30n },
];

function promise(amount: bigint, paid = 0n, state: RunningPromise['state'] = 'open') {
  return { state, amount, paid };
}

function plan(remaining: bigint, overdue = 0n, state: RunningPlan['state'] = 'active') {
  return { state, remaining, overdue };
}

test('only what is neither disputed nor covered by an agreement may be chased', () => {
  const table: [RunningPromise[], RunningPlan[], bigint[]][] = [
    [[], [], [120n, 30n, 0n, 0n]],
    [[promise(50n)], [], [70n, 30n, 0n, 50n]],
    [[promise(50n, 20n)], [], [90n, 30n, 0n, 30n]],
    [[promise(50n, 0n, 'broken')], [], [120n, 30n, 0n, 0n]],
    [[promise(50n, 0n, 'withdrawn')], [], [120n, 30n, 0n, 0n]],
    [[], [plan(70n)], [50n, 30n, 70n, 0n]],
    [[], [plan(70n, 20n, 'late')], [70n, 30n, 50n, 0n]],
    [[], [plan(70n, 0n, 'proposed')], [50n, 30n, 70n, 0n]],
    [[], [plan(70n, 0n, 'broken')], [120n, 30n, 0n, 0n]],
    [[promise(500n)], [plan(70n)], [0n, 30n, 70n, 50n]],
  ];
  for (const [promises, plans, expected] of table) {
    const { amount, disputed, planned, promised } = chaseable(items, promises, plans, 0n);
    assert.deepEqual([amount, disputed, planned, promised], expected);
  }
});

test('money in hand comes off before any agreement, and never more than is open', () => {
  const split = (waiting: bigint) => {
    const { amount, disputed, inHand, planned } = chaseable(items, [], [plan(70n)], waiting);
    return [amount, disputed, inHand, planned];
  };
  assert.deepEqual(split(20n), [30n, 30n, 20n, 70n]);
  assert.deepEqual(split(500n), [0n, 30n, 120n, 0n]);
});

test('an agreement covers the oldest item first, so a new default beside it shows', () => {
  const { byItem } = chaseable(items, [], [plan(70n)], 0n);
  assert.deepEqual([byItem.get('old'), byItem.get('new')], [0n, 50n]);
});

test('a debt fully covered by a live plan or open promise is not chased', () => {
  assert.equal(chaseable(items, [promise(150n)], [], 0n).amount, 0n);
  assert.equal(chaseable(items, [], [plan(150n)], 0n).amount, 0n);
});

test('the four amounts always sum to the balance and none is below zero', () => {
  const amount = fc.bigInt(0n, 300n);
  const anyItem = fc.record({
    day: fc.integer({ min: 10, max: 28 }),
    balance: amount,
    disputed: amount,
  });
  const anyPromise = fc.record({ state: fc.constantFrom(...promiseStates), amount, paid: amount });
  const anyPlan = fc.record({
    state: fc.constantFrom(...planStates),
    remaining: amount,
    overdue: amount,
  });
  fc.assert(
    fc.property(
      fc.array(anyItem),
      fc.array(anyPromise),
      fc.array(anyPlan),
      fc.bigInt({ min: 0n, max: 500n }),
      (some, promises, plans, waiting) => {
        const owed = some.map(({ day, balance, disputed }, i) => ({
          itemId: `i${i}`,
          dueOn: `2026-01-${day}`,
          balance,
          disputed,
        }));
        const result = chaseable(owed, promises, plans, waiting);
        const { amount, disputed, inHand, planned, promised } = result;
        const parts = [amount, disputed, inHand, planned, promised];
        assert.ok(parts.every((part) => part >= 0n));
        const balance = owed.reduce((sum, item) => sum + item.balance, 0n);
        assert.equal(
          parts.reduce((sum, part) => sum + part, 0n),
          balance,
        );
        const free = [...result.byItem.values()].reduce((sum, part) => sum + part, 0n);
        assert.equal(free, result.amount);
      },
    ),
    { seed: 9, numRuns: 400 },
  );
});
