/**
 * What a validation notice holds, as data: the parts of model form B-1 in Appendix B to 12 CFR part
 * 1006, each with the paragraph of 1006.34 that asks for it or allows it. The wording itself is the
 * operator's; the keys name what has to be worded.
 */

/** Where on the model form a part stands. */
export type NoticePlace = 'heading' | 'debt' | 'rights' | 'contact' | 'tear_off';

export type NoticeField = {
  /** Name of the value or sentence. */
  readonly key: string;
  readonly place: NoticePlace;
  readonly citation: string;
  /** May be left out without losing the safe harbour of 1006.34(d)(2). */
  readonly optional: boolean;
  /** Asked for in some cases only. */
  readonly when?:
    | 'consumer_financial_product'
    | 'sent_electronically'
    | 'time_barred'
    | 'translated';
};

const must = (key: string, place: NoticePlace, paragraph: string): NoticeField => ({
  key,
  place,
  citation: `12 CFR 1006.34${paragraph}`,
  optional: false,
});

const may = (key: string, place: NoticePlace, paragraph: string): NoticeField => ({
  ...must(key, place, paragraph),
  optional: true,
});

/** Any one of these dates may be the itemization date; the choice is kept for the debt (34(b)(3)). */
export const ITEMIZATION_DATES = [
  'last_statement',
  'charge_off',
  'last_payment',
  'transaction',
  'judgment',
] as const;

/** The three statements of rights, as keys for the operator's wording (34(c)(3)(i)-(iii)). */
export const RIGHTS = [
  'dispute_by_end_date',
  'original_creditor_by_end_date',
  'assumed_valid_after',
] as const;

export type Right = (typeof RIGHTS)[number];

/** What each statement of rights has to say; the end date is that of the validation period. */
export const RIGHTS_MEANING: Readonly<Record<Right, string>> = {
  dispute_by_end_date:
    'A dispute in writing that arrives by the end date stops collection of what is disputed until the debt is verified.',
  original_creditor_by_end_date:
    'A written request that arrives by the end date is answered with the original creditor’s name and address before collection goes on.',
  assumed_valid_after: 'Without a dispute by the end date the debt will be assumed to be valid.',
};

/** The parts of the notice in the order of the model form. */
export const VALIDATION_NOTICE: readonly NoticeField[] = [
  must('debt_collector_statement', 'heading', '(c)(1)'),
  must('collector_name', 'heading', '(c)(2)(i)'),
  must('collector_dispute_address', 'heading', '(c)(2)(i)'),
  may('collector_phone_and_hours', 'heading', '(d)(3)(i)'),
  may('reference_code', 'heading', '(d)(3)(ii)'),
  must('consumer_name', 'heading', '(c)(2)(ii)'),
  must('consumer_address', 'heading', '(c)(2)(ii)'),
  {
    ...must('creditor_on_itemization_date', 'debt', '(c)(2)(iii)'),
    when: 'consumer_financial_product',
  },
  must('account_number_truncated', 'debt', '(c)(2)(iv)'),
  must('current_creditor', 'debt', '(c)(2)(v)'),
  must('itemization_date', 'debt', '(c)(2)(vi)'),
  must('amount_on_itemization_date', 'debt', '(c)(2)(vii)'),
  must('interest_since', 'debt', '(c)(2)(viii)'),
  must('fees_since', 'debt', '(c)(2)(viii)'),
  must('payments_since', 'debt', '(c)(2)(viii)'),
  must('credits_since', 'debt', '(c)(2)(viii)'),
  must('amount_now', 'debt', '(c)(2)(ix)'),
  may('original_merchant_or_brand', 'debt', '(d)(3)(vii)'),
  must('validation_period_end', 'rights', '(c)(3)'),
  must('dispute_by_end_date', 'rights', '(c)(3)(i)'),
  must('original_creditor_by_end_date', 'rights', '(c)(3)(ii)'),
  must('assumed_valid_after', 'rights', '(c)(3)(iii)'),
  { ...must('bureau_website', 'rights', '(c)(3)(iv)'), when: 'consumer_financial_product' },
  {
    ...must('electronic_dispute_instructions', 'rights', '(c)(3)(v)'),
    when: 'sent_electronically',
  },
  { ...may('time_barred_disclosure', 'rights', '(d)(3)(iv)'), when: 'time_barred' },
  may('state_law_disclosures', 'rights', '(d)(3)(iv)'),
  may('electronic_contact', 'contact', '(d)(3)(v)'),
  { ...may('spanish_copy_offer', 'contact', '(d)(3)(vi)'), when: 'translated' },
  may('payment_request', 'contact', '(d)(3)(iii)'),
  must('prompt_not_my_debt', 'tear_off', '(c)(4)(i)'),
  must('prompt_amount_wrong', 'tear_off', '(c)(4)(i)'),
  must('prompt_other_reason', 'tear_off', '(c)(4)(i)'),
  must('prompt_original_creditor', 'tear_off', '(c)(4)(ii)'),
  must('return_addresses', 'tear_off', '(c)(4)(iii)'),
];

/** What holds of the debt and the sending when a notice is put together. */
export type NoticeCase = {
  readonly consumerFinancialProduct: boolean;
  readonly sentElectronically: boolean;
};

/** Keys that a notice of this case cannot do without, in the order of the form. */
export function requiredNoticeFields(of: NoticeCase): readonly string[] {
  return VALIDATION_NOTICE.filter(({ optional, when }) => {
    if (optional) return false;
    if (when === 'consumer_financial_product') return of.consumerFinancialProduct;
    return when !== 'sent_electronically' || of.sentElectronically;
  }).map(({ key }) => key);
}

/** Keys required in this case for which there is no value. */
export function missingNoticeFields(
  of: NoticeCase,
  values: Readonly<Record<string, string | null | undefined>>,
): readonly string[] {
  return requiredNoticeFields(of).filter((key) => !values[key]?.trim());
}

const WORDED: readonly string[] = [
  'debt_collector_statement',
  ...RIGHTS,
  'bureau_website',
  'electronic_dispute_instructions',
  'time_barred_disclosure',
  'state_law_disclosures',
  'spanish_copy_offer',
  'payment_request',
  'prompt_not_my_debt',
  'prompt_amount_wrong',
  'prompt_other_reason',
  'prompt_original_creditor',
];

/** Whether a part is a sentence of the operator's wording and not a value of the debt. */
export function isWorded(key: string): boolean {
  return WORDED.includes(key);
}
