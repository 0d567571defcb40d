/**
 * Purposes for which a law opens what is otherwise shut: a claim that has to rest on something, else
 * it is used to escape the limits.
 */
const claims = /legal|litigat|court|judg|law|statut|lawsuit|proof_of_claim|remed|terminat/;

/** Letters, digits and the signs of docket numbers. */
const reference = /^[\p{L}\d][\p{L}\d ./:_-]{2,79}$/u;

/** Whether a purpose must come with the number of the law, court case or notice it rests on. */
export function needsReference(purpose: string): boolean {
  return claims.test(purpose);
}

/** Whether a text can be such a number: 3 to 80 signs with a digit among them. */
export function isReference(text: string): boolean {
  return reference.test(text) && /\d/.test(text);
}

/** Purposes that answer the person or give them a notice they have a right to. */
const obligations =
  /optout_confirmation|validation_notice|dispute_response|send_verification|complaint|acknowledg/;

/** Whether a contact is owed to the person: a case at rest does not keep it back. */
export function isRequiredContact(purpose: string): boolean {
  return obligations.test(purpose);
}
