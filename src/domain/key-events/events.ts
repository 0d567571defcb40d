import type { LocalDate } from '#kernel/time.ts';

/**
 * What brought the customer in. A: the payment method was cancelled. B: a payment was refused.
 * C: the collection failed technically. D: an invoice was not paid on time.
 */
export const eventTypes = ['A', 'B', 'C', 'D'] as const;

/** One of `eventTypes`. */
export type EventType = (typeof eventTypes)[number];

/** How a person or a conversation solved an event; what the engine solves has no event of its own. */
export const resolutions = ['new-method', 'data-corrected', 'solved-otherwise'] as const;

/** One of `resolutions`. */
export type Resolution = (typeof resolutions)[number];

/** Who caused the event. `nobody` for a death, where blame has no place, and while nobody knows. */
export const faults = ['customer', 'organisation', 'bank', 'nobody'] as const;

/** One of `faults`. */
export type Fault = (typeof faults)[number];

/** Sub-reasons per event type; screens word them by code. */
export const subReasons = {
  A: [
    'cancelled-by-customer',
    'card-lost',
    'card-stolen',
    'card-changed',
    'card-expired',
    'account-closed',
    'account-moved',
    'cancelled-by-bank',
    'cancelled-by-card-company',
  ],
  B: [
    'insufficient-funds',
    'limit-exceeded',
    'declined-by-bank',
    'refused-by-customer',
    'refunded-by-customer',
    'notice-disputed',
    'payment-stopped',
    'authority-revoked',
    'account-closed',
    'account-moved',
    'account-blocked',
    'card-expired',
    'card-lost',
    'card-stolen',
    'payer-deceased',
    'payment-reversed',
    'reject-limit-reached',
  ],
  C: [
    'wrong-account',
    'no-such-account',
    'wrong-branch',
    'no-authorisation',
    'account-not-debitable',
    'wrong-format',
    'wrong-amount',
    'wrong-date',
    'duplicate',
    'regulatory',
    'bank-unavailable',
    'cause-unknown',
  ],
  D: ['unknown', 'not-received', 'credit-abuse', 'unable-to-pay'],
} as const;

/** A sub-reason of any event type. */
export type SubReason = (typeof subReasons)[EventType][number];

/** Whether a sub-reason belongs to an event type. */
export function isSubReason(type: EventType, reason: string): reason is SubReason {
  return (subReasons[type] as readonly string[]).includes(reason);
}

/**
 * A key event on a case. `methodValid` is known for type B, of others only when it is not. `ordinarySince` is the date on
 * which a protected event became an ordinary debt by a recorded transition; until then it protects.
 * `correctedOn` is the day what was wrong was corrected: the missed amount is collected again, and
 * its payment ends the event. `code` is the return code of the bank (`AM04`, `sepa:AM04`).
 */
export type KeyEvent = {
  readonly eventId: string;
  readonly type: EventType;
  readonly reason: SubReason;
  readonly detail: string | null;
  readonly fault: Fault;
  readonly recordedOn: LocalDate;
  readonly methodValid: boolean | null;
  readonly ordinarySince: LocalDate | null;
  readonly correctedOn: LocalDate | null;
  readonly code: string | null;
  readonly solvedOn: LocalDate | null;
};

/** Who is at fault for a sub-reason when no return code says so and nobody judged otherwise. */
export function usualFault(type: EventType, reason: SubReason): Fault {
  if (reason === 'payer-deceased') return 'nobody';
  if (type === 'A') {
    return reason === 'cancelled-by-bank' || reason === 'cancelled-by-card-company'
      ? 'bank'
      : 'customer';
  }
  if (reason === 'cause-unknown') return 'nobody';
  if (type === 'C') {
    return reason === 'bank-unavailable' || reason === 'regulatory' ? 'bank' : 'organisation';
  }
  return reason === 'not-received' || reason === 'notice-disputed' ? 'organisation' : 'customer';
}

/** Whether events of this kind start with service rather than with a demand. */
function isNoFaultKind(event: KeyEvent): boolean {
  if (event.type === 'A' || event.type === 'C') return true;
  if (event.type === 'B') return event.methodValid === true;
  return event.reason === 'not-received';
}

/** Whether the event still stands and protects the customer from every kind of pressure. */
export function isProtected(event: KeyEvent): boolean {
  return event.solvedOn === null && event.ordinarySince === null && isNoFaultKind(event);
}

/**
 * Whether the event stands even with nothing overdue: a missing method (A) or wrong collection
 * data (C) is not corrected by money alone, only by its correction and the money after it.
 */
export function outlivesPayment(event: KeyEvent): boolean {
  const isMethodOrData = event.type === 'A' || event.type === 'C';
  return isProtected(event) && isMethodOrData && event.correctedOn === null;
}

/** Whether a type D event still lacks one of its three reasons. */
export function lacksReason(event: KeyEvent): boolean {
  return event.type === 'D' && event.solvedOn === null && event.reason === 'unknown';
}

/** The events that stand, with every protected one marked as an ordinary debt from that date. */
export function becomeOrdinary(events: readonly KeyEvent[], on: LocalDate): KeyEvent[] {
  return events.map((event) => (isProtected(event) ? { ...event, ordinarySince: on } : event));
}

/**
 * The one meaning of solved: the events with those that are over marked as solved on that date. A
 * case that goes on keeps the events that outlive payment; one that closes has none left. The
 * set-based writer says the same in SQL (`solvedEvents` of `storage/case-decisions.ts`).
 */
export function solvedEvents(
  events: readonly KeyEvent[],
  on: LocalDate,
  closes: boolean,
): KeyEvent[] {
  return events.map((event) =>
    event.solvedOn === null && (closes || !outlivesPayment(event))
      ? { ...event, solvedOn: on }
      : event,
  );
}
