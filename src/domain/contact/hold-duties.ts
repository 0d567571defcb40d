import type { HoldKind } from '#domain/cases/holds.ts';
import type { ObligationKind } from '#domain/gate/duties.ts';

/** The obligations whose clocks run while a hold of a kind waits for its answer. */
export const holdDuties: Readonly<Record<HoldKind, readonly ObligationKind[]>> = {
  dispute: [
    ...(['dispute_acknowledgement', 'debt_verification'] as const),
    ...(['original_creditor_answer', 'substantiation'] as const),
  ],
  hardship: ['hardship_answer', 'budget_copy'],
  'coerced-debt': [
    ...(['coerced_debt_instructions', 'coerced_debt_bureau_notice'] as const),
    ...(['coerced_debt_review', 'coerced_debt_answer'] as const),
  ],
  complaint: ['complaint_acknowledgement', 'complaint_answer'],
  'stop-contact': ['opt_out_confirmation'],
  vulnerable: [],
  deceased: [],
  insolvent: [],
  represented: [],
  identity: [],
  error: [],
  technical: [],
};
