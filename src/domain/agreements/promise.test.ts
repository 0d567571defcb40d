import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#kernel/time.ts';
import {
  type CountedPayment,
  judgePromises,
  type PaymentPromise,
  promiseLimit,
  promiseStates,
  promiseTransitions,
} from './promise.ts';

function promised(over: Partial<PaymentPromise> = {}): PaymentPromise {
  return {
    promiseId: 'p1',
    madeAt: '2026-03-01T12:00:00Z',
    dueOn: '2026-03-10',
    amount: 100n,
    toleranceDays: 2,
    toleranceMinor: 1n,
    state: 'open',
    ...{ itemIds: null, isSettled: false },
    ...over,
  };
}

function payment(receivedOn: string, amount: bigint, over: Partial<CountedPayment> = {}) {
  const recordedAt = `${receivedOn}T18:00:00Z`;
  return {
    paymentId: `on-${receivedOn}`,
    receivedOn,
    recordedAt,
    amount,
    reversed: false,
    parts: [],
    ...over,
  };
}

function stateOn(today: string, payments: CountedPayment[], promise = promised()) {
  return judgePromises([promise], payments, today)[0]?.state;
}

test('a promise is judged by day, money and tolerance', () => {
  const table: [string, string, CountedPayment[], string][] = [
    ['nothing yet, before the day', '2026-03-09', [], 'open'],
    ['nothing yet, last day of tolerance', '2026-03-12', [], 'open'],
    ['nothing came', '2026-03-13', [], 'broken'],
    ['early and full', '2026-03-03', [payment('2026-03-03', 100n)], 'kept'],
    ['within the tolerance in money', '2026-03-10', [payment('2026-03-10', 99n)], 'kept'],
    ['one cent less than that', '2026-03-13', [payment('2026-03-10', 98n)], 'partly_kept'],
    ['a part, while there is time', '2026-03-11', [payment('2026-03-10', 40n)], 'open'],
    ['within the tolerance in days', '2026-03-13', [payment('2026-03-12', 100n)], 'kept'],
    ['a day too late', '2026-03-13', [payment('2026-03-13', 100n)], 'broken'],
    ['too much', '2026-03-10', [payment('2026-03-10', 500n)], 'kept'],
    [
      'in two parts',
      '2026-03-10',
      [payment('2026-03-05', 50n), payment('2026-03-09', 50n)],
      'kept',
    ],
    [
      'bounced before the day',
      '2026-03-09',
      [payment('2026-03-05', 100n, { reversed: true })],
      'open',
    ],
    [
      'bounced, judged after the day',
      '2026-03-13',
      [payment('2026-03-05', 100n, { reversed: true })],
      'broken',
    ],
    [
      'paid in time, learned of late',
      '2026-03-20',
      [payment('2026-03-10', 100n, { recordedAt: '2026-03-19T08:00:00Z' })],
      'kept',
    ],
    [
      'recorded before it was made',
      '2026-03-13',
      [payment('2026-03-01', 100n, { recordedAt: '2026-03-01T11:00:00Z' })],
      'broken',
    ],
  ];
  for (const [name, today, payments, expected] of table) {
    assert.equal(stateOn(today, payments), expected, name);
  }
});

test('a withdrawn or replaced promise stays as it is and takes no money', () => {
  for (const state of ['withdrawn', 'replaced'] as const) {
    const [first, second] = judgePromises(
      [promised({ state }), promised({ promiseId: 'p2' })],
      [payment('2026-03-05', 100n)],
      '2026-03-20',
    );
    assert.deepEqual([first?.state, first?.paid], [state, 0n]);
    assert.equal(second?.state, 'kept');
  }
});

test('a payment counts for the oldest due promise only, also when it is larger', () => {
  const later = promised({ promiseId: 'p2', dueOn: '2026-03-11' });
  const judged = judgePromises([later, promised()], [payment('2026-03-05', 200n)], '2026-03-20');
  assert.deepEqual(
    judged.map(({ promiseId, state, paid }) => [promiseId, state, paid]),
    [
      ['p2', 'broken', 0n],
      ['p1', 'kept', 200n],
    ],
  );
});

test('money after a met promise goes to the next one', () => {
  const later = promised({ promiseId: 'p2', dueOn: '2026-03-11' });
  const payments = [payment('2026-03-05', 100n), payment('2026-03-06', 100n)];
  const judged = judgePromises([promised(), later], payments, '2026-03-20');
  assert.deepEqual(
    judged.map(({ state }) => state),
    ['kept', 'kept'],
  );
});

