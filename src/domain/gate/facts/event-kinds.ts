import type { CaseEvent } from './history-facts.ts';

/**
 * One word for each kind of event, with the other words under which books and forms bring it.
 * Sources do not agree on names; a hold that is not recognised would open a door.
 */
const WORDS = {
  attorney: ['attorney_notice', 'attorney_represented', 'attorney_representation'],
  attorney_asked: ['attorney_contacted', 'attorney_inquiry_sent', 'attorney_letter_sent'],
  attorney_answered: ['attorney_responded', 'attorney_replied'],
  attorney_released: [
    'attorney_unresponsive',
    'attorney_no_response',
    'attorney_not_responding',
    'attorney_consent',
    'attorney_consents',
    'attorney_withdrawn',
    'attorney_representation_ended',
    'not_represented',
  ],
  cease: [
    'cease_notice',
    'cease_request',
    'cease_communication',
    'cease_and_desist',
    'refusal_to_pay',
  ],
  cease_released: ['cease_withdrawn', 'cease_revoked', 'consumer_requests_contact'],
  opt_out: ['media_optout', 'medium_optout', 'address_optout', 'optout', 'stop', 'media_opt_out'],
  opt_in: ['media_optin', 'optin', 'media_opt_in', 'optout_withdrawn'],
  dispute: ['dispute_notice', 'dispute_received'],
  dispute_answered: [
    'verification_sent',
    'verification_mailed',
    'dispute_response_sent',
    'dispute_resolved',
    'dispute_investigated',
    'dispute_closed',
    'judgment_copy_sent',
    'debt_verified',
  ],
  duplicative_notice: ['duplicative_dispute_notice', 'duplicative_dispute_notice_sent'],
  original_creditor_request: ['original_creditor_requested'],
  original_creditor_answered: ['original_creditor_sent', 'original_creditor_info_sent'],
  validation_notice: ['validation_notice_sent'],
  letter_about_debt: ['letter_about_debt_mailed', 'letter_about_debt_sent'],
  undeliverable: ['mail_returned', 'email_bounced', 'letter_returned'],
  notice_returned: [
    'notice_not_received',
    'notice_undeliverable',
    'validation_notice_returned',
    'qc_notice_returned',
    'on_notice_returned',
  ],
  email_chain: [],
  creditor_email_notice: ['creditor_notice', 'creditor_optout_notice', 'creditor_notice_sent'],
  third_party_disclosure: ['third_party_disclosure_known', 'third_party_disclosure_reported'],
  bankruptcy_petition: ['bankruptcy_stay', 'bankruptcy_filed', 'bankruptcy'],
  bankruptcy_released: [
    'bankruptcy_dismissed',
    'bankruptcy_dismissal',
    'relief_from_stay',
    'stay_lifted',
    'bankruptcy_closed',
  ],
  discharge: ['bankruptcy_discharge', 'discharge_order', 'discharge_entered'],
  tcpa_revocation: ['tcpa_revoked', 'consent_revoked', 'consent_revocation', 'revocation'],
  number_check: ['reassigned_number_check', 'number_checked', 'rnd_check'],
  employer_email: ['employer_email_known', 'work_email_reported'],
  third_party_request: ['third_party_requested_call', 'third_party_callback_request'],
  location_answer_wrong: ['location_answer_incomplete', 'earlier_answer_wrong'],
  wrong_party: [
    'wrong_number',
    'number_not_persons',
    'wrong_number_learned',
    'number_not_consumers',
    'number_learned_wrong',
    'misdirected_number',
    'reassigned_number',
  ],
  identity_theft: ['identity_theft_notice', 'identity_theft_report', 'identity_theft_block'],
  coerced_debt: ['coerced_debt_claim'],
  coerced_debt_notice: ['coerced_debt_oral'],
  coerced_debt_reviewed: ['coerced_debt_review_completed'],
  coerced_debt_ended: ['coerced_debt_decided', 'coerced_debt_determination_sent'],
  debt_paid: ['debt_paid', 'paid', 'debt_settled', 'settled', 'paid_in_full'],
  court_permission: ['court_order_permitting', 'court_leave'],
  breathing_space: [
    'breathing_space_moratorium',
    'breathing_space_entered',
    'breathing_space_registered',
    'bs_moratorium',
  ],
  breathing_space_ended: ['breathing_space_cancelled', 'breathing_space_end', 'moratorium_ended'],
  mental_health_moratorium: ['mhc_moratorium', 'mental_health_crisis_moratorium'],
  mental_health_moratorium_ended: ['mhc_moratorium_ended', 'mhc_moratorium_cancelled'],
  scottish_moratorium: ['sct_moratorium', 'scottish_statutory_moratorium', 'statutory_moratorium'],
  scottish_moratorium_ended: ['sct_moratorium_ended', 'scottish_moratorium_cancelled'],
  debt_adviser: [
    'debt_adviser_notice',
    'debt_advice',
    'debt_advice_notice',
    'debt_adviser_engaged',
  ],
  debt_adviser_ended: ['debt_advice_ended'],
  will_not_pay_barred: [
    'statute_barred_refusal',
    'statute_barred_will_not_pay',
    'statute_barred_statement',
    'statute_barred',
    'will_not_pay',
  ],
  lacks_capacity: ['mental_capacity', 'mental_capacity_limitation', 'capacity'],
  lacks_capacity_ended: ['capacity_assessed', 'specialist_review_done'],
  vulnerable: ['vulnerability', 'vulnerability_disclosed', 'vulnerable_customer'],
  vulnerable_ended: ['vulnerability_reviewed'],
  hardship: ['hardship_notice', 'hardship_request'],
  hardship_ended: ['hardship_decided', 'hardship_closed'],
  forbearance_considered: ['forbearance_offered'],
  complaint: ['complaint_received'],
  complaint_ended: ['complaint_closed', 'complaint_resolved'],
  litigation: ['litigation_filed', 'lawsuit_filed'],
  litigation_ended: ['litigation_closed'],
  debt_review: ['debt_review_notice'],
  debt_review_ended: ['debt_review_closed'],
  substantiation: ['substantiation_requested', 'substantiation_request'],
  substantiation_ended: ['substantiation_sent'],
  gdpr_restriction: ['restriction_request'],
  gdpr_restriction_ended: ['restriction_lifted', 'gdpr_restriction_lifted'],
  gdpr_objection: ['objection_request'],
  gdpr_objection_ended: ['objection_decided', 'gdpr_objection_decided'],
  treatment_ended: ['mhc_treatment_ended', 'crisis_treatment_ended'],
  collection_notice: [
    'payment_notice',
    'notice_of_payment',
    'notice_letter',
    'on_notice_sent',
    'qc_notice_sent',
    'qc_notice_resent',
    'nv_medical_notice_mailed',
    'nv_notice_mailed',
  ],
  default_notice: ['section_129_notice', 'notice_of_default', 'default_notice_delivered'],
  visit_notice: ['visit_notice_sent', 'visit_announced', 'visit_appointment'],
  written_only: [
    'written_contact_only',
    'contact_in_writing_only',
    'written_only_request',
    'qc_written_only',
    'qc_written_only_request',
  ],
  written_only_ended: [],
  debt_contested: ['contested', 'contest', 'contest_notice', 'qc_contest'],
  debt_contested_ended: ['contest_ended', 'legal_action_taken'],
  not_the_debtor: ['denies_being_debtor', 'says_not_debtor', 'not_debtor_statement', 'not_my_debt'],
  representative: ['authorised_representative', 'authorized_representative'],
  representative_ended: ['representation_ended'],
  credit_transferred: ['debt_purchased', 'debt_assigned', 'npl_transfer'],
  /** What a state's law tells the person at the beginning, and that a dispute or complaint came in. */
  initial_disclosures: [],
  dispute_acknowledged: [],
  complaint_acknowledged: [],
  transfer_notice: ['first_communication_after_transfer', 'npl_first_communication'],
  time_inconvenient: [],
  place_inconvenient: [],
  // Who cannot take personal calls at work tells that the employer forbids them (comment 6(b)(3)-1).
  work_prohibited: ['employer_prohibits', 'no_personal_calls_at_work'],
  work_request: ['work_call_request', 'no_calls_at_work'],
  deceased: ['deceased_notice'],
  minor: [],
  active_duty: [],
} as const satisfies { readonly [word: string]: readonly string[] };

/** The gate's own word for a kind of event. */
export type EventWord = keyof typeof WORDS;

/** Every name of a kind of event, with the gate's own word for it. */
export const WORD_OF_KIND: ReadonlyMap<string, EventWord> = new Map(
  (Object.keys(WORDS) as EventWord[]).flatMap((word) => [
    [word, word] as const,
    ...WORDS[word].map((alias): [string, EventWord] => [alias, word]),
  ]),
);

/** The gate's word for a kind of event, or undefined when no rule of this core knows it. */
export function eventWord(kind: string): EventWord | undefined {
  return WORD_OF_KIND.get(kind);
}

/** The text of the instant from which an event binds: receipt before entry, entry before dispatch. */
export function bindingTime(event: CaseEvent): string | undefined {
  return (
    event.received_at ??
    event.at ??
    event.effective_at ??
    event.filed_at ??
    event.entered_at ??
    event.sent_at ??
    event.notice_at ??
    event.mailed_at ??
    undefined
  );
}
