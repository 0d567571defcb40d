import type { Guard } from './guards.ts';
import type { CaseState, CloseReason } from './states.ts';

/** What happens to a case that may move it; the names are those of the event log. */
export const triggers = [
  'event-recorded',
  'not-owed',
  'classified',
  'service-solved',
  'service-used-up',
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
  'announced-date-reached',
  'kept-in-house',
  'returned-to-warning',
  'placed-with-agency',
  'placed-with-lawyer',
  'recalled',
  'returned',
  'exhausted',
  'uneconomic',
  'write-off-approved',
  'write-off-refused',
  'debt-cleared',
  'payment-reversed',
  'hold-set',
  'hold-lifted',
] as const;

/** One of `triggers`. */
export type Trigger = (typeof triggers)[number];

/** What a move does to the case's own rows: its events, notices, callbacks, marks. */
export type CaseEffect =
  | 'become-ordinary'
  | 'solve-events'
  | 'cancel-pending'
  | 'cancel-announced-dates'
  | 'remember-state'
  | 'count-break'
  | 'priority-tier';

/** What a move asks of people: to tell the customer something, or another system or party. */
export const officeEffects = [
  'correct-source',
  'confirm-agreement',
  'thank',
  'offer-automatic-payment',
  'contact-before-cancelling',
  'record-reason',
  'request-restriction',
  'request-restoration',
  'queue-department',
  'hand-over-file',
  'reconcile-outside',
  'accounting-file',
] as const;

/** One of `officeEffects`. */
export type OfficeEffect = (typeof officeEffects)[number];

/** What happens with a transition, in the same transaction; each has a handler in the engine. */
export type Effect = CaseEffect | OfficeEffect;

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
