/**
 * What an attempt can come to, in the gate's words. `isConnected` and `isConversation` say which of
 * them count.
 */
export const ATTEMPT_RESULTS = [
  'no_answer',
  'voicemail_none',
  'voicemail_lcm',
  'voicemail_content',
  'mailbox_full',
  'answered_dropped',
  'third_party_answered',
  'conversation',
  'rvm_delivered',
  'busy',
  'not_in_service',
  'network_failure',
  'sent',
  'undelivered',
  'received',
  'exchange',
  'voicemail_left_by_consumer',
] as const;

/** Results a log may hold beside those an attempt can come to: what is open yet, or told by others. */
export const LOG_RESULTS = [
  ...ATTEMPT_RESULTS,
  'conversation_start',
  'reserved',
  'in_flight',
  'abandoned',
  'delivered',
  'opened',
  'connected_unknown',
] as const;

export type AttemptResult = (typeof ATTEMPT_RESULTS)[number];

/** Whom an attempt reached or was meant for: the person, or whoever can answer in their place. */
export const ATTEMPT_PERSONS: readonly string[] = [
  'consumer',
  'spouse',
  'parent',
  'co_debtor',
  'guarantor',
  'attorney',
  'executor',
  'third_party:adult_child_no_authority',
  'third_party:colleague',
  'third_party:employer',
  'third_party:flatmate',
  'third_party:friend',
  'third_party:neighbour',
  'third_party:personal_reference',
  'third_party:relative',
  'third_party:unit',
  'third_party:unknown',
];
