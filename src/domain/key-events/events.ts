import type { LocalDate } from '#kernel/time.ts';

/**
 * What brought the customer in. A: the payment method was cancelled. B: a payment was refused.
 * C: the collection failed technically. D: an invoice was not paid on time.
 */
export const eventTypes = ['A', 'B', 'C', 'D'] as const;

/** One of `eventTypes`. */
export type EventType = (typeof eventTypes)[number];

/** Who caused the event. `nobody` for a death, where blame has no place. */
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
 * A key event on a case. `methodValid` is known for type B only. `ordinarySince` is the date on
 * which a protected event became an ordinary debt by a recorded transition; until then it protects.
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
 * data (C) is not mended by money alone.
 */
export function outlivesPayment(event: KeyEvent): boolean {
  return isProtected(event) && (event.type === 'A' || event.type === 'C');
}

/** Whether a type D event still lacks one of its three reasons. */
export function lacksReason(event: KeyEvent): boolean {
  return event.type === 'D' && event.solvedOn === null && event.reason === 'unknown';
}

/** The events that stand, with every protected one marked as an ordinary debt from that date. */
export function becomeOrdinary(events: readonly KeyEvent[], on: LocalDate): KeyEvent[] {
  return events.map((event) => (isProtected(event) ? { ...event, ordinarySince: on } : event));
}

/** The events with those that payment solves marked as solved on that date. */
export function solvedByPayment(events: readonly KeyEvent[], on: LocalDate): KeyEvent[] {
  return events.map((event) =>
    event.solvedOn === null && !outlivesPayment(event) ? { ...event, solvedOn: on } : event,
  );
}
