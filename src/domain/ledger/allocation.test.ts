import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  allocate,
  type Direction,
  defaultPolicy,
  disputedPart,
  type OpenItem,
  partsOf,
} from './allocation.ts';
import { nothing } from './balance.ts';
import { type Component, components } from './postings.ts';

function item(itemId: string, dueOn: string, owed: Partial<Record<Component, bigint>>): OpenItem {
  const base = { accountId: 'acc', currency: 'USD', disputed: nothing };
  return { ...base, itemId, dueOn, owed: { ...nothing, ...owed } };
}

const old = item('old', '2026-01-10', { principal: 100n, fee: 5n, interest: 3n });
const young = item('young', '2026-02-10', { principal: 50n });

/** `item.component amount` of every share, then what waits. */
function words(
  amount: bigint,
  items: OpenItem[],
  direction?: Direction,
  policy = defaultPolicy,
): string {
  const { shares, unapplied } = allocate({ amount, currency: 'USD' }, items, policy, direction);
  const parts = shares.map((s) => `${s.itemId}.${s.component} ${s.amount}`);
  return [...parts, ...(unapplied > 0n ? [`waits ${unapplied}`] : [])].join(', ');
}

test('money pays the oldest due item first, fees and interest before principal', () => {
  const table: [bigint, string][] = [
    [4n, 'old.fee 4'],
    [7n, 'old.fee 5, old.interest 2'],
    [108n, 'old.fee 5, old.interest 3, old.principal 100'],
    [120n, 'old.fee 5, old.interest 3, old.principal 100, young.principal 12'],
    [170n, 'old.fee 5, old.interest 3, old.principal 100, young.principal 50, waits 12'],
  ];
  for (const [amount, expected] of table) assert.equal(words(amount, [young, old]), expected);
});

test('the order within an item is policy', () => {
  const policy = { componentOrder: ['principal', 'interest', 'fee', 'cost'] as const };
  assert.equal(words(102n, [old], undefined, policy), 'old.principal 100, old.interest 2');
});

test('a disputed item takes no money, which pays the next item or waits', () => {
  const disputed = { ...old, disputed: old.owed };
  assert.equal(words(60n, [disputed, young]), 'young.principal 50, waits 10');
});

test('only the disputed part of an item is left out', () => {
  const disputed = { ...old, disputed: { ...nothing, fee: 5n, principal: 40n } };
  assert.equal(words(100n, [disputed]), 'old.interest 3, old.principal 60, waits 37');
});

test('a payer may direct money to a named item, also a disputed one', () => {
  const disputed = { ...old, disputed: old.owed };
  const direction = (amount: bigint | null, rest: 'policy' | 'unapplied' = 'policy') => ({
    targets: [{ itemId: 'old', amount }],
    rest,
  });
  assert.equal(
    words(20n, [disputed, young], direction(6n)),
    'old.fee 5, old.interest 1, young.principal 14',
  );
  assert.equal(words(8n, [disputed, young], direction(null)), 'old.fee 5, old.interest 3');
  assert.equal(
    words(20n, [disputed, young], direction(6n, 'unapplied')),
    'old.fee 5, old.interest 1, waits 14',
  );
});

test('a direction to an item that is not open leaves the money to the policy', () => {
  const direction = { targets: [{ itemId: 'gone', amount: null }], rest: 'policy' as const };
  assert.equal(words(10n, [young], direction), 'young.principal 10');
});

test('an item in another currency takes nothing', () => {
  assert.equal(words(10n, [{ ...young, currency: 'EUR' }]), 'waits 10');
});

test('a disputed amount without a component is principal first, without an amount everything', () => {
  const { owed } = old;
  assert.deepEqual(disputedPart(owed, { amount: null, component: null }), owed);
  assert.deepEqual(disputedPart(owed, { amount: 102n, component: null }), {
    ...nothing,
    principal: 100n,
    interest: 2n,
  });
  assert.deepEqual(disputedPart(owed, { amount: 9n, component: 'fee' }), { ...nothing, fee: 5n });
  assert.deepEqual(disputedPart(owed, { amount: null, component: 'fee' }), { ...nothing, fee: 5n });
});

test('parts of an item sum to the amount, or the amount is more than owed', () => {
  const parts = partsOf(old, 103n, components);
  assert.deepEqual(parts.ok && parts.shares.map((s) => s.amount), [100n, 3n]);
  assert.deepEqual(partsOf(old, 109n, components), { ok: false, reason: 'more-than-owed' });
});

const anyItem = fc.record({
  owed: fc.record({
    principal: fc.bigInt(0n, 500n),
    interest: fc.bigInt(0n, 50n),
    fee: fc.bigInt(0n, 50n),
    cost: fc.bigInt(0n, 50n),
  }),
  claim: fc.option(fc.bigInt(0n, 400n)),
  inDispute: fc.boolean(),
  day: fc.integer({ min: 10, max: 28 }),
});

test('no cent appears or vanishes, no part takes more than it owes, disputed parts take none', () => {
  const someItems = fc.array(anyItem, { maxLength: 6 });
  const target = fc.record({
    index: fc.integer({ min: 0, max: 7 }),
    amount: fc.option(fc.bigInt(0n, 300n)),
  });
  const someTargets = fc.array(target, { maxLength: 3 });
  const anyRest = fc.constantFrom('policy' as const, 'unapplied' as const);
  fc.assert(
    fc.property(
      fc.bigInt(1n, 3_000n),
      someItems,
      someTargets,
      anyRest,
      (amount, specs, aims, rest) => {
        const items = specs.map(({ owed, claim, inDispute, day }, i) => ({
          ...item(`i${i}`, `2026-01-${day}`, owed),
          disputed: inDispute ? disputedPart(owed, { amount: claim, component: null }) : nothing,
        }));
        const targets = aims.map(({ index, amount: part }) => ({
          itemId: `i${index}`,
          amount: part,
        }));
        const money = { amount, currency: 'USD' };
        const { shares, unapplied } = allocate(money, items, defaultPolicy, { targets, rest });
        const given = shares.reduce((sum, share) => sum + share.amount, 0n);
        assert.equal(given + unapplied, amount);
        assert.ok(unapplied >= 0n);
        for (const share of shares) {
          const from = items.find(({ itemId }) => itemId === share.itemId);
          assert.ok(from && share.amount > 0n && share.amount <= from.owed[share.component]);
          const directed = targets.some(({ itemId }) => itemId === share.itemId);
          if (directed) continue;
          assert.ok(share.amount <= from.owed[share.component] - from.disputed[share.component]);
        }
      },
    ),
    { seed: 3, numRuns: 500 },
  );
});
