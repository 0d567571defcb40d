import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { bareFacts } from '#domain/cases/guards.ts';
import { openStates } from '#domain/cases/states.ts';
import { triggers } from '#domain/cases/triggers.ts';
import type { KeyEvent } from '#domain/key-events/events.ts';
import { plainCalendar } from '#kernel/business-days.ts';
import { addDays } from '#kernel/time.ts';
import { type Advanced, advance, type Moving } from './advance.ts';
import { processShapes } from './shapes.ts';

const today = '2026-11-18';

const late: KeyEvent = {
  eventId: '',
  type: 'D',
  reason: 'unable-to-pay',
  detail: null,
  fault: 'customer',
  recordedOn: today,
  methodValid: null,
  ordinarySince: null,
  solvedOn: null,
};

function moving(over: Partial<Moving> = {}, input: Partial<Moving['input']> = {}): Moving {
  const shape = processShapes['short-firm'];
  const whole: Moving['input'] = {
    shape,
    state: 'event',
    lastStep: null,
    events: [late],
    holds: [],
    notices: [],
    today,
    calendar: plainCalendar,
    outbound: true,
    exempt: false,
    firstContactOn: null,
    brokenPromises: 0,
    agreementDueOn: null,
    freeMinor: 1n,
    coveredMinor: 0n,
    representing: null,
    ...input,
  };
  return {
    input: whole,
    facts: {
      ...bareFacts(today),
      events: whole.events,
      holds: whole.holds,
      notices: whole.notices,
      stages: shape.stages,
      overdueMinor: 1n,
      rulesKnown: true,
      outbound: true,
      graceOver: true,
    },
    step: 'classify',
    stepCount: 0,
    action: 'wait',
    actionOn: today,
    triggers: [],
    stepDone: false,
    inTransitUntil: null,
    collectAgainOn: null,
    ...over,
  };
}

/** The same case on a later look at the same day, as it was left. */
function again(start: Moving, left: Advanced): Moving {
  const { state, step, stepCount, plan, on, effects } = left;
  const brokenPromises = start.input.brokenPromises + (effects.includes('count-break') ? 1 : 0);
  return {
    ...start,
    input: { ...start.input, state, brokenPromises },
    step,
    stepCount,
    action: plan?.action ?? null,
    actionOn: on,
    triggers: [],
    stepDone: false,
  };
}

test('a new debt is classified and its request planned in one go', () => {
  const { state, step, moves, plan, on } = advance(moving());
  assert.deepEqual([state, step, plan?.action, on], ['requested', 'send-request', 'task', today]);
  assert.deepEqual(moves, [{ from: 'event', to: 'requested', on: 'classified' }]);
});

test('a step that is done is left behind, one that is not keeps its day', () => {
  const start = moving({ step: 'call-1', action: 'call' }, { state: 'working' });
  const kept = advance({ ...start, actionOn: addDays(today, 3) });
  assert.deepEqual([kept.step, kept.on], ['call-1', addDays(today, 3)]);
  const next = advance({ ...start, stepDone: true });
  assert.deepEqual([next.step, next.stepCount], ['call-2', 1]);
});

test('money in transit is not chased', () => {
  const until = addDays(today, 5);
  const funds: KeyEvent = { ...late, type: 'B', reason: 'insufficient-funds', methodValid: true };
  const start = moving(
    { inTransitUntil: until, step: 're-present' },
    { state: 'service', events: [funds] },
  );
  const { plan, on, step } = advance(start);
  assert.deepEqual([plan?.action, on, step], ['wait', until, 're-present']);
});

test('a wait is never planned for today, so a day ends', () => {
  const start = moving({ step: 'judge-promise' }, { state: 'promised', agreementDueOn: today });
  const { plan, on } = advance(start);
  assert.equal(plan?.action, 'wait');
  assert.ok(on !== null && on > today);
});

test('a second look on the same day moves and plans nothing new, whatever happened before', () => {
  const days = fc.integer({ min: -5, max: 20 });
  const property = fc.property(
    fc.constantFrom(...openStates),
    fc.array(fc.constantFrom(...triggers), { maxLength: 3 }),
    fc.constantFrom('call', 'wait', 'task', 'review'),
    days,
    fc.boolean(),
    fc.boolean(),
    (state, happened, action, day, stepDone, isCleared) => {
      const base = moving(
        { triggers: happened, action, actionOn: addDays(today, day), stepDone },
        { state },
      );
      const facts = { ...base.facts, overdueMinor: isCleared ? 0n : 1n };
      const first = advance({ ...base, facts });
      if (first.plan === null) return;
      const events = first.effects.includes('solve-events') ? [] : base.input.events;
      const start = { ...base, facts: { ...facts, events }, input: { ...base.input, events } };
      const second = advance(again(start, first));
      assert.deepEqual([second.moves.length, second.step, second.on], [0, first.step, first.on]);
    },
  );
  fc.assert(property, { seed: 7, numRuns: 3_000 });
});
