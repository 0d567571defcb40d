/**
 * What a contact is for, as far as a rule asks, with the other names of each. A purpose that stands
 * nowhere here counts as collecting.
 */
export const PURPOSES = {
  collect: [],
  // 12 CFR 1006.10: where somebody is, and nothing else.
  location_information: ['location', 'locate', 'skip_trace', 'skip_tracing', 'find_location'],
  identify_estate_representative: ['find_estate_representative', 'identify_representative'],
  confirm_employment: ['employment_verification'],
  confirm_identity: ['identity_check'],
  // Comment 6(b)(1)-2: answers inside what the person began.
  answer_debtor_query: ['answer', 'query', 'query_answer', 'answering_request'],
  continue_inbound_call: [],
  // 1006.14(h)(2): what stays open on a closed medium.
  optout_confirmation: ['opt_out_confirmation', 'confirm_optout', 'confirm_opt_out'],
  legally_required_medium: ['required_by_law', 'legally_required', 'law_requires'],
  // 1006.6(c)(2): what stays open after a cease notice.
  advise_termination: [
    'terminate_efforts',
    'advise_no_further_contact',
    'cease_confirmation',
    'acknowledge_cease',
  ],
  remedy_may_be_invoked: ['notice_of_specified_remedy', 'remedy_will_be_invoked'],
  mortgage_servicing_notice: ['mortgage_servicing', 'early_intervention', 'periodic_statement'],
  // Comment 14(b)(2)(ii)-2: reasons against the presumption, and one that is none.
  loss_mitigation_contact_required_by_1024_39a: [],
  court_ordered_communication_active_litigation: ['active_litigation'],
  provide_information_consumer_asked_for_without_callback_consent: ['information_request'],
  resume_dropped_settlement_call: [],
  warn_creditor_late_fee_tomorrow: ['avoid_harm'],
  limited_time_discount_under_collector_control: ['discount_ends'],
  // Notices and answers that a law asks for.
  send_validation_notice: ['validation_notice', 'validation_information'],
  initial_notice: [],
  unverified_debt_notice: ['unverified_notice'],
  send_nv_notice: ['send_nv_medical_notice'],
  statutory_notice: ['legal_notice', 'code_notice', 'regulatory_notice'],
  send_verification: ['verification', 'send_judgment_copy'],
  dispute_response: ['dispute_answer', 'duplicative_dispute_notice'],
  send_original_creditor: ['original_creditor_response'],
  send_substantiation: ['substantiation_response'],
  coerced_debt_answer: ['coerced_debt_response', 'coerced_debt_decision'],
  hardship_response: ['hardship_answer'],
  complaint_response: ['complaint_answer', 'complaint_acknowledgement'],
  gdpr_answer: ['data_rights_answer'],
  // What a court or a proceeding asks for.
  pleading: [],
  proof_of_claim: [],
  court_permitted: [],
  post_judgment_remedy: ['post_judgment'],
  debt_adviser_contact: [],
  debt_review_answer: ['review_answer'],
  announce_suit: ['lawsuit', 'sue', 'litigation', 'suit'],
  // Asking to be let in: on a social network, or by an electronic medium.
  contact_request: ['friend_request', 'connection_request', 'follow_request'],
  seek_electronic_consent: ['consent_request', 'permission_request', 'request_permission'],
  // 1006.30(b)(2): transfers of a paid or discharged debt that are left open.
  return_to_owner: ['repurchase'],
  merger: ['purchase_and_assumption'],
  securitisation: ['securitization'],
  secured_interest: ['lien'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** The gate's own word for a purpose that some rule names. */
export type Purpose = keyof typeof PURPOSES;

/** Looking only for the person's home, telephone or place of work (12 CFR 1006.10(a)). */
export const LOOKING: readonly string[] = [
  'location_information',
  'identify_estate_representative',
] satisfies Purpose[];

/** Asking to be let in, or a paper of the court: nothing that needs the disclosures of 1006.18(e). */
export const WITHOUT_DISCLOSURE: readonly string[] = [
  'contact_request',
  'optout_confirmation',
  'pleading',
] satisfies Purpose[];

/** What answers a dispute. */
export const ANSWERS_DISPUTE: readonly string[] = [
  'send_verification',
  'dispute_response',
] satisfies Purpose[];

/** What answers a question for the original creditor. */
export const ANSWERS_ORIGINAL_CREDITOR: readonly string[] = [
  'send_original_creditor',
] satisfies Purpose[];

/** What answers a request for proof. */
export const ANSWERS_SUBSTANTIATION: readonly string[] = [
  'send_substantiation',
] satisfies Purpose[];

/** Notices a law asks for, in whatever way. */
export const REQUIRED_NOTICES: readonly string[] = [
  'statutory_notice',
  'legally_required_medium',
] satisfies Purpose[];

/** Answers that are owed to what the person asked for, said or claimed. */
const ANSWERS: readonly string[] = [
  'optout_confirmation',
  'complaint_response',
  'hardship_response',
  'coerced_debt_answer',
  'debt_review_answer',
  'gdpr_answer',
  ...ANSWERS_DISPUTE,
  ...ANSWERS_ORIGINAL_CREDITOR,
  ...ANSWERS_SUBSTANTIATION,
];

/** Answers and notices that the person has a right to. */
export const OWED: readonly string[] = [
  'advise_termination',
  'send_validation_notice',
  'initial_notice',
  'unverified_debt_notice',
  'send_nv_notice',
  ...ANSWERS,
];

/**
 * Whether a contact is one that a law asks for: what the person has a right to, or a notice that a law
 * prescribes. None of them presses for payment.
 */
export function isOwed(purpose: string, presses: boolean): boolean {
  return !presses && (OWED.includes(purpose) || REQUIRED_NOTICES.includes(purpose));
}

/** That efforts end, that a remedy may or will be used, and the notices of mortgage servicing. */
export const AFTER_CEASE: readonly string[] = [
  'advise_termination',
  'remedy_may_be_invoked',
  'mortgage_servicing_notice',
  'legally_required_medium',
] satisfies Purpose[];

/** Answers the person and gives the papers a law asks for, while pursuit rests. */
export const ANSWERS_OPEN: readonly string[] = [
  'answer_debtor_query',
  'statutory_notice',
  ...ANSWERS,
];

/** Reasons against a presumption (comment 14(b)(2)(ii)-2). */
export const REBUTTALS: readonly string[] = [
  'legally_required_medium',
  'loss_mitigation_contact_required_by_1024_39a',
  'court_ordered_communication_active_litigation',
  'answer_debtor_query',
  'provide_information_consumer_asked_for_without_callback_consent',
  'resume_dropped_settlement_call',
  'warn_creditor_late_fee_tomorrow',
] satisfies Purpose[];

/** Suing, or saying that one will (1006.26). */
export const SUING: readonly string[] = ['announce_suit'] satisfies Purpose[];
