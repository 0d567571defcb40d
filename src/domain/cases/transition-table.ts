import type { Guard } from './guards.ts';
import { type CaseState, type CloseReason, openStates, stateFacts } from './states.ts';
import type { Effect, Transition, Trigger } from './triggers.ts';

type States = readonly CaseState[];

function row(
  from: States,
  on: readonly Trigger[],
  to: Transition['to'],
  guards: readonly Guard[] = [],
  effects: readonly Effect[] = [],
  closes?: CloseReason,
): Transition {
  return { from, on, to, guards, effects, ...(closes === undefined ? {} : { closes }) };
}

const escalating: States = ['requested', 'working', 'warned', 'final'];
const inContact: States = ['service', ...escalating];
const placed: States = ['agency', 'legal'];
const agreed: States = ['promised', 'plan'];
const inDebt: States = openStates.filter((state) => state !== 'watch');
const pressed: States = [...escalating, 'review', 'woff-proposed'];

const pressing: readonly Guard[] = ['ordinary', 'no-hold', 'announced', 'stage-configured'];
const warning: readonly Guard[] = [...pressing, 'notice-sent', 'late-reason-known'];
const becoming: readonly Guard[] = ['no-technical-event', 'announced', 'no-hold'];
const placing: readonly Guard[] = [
  'ordinary',
  'placement-not-held',
  'person-decided',
  'kit-complete',
];
const paid: readonly Effect[] = ['solve-events', 'cancel-pending', 'cancel-announced-dates'];
const confirmed: readonly Effect[] = ['confirm-agreement', 'cancel-announced-dates'];
const ended: readonly Effect[] = [...paid, 'remember-state'];

const entryRows: readonly Transition[] = [
  row(['watch'], ['event-recorded'], 'event'),
  // A credit note for what the customer disputed: they were right, and the source must learn it.
  row(
    inDebt.filter((state) => !stateFacts[state].outside),
    ['not-owed'],
    'closed',
    ['cleared', 'nothing-outlives-payment'],
    [...ended, 'correct-source'],
    'error',
  ),
  row(['event'], ['classified'], 'service', ['protected']),
  row(['event'], ['classified'], 'requested', ['ordinary', 'debt-remains']),
];

const serviceSolved: readonly Effect[] = ['solve-events', 'cancel-pending', 'remember-state'];

const serviceRows: readonly Transition[] = [
  row(
    ['service'],
    ['service-solved'],
    'watch',
    ['ordinary', 'cleared', 'keep-watching'],
    serviceSolved,
  ),
  row(['service'], ['service-solved'], 'closed', ['ordinary', 'cleared'], serviceSolved, 'cured'),
  // The service is done but another event's debt is still open: that one starts at its request.
  row(['service'], ['service-solved'], 'requested', ['ordinary', 'debt-remains']),
  row(
    ['service'],
    ['service-used-up'],
    'requested',
    ['service-steps-failed', ...becoming],
    ['become-ordinary'],
  ),
  // Several events make one conversation, and the strictest protection among them rules it.
  row(
    escalating,
    ['protected-event'],
    'service',
    ['protected'],
    ['cancel-pending', 'cancel-announced-dates'],
  ),
];

const contactRows: readonly Transition[] = [
  row(['requested'], ['replied'], 'working'),
  row(['requested'], ['call-due'], 'working', ['outbound']),
  row(
    inContact,
    ['promise-made'],
    'promised',
    ['late-reason-known', 'within-authority'],
    confirmed,
  ),
  row(
    [...inContact, 'promised'],
    ['plan-made'],
    'plan',
    ['late-reason-known', 'within-authority'],
    confirmed,
  ),
  row(['promised'], ['promise-made'], 'promised', ['within-authority'], ['confirm-agreement']),
  row(['plan'], ['plan-made'], 'plan', ['within-authority'], ['confirm-agreement']),
];

const judged: readonly Trigger[] = ['promise-broken', 'promise-partly-kept', 'promise-kept'];

const agreementRows: readonly Transition[] = [
  row(['promised'], judged, 'service', ['protected', 'debt-remains']),
  row(
    ['promised'],
    ['promise-broken', 'promise-partly-kept'],
    'working',
    ['debt-remains'],
    ['count-break', 'priority-tier'],
  ),
  // The promise covered a part only and was kept: the rest goes on without a black mark.
  row(['promised'], ['promise-kept'], 'working', ['debt-remains'], ['thank']),
  row(['plan'], ['instalment-missed'], 'service', ['protected']),
  row(['plan'], ['instalment-missed'], 'working', [], ['contact-before-cancelling']),
];

