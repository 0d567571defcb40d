import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '#kernel/time.ts';
import {
  type AgreedPlan,
  judgePlan,
  type PlanPayment,
  planStates,
  planTransitions,
} from './plan-judgement.ts';

const plan: AgreedPlan = {
  state: 'active',
  instalments: [
    { number: 1, dueOn: '2026-03-01', amount: 100n },
    { number: 2, dueOn: '2026-04-01', amount: 100n },
    { number: 3, dueOn: '2026-05-01', amount: 50n },
  ],
  graceDays: 5,
  toleranceMinor: 1n,
};

function pay(receivedOn: string, amount: bigint): PlanPayment {
  return { receivedOn, amount };
}

function words(today: string, payments: PlanPayment[], of: AgreedPlan = plan): string {
  const { state, instalments, overdue } = judgePlan(of, payments, today);
  return `${state} ${instalments.map((i) => i.state).join(' ')} overdue ${overdue}`;
}

test('a plan is judged each day with its grace', () => {
  const table: [string, PlanPayment[], string][] = [
    ['2026-02-20', [], 'active open open open overdue 0'],
    ['2026-03-01', [], 'active open open open overdue 0'],
    ['2026-03-02', [], 'late late open open overdue 100'],
    ['2026-03-06', [], 'late late open open overdue 100'],
    ['2026-03-07', [], 'broken missed open open overdue 100'],
    ['2026-03-07', [pay('2026-03-06', 100n)], 'active kept open open overdue 0'],
    ['2026-03-07', [pay('2026-03-06', 99n)], 'active kept open open overdue 0'],
    ['2026-03-05', [pay('2026-03-04', 60n)], 'late late open open overdue 40'],
    ['2026-04-09', [pay('2026-03-01', 200n)], 'active kept kept open overdue 0'],
    ['2026-04-09', [pay('2026-03-01', 100n)], 'broken kept missed open overdue 100'],
    ['2026-03-20', [pay('2026-03-10', 100n)], 'broken missed open open overdue 0'],
    ['2026-03-20', [pay('2026-03-10', 250n)], 'completed missed kept kept overdue 0'],
    ['2026-03-20', [pay('2026-02-10', 249n)], 'completed kept kept kept overdue 0'],
  ];
  for (const [today, payments, expected] of table) assert.equal(words(today, payments), expected);
});

test('a plan that nobody accepted yet, or that was cancelled, is not judged', () => {
  const of = (state: AgreedPlan['state']) => words('2026-06-01', [], { ...plan, state });
  assert.equal(of('proposed'), 'proposed open open open overdue 0');
  assert.equal(of('approved'), 'approved open open open overdue 0');
  assert.equal(of('cancelled'), 'cancelled cancelled cancelled cancelled overdue 0');
});

test('the next day to remind of is that of the first unpaid instalment', () => {
  assert.equal(judgePlan(plan, [], '2026-02-20').nextDueOn, '2026-03-01');
  assert.equal(judgePlan(plan, [pay('2026-02-25', 130n)], '2026-02-26').nextDueOn, '2026-04-01');
  assert.equal(judgePlan(plan, [pay('2026-02-25', 250n)], '2026-02-26').nextDueOn, null);
});

test('a broken plan lives again when money paid in time is learned of late', () => {
  const broken: AgreedPlan = { ...plan, state: 'broken' };
  assert.equal(
    words('2026-03-20', [pay('2026-03-05', 100n)], broken),
    'active kept open open overdue 0',
  );
});

test('paid and remaining sum to the plan, judging is repeatable and follows the transitions', () => {
  const anyPayments = fc.array(fc.tuple(fc.nat(90), fc.bigInt(1n, 150n)), { maxLength: 6 });
  fc.assert(
    fc.property(anyPayments, fc.nat(100), fc.nat(20), (money, age, later) => {
      const payments = money.map(([day, amount]) => pay(addDays('2026-02-15', day), amount));
      const today = addDays('2026-02-15', age);
      const known = payments.filter(({ receivedOn }) => receivedOn <= today);
      const judged = judgePlan(plan, known, today);
      const filled = judged.instalments.reduce((sum, { paid }) => sum + paid, 0n);
      assert.equal(filled + judged.remaining, 250n);
      assert.ok(judged.overdue <= judged.remaining);
      const now = { ...plan, state: judged.state };
      assert.deepEqual(judgePlan(now, known, today), judged);
      const next = judgePlan(now, payments, addDays(today, later)).state;
      assert.ok(next === judged.state || planTransitions[judged.state].includes(next));
    }),
    { seed: 8, numRuns: 400 },
  );
});

test('every state is named in the table of transitions', () => {
  assert.deepEqual(Object.keys(planTransitions), [...planStates]);
});
