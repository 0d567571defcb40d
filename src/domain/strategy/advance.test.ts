import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { openStates } from '#domain/cases/states.ts';
import { triggers } from '#domain/cases/triggers.ts';
import { type KeyEvent, solvedEvents } from '#domain/key-events/events.ts';
import { plainCalendar } from '#kernel/business-days.ts';
import { addDays } from '#kernel/time.ts';
import { type Advanced, advance } from './advance.ts';
import type { CaseSnapshot, Cause, EnginePolicy } from './case-snapshot.ts';

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
  correctedOn: null,
  code: null,
  solvedOn: null,
};

const policy: EnginePolicy = {
  charging: { submissionDays: 0, settlementDays: 5 },
  calendar: plainCalendar,
  outbound: true,
  keepWatching: false,
  entry: { exitMinor: 0n },
};

function file(over: Partial<CaseSnapshot> = {}): CaseSnapshot {
  return {
    state: 'event',
    stateBefore: null,
    shape: 'short-firm',
    step: 'classify',
    stepCount: 0,
    action: 'wait',
    actionOn: today,
    events: [late],
    holds: [],
    notices: [],
    overdueMinor: 1n,
    freeMinor: 1n,
    coveredMinor: 0n,
    paidInHand: false,
    agreementDueOn: null,
    brokenPromises: 0,
    firstContactOn: null,
    exempt: false,
    payDay: null,
    presented: null,
    costsMore: false,
    ...over,
  };
}

function go(snapshot: CaseSnapshot, cause: Partial<Cause> = {}): Advanced {
  return advance(snapshot, { on: [], ...cause }, policy, { today });
}

/** The same case on a later look at the same day, as it was left. */
function again(start: CaseSnapshot, left: Advanced): CaseSnapshot {
  const { state, step, stepCount, nextAction, marks } = left;
  const solved = marks.solves ? solvedEvents(start.events, today, false) : start.events;
  return {
    ...start,
    state,
    step,
    stepCount,
    events: solved.filter(({ solvedOn }) => solvedOn === null),
    brokenPromises: start.brokenPromises + marks.breaks,
    action: nextAction?.action ?? null,
    actionOn: nextAction?.on ?? null,
  };
}

test('a new debt is classified and its request planned in one go', () => {
  const { state, step, moves, nextAction, events, marks } = go(file());
  assert.deepEqual(
    [state, step, nextAction?.action, nextAction?.on],
    ['requested', 'send-request', 'task', today],
  );
  assert.deepEqual(moves, [{ from: 'event', to: 'requested', on: 'classified' }]);
  assert.deepEqual(
    events.map(({ kind }) => kind),
    ['case.moved'],
  );
  assert.deepEqual(
    marks.tasks.map(({ kind }) => kind),
    ['send-request'],
  );
});

test('a step that is done is left behind, one that is not keeps its day', () => {
  const start = file({ state: 'working', step: 'call-1', action: 'call' });
  const kept = go({ ...start, actionOn: addDays(today, 3) });
  assert.deepEqual(
    [kept.changed, kept.step, kept.nextAction?.on],
    [false, 'call-1', addDays(today, 3)],
  );
  const next = go(start, { stepDone: true });
  assert.deepEqual([next.step, next.stepCount], ['call-2', 1]);
  assert.deepEqual(
    next.events.map(({ kind }) => kind),
    ['case.planned'],
  );
});

test('money in transit is not chased', () => {
  const on = addDays(today, -1);
  const funds: KeyEvent = {
    ...late,
    type: 'B',
    reason: 'insufficient-funds',
    methodValid: true,
    recordedOn: on,
  };
  const presented = { times: 1, on };
  const start = file({ state: 'service', events: [funds], presented, step: 're-present' });
  const { nextAction, step } = go(start);
  assert.deepEqual(
    [nextAction?.action, nextAction?.reasonWords[0]?.code, step],
    ['wait', 'money-in-transit', 're-present'],
  );
});

test('a hold lies over the case and keeps its place on the road', () => {
  const hold = {
    kind: 'dispute',
    setOn: today,
    reviewOn: addDays(today, 7),
    owner: 'person',
    part: null,
    liftedOn: null,
  } as const;
  const start = file({ state: 'working', step: 'call-2', stepCount: 1, action: 'call' });
  const set = go({ ...start, holds: [hold] }, { on: ['hold-set'], known: { newHold: hold } });
  assert.deepEqual([set.step, set.stepCount, set.moves], ['call-2', 1, []]);
  assert.deepEqual([set.nextAction?.action, set.nextAction?.on], ['review', hold.reviewOn]);
  assert.deepEqual(
    set.events.map(({ kind }) => kind),
    ['case.planned'],
  );
});

test('an agreed callback stays until its time, whatever the process plans meanwhile', () => {
  const on = addDays(today, 5);
  const at = `${on}T15:30:00.000Z`;
  const start = file({ state: 'working', step: 'call-2', action: 'call' });
  const asked = { action: 'callback', on, at, why: { code: 'callback', facts: {} } } as const;
  const agreed = go(start, { agreed: asked });
  assert.deepEqual([agreed.step, agreed.nextAction?.at], ['call-2', at]);
  const promised: CaseSnapshot = { ...start, action: 'callback', actionOn: on };
  assert.equal(go(promised).changed, false);
  const by = { setOn: today, reviewOn: on, owner: 'person', part: null, liftedOn: null };
  assert.equal(go({ ...promised, holds: [{ ...by, kind: 'vulnerable' }] }).changed, false);
  const held = go({ ...promised, holds: [{ ...by, kind: 'hardship' }] });
  assert.deepEqual([held.changed, held.nextAction?.action], [true, 'review']);
});

test('a wait is never planned for today, so a day ends', () => {
  const { nextAction } = go(
    file({ state: 'promised', step: 'judge-promise', agreementDueOn: today }),
  );
  assert.equal(nextAction?.action, 'wait');
  assert.ok(nextAction && nextAction.on > today);
});

test('a refused trigger says which guards it missed', () => {
  const { refused, moves } = go(file({ state: 'working', step: 'call-1' }), { on: ['refused'] });
  assert.deepEqual(moves, []);
  assert.deepEqual(refused, [{ on: 'refused', missing: ['announced', 'notice-sent'] }]);
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
    (state, on, action, day, stepDone, isCleared) => {
      const actionOn = addDays(today, day);
      const start = file({ state, action, actionOn, overdueMinor: isCleared ? 0n : 1n });
      const first = go(start, { on, stepDone });
      if (first.nextAction === null) return;
      const second = go(again(start, first));
      assert.deepEqual(
        [second.moves.length, second.step, second.nextAction?.on],
        [0, first.step, first.nextAction.on],
      );
    },
  );
  fc.assert(property, { seed: 7, numRuns: 3_000 });
});
