import type { Guard } from './guards.ts';
import { type CaseState, type CloseReason, openStates } from './states.ts';

/** What happens to a case that may move it; the names are those of the event log. */
export const triggers = [
  'event-recorded',
  'not-owed',
  'classified',
  'service-solved',
  'service-used-up',
  'reject-limit-reached',
  'protected-event',
  'replied',
  'call-due',
  'promise-made',
  'plan-made',
  'deadline-passed',
  'refused',
  'attempts-used-up',
  'promise-kept',
  'promise-broken',
  'promise-partly-kept',
  'plan-completed',
  'instalment-missed',
  'contact-agreed',
  'announced-date-reached',
  'qualifying-payment',
  'kept-in-house',
  'returned-to-warning',
  'placed-with-agency',
  'placed-with-lawyer',
  'collected',
  'recalled',
  'returned',
  'exhausted',
  'uneconomic',
  'write-off-approved',
  'write-off-refused',
  'late-payment',
  'debt-cleared',
  'payment-reversed',
  'hold-set',
  'hold-lifted',
] as const;

/** One of `triggers`. */
export type Trigger = (typeof triggers)[number];

/** What the caller must do when a transition happens, in the same transaction. */
export type Effect =
  | 'correct-source'
  | 'no-mark'
  | 'lock-service-tone'
  | 'become-ordinary'
  | 'solve-events'
  | 'cancel-pending'
  | 'cancel-announced-dates'
  | 'remember-state'
  | 'restore-step'
  | 'record-reversal-event'
  | 'confirm-agreement'
  | 'replace-agreement'
  | 'thank'
  | 'offer-automatic-payment'
  | 'count-break'
  | 'upper-group'
  | 'contact-before-cancelling'
  | 'record-reason'
  | 'request-restriction'
  | 'request-restoration'
  | 'queue-department'
  | 'stop-own-contacts'
  | 'reconcile-outside'
  | 'accounting-file'
  | 'book-recovery'
  | 'pause-clocks'
  | 'resume-clocks';

/**
 * One row of the table: from any of `from`, on any of `on`, when every guard passes. `to` is a
 * state, `same` (a hold lies over the state) or `previous` (the state a reversed payment ended).
 */
export type Transition = {
  readonly from: readonly CaseState[];
  readonly to: CaseState | 'same' | 'previous';
  readonly on: readonly Trigger[];
  readonly guards: readonly Guard[];
  readonly effects: readonly Effect[];
  readonly closes?: CloseReason;
};

const climbing: readonly CaseState[] = ['requested', 'working', 'warned', 'final'];
const paying: readonly CaseState[] = openStates.filter((state) => state !== 'watch');
const placed: readonly CaseState[] = ['agency', 'legal'];
const paid: readonly Effect[] = ['solve-events', 'cancel-pending', 'cancel-announced-dates'];
const escalation: readonly Guard[] = ['ordinary', 'no-hold', 'announced', 'stage-configured'];

const entryRows: readonly Transition[] = [
  { from: ['watch'], to: 'event', on: ['event-recorded'], guards: [], effects: [] },
  {
    from: ['event'],
    to: 'closed',
    on: ['not-owed'],
    guards: [],
    effects: ['correct-source', 'no-mark', 'cancel-pending'],
    closes: 'error',
  },
  {
    from: ['event'],
    to: 'service',
    on: ['classified'],
    guards: ['protected'],
    effects: ['lock-service-tone'],
  },
  {
    from: ['event'],
    to: 'requested',
    on: ['classified'],
    guards: ['ordinary', 'debt-remains', 'rules-known'],
    effects: [],
  },
];

const serviceRows: readonly Transition[] = [
  {
    from: ['service'],
    to: 'watch',
    on: ['service-solved'],
    guards: ['ordinary', 'cleared', 'keep-watching'],
    effects: ['no-mark', 'cancel-pending', 'remember-state'],
  },
  {
    from: ['service'],
    to: 'closed',
    on: ['service-solved'],
    guards: ['ordinary', 'cleared'],
    effects: ['no-mark', 'cancel-pending', 'remember-state'],
    closes: 'cured',
  },
  {
    // The service is done but another event's debt is still open: that one starts at its request.
    from: ['service'],
    to: 'requested',
    on: ['service-solved'],
    guards: ['ordinary', 'debt-remains', 'rules-known'],
    effects: [],
  },
  {
    from: ['service'],
    to: 'requested',
    on: ['service-used-up'],
    guards: ['service-steps-failed', 'no-technical-event', 'announced', 'no-hold', 'rules-known'],
    effects: ['become-ordinary'],
  },
  {
    from: ['service'],
    to: 'requested',
    on: ['reject-limit-reached'],
    guards: ['reject-limit', 'no-technical-event', 'announced', 'no-hold', 'rules-known'],
    effects: ['become-ordinary'],
  },
  {
    // Several events make one conversation, and the strictest protection among them rules it.
    from: climbing,
    to: 'service',
    on: ['protected-event'],
    guards: ['protected'],
    effects: ['lock-service-tone', 'cancel-pending', 'cancel-announced-dates'],
  },
];