test('after two broken promises none is taken until the older leaves the window', () => {
  const policy = { maxBrokenPromises: 2, brokenWindowDays: 90 };
  const broke = (dueOn: string) => ({ state: 'broken' as const, dueOn });
  const two = [
    broke('2026-03-20'),
    broke('2026-03-01'),
    { ...broke('2026-03-25'), state: 'kept' as const },
  ];
  assert.deepEqual(promiseLimit(two, policy, '2026-04-01'), {
    ok: false,
    reason: 'too-many-broken-promises',
    broken: 2,
    limit: 2,
    until: '2026-05-30',
  });
  assert.deepEqual(promiseLimit(two, policy, '2026-05-30'), { ok: true });
  assert.deepEqual(promiseLimit([broke('2026-03-20')], policy, '2026-04-01'), { ok: true });
});

test('only money for what was promised keeps a promise, and a credit that leaves nothing to pay', () => {
  const about = { itemIds: ['old'], isSettled: false };
  const to = (itemId: string, amount: bigint) => [{ itemId, amount }];
  const judged = (
    payments: CountedPayment[],
    credited: bigint[],
    over: Partial<PaymentPromise> = {},
  ) => {
    const credits = credited.map((amount) => ({
      ...{ itemId: 'old', creditedOn: '2026-03-06', recordedAt: '2026-03-06T10:00:00Z', amount },
    }));
    const [first] = judgePromises(
      [promised({ ...about, ...over })],
      payments,
      '2026-03-20',
      credits,
    );
    return [first?.state, first?.paid];
  };
  const forNew = payment('2026-03-05', 100n, { parts: to('new', 100n) });
  assert.deepEqual(judged([forNew], []), ['broken', 0n]);
  const both = payment('2026-03-05', 100n, { parts: [...to('new', 70n), ...to('old', 30n)] });
  assert.deepEqual(judged([both], []), ['partly_kept', 30n]);
  const waited = payment('2026-03-05', 100n, { parts: [] });
  assert.deepEqual(
    judged([waited], []),
    ['kept', 100n],
    'what found no debt was paid all the same',
  );
  const part = payment('2026-03-05', 60n, { parts: to('old', 60n) });
  assert.deepEqual(judged([part], [40n]), ['partly_kept', 60n], 'more is owed, so money was meant');
  assert.deepEqual(judged([part], [40n], { isSettled: true }), ['kept', 100n]);
  assert.deepEqual(judged([], [100n], { isSettled: true }), ['kept', 100n]);
  assert.deepEqual(judged([], [], { isSettled: true }), ['broken', 0n], 'a write-off keeps none');
});

const anyPromises = fc.array(
  fc.record({ made: fc.nat(20), due: fc.nat(30), amount: fc.bigInt(1n, 200n) }),
  { minLength: 1, maxLength: 5 },
);
const anyPayments = fc.array(
  fc.record({
    day: fc.nat(50),
    lag: fc.nat(5),
    amount: fc.bigInt(1n, 300n),
    reversed: fc.boolean(),
  }),
  { maxLength: 8 },
);

test('judging follows the transitions, uses no payment twice, and changes nothing when repeated', () => {
  const start = '2026-03-01';
  fc.assert(
    fc.property(anyPromises, anyPayments, fc.nat(60), (specs, money, age) => {
      const promises = specs.map(({ made, due, amount }, i) =>
        promised({
          promiseId: `p${i}`,
          madeAt: `${addDays(start, made)}T12:00:00Z`,
          dueOn: addDays(start, made + due),
          amount,
        }),
      );
      const payments = money.map(({ day, lag, amount, reversed }, i) => {
        const recordedAt = `${addDays(start, day + lag)}T18:00:00Z`;
        return payment(addDays(start, day), amount, { paymentId: `m${i}`, recordedAt, reversed });
      });
      const judged = judgePromises(promises, payments, addDays(start, age));
      const used = judged.flatMap(({ paymentIds }) => paymentIds);
      assert.equal(new Set(used).size, used.length);
      const standing = payments.filter(({ reversed }) => !reversed);
      assert.ok(used.every((id) => standing.some(({ paymentId }) => paymentId === id)));
      const again = promises.map((p, i) => ({ ...p, state: judged[i]?.state ?? p.state }));
      assert.deepEqual(judgePromises(again, payments, addDays(start, age)), judged);
      for (const [i, later] of judgePromises(again, payments, addDays(start, age + 9)).entries()) {
        const from = judged[i]?.state ?? 'open';
        assert.ok(from === later.state || promiseTransitions[from].includes(later.state));
      }
    }),
    { seed: 6, numRuns: 400 },
  );
});

test('every state is named in the table of transitions', () => {
  assert.deepEqual(Object.keys(promiseTransitions), [...promiseStates]);
});
