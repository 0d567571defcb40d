import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cashOfPayment,
  itemBalance,
  itemBalances,
  ledgerBalance,
  unappliedByPayment,
} from './balance.ts';
import {
  applied,
  type Booking,
  charged,
  credited,
  movedIn,
  movedOut,
  paid,
  refunded,
  reinstated,
  type Share,
  writtenOff,
} from './postings.ts';

function on(bookedOn: string, eventId: string): Booking {
  return { customerId: 'cus', portfolioId: 'por', currency: 'USD', bookedOn, eventId };
}

function share(amount: bigint, component: Share['component'] = 'principal'): Share {
  return { accountId: 'acc', itemId: 'item', component, amount };
}

test('each business fact moves money between its two ledgers', () => {
  const at = on('2026-01-10', 'ev');
  const money = { paymentId: 'pay', accountId: 'acc', unapplied: 0n };
  const table = [
    [charged(at, [share(5n)]), 'receivable', 'billed'],
    [charged(at, [share(5n, 'fee')]), 'receivable', 'fee-income'],
    [charged(at, [share(5n, 'interest')]), 'receivable', 'interest-income'],
    [paid(at, money, [share(5n)]), 'cash', 'receivable'],
    [paid(at, { ...money, unapplied: 5n }, []), 'cash', 'unapplied'],
    [applied(at, 'pay', [share(5n)]), 'unapplied', 'receivable'],
    [refunded(at, { paymentId: 'pay', accountId: 'acc' }, 5n), 'unapplied', 'cash'],
    [credited(at, [share(5n)]), 'credited', 'receivable'],
    [writtenOff(at, [share(5n)]), 'written-off', 'receivable'],
    [reinstated(at, [share(5n)]), 'receivable', 'written-off'],
    [movedOut(at, [share(5n)]), 'moved', 'receivable'],
    [movedIn(at, [share(5n)]), 'receivable', 'moved'],
  ] as const;
  for (const [postings, debit, credit] of table) {
    assert.deepEqual(
      postings.map((p) => [p.debit, p.credit, p.amount]),
      [[debit, credit, 5n]],
    );
  }
});

test('a posting of nothing or less is refused', () => {
  for (const amount of [0n, -1n]) {
    assert.throws(() => charged(on('2026-01-10', 'ev'), [share(amount)]), /positive/);
  }
  assert.throws(
    () => refunded(on('2026-01-10', 'ev'), { paymentId: 'pay', accountId: 'acc' }, 0n),
    /positive/,
  );
  assert.throws(
    () => paid(on('2026-01-10', 'ev'), { paymentId: 'p', accountId: 'acc', unapplied: -1n }, []),
    /negative/,
  );
});

const history = [
  ...charged(on('2026-01-10', 'e1'), [share(100n), share(5n, 'fee')]),
  ...paid(on('2026-01-20', 'e2'), { paymentId: 'pay', accountId: 'acc', unapplied: 30n }, [
    share(5n, 'fee'),
    share(20n),
  ]),
  ...applied(on('2026-01-25', 'e3'), 'pay', [share(10n)]),
  ...refunded(on('2026-01-28', 'e4'), { paymentId: 'pay', accountId: 'acc' }, 15n),
  ...credited(on('2026-02-01', 'e5'), [share(7n)]),
];

test('the balance of an item can be told for any day of the past', () => {
  const table: [string | undefined, bigint][] = [
    ['2026-01-09', 0n],
    ['2026-01-10', 105n],
    ['2026-01-20', 80n],
    ['2026-01-31', 70n],
    [undefined, 63n],
  ];
  for (const [day, expected] of table)
    assert.equal(itemBalance(history, 'item', day), expected, day);
  assert.equal(itemBalances(history).get('item')?.owed.fee, 0n);
  assert.equal(itemBalance(history, 'another'), 0n);
});

test('cash, waiting money and what stands of a payment agree', () => {
  assert.equal(ledgerBalance(history, 'cash', 'USD'), 40n);
  assert.equal(ledgerBalance(history, 'cash', 'EUR'), 0n);
  assert.equal(cashOfPayment(history, 'pay'), 40n);
  assert.deepEqual([...unappliedByPayment(history)], [['pay', 5n]]);
  assert.deepEqual([...unappliedByPayment(history, '2026-01-20')], [['pay', 30n]]);
});