const contactRows: readonly Transition[] = [
  { from: ['requested'], to: 'working', on: ['replied'], guards: [], effects: [] },
  { from: ['requested'], to: 'working', on: ['call-due'], guards: ['outbound'], effects: [] },
  {
    from: ['service', 'requested', 'working', 'warned', 'final'],
    to: 'promised',
    on: ['promise-made'],
    guards: ['late-reason-known', 'within-authority'],
    effects: ['confirm-agreement', 'cancel-announced-dates'],
  },
  {
    from: ['service', 'requested', 'working', 'promised', 'warned', 'final'],
    to: 'plan',
    on: ['plan-made'],
    guards: ['late-reason-known', 'within-authority'],
    effects: ['confirm-agreement', 'cancel-announced-dates'],
  },
  {
    from: ['promised'],
    to: 'promised',
    on: ['promise-made'],
    guards: ['within-authority'],
    effects: ['replace-agreement', 'confirm-agreement'],
  },
  {
    from: ['plan'],
    to: 'plan',
    on: ['plan-made'],
    guards: ['within-authority'],
    effects: ['replace-agreement', 'confirm-agreement'],
  },
  {
    from: ['warned', 'final'],
    to: 'working',
    on: ['contact-agreed'],
    guards: [],
    effects: ['cancel-announced-dates'],
  },
];

const agreementRows: readonly Transition[] = [
  {
    from: ['promised'],
    to: 'service',
    on: ['promise-broken', 'promise-partly-kept', 'promise-kept'],
    guards: ['protected', 'debt-remains'],
    effects: ['lock-service-tone'],
  },
  {
    from: ['promised'],
    to: 'working',
    on: ['promise-broken', 'promise-partly-kept'],
    guards: ['debt-remains'],
    effects: ['count-break', 'upper-group'],
  },
  {
    // The promise covered a part only and was kept: the rest goes on without a black mark.
    from: ['promised'],
    to: 'working',
    on: ['promise-kept'],
    guards: ['debt-remains'],
    effects: ['thank'],
  },
  {
    from: ['plan'],
    to: 'service',
    on: ['instalment-missed'],
    guards: ['grace-over', 'protected'],
    effects: ['lock-service-tone'],
  },
  {
    from: ['plan'],
    to: 'working',
    on: ['instalment-missed'],
    guards: ['grace-over'],
    effects: ['contact-before-cancelling'],
  },
];

const ladderRows: readonly Transition[] = [
  {
    from: ['requested'],
    to: 'warned',
    on: ['deadline-passed'],
    guards: [...escalation, 'notice-sent', 'late-reason-known'],
    effects: [],
  },
  {
    from: ['working'],
    to: 'warned',
    on: ['refused', 'attempts-used-up'],
    guards: [...escalation, 'notice-sent', 'late-reason-known'],
    effects: ['record-reason'],
  },
  {
    from: ['warned'],
    to: 'restricted',
    on: ['announced-date-reached'],
    guards: [...escalation, 'person-decided', 'not-exempt'],
    effects: ['request-restriction'],
  },
  {
    from: ['warned', 'restricted'],
    to: 'final',
    on: ['deadline-passed'],
    guards: [...escalation, 'notice-sent', 'earlier-notices-proven'],
    effects: [],
  },
  {
    from: ['restricted'],
    to: 'watch',
    on: ['qualifying-payment'],
    guards: ['qualifying-payment'],
    effects: [...paid, 'remember-state', 'request-restoration'],
  },
  {
    from: ['restricted'],
    to: 'plan',
    on: ['plan-made'],
    guards: ['within-authority'],
    effects: ['confirm-agreement', 'cancel-announced-dates', 'request-restoration'],
  },
  {
    from: ['final'],
    to: 'review',
    on: ['deadline-passed'],
    guards: escalation,
    effects: ['queue-department'],
  },
];

