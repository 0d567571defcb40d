import type { EvaluationContext, Logged } from '../evaluation-context.ts';
import { isConversation } from './channels.ts';

/** Results by which something reached the person: a conversation, a message left, a message sent. */
const CONTACTS = [
  'voicemail_lcm',
  'voicemail_content',
  'rvm_delivered',
  'sent',
  'delivered',
  'opened',
  'exchange',
  'connected_unknown',
];

/** A slot held or a dial without an outcome yet: it counts as if it had connected. */
const PENDING = ['reserved', 'in_flight'];

/** Whether it counts where a law counts contacts made and not attempts. */
export function isContactMade(result: string): boolean {
  return isConversation(result) || CONTACTS.includes(result) || PENDING.includes(result);
}

/** Whether it counts where a law counts conversations only, unanswered calls left out. */
export function isTwoWayConversation(result: string): boolean {
  return isConversation(result) || result === 'exchange' || PENDING.includes(result);
}

/** Whether the entry answers the person's own message, or was agreed with them. */
export function isAnswer({ entry }: Logged): boolean {
  return Boolean(entry.in_response_to) || entry.unsolicited === false;
}

/** Whether the attempt itself answers the person's own message. */
export function isAnswering(moment: EvaluationContext): boolean {
  const { in_response_to, in_live_session } = moment.facts.proposed;
  return Boolean(in_response_to) || in_live_session === true;
}

/** Whether the entry was meant for the same person, whichever collector placed it. */
export function isToPerson({ entry }: Logged, moment: EvaluationContext): boolean {
  return (entry.person ?? 'consumer') === moment.person;
}
