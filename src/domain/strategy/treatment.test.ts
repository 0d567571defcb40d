import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Hold } from '#domain/cases/holds.ts';
import type { Notice } from '#domain/cases/notices.ts';
import { transitionTable } from '#domain/cases/transition-table.ts';
import {
  becomeOrdinary,
  type KeyEvent,
  solvedEvents,
  usualFault,
} from '#domain/key-events/events.ts';
import { plainCalendar } from '#kernel/business-days.ts';
import { openingTaskOf, protection } from './protection.ts';
import { processShapes } from './shapes.ts';
import { nextStep, refusedStep, type StepInput } from './treatment.ts';

const late: KeyEvent = {
  eventId: 'e-1',
  type: 'D',
  reason: 'unable-to-pay',
  detail: 'temporary',
  fault: 'customer',
  recordedOn: '2026-03-02',
  methodValid: null,
  ordinarySince: null,
  correctedOn: null,
  code: null,
  solvedOn: null,
};
const cancelled: KeyEvent = { ...late, type: 'A', reason: 'card-lost' };
const funds: KeyEvent = { ...late, type: 'B', reason: 'insufficient-funds', methodValid: true };
const ended: KeyEvent = { ...funds, reason: 'account-closed', methodValid: false };
const mistyped: KeyEvent = { ...late, type: 'C', reason: 'wrong-account', fault: 'organisation' };
const missing: KeyEvent = { ...late, reason: 'not-received', detail: 'lost' };
const green: Notice = {
  stage: 'requested',
  announces: 'warned',
  promisedOn: '2026-04-20',
  sentOn: '2026-03-30',
  recordedBy: 'Ines Roth',
  cancelledOn: null,
};

function input(over: Partial<StepInput> = {}): StepInput {
  return {
    shape: processShapes['long-service'],
    state: 'working',
    lastStep: null,
    events: [late],
    holds: [],
    notices: [],
    today: '2026-03-02',
    calendar: plainCalendar,
    outbound: true,
    exempt: false,
    firstContactOn: null,
    brokenPromises: 0,
    agreementDueOn: null,
    freeMinor: 9_000n,
    coveredMinor: 0n,
    paidInHand: false,
    representing: null,
    ...over,
  };
}

function step(over: Partial<StepInput>) {
  const next = nextStep(input(over));
  assert.ok(next);
  return next;
}

/** The steps of a state to its last one, each done as soon as it is planned. */
function walk(over: Partial<StepInput>): string[] {
  const names: string[] = [];
  let lastStep: string | null = null;
  for (let i = 0; i < 12; i += 1) {
    const next = step({ ...over, lastStep });
    if (names.at(-1) === next.step) break;
    names.push(next.step);
    lastStep = next.step;
    if (next.fires) break;
  }
  return names;
}

test('a cancelled method starts with a friendly request for a new one', () => {
  const next = step({ state: 'service', events: [cancelled] });
  assert.deepEqual(
    [next.action, next.kind, next.tone, next.objective],
    ['call', 'service-call', 'service', 'ask-new-method'],
  );
});

test('a payment refused for lack of funds is presented again before anyone calls', () => {
  const on = '2026-03-25';
  const again = step({
    state: 'service',
    events: [funds],
    representing: { ok: true, on, submitOn: on },
  });
  assert.deepEqual([again.action, again.dueOn], ['re-present', on]);
  const never = { ok: false, reason: 'limit-reached' } as const;
  const call = step({ state: 'service', events: [funds], representing: never });
  assert.deepEqual([call.action, call.tone], ['call', 'service']);
});

test('a method that ended asks for a new one and is an ordinary debt', () => {
  assert.equal(protection([ended]).protected, false);
  assert.equal(step({ events: [ended] }).objective, 'ask-new-method');
});

test('a technical event opens a back-office task and no call, in either process', () => {
  for (const shape of Object.values(processShapes)) {
    const steps = shape.lanes['service-c'];
    assert.equal(steps[0]?.action, 'task');
    assert.ok(steps.every((s) => s.action !== 'call'));
  }
  assert.deepEqual(openingTaskOf(mistyped)?.task, 'correct-data');
  assert.ok(protection([mistyped]).forbids.includes('chase-call'));
  assert.ok(protection([mistyped]).forbids.includes('service-call'));
});

test('an invoice that never arrived is sent again first', () => {
  const next = step({ state: 'service', events: [missing] });
  assert.deepEqual([next.action, next.step], ['task', 'resend-invoice']);
  assert.equal(openingTaskOf(missing)?.task, 'resend-invoice');
});

test('the strictest protection among several events rules the case', () => {
  assert.equal(step({ state: 'service', events: [cancelled, mistyped] }).step, 'correct-data');
  assert.deepEqual(protection([late, funds, mistyped]).by, ['B', 'C']);
  const pulled = step({ state: 'working', events: [late, cancelled] });
  assert.deepEqual([pulled.fires, pulled.tone], ['protected-event', 'service']);
});

