import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { KeyEvent } from '#domain/key-events/events.ts';
import { bareFacts, type TransitionFacts } from './guards.ts';
import type { Hold } from './holds.ts';
import type { Notice } from './notices.ts';
import { caseStates, openStates, stateFacts } from './states.ts';
import { transitionTable } from './transition-table.ts';
import { rowsOf, transition } from './transitions.ts';
import { triggers } from './triggers.ts';

const today = '2026-05-04';
const event: KeyEvent = {
  eventId: 'e-1',
  type: 'D',
  reason: 'unable-to-pay',
  detail: 'temporary',
  fault: 'customer',
  recordedOn: '2026-04-01',
  methodValid: null,
  ordinarySince: null,
  correctedOn: null,
  code: null,
  solvedOn: null,
};
const cancelledCard: KeyEvent = { ...event, eventId: 'e-2', type: 'A', reason: 'card-lost' };
const mistyped: KeyEvent = { ...event, eventId: 'e-3', type: 'C', reason: 'wrong-account' };
const green: Notice = {
  stage: 'requested',
  announces: 'warned',
  promisedOn: '2026-05-01',
  sentOn: '2026-04-20',
  recordedBy: 'Ines Roth',
  cancelledOn: null,
};
const orange: Notice = { ...green, stage: 'warned', announces: 'restricted' };
const dispute: Hold = {
  kind: 'dispute',
  setOn: today,
  reviewOn: '2026-05-11',
  owner: 'back-office',
  part: null,
  liftedOn: null,
};

function facts(over: Partial<TransitionFacts> = {}): TransitionFacts {
  const stages = ['requested', 'warned', 'restricted', 'final', 'review'] as const;
  const known = { outbound: true, overdueMinor: 9_000n, stages };
  return { ...bareFacts(today), ...known, events: [event], ...over };
}

function landing(...args: Parameters<typeof transition>): string {
  const verdict = transition(...args);
  return verdict.ok ? verdict.to : [verdict.reason, ...verdict.missing].join(' ');
}

test('every row starts and ends in known states and every trigger has a row', () => {
  for (const row of transitionTable) {
    assert.ok(row.from.length > 0 && row.on.length > 0);
    assert.ok(row.to === 'same' || row.to === 'previous' || caseStates.includes(row.to));
  }
  for (const trigger of triggers) {
    assert.ok(
      caseStates.some((state) => rowsOf(state, trigger).length > 0),
      trigger,
    );
  }
});

test('every state can be reached and every open state can be left', () => {
  const reached = new Set(transitionTable.map((row) => row.to));
  for (const state of caseStates) assert.ok(state === 'watch' || reached.has(state), state);
  for (const state of openStates) {
    assert.ok(
      transitionTable.some(
        (row) => row.from.includes(state) && caseStates.includes(row.to as never),
      ),
      state,
    );
  }
});

test('each row that closes a case says why', () => {
  for (const state of caseStates) {
    for (const trigger of triggers) {
      const verdict = transition(state, trigger, facts({ overdueMinor: 0n, events: [] }));
      if (!verdict.ok) continue;
      assert.equal(
        verdict.closeReason === null,
        stateFacts[verdict.to].open,
        `${state} ${trigger}`,
      );
    }
  }
});

test('a no-fault event is served, an ordinary one requested', () => {
  assert.equal(landing('event', 'classified', facts()), 'requested');
  assert.equal(landing('event', 'classified', facts({ events: [cancelledCard] })), 'service');
  assert.equal(landing('event', 'classified', facts({ events: [event, mistyped] })), 'service');
});

test('a cancelled method opens a service case although nothing is overdue', () => {
  const nothing = facts({ events: [cancelledCard], overdueMinor: 0n });
  assert.equal(landing('event', 'classified', nothing), 'service');
  assert.match(landing('service', 'debt-cleared', nothing), /nothing-outlives-payment/);
});

test('service ends in a request only after its steps failed and the customer was told', () => {
  const used = facts({ events: [cancelledCard], serviceStepsFailed: 2, serviceStepsNeeded: 2 });
  assert.equal(landing('service', 'service-used-up', used), 'guard-failed announced');
  const told = { ...used, notices: [{ ...green, announces: 'requested' } as const] };
  assert.equal(landing('service', 'service-used-up', told), 'requested');
  const early = { ...told, serviceStepsFailed: 1 };
  assert.equal(landing('service', 'service-used-up', early), 'guard-failed service-steps-failed');
});

