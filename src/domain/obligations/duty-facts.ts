import type { ObligationKind } from '#domain/gate/duties.ts';
import type { EventWord } from '#domain/gate/facts/event-kinds.ts';

/**
 * What the log of contact says once an obligation of each kind is met. Null where the gate has nothing
 * to learn from it: the confirmation of an opt-out is an attempt with that purpose, which the rules
 * read; a copy of the budget, how to make a claim of coerced debt and the notice to the bureaus change
 * nothing of what may be said or when. That a claim was made is for the person to say.
 */
const facts: Readonly<Record<ObligationKind, EventWord | null>> = {
  validation_notice: 'validation_notice',
  initial_disclosures: 'initial_disclosures',
  opt_out_confirmation: null,
  dispute_acknowledgement: 'dispute_acknowledged',
  debt_verification: 'dispute_answered',
  original_creditor_answer: 'original_creditor_answered',
  substantiation: 'substantiation_ended',
  complaint_acknowledgement: 'complaint_acknowledged',
  complaint_answer: 'complaint_ended',
  hardship_answer: 'hardship_ended',
  budget_copy: null,
  coerced_debt_instructions: null,
  coerced_debt_bureau_notice: null,
  coerced_debt_review: 'coerced_debt_reviewed',
  coerced_debt_answer: 'coerced_debt_ended',
};

/** The fact that an obligation of a kind makes true when it is met; null for none. */
export const factOfDuty = (kind: ObligationKind): EventWord | null => facts[kind];