test('a service with nothing left to serve fires its end', () => {
  const solved = { ...cancelled, solvedOn: '2026-03-01' };
  assert.equal(step({ state: 'service', events: [solved] }).fires, 'service-solved');
});

test('without a reason a late invoice goes no further than asking for it', () => {
  const unknown: KeyEvent = { ...late, reason: 'unknown' };
  const names = walk({ events: [unknown], firstContactOn: '2026-03-01' });
  assert.deepEqual(names, ['ask-reason-1', 'ask-reason-2', 'reason-missing']);
  assert.equal(step({ events: [unknown] }).objective, 'find-reason');
});

test('the objective of a call follows the reason of a late payment', () => {
  assert.equal(step({ events: [late] }).objective, 'agree-arrangement');
  assert.equal(step({ events: [{ ...late, reason: 'credit-abuse' }] }).objective, 'change-terms');
});

test('work ends in an announced warning, and a standing announcement is not made twice', () => {
  const calls = ['call-1', 'call-2', 'call-3', 'call-4'];
  assert.deepEqual(walk({}), [...calls, 'announce-warning', 'send-warning', 'end-work']);
  assert.deepEqual(walk({ notices: [green] }), [...calls, 'send-warning', 'end-work']);
});

test('a warning never goes out before the day the request promised', () => {
  const next = step({ lastStep: 'call-4', notices: [green] });
  assert.equal(next.dueOn, '2026-04-20');
  assert.deepEqual(next.announces, { by: 'warned', stage: 'restricted', promisedOn: '2026-05-08' });
});

test('an exempt customer is never told of a restriction', () => {
  const next = step({ lastStep: 'call-4', notices: [green], exempt: true });
  assert.equal(next.announces?.stage, 'final');
  const warned = walk({ state: 'warned', exempt: true });
  assert.deepEqual(warned, ['offer-before-final', 'send-final', 'end-warning']);
});

test('a notice never announces a stage its process does not have', () => {
  for (const shape of Object.values(processShapes)) {
    for (const steps of Object.values(shape.lanes)) {
      for (const { announces, fires } of steps) {
        if (announces !== null) assert.ok(shape.stages.includes(announces), announces);
        if (fires !== null)
          assert.ok(
            transitionTable.some((row) => row.on.includes(fires)),
            fires,
          );
      }
    }
  }
});

test('every lane has steps, unique by name, and ends in a move or a repetition', () => {
  for (const shape of Object.values(processShapes)) {
    for (const [lane, steps] of Object.entries(shape.lanes)) {
      const last = steps.at(-1);
      assert.ok(last && (last.fires !== null || last.repeats), `${shape.shape} ${lane}`);
      assert.equal(new Set(steps.map((s) => s.step)).size, steps.length, lane);
    }
  }
});

test('a blocking hold turns the step into its review', () => {
  const hold: Hold = {
    kind: 'hardship',
    setOn: '2026-03-01',
    reviewOn: '2026-03-31',
    owner: 'care-team',
    part: null,
    liftedOn: null,
  };
  const next = step({ holds: [hold] });
  assert.deepEqual([next.action, next.step, next.dueOn], ['review', 'held', '2026-03-31']);
  assert.equal(refusedStep(input({ holds: [hold] }), ['announced']).step, 'held');
  assert.equal(refusedStep(input(), ['announced']).step, 'move-refused');
});

test('what money in hand pays is not chased, and its road waits', () => {
  const next = step({ paidInHand: true });
  assert.deepEqual([next.action, next.step, next.fires], ['wait', 'money-in-hand', null]);
});

test('a debt covered by a promise is not chased', () => {
  const next = step({ coveredMinor: 9_000n, agreementDueOn: '2026-03-20' });
  assert.deepEqual([next.action, next.dueOn], ['wait', '2026-03-20']);
});

test('a broken promise has its own way back into work', () => {
  assert.equal(step({ brokenPromises: 1, lastStep: 'judge-promise' }).step, 'call-broken-promise');
});

test('inbound-only portfolios write and wait, they do not call', () => {
  const names = walk({ state: 'requested', outbound: false });
  assert.deepEqual(names, ['send-request', 'send-warning', 'end-request']);
});

test('a closed case has no next step', () => {
  assert.equal(nextStep(input({ state: 'closed' })), null);
  assert.equal(nextStep(input({ state: 'written-off' })), null);
});

test('payment solves a refused payment but not a missing method', () => {
  const [b, a] = solvedEvents([funds, cancelled], '2026-03-09', false);
  assert.equal(b?.solvedOn, '2026-03-09');
  assert.equal(a?.solvedOn, null);
  assert.equal(protection(becomeOrdinary([funds, cancelled], '2026-03-09')).protected, false);
});

test('the usual fault of a sub-reason is named', () => {
  assert.equal(usualFault('A', 'card-lost'), 'customer');
  assert.equal(usualFault('A', 'cancelled-by-bank'), 'bank');
  assert.equal(usualFault('C', 'wrong-account'), 'organisation');
  assert.equal(usualFault('D', 'not-received'), 'organisation');
  assert.equal(usualFault('B', 'payer-deceased'), 'nobody');
});