const ladderRows: readonly Transition[] = [
  row(['requested'], ['deadline-passed'], 'warned', warning),
  row(['working'], ['refused', 'attempts-used-up'], 'warned', warning, ['record-reason']),
  row(
    ['warned'],
    ['announced-date-reached'],
    'restricted',
    [...pressing, 'person-decided', 'not-exempt'],
    ['request-restriction'],
  ),
  row(['warned', 'restricted'], ['deadline-passed'], 'final', [
    ...warning,
    'earlier-notices-proven',
  ]),
  row(
    ['restricted'],
    ['plan-made'],
    'plan',
    ['within-authority'],
    [...confirmed, 'request-restoration'],
  ),
  row(['final'], ['deadline-passed'], 'review', pressing, ['queue-department']),
];

const departmentRows: readonly Transition[] = [
  row(['review'], ['plan-made'], 'plan', ['person-decided'], confirmed),
  row(['review'], ['kept-in-house'], 'working', ['person-decided'], ['cancel-announced-dates']),
  row(['review'], ['returned-to-warning'], 'warned', [...warning, 'person-decided']),
  row(['review'], ['placed-with-agency'], 'agency', placing, ['hand-over-file', 'cancel-pending']),
  row(['review'], ['placed-with-lawyer'], 'legal', placing, ['hand-over-file', 'cancel-pending']),
  row(
    placed,
    ['recalled', 'returned'],
    'review',
    ['person-decided', 'money-reconciled'],
    ['reconcile-outside', 'queue-department'],
  ),
  row(
    ['review', 'legal'],
    ['exhausted', 'uneconomic'],
    'woff-proposed',
    ['ordinary', 'write-off-not-held', 'person-decided', 'evidence'],
    ['cancel-pending'],
  ),
  row(
    ['woff-proposed'],
    ['write-off-approved'],
    'written-off',
    ['write-off-not-held', 'person-decided', 'approvals-complete'],
    ['accounting-file', 'cancel-pending'],
    'uncollectible',
  ),
  row(['woff-proposed'], ['write-off-refused'], 'review', ['person-decided'], ['queue-department']),
];

const clearing: readonly Trigger[] = ['debt-cleared', 'promise-kept', 'plan-completed'];

function cleared(from: States, on: readonly Trigger[], more: readonly Effect[]): Transition[] {
  const guards: readonly Guard[] = ['cleared', 'nothing-outlives-payment'];
  return [
    row(from, on, 'watch', [...guards, 'keep-watching'], [...ended, ...more]),
    row(from, on, 'closed', guards, [...ended, ...more]),
  ];
}

const clearedRows: readonly Transition[] = [
  // Money does not fix a missing method or wrong collection data: only the service goes on.
  row(
    inDebt.filter((state) => state !== 'service' && state !== 'event'),
    clearing,
    'service',
    ['cleared', 'service-outlives-payment'],
    ended,
  ),
  ...cleared(agreed, clearing, ['thank', 'offer-automatic-payment']),
  ...cleared(['restricted'], ['debt-cleared'], ['request-restoration']),
  ...cleared(placed, ['debt-cleared'], ['reconcile-outside']),
  ...cleared(['event', 'service', ...pressed], ['debt-cleared'], []),
  row(['watch'], ['debt-cleared'], 'closed', ['cleared', 'watch-over'], paid),
];

const overlayRows: readonly Transition[] = [
  row([...openStates, 'closed'], ['payment-reversed'], 'previous', ['state-to-restore']),
  row(openStates, ['hold-set'], 'same', ['hold-has-owner-and-review']),
  row(openStates, ['hold-lifted'], 'same'),
];

/**
 * The one table of moves between case states. Rows are tried from the top: the first row whose
 * guards all pass is the move, so the more particular row stands above the more general one.
 */
export const transitionTable: readonly Transition[] = [
  ...entryRows,
  ...serviceRows,
  ...contactRows,
  ...agreementRows,
  ...ladderRows,
  ...departmentRows,
  ...clearedRows,
  ...overlayRows,
];