test('a technical event never becomes an ordinary debt by waiting', () => {
  const notices = [{ ...green, announces: 'requested' } as const];
  const used = facts({ events: [mistyped], serviceStepsFailed: 9, notices });
  assert.equal(landing('service', 'service-used-up', used), 'guard-failed no-technical-event');
});

test('a warning needs its announcement, its own notice, no hold and no protected event', () => {
  const ready = facts({ notices: [green, orange] });
  assert.equal(landing('working', 'refused', ready), 'warned');
  assert.match(landing('working', 'refused', { ...ready, notices: [orange] }), / announced/);
  assert.match(landing('working', 'refused', { ...ready, notices: [green] }), /notice-sent/);
  assert.match(landing('working', 'refused', { ...ready, holds: [dispute] }), /no-hold/);
  const protectedToo = { ...ready, events: [event, cancelledCard] };
  assert.match(landing('working', 'refused', protectedToo), /ordinary/);
});

test('after a first contact nothing goes on without the reason of a late invoice', () => {
  const unknown = facts({
    events: [{ ...event, reason: 'unknown' }],
    notices: [green, orange],
    withinAuthority: true,
    firstContactOn: '2026-05-01',
  });
  assert.match(landing('working', 'refused', unknown), /late-reason-known/);
  assert.match(landing('working', 'promise-made', unknown), /late-reason-known/);
  assert.equal(
    landing('working', 'attempts-used-up', { ...unknown, firstContactOn: null }),
    'warned',
  );
});

test('a restriction needs a person with a reason and a customer who is not exempt', () => {
  const ready = facts({
    notices: [green, orange],
    exempt: false,
    decision: { by: 'Rana Aziz', reason: 'announced and ignored' },
  });
  assert.equal(landing('warned', 'announced-date-reached', ready), 'restricted');
  const nobody = { ...ready, decision: { by: '', reason: 'x' } };
  assert.match(landing('warned', 'announced-date-reached', nobody), /person-decided/);
  assert.match(
    landing('warned', 'announced-date-reached', { ...ready, exempt: true }),
    /not-exempt/,
  );
});

test('a broken promise returns to work, a kept one closes, a small rest closes as small', () => {
  assert.equal(landing('promised', 'promise-broken', facts()), 'working');
  assert.equal(landing('promised', 'promise-kept', facts({ overdueMinor: 0n })), 'closed');
  const rest = transition('promised', 'promise-kept', facts({ overdueMinor: 40n, exitMinor: 50n }));
  assert.equal(rest.ok && rest.closeReason, 'small-balance');
  assert.equal(
    landing('promised', 'promise-kept', facts({ keepWatching: true, overdueMinor: 0n })),
    'watch',
  );
});

test('clearing the debt of a case with a missing method leaves only the service', () => {
  const paid = facts({ events: [event, cancelledCard], overdueMinor: 0n });
  assert.equal(landing('promised', 'debt-cleared', paid), 'service');
});

test('a reversed payment restores the state it had ended', () => {
  assert.equal(landing('closed', 'payment-reversed', facts({ restores: 'warned' })), 'warned');
  assert.match(landing('closed', 'payment-reversed', facts()), /state-to-restore/);
});

test('a hold lies over the state and needs an owner and a review date', () => {
  assert.equal(landing('working', 'hold-set', facts({ newHold: dispute })), 'working');
  const loose = facts({ newHold: { ...dispute, owner: null } });
  assert.match(landing('working', 'hold-set', loose), /hold-has-owner-and-review/);
});

test('facts of which nothing is known let no case climb', () => {
  for (const state of [
    'requested',
    'working',
    'warned',
    'restricted',
    'final',
    'review',
  ] as const) {
    for (const trigger of triggers) {
      const verdict = transition(state, trigger, { ...bareFacts(today), overdueMinor: 1n });
      if (!verdict.ok) continue;
      assert.ok(['working', state].includes(verdict.to), `${state} ${trigger} ${verdict.to}`);
    }
  }
});
