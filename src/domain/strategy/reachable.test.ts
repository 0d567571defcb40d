import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import type { Guard, TransitionFacts } from '#domain/cases/guards.ts';
import type { Hold } from '#domain/cases/holds.ts';
import type { Notice } from '#domain/cases/notices.ts';
import type { AnnouncedStage, CaseState } from '#domain/cases/states.ts';
import { transitionTable } from '#domain/cases/transition-table.ts';
import type { Transition, Trigger } from '#domain/cases/triggers.ts';
import { triggers } from '#domain/cases/triggers.ts';
import type { KeyEvent } from '#domain/key-events/events.ts';
import { plainCalendar } from '#kernel/business-days.ts';
import { addDays } from '#kernel/time.ts';
import { advance } from './advance.ts';
import type { CaseSnapshot, CauseFacts, EnginePolicy } from './case-snapshot.ts';
import { transitionFacts } from './case-snapshot.ts';
import { decisionsOf } from './decisions.ts';
import { processShapes } from './shapes.ts';

const today = '2026-11-18';

/** The files that fire each trigger; `steps` are those a lane fires, `decisions` those of a review. */
const causes: Readonly<Record<Trigger, readonly string[]>> = {
  'event-recorded': ['usecases/cases/steps/take-in-events.ts', 'usecases/daily-run/daily-run.ts'],
  'not-owed': ['usecases/ledger/steps/book-credits.ts'],
  classified: ['steps'],
  'service-solved': ['domain/strategy/treatment.ts', 'usecases/calls/record-facts.ts'],
  'service-used-up': ['steps'],
  'protected-event': ['domain/strategy/treatment.ts', 'usecases/calls/record-facts.ts'],
  replied: ['usecases/calls/verify-person.ts'],
  'call-due': ['steps'],
  'promise-made': ['usecases/agreements/make-promise.ts'],
  'plan-made': ['usecases/agreements/steps/start-plan.ts'],
  'deadline-passed': ['steps'],
  refused: ['usecases/calls/finish-contact.ts'],
  'attempts-used-up': ['steps'],
  'promise-kept': ['usecases/cases/steps/judge-agreements.ts'],
  'promise-broken': ['usecases/cases/steps/judge-agreements.ts'],
  'promise-partly-kept': ['usecases/cases/steps/judge-agreements.ts'],
  'plan-completed': ['usecases/cases/steps/judge-agreements.ts'],
  'instalment-missed': ['usecases/cases/steps/judge-agreements.ts'],
  'announced-date-reached': ['decisions'],
  'kept-in-house': ['decisions'],
  'returned-to-warning': ['decisions'],
  'placed-with-agency': ['decisions'],
  'placed-with-lawyer': ['decisions'],
  recalled: ['decisions'],
  returned: ['decisions'],
  exhausted: ['decisions'],
  uneconomic: ['decisions'],
  'write-off-approved': ['decisions'],
  'write-off-refused': ['decisions'],
  'debt-cleared': ['domain/strategy/advance.ts'],
  'payment-reversed': [
    'usecases/ledger/steps/reverse-booking.ts',
    'usecases/intake/steps/take-return.ts',
  ],
  'hold-set': ['usecases/cases/steps/place-hold.ts'],
  'hold-lifted': ['usecases/cases/steps/end-hold.ts'],
};

const src = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

const steps = Object.values(processShapes).flatMap(({ lanes }) => Object.values(lanes).flat());

test('every trigger is fired by its cause', () => {
  const fired = new Set(steps.flatMap(({ fires }) => fires ?? []));
  const decided = new Set(Object.values(decisionsOf).flatMap((one) => Object.values(one)));
  const unfired = triggers.filter((trigger) =>
    causes[trigger].some((cause) => {
      if (cause === 'steps') return !fired.has(trigger);
      if (cause === 'decisions') return !decided.has(trigger);
      return !src(cause).includes(`'${trigger}'`);
    }),
  );
  assert.deepEqual(unfired, []);
});

const plain: KeyEvent = {
  eventId: 'e',
  type: 'D',
  reason: 'unable-to-pay',
  detail: null,
  fault: 'customer',
  recordedOn: '2026-10-01',
  methodValid: null,
  ordinarySince: null,
  correctedOn: null,
  code: null,
  solvedOn: null,
};
const cancelled: KeyEvent = { ...plain, type: 'A', reason: 'card-lost' };
const hold: Hold = {
  kind: 'complaint',
  setOn: today,
  reviewOn: addDays(today, 7),
  owner: 'person',
  part: null,
  liftedOn: null,
};

type Arranged = {
  readonly file: CaseSnapshot;
  readonly known: CauseFacts;
  readonly policy: EnginePolicy;
};
type Arrange = (arranged: Arranged, to: CaseState) => Arranged;

const files =
  (own: Partial<CaseSnapshot>): Arrange =>
  (arranged) => ({ ...arranged, file: { ...arranged.file, ...own } });
const knows =
  (own: CauseFacts): Arrange =>
  (arranged) => ({ ...arranged, known: { ...arranged.known, ...own } });
const asIs: Arrange = (arranged) => arranged;

function told(stage: Notice['stage'], announces: AnnouncedStage): Arrange {
  const notice: Notice = {
    stage,
    announces,
    promisedOn: addDays(today, -1),
    sentOn: addDays(today, -20),
    recordedBy: 'person',
    cancelledOn: null,
  };
  return (arranged) => {
    const notices = [...arranged.file.notices, notice];
    return { ...arranged, file: { ...arranged.file, notices } };
  };
}

