/** What happened that lays duties on the collector. */
export type Occasion =
  | 'first_communication'
  | 'opt_out'
  | 'dispute'
  | 'original_creditor_request'
  | 'substantiation_request'
  | 'complaint'
  | 'hardship'
  | 'budget_taken'
  | 'coerced_debt_notice'
  | 'coerced_debt'
  | 'coerced_debt_reviewed'
  | 'credit_transferred';

/** Something that has to be sent, said or done by a time. */
export const obligationKinds = [
  'validation_notice',
  'initial_disclosures',
  'opt_out_confirmation',
  'dispute_acknowledgement',
  'debt_verification',
  'original_creditor_answer',
  'substantiation',
  'complaint_acknowledgement',
  'complaint_answer',
  'hardship_answer',
  'budget_copy',
  'coerced_debt_instructions',
  'coerced_debt_bureau_notice',
  'coerced_debt_review',
  'coerced_debt_answer',
  'transfer_notice',
] as const;

export type ObligationKind = (typeof obligationKinds)[number];

/** Who works an obligation first; escalated, it is everybody's who leads. */
export type ObligationQueue = 'back-office' | 'compliance';

/** A duty with its term: what happened, what has to be done then, and until when. */
export type Duty = {
  readonly on: Occasion;
  readonly kind: ObligationKind;
  /** The rule it comes from; the operator's own limits are `DUNLIN-DUTY-…`. */
  readonly rule: string;
  /** By the end of the local day so many calendar or business days later, or minutes later. */
  readonly within:
    | { readonly days: number }
    | { readonly businessDays: number }
    | { readonly minutes: number };
  readonly queue: ObligationQueue;
  /** Events of the gate by which it is met. */
  readonly metBy: readonly string[];
  /** Types of debt that do not bring it; where every debt concerned is of these, it does not arise. */
  readonly exceptDebts?: readonly string[];
};

/** The operator's own term for what has to be answered anywhere. */
const answered = (
  on: Occasion,
  kind: ObligationKind,
  days: number,
  metBy: readonly string[],
  queue: ObligationQueue = 'back-office',
): Duty => ({
  ...{ on, kind, queue, metBy, within: { days } },
  rule: kind.endsWith('acknowledgement') ? 'DUNLIN-DUTY-ACKNOWLEDGE' : 'DUNLIN-DUTY-ANSWER',
});

/**
 * The operator's own duties, each where no pack of the place brings one of its kind. No law sets a
 * day for most answers, and nobody may be left without one.
 */
export const ownDuties: readonly Duty[] = [
  {
    on: 'opt_out',
    kind: 'opt_out_confirmation',
    rule: 'DUNLIN-DUTY-CONFIRM',
    within: { days: 1 },
    queue: 'compliance',
    metBy: ['optout_confirmation'],
  },
  answered('dispute', 'dispute_acknowledgement', 5, ['dispute_acknowledged', 'dispute_answered']),
  answered('dispute', 'debt_verification', 30, ['dispute_answered']),
  answered('original_creditor_request', 'original_creditor_answer', 30, [
    'original_creditor_answered',
  ]),
  answered('substantiation_request', 'substantiation', 30, ['substantiation_ended']),
  answered(
    'complaint',
    'complaint_acknowledgement',
    5,
    ['complaint_acknowledged', 'complaint_ended'],
    'compliance',
  ),
  answered('complaint', 'complaint_answer', 30, ['complaint_ended'], 'compliance'),
  answered('hardship', 'hardship_answer', 30, ['hardship_ended']),
  answered('coerced_debt_notice', 'coerced_debt_instructions', 5, ['coerced_debt'], 'compliance'),
  answered(
    'coerced_debt',
    'coerced_debt_review',
    30,
    ['coerced_debt_reviewed', 'coerced_debt_ended'],
    'compliance',
  ),
  answered('coerced_debt_reviewed', 'coerced_debt_answer', 5, ['coerced_debt_ended'], 'compliance'),
];
