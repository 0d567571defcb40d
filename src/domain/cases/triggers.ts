import type { Guard } from './guards.ts';
import type { CaseState, CloseReason } from './states.ts';

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
