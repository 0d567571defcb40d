import type { Content } from '#domain/gate/facts/proposed-facts.ts';

/** Results by which words of ours reached somebody. */
const reached: readonly string[] = [
  'conversation',
  'conversation_start',
  'exchange',
  'voicemail_content',
  'rvm_delivered',
  'sent',
];

/** Purposes whose contacts say nothing of a debt unless their content does. */
const silent: readonly string[] = [
  'optout_confirmation',
  'location_information',
  'contact_request',
];

/** An attempt as it came out, with what it carried. */
export type CarriedOut = {
  /** Null while nobody knows. */
  readonly result: string | null;
  readonly purpose: string | null;
  /** Null where nothing was declared. */
  readonly content: Content | null;
};

/**
 * Whether something about a debt was conveyed, directly or indirectly (12 CFR 1006.2(d)): no
 * unanswered call, no limited-content message (1006.2(j)), no talk with somebody who was told
 * nothing, no confirmation of an opt-out and no search for an address does. Null while the outcome
 * is unknown.
 */
export function isAboutDebt({ result, purpose, content }: CarriedOut): boolean | null {
  if (result === null || result === 'reserved') return null;
  if (!reached.includes(result)) return false;
  if (purpose !== null && silent.includes(purpose)) return content?.mentions_debt === true;
  return content?.mentions_debt !== false;
}