const departmentRows: readonly Transition[] = [
  {
    from: ['review'],
    to: 'plan',
    on: ['plan-made'],
    guards: ['person-decided'],
    effects: ['confirm-agreement', 'cancel-announced-dates'],
  },
  {
    from: ['review'],
    to: 'working',
    on: ['kept-in-house'],
    guards: ['person-decided'],
    effects: ['cancel-announced-dates'],
  },
  {
    from: ['review'],
    to: 'warned',
    on: ['returned-to-warning'],
    guards: [...escalation, 'notice-sent', 'person-decided'],
    effects: [],
  },
  {
    from: ['review'],
    to: 'agency',
    on: ['placed-with-agency'],
    guards: ['ordinary', 'placement-not-held', 'person-decided', 'kit-complete'],
    effects: ['stop-own-contacts', 'cancel-pending'],
  },
  {
    from: ['review'],
    to: 'legal',
    on: ['placed-with-lawyer'],
    guards: ['ordinary', 'placement-not-held', 'person-decided', 'kit-complete'],
    effects: ['stop-own-contacts', 'cancel-pending'],
  },
  {
    from: placed,
    to: 'closed',
    on: ['collected'],
    guards: ['cleared', 'money-reconciled'],
    effects: ['solve-events', 'remember-state', 'reconcile-outside'],
    closes: 'paid',
  },
  {
    from: placed,
    to: 'review',
    on: ['recalled', 'returned'],
    guards: ['money-reconciled'],
    effects: ['reconcile-outside', 'queue-department'],
  },
  {
    from: ['review', 'legal'],
    to: 'woff-proposed',
    on: ['exhausted', 'uneconomic'],
    guards: ['ordinary', 'write-off-not-held', 'person-decided', 'evidence'],
    effects: ['cancel-pending'],
  },
  {
    from: ['woff-proposed'],
    to: 'written-off',
    on: ['write-off-approved'],
    guards: ['write-off-not-held', 'person-decided', 'approvals-complete'],
    effects: ['accounting-file', 'cancel-pending'],
  },
  {
    from: ['woff-proposed'],
    to: 'review',
    on: ['write-off-refused'],
    guards: ['person-decided'],
    effects: ['queue-department'],
  },
  {
    from: ['written-off'],
    to: 'closed',
    on: ['late-payment'],
    guards: ['cleared'],
    effects: ['book-recovery', 'remember-state'],
    closes: 'paid',
  },
  {
    from: ['written-off'],
    to: 'review',
    on: ['late-payment'],
    guards: ['debt-remains'],
    effects: ['book-recovery', 'queue-department'],
  },
];

const clearing: readonly Trigger[] = ['debt-cleared', 'promise-kept', 'plan-completed'];

const clearedRows: readonly Transition[] = [
  {
    // Money does not mend a missing method or wrong collection data: only the service goes on.
    from: paying.filter((state) => state !== 'service'),
    to: 'service',
    on: clearing,
    guards: ['cleared', 'service-outlives-payment'],
    effects: [...paid, 'remember-state', 'lock-service-tone'],
  },
  ...clearedFrom(['restricted'], ['request-restoration']),
  ...clearedFrom(placed, ['reconcile-outside']),
  ...clearedFrom(['promised', 'plan'], ['thank', 'offer-automatic-payment']),
  ...clearedFrom(
    paying.filter((s) => !['restricted', 'agency', 'legal', 'promised', 'plan'].includes(s)),
    [],
  ),
];

function clearedFrom(from: readonly CaseState[], more: readonly Effect[]): Transition[] {
  const agreed = from.includes('promised');
  const on: readonly Trigger[] = agreed ? clearing : ['debt-cleared'];
  const guards: readonly Guard[] = ['cleared', 'nothing-outlives-payment'];
  const effects: readonly Effect[] = [...paid, 'remember-state', ...more];
  return [
    { from, to: 'watch', on, guards: [...guards, 'keep-watching'], effects },
    { from, to: 'closed', on, guards, effects },
  ];
}

const everyState: readonly CaseState[] = [...openStates, 'written-off', 'closed'];

const overlayRows: readonly Transition[] = [
  {
    from: everyState,
    to: 'previous',
    on: ['payment-reversed'],
    guards: ['state-to-restore'],
    effects: ['restore-step', 'record-reversal-event'],
  },
  {
    from: openStates,
    to: 'same',
    on: ['hold-set'],
    guards: ['hold-has-owner-and-review'],
    effects: ['pause-clocks'],
  },
  { from: openStates, to: 'same', on: ['hold-lifted'], guards: [], effects: ['resume-clocks'] },
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
