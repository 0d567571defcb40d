import { ownValue } from '#kernel/own-value.ts';
import { WORD_OF_KIND } from './event-kinds.ts';
import { PURPOSES } from './purposes.ts';
import { shape, translated, type Words } from './translate.ts';
import { WEEKDAY_WORDS } from './weekday-words.ts';

/**
 * The one table of other names: sources call the same thing by different names, and each is
 * translated once, where facts come in. Rules see the gate's own names and words only.
 */

const CHANNEL_WORDS: Words = {
  call: 'phone_call',
  calls: 'phone_call',
  voice: 'phone_call',
  phone_calls: 'phone_call',
  telephone_calls: 'phone_call',
  phone: 'phone_call',
  telephone: 'phone_call',
  telephone_call: 'phone_call',
  rvm: 'ringless_voicemail',
  voicemail_drop: 'ringless_voicemail',
  text: 'sms',
  texts: 'sms',
  text_message: 'sms',
  'e-mail': 'email',
  mail: 'letter',
  post: 'letter',
  whatsapp: 'messaging',
  messenger: 'messaging',
  app_push: 'push',
  in_app: 'push',
  web_chat: 'chat',
  private_message: 'social_dm',
  social: 'social_dm',
  social_message: 'social_dm',
  social_post: 'social_public',
  furnish: 'credit_reporting',
  furnishing: 'credit_reporting',
  credit_bureau_reporting: 'credit_reporting',
  sale: 'debt_transfer',
  debt_sale: 'debt_transfer',
  sell_debt: 'debt_transfer',
  debt_placement: 'debt_transfer',
  transfer_debt: 'debt_transfer',
  transfer: 'debt_transfer',
  placement: 'debt_transfer',
  litigation: 'lawsuit',
  legal_action: 'lawsuit',
  file_suit: 'lawsuit',
};

const MEDIUM_WORDS: Words = {
  ...CHANNEL_WORDS,
  any: 'all',
  verbal: 'oral',
  in_person: 'visit',
  web: 'portal',
};

const RESULT_WORDS: Words = {
  rang_no_answer: 'no_answer',
  voicemail_reached_no_message: 'voicemail_none',
  voicemail_limited_content: 'voicemail_lcm',
  voicemail_with_debt_content: 'voicemail_content',
  answered_other_person: 'third_party_answered',
  not_connected: 'network_failure',
  out_of_service: 'not_in_service',
};

const PERSON_WORDS: Words = {
  joint_debtor: 'co_debtor',
  co_borrower: 'co_debtor',
  co_maker: 'co_debtor',
  surety: 'guarantor',
  legal_guardian: 'guardian',
  executor_of_estate: 'executor',
  estate_executor: 'executor',
  administrator_of_estate: 'administrator',
  estate_administrator: 'administrator',
  named_representative: 'personal_representative',
  consumer_attorney: 'attorney',
  legal_adviser: 'attorney',
  legal_representative: 'attorney',
  solicitor: 'attorney',
  authorized_third_party: 'authorised_third_party',
  debt_advisor: 'debt_adviser',
  adviser: 'debt_adviser',
  advisor: 'debt_adviser',
  debt_counselor: 'debt_counsellor',
  original_creditor: 'creditor',
  current_creditor: 'creditor',
  attorney_of_creditor: 'creditor_attorney',
  attorney_of_collector: 'collector_attorney',
  debt_collector_attorney: 'collector_attorney',
  bureau: 'consumer_reporting_agency',
  credit_bureau: 'consumer_reporting_agency',
  bankruptcy_trustee: 'trustee',
  'third_party:neighbor': 'third_party:neighbour',
  'third_party:coworker': 'third_party:colleague',
  'third_party:co_worker': 'third_party:colleague',
};

const OWNER_WORDS: Words = {
  ...PERSON_WORDS,
  household: 'shared',
  joint: 'shared',
  family: 'shared',
  'somebody-else': 'third_party:unknown',
  not_consumer: 'third_party:unknown',
  stranger: 'third_party:unknown',
  unknown: 'third_party:unknown',
};

const MODE_WORDS: Words = {
  live_agent_manual_dial: 'manual',
  preview: 'live_agent',
  progressive: 'predictive',
  automated: 'automatic',
  autodialed: 'automatic',
  autodialled: 'automatic',
  atds: 'automatic',
  recorded: 'prerecorded',
  ai_voice: 'artificial_voice',
  synthetic_voice: 'artificial_voice',
  voice_bot: 'artificial_voice',
  voicebot: 'artificial_voice',
};

const ACTOR_WORDS: Words = {
  agency: 'third_party_collector',
  collection_agency: 'third_party_collector',
  creditor: 'original_creditor',
  first_party: 'original_creditor',
  financial_institution: 'bank',
  federally_regulated_institution: 'bank',
  financing_company: 'lending_company',
};

const POINT_WORDS: Words = {
  phone: 'landline',
  cell: 'mobile',
  postal: 'mail',
  address: 'mail',
  work_email: 'email',
  social_media: 'social',
};

const DEBT_WORDS: Words = {
  commercial: 'business',
  trade_credit: 'business',
  card: 'credit_card',
  loan: 'personal_loan',
  hospital: 'medical',
  health: 'medical',
  dental: 'medical',
  telephone: 'telecom',
  court_fine: 'fine',
  retail: 'retail_credit',
  store_card: 'retail_credit',
  mortgage_principal: 'secured_principal',
};

