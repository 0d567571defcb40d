/** Why the payment is late (M-123, M-035): asked before any negotiation. */
export const lateReasons = [
  'forgot',
  'invoice-not-received',
  'payment-in-transit',
  'method-changed',
  'bank-error',
  'our-error',
  'income-fell',
  'lost-job',
  'illness',
  'pay-day-later',
  'disputes-debt',
  'disputes-service',
  'other-debts',
  'will-not-pay',
  'other',
] as const;

export type LateReason = (typeof lateReasons)[number];

/** How contact was made: apart from its result (M-073). */
export const mechanisms = ['outbound-call', 'inbound-call'] as const;

export type Mechanism = (typeof mechanisms)[number];

/** Every result a contact can end with; which fit is said by the conversation. */
export const results = [
  'no-answer',
  'busy',
  'voicemail-no-message',
  'voicemail-message',
  'not-in-service',
  'network-failure',
  'wrong-person',
  'third-party',
  'not-verified',
  'paid-in-full',
  'promise',
  'part-promise',
  'plan',
  'dispute',
  'hardship',
  'callback',
  'refused',
  'stop-contact',
  'represented',
  'new-method',
  'information-given',
  'hung-up',
  'supervisor',
] as const;

export type ContactResult = (typeof results)[number];