/** How each guard comes to pass: from the rows of the case, the policy, or what the cause knows. */
const arrange: Readonly<Record<Guard, Arrange>> = {
  protected: files({ events: [cancelled] }),
  ordinary: asIs,
  'no-technical-event': asIs,
  'service-outlives-payment': files({ events: [cancelled] }),
  'nothing-outlives-payment': asIs,
  cleared: files({ overdueMinor: 0n, freeMinor: 0n }),
  'debt-remains': asIs,
  'keep-watching': (one) => ({ ...one, policy: { ...one.policy, keepWatching: true } }),
  'watch-over': asIs,
  'service-steps-failed': files({ stepCount: 9 }),
  announced: (one, to) => told('service', to as AnnouncedStage)(one, to),
  'stage-configured': files({ shape: 'long-service' }),
  'notice-sent': (one, to) => told(to as AnnouncedStage, 'review')(one, to),
  'earlier-notices-proven': (one, to) =>
    told('warned', 'review')(told('requested', 'review')(one, to), to),
  'no-hold': asIs,
  'placement-not-held': asIs,
  'write-off-not-held': asIs,
  'late-reason-known': asIs,
  outbound: (one) => ({ ...one, policy: { ...one.policy, outbound: true } }),
  'within-authority': knows({ withinAuthority: true }),
  'person-decided': knows({ decision: { by: 'person', reason: 'told' } }),
  'not-exempt': files({ exempt: false }),
  'kit-complete': knows({ kitComplete: true }),
  'money-reconciled': knows({ moneyReconciled: true }),
  evidence: knows({ evidence: true }),
  'approvals-complete': knows({ approvalsComplete: true }),
  'state-to-restore': files({ stateBefore: 'warned' }),
  'hold-has-owner-and-review': knows({ newHold: hold }),
};

function arranged(row: Transition, state: CaseState): Arranged {
  const file: CaseSnapshot = {
    state,
    stateBefore: null,
    shape: 'short-firm',
    step: 'call-1',
    stepCount: 0,
    action: 'wait',
    actionOn: addDays(today, 3),
    events: [plain],
    holds: [],
    notices: [],
    overdueMinor: 900n,
    freeMinor: 900n,
    coveredMinor: 0n,
    paidInHand: false,
    agreementDueOn: null,
    brokenPromises: 0,
    firstContactOn: null,
    exempt: true,
    payDay: null,
    presented: null,
    costsMore: false,
  };
  const policy: EnginePolicy = {
    charging: { submissionDays: 0, settlementDays: 5 },
    calendar: plainCalendar,
    outbound: false,
    keepWatching: false,
    entry: { exitMinor: 0n },
  };
  const to = row.to === 'same' || row.to === 'previous' ? state : row.to;
  const start: Arranged = { file, known: {}, policy };
  return row.guards.reduce((one, guard) => arrange[guard](one, to), start);
}

test('every move of the table can be made from facts that rows, policy and causes give', () => {
  const unreachable: string[] = [];
  for (const row of transitionTable) {
    for (const state of row.from) {
      for (const on of row.on) {
        const { file, known, policy } = arranged(row, state);
        const { refused, moves } = advance(file, { on: [on], known }, policy, { today });
        const to = row.to === 'previous' ? file.stateBefore : row.to;
        const isMade = to === 'same' ? refused.length === 0 : moves[0]?.to === to;
        if (!isMade) unreachable.push(`${state} ${on} ${row.to}`);
      }
    }
  }
  assert.deepEqual(unreachable, []);
});

/** Where what a guard looks at comes from: the case's rows, the policy, the day, or the cause. */
const sources: Readonly<Record<keyof TransitionFacts, string>> = {
  today: 'usecases/cases/steps/case-file.ts: today',
  events: 'usecases/cases/steps/case-file.ts: events',
  holds: 'usecases/cases/steps/case-file.ts: holds',
  notices: 'usecases/cases/steps/case-file.ts: notices',
  stages: 'domain/strategy/shapes.ts: stages',
  overdueMinor: 'usecases/cases/steps/case-file.ts: overdueMinor',
  exitMinor: 'domain/policy/portfolio-policy.ts: exitMinor',
  clearedBy: 'usecases/ledger/steps/book-credits.ts: clearedBy',
  keepWatching: 'domain/policy/portfolio-policy.ts: keepWatching',
  outbound: 'domain/policy/portfolio-policy.ts: outbound',
  firstContactOn: 'usecases/cases/steps/case-file.ts: firstContactOn',
  serviceStepsFailed: 'domain/strategy/case-snapshot.ts: stepCount',
  serviceStepsNeeded: 'domain/strategy/shapes.ts: serviceStepsNeeded',
  withinAuthority: 'usecases/agreements/make-promise.ts: withinAuthority',
  decision: 'usecases/tasks/steps/decide-review.ts: decision',
  exempt: 'usecases/cases/steps/case-file.ts: exempt',
  kitComplete: 'storage/cases/department-facts.ts: kit_complete',
  moneyReconciled: 'storage/cases/department-facts.ts: money_reconciled',
  evidence: 'storage/cases/department-facts.ts: evidence',
  approvalsComplete: 'storage/cases/department-facts.ts: approvals_complete',
  restores: 'usecases/cases/steps/case-file.ts: stateBefore',
  newHold: 'usecases/cases/steps/place-hold.ts: newHold',
};

test('every fact a guard looks at has a source', () => {
  const row = transitionTable[0];
  assert.ok(row);
  const { file, policy } = arranged(row, 'working');
  const facts = Object.keys(transitionFacts(file, {}, policy, { today })).sort();
  assert.deepEqual(facts, Object.keys(sources).sort());
  const missing = Object.entries(sources).filter(([, source]) => {
    const [path = '', name = ''] = source.split(': ');
    return !src(path).includes(name);
  });
  assert.deepEqual(missing, []);
});