const CONSENT_WORDS: Words = {
  additional_contacts: 'additional_calls',
  e_sign: 'esign',
  nyc_electronic: 'nyc_electronic_written',
  electronic_written: 'nyc_electronic_written',
  third_party: 'third_party_contact',
  third_party_disclosure: 'third_party_contact',
  employer: 'employer_contact',
  employer_consent: 'employer_contact',
  family: 'family_contact',
  family_consent: 'family_contact',
};

const PURPOSE_WORDS: Words = Object.fromEntries(
  Object.entries(PURPOSES).flatMap(([word, others]) => others.map((other) => [other, word])),
);

const REASON_WORDS: Words = {
  earlier_answer_believed_wrong: 'earlier_response_believed_erroneous_now_correct',
};

const ends = ['cancelled', 'canceled', 'closed', 'lifted', 'withdrawn', 'terminated'];

const CONTENT = shape({
  names: {
    threatens_harm: ['threatens_violence', 'threatens_illegal_action', 'coerces'],
    abusive: ['abusive_language', 'harassing', 'obscene', 'obscene_language', 'insulting'],
    humiliates: ['humiliating', 'ridicules', 'shames', 'degrading'],
    resembles_court_document: ['simulates_court_document', 'simulates_legal_process'],
    asks_reason_unpaid: ['asks_why_unpaid'],
    uses_alias: ['alias'],
    overshadows_rights: ['contradicts_rights', 'overshadows'],
    validation_information: ['validation_notice'],
    health_detail: ['diagnosis', 'treatment_detail'],
    notice_given: ['announced', 'visit_announced'],
  },
});

/** Which names and words are others' for which, object by object. */
const FACTS = shape({
  holds: {
    actor: shape({
      names: { uses_third_party_name: ['third_party_name', 'name_suggests_third_party'] },
      words: { type: ACTOR_WORDS, acts_for: ACTOR_WORDS },
    }),
    consumer: shape({
      names: {
        authorised_channels: ['authorized_channels'],
        language: ['language_preference', 'preferred_language'],
        current_place: ['known_place', 'present_place'],
      },
      words: { authorised_channels: CHANNEL_WORDS },
      holds: {
        location_signals: shape({ words: { kind: { address: 'residential_address' } } }),
        inconvenient: shape({ words: { weekdays: WEEKDAY_WORDS } }),
        work_request: shape({
          names: { confirmed_at: ['confirmed_in_writing_at'], medium: ['form', 'how'] },
          words: { medium: MEDIUM_WORDS },
        }),
      },
    }),
    contact_points: shape({
      names: { employer_provided_known: ['employer_provided'] },
      words: { kind: POINT_WORDS, owner: OWNER_WORDS },
    }),
    debts: shape({
      names: {
        time_barred: ['prescribed', 'statute_barred'],
        obtained_before_default: ['acquired_before_default', 'serviced_before_default'],
      },
      words: { type: DEBT_WORDS },
    }),
    contact_log: shape({
      names: { dir: ['direction'] },
      words: {
        channel: CHANNEL_WORDS,
        result: RESULT_WORDS,
        person: PERSON_WORDS,
        mode: MODE_WORDS,
        purpose: PURPOSE_WORDS,
      },
    }),
    consents: shape({
      words: {
        kind: CONSENT_WORDS,
        person: PERSON_WORDS,
        channel: CHANNEL_WORDS,
        weekdays: WEEKDAY_WORDS,
      },
    }),
    events: shape({
      names: {
        at: ['date', 'occurred_at', 'since'],
        ended_at: ['ended_on', ...ends.flatMap((word) => [`${word}_at`, `${word}_on`])],
        treatment_ended: ['treatment_end', 'treatment_ended_on', 'treatment_ends'],
        confirmed_at: ['confirmed_in_writing_at'],
        optout_deadline: ['optout_period_end', 'opt_out_deadline'],
        domain_public: ['public_domain'],
        names_collector: ['names_the_collector', 'collector_named'],
        check_ok: ['check_passed'],
      },
      words: {
        kind: WORD_OF_KIND,
        medium: MEDIUM_WORDS,
        weekdays: WEEKDAY_WORDS,
        person: PERSON_WORDS,
        filer: PERSON_WORDS,
      },
    }),
    proposed: shape({
      words: {
        channel: CHANNEL_WORDS,
        person: PERSON_WORDS,
        mode: MODE_WORDS,
        purpose: PURPOSE_WORDS,
        reason: REASON_WORDS,
      },
      holds: { content: CONTENT },
    }),
  },
});

/** Facts under the gate's own names and words, as far as the table knows the ones they came with. */
export function inOwnWords(facts: unknown): unknown {
  return translated(facts, FACTS);
}

/** The gate's word for a channel, whatever the source calls it. */
export function channelOf(word: string): string {
  return ownValue(CHANNEL_WORDS, word) ?? word;
}

/** The gate's word for a purpose, whatever the source calls it. */
export function purposeOf(word: string): string {
  return ownValue(PURPOSE_WORDS, word) ?? word;
}
