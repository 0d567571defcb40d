import { purposeOf } from '#domain/gate/facts/aliases.ts';
import type { Content } from '#domain/gate/facts/proposed-facts.ts';
import { isOwed } from '#domain/gate/facts/purposes.ts';

/**
 * Purposes for which a law opens what is otherwise shut: a claim that has to rest on something, else
 * it is used to escape the limits.
 */
const claims: readonly string[] = [
  'legally_required_medium',
  'advise_termination',
  'remedy_may_be_invoked',
  'mortgage_servicing_notice',
  'loss_mitigation_contact_required_by_1024_39a',
  'court_ordered_communication_active_litigation',
  'court_permitted',
  'pleading',
  'proof_of_claim',
  'post_judgment_remedy',
  'statutory_notice',
  'announce_suit',
];

/** Letters, digits and the signs of docket numbers. */
const reference = /^[\p{L}\d][\p{L}\d ./:_-]{2,79}$/u;

/** Whether a purpose must come with the number of the law, court case or notice it rests on. */
export function needsReference(purpose: string): boolean {
  return claims.includes(purposeOf(purpose));
}

/** Whether a text can be such a number: 3 to 80 signs with a digit among them. */
export function isReference(text: string): boolean {
  return reference.test(text) && /\d/.test(text);
}

/** Purposes that follow what was agreed or paid, or repair our own mistake, and press for nothing. */
const following: readonly string[] = ['agreement_confirmation', 'payment_receipt', 'invoice_copy'];

/**
 * Whether a contact is owed to the person or follows what they did: a case at rest, or debt that is
 * covered or paid, does not keep it back.
 */
export function isRequiredContact({ purpose, content }: Asked): boolean {
  if (purpose === null) return false;
  return isOwedByLaw({ purpose, content }) || following.includes(purpose);
}

/** Whether a law asks for a contact, as a right of the person or as its own notice. */
export function isOwedByLaw({ purpose, content }: Asked): boolean {
  return purpose !== null && isOwed(purposeOf(purpose), content?.demands_payment === true);
}

type Asked = { readonly purpose: string | null; readonly content?: Content | undefined };
