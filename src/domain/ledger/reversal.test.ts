import assert from 'node:assert/strict';
import { test } from 'node:test';
import { itemBalances, unappliedByPayment } from './balance.ts';
import {
  applied,
  charged,
  credited,
  type Posting,
  paid,
  refunded,
  reinstated,
  writtenOff,
} from './postings.ts';
import { isReversed, reverseEvent, reversePayment } from './reversal.ts';

function on(eventId: string, bookedOn = '2026-03-01') {
  return { customerId: 'cus', portfolioId: 'por', currency: 'USD', bookedOn, eventId };
}

function share(amount: bigint, component: 'principal' | 'fee' = 'principal') {
  return { accountId: 'acc', itemId: 'item', component, amount };
}

const bill = charged(on('bill'), [share(100n), share(5n, 'fee')]);
const payment = paid(on('pay-event'), { paymentId: 'pay', accountId: 'acc', unapplied: 30n }, [
  share(5n, 'fee'),
]);
const later = applied(on('apply-event'), 'pay', [share(20n)]);
const history: Posting[] = [...bill, ...payment, ...later];
const booking = { eventId: 'back', bookedOn: '2026-03-09' };

function reasonOf(result: ReturnType<typeof reverseEvent>) {
  return result.ok ? 'ok' : result.reason;
}

test('a reversed payment restores items, components and waiting money exactly', () => {
  const back = reversePayment(history, 'pay', booking);
  assert.ok(back.ok);
  assert.deepEqual(itemBalances([...history, ...back.postings]), itemBalances(bill));
  assert.equal(unappliedByPayment([...history, ...back.postings]).size, 0);
  assert.ok(back.postings.every((p) => p.eventId === 'back' && p.bookedOn === '2026-03-09'));
});

test('a payment is reversed only once', () => {
  const back = reversePayment(history, 'pay', booking);
  assert.ok(back.ok);
  const after = [...history, ...back.postings];
  assert.equal(isReversed(history, 'pay'), false);
  assert.equal(isReversed(after, 'pay'), true);
  assert.equal(
    reasonOf(reversePayment(after, 'pay', { ...booking, eventId: 'x' })),
    'already-reversed',
  );
});

test('an allocation taken back before the payment bounced is not mirrored twice', () => {
  const undone = reverseEvent(history, 'apply-event', { ...booking, eventId: 'undo' });
  assert.ok(undone.ok);
  const middle = [...history, ...undone.postings];
  assert.deepEqual([...unappliedByPayment(middle)], [['pay', 30n]]);
  const back = reversePayment(middle, 'pay', booking);
  assert.ok(back.ok);
  assert.deepEqual(itemBalances([...middle, ...back.postings]), itemBalances(bill));
});

test('what cannot be taken back says why', () => {
  const credit = credited(on('credit'), [share(10n)]);
  const all = [...history, ...credit];
  const undone = reverseEvent(all, 'credit', booking);
  assert.ok(undone.ok);
  const after = [...all, ...undone.postings];
  const given = [
    ...history,
    ...refunded(on('refund'), { paymentId: 'pay', accountId: 'acc' }, 10n),
  ];
  const table = [
    [reversePayment(history, 'other', booking), 'not-found'],
    [reversePayment(given, 'pay', booking), 'refunded'],
    [reverseEvent(history, 'other', booking), 'not-found'],
    [reverseEvent(history, 'pay-event', booking), 'is-a-payment'],
    [reverseEvent(history, 'bill', booking), 'below-zero'],
    [reverseEvent(after, 'credit', { ...booking, eventId: 'x' }), 'already-reversed'],
    [reverseEvent(after, 'back', { ...booking, eventId: 'x' }), 'is-a-reversal'],
  ] as const;
  for (const [result, reason] of table) assert.equal(reasonOf(result), reason);
});

test('a charge that nobody paid can be taken back', () => {
  const back = reverseEvent(bill, 'bill', booking);
  assert.ok(back.ok);
  assert.equal(itemBalances([...bill, ...back.postings]).get('item')?.total, 0n);
});

test('a write-off that lives again is not taken back as well, or it would be owed twice', () => {
  const books = [
    ...bill,
    ...writtenOff(on('loss'), [share(40n)]),
    ...reinstated(on('revived'), [share(40n)]),
  ];
  assert.equal(reasonOf(reverseEvent(books, 'loss', booking)), 'below-zero');
});
