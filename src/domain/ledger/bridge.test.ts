import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bridge, maxBridgeDays } from './bridge.ts';
import { charged, credited, movedOut, type Posting, paid, writtenOff } from './postings.ts';
import { reversePayment } from './reversal.ts';

function on(bookedOn: string, eventId: string, currency = 'USD') {
  return { customerId: 'cus', portfolioId: 'por', currency, bookedOn, eventId };
}

function share(amount: bigint) {
  return { accountId: 'acc', itemId: 'item', component: 'principal' as const, amount };
}

const beforeReversal: Posting[] = [
  ...charged(on('2026-03-01', 'e1'), [share(1000n)]),
  ...charged(on('2026-03-02', 'e2'), [share(200n)]),
  ...paid(on('2026-03-02', 'e3'), { paymentId: 'pay', accountId: 'acc', unapplied: 9n }, [
    share(300n),
  ]),
  ...credited(on('2026-03-02', 'e4'), [share(50n)]),
  ...writtenOff(on('2026-03-03', 'e5'), [share(40n)]),
  ...movedOut(on('2026-03-03', 'e6'), [share(60n)]),
];

function words(postings: Posting[], from: string, to: string): string[] {
  return bridge(postings, { from, to }).map(
    (r) =>
      `${r.day}: ${r.opening} + ${r.newDebt} - ${r.collected} - ${r.credited} - ${r.writtenOff}` +
      ` - ${r.moved} = ${r.closing} (${r.difference})`,
  );
}

test('the bridge opens with yesterday, names every change and closes', () => {
  assert.deepEqual(words(beforeReversal, '2026-03-02', '2026-03-04'), [
    '2026-03-02: 1000 + 200 - 300 - 50 - 0 - 0 = 850 (0)',
    '2026-03-03: 850 + 0 - 0 - 0 - 40 - 60 = 750 (0)',
    '2026-03-04: 750 + 0 - 0 - 0 - 0 - 0 = 750 (0)',
  ]);
});

test('a reversed payment lowers what was collected on the day it bounced', () => {
  const back = reversePayment(beforeReversal, 'pay', { eventId: 'e7', bookedOn: '2026-03-04' });
  assert.ok(back.ok);
  assert.deepEqual(words([...beforeReversal, ...back.postings], '2026-03-04', '2026-03-04'), [
    '2026-03-04: 750 + 0 - -300 - 0 - 0 - 0 = 1050 (0)',
  ]);
});

test('a portfolio with two currencies has one bridge for each', () => {
  const postings = [...beforeReversal, ...charged(on('2026-03-03', 'e8', 'EUR'), [share(7n)])];
  const rows = bridge(postings, { from: '2026-03-03', to: '2026-03-03' });
  assert.deepEqual(
    rows.map((r) => [r.currency, r.closing]),
    [
      ['EUR', 7n],
      ['USD', 750n],
    ],
  );
});

test('one cent missing from the measured closing shows as the difference of that day only', () => {
  const span = { from: '2026-03-02', to: '2026-03-04' };
  const right = bridge(beforeReversal, span);
  const short = (_portfolio: string, _currency: string, day: string) => {
    const row = right.find((r) => r.day === day);
    const closing = row ? row.closing : 1000n;
    return day === '2026-03-03' ? closing - 1n : closing;
  };
  const rows = bridge(beforeReversal, span, short);
  assert.deepEqual(
    rows.map((r) => r.difference),
    [0n, -1n, 1n],
  );
});

test('a change of debt against a ledger that no line knows is a difference, not a silence', () => {
  const [first] = charged(on('2026-03-01', 'e1'), [share(5n)]);
  assert.ok(first);
  const strange = { ...first, credit: 'lost' as Posting['credit'] };
  const [row] = bridge([strange], { from: '2026-03-01', to: '2026-03-01' });
  assert.equal(row?.difference, 5n);
});

test('a span beyond the limit is refused', () => {
  const span = { from: '2000-01-01', to: '2026-01-01' };
  assert.throws(() => bridge([], span), new RegExp(String(maxBridgeDays)));
});
