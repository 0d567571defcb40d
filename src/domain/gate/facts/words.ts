import { EVERY_MEDIUM, NOT_CONTACT } from './channels.ts';

/**
 * The closed lists of words in facts. Other names for them stand in `aliases.ts`; kinds of events
 * and consents have tables of their own.
 */

/** In what legal role somebody collects; a role not told is read as a third-party collector. */
export const ACTOR_TYPES = [
  'third_party_collector',
  'debt_buyer',
  'original_creditor',
  'bank',
  'lending_company',
] as const;

/** The days of the week, Monday first, as facts name them. Other spellings stand in `aliases.ts`. */
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** What kind of hint of the person's place a signal is. */
export const SIGNAL_KINDS = [
  'residential_address',
  'mobile_area_code',
  'landline_area_code',
  'toll_free_or_voip_number',
  'confirmed_tz',
  'consumer_statement',
] as const;

/** Ways to reach somebody, as a book keeps them. */
export const POINT_KINDS = ['mobile', 'landline', 'email', 'mail', 'app', 'social'] as const;

/** Places a contact point can be tied to. */
export const PLACES = ['home', 'work'] as const;

/** Every way in which a person is reached, and the acts that contact nobody. */
export const CHANNELS = [...EVERY_MEDIUM, ...NOT_CONTACT] as const;

/** By what a request or notice came, or what it is about: a channel, or several together. */
export const MEDIA = [...EVERY_MEDIUM, 'electronic', 'all', 'oral', 'portal'] as const;

/** How a contact is placed. */
export const MODES = [
  'live_agent',
  'manual',
  'predictive',
  'automatic',
  'prerecorded',
  'artificial_voice',
  'ringless',
] as const;

/** Modes in which nobody speaks at that moment. */
export const RECORDED_MODES: readonly string[] = ['prerecorded', 'artificial_voice', 'ringless'];

/** A voice nobody speaks at that moment, whatever the mode says. */
export const ARTIFICIAL_VOICES = ['ai_generated_conversational'] as const;

/** People a contact may be meant for. Anybody else is one of `THIRD_PARTIES`. */
export const PERSONS = [
  'consumer',
  'spouse',
  'surviving_spouse',
  'parent',
  'parent_of_minor',
  'guardian',
  'executor',
  'administrator',
  'personal_representative',
  'estate',
  'confirmed_successor_in_interest',
  'co_debtor',
  'guarantor',
  'attorney',
  'representative',
  'authorised_third_party',
  'debt_adviser',
  'debt_counsellor',
  'payer',
  'employer',
  'reference',
  'creditor',
  'creditor_attorney',
  'collector_attorney',
  'debt_buyer',
  'consumer_reporting_agency',
  'check_history_bureau',
  'trustee',
  'court',
  'third_party',
] as const;

/** Whose a contact point is: a person, several of one household, a unit of the forces. */
export const OWNERS = [...PERSONS, 'shared', 'unit'] as const;

/** The prefix under which anybody else is named. */
export const THIRD_PARTY = 'third_party:';

/** Relatives, as `third_party:` names them. */
export const RELATIVES = [
  ...['relative', 'family_member', 'household_member', 'in_law'],
  ...['spouse', 'husband', 'wife', 'partner', 'former_spouse'],
  ...['parent', 'mother', 'father', 'grandparent', 'grandchild'],
  ...['child', 'son', 'daughter', 'minor_child'],
  ...['adult_child', 'adult_child_no_authority', 'adult_son', 'adult_daughter'],
  ...['sibling', 'brother', 'sister'],
  ...['aunt', 'uncle', 'cousin', 'nephew', 'niece'],
];
/** People of the same household who need not be relatives. */
export const HOUSEMATES = ['flatmate', 'roommate', 'housemate'];
/** People at the person's work. */
export const COLLEAGUES = ['employer', 'colleague', 'supervisor'];

/** Everybody else, by what they are to the person; `unknown` where nobody told. */
export const THIRD_PARTIES: readonly string[] = [
  ...RELATIVES,
  ...HOUSEMATES,
  ...COLLEAGUES,
  ...['friend', 'neighbour', 'landlord', 'tenant', 'personal_reference', 'reference'],
  ...['contact_person', 'emergency_contact', 'caretaker', 'carer', 'social_worker'],
  ...['adviser', 'payer', 'attorney', 'guarantor', 'co_debtor', 'executor', 'guardian'],
  ...['bank', 'creditor', 'school', 'hospital', 'doctor', 'police', 'sheriff', 'court'],
  ...['commanding_officer', 'unit', 'unconfirmed_successor', 'wrong_person', 'stranger'],
  'unknown',
].map((relation) => `${THIRD_PARTY}${relation}`);

/** What has become of a debt. */
export const DEBT_STATES = ['open', 'paid', 'settled', 'discharged'] as const;

/** Who can see a message. */
export const VISIBILITIES = ['private', 'contacts', 'public'] as const;

/** What ended a talk before its end. */
export const ENDINGS = ['line_drop', 'consumer', 'agent'] as const;

/** What became of a slot that was held. */
export const RESERVATIONS = ['held', 'released_not_dialled'] as const;

/** Why somebody is asked again although once is the rule (12 CFR 1006.10(c)). */
export const ANSWER_BELIEVED_WRONG = 'earlier_response_believed_erroneous_now_correct';

/** Reasons that are more than the purpose. */
export const REASONS = [ANSWER_BELIEVED_WRONG] as const;
