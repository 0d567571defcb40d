import { type EventWord, eventWord } from './event-kinds.ts';
import type { CaseEvent } from './history-facts.ts';

/** What a detail of a fact is; input is checked against it. */
export type FieldForm =
  | 'flag'
  | 'text'
  | 'texts'
  | 'date'
  | 'instant'
  | 'number'
  | 'debts'
  | 'address'
  | 'medium'
  | 'media'
  | 'dates'
  | 'place'
  | 'clock'
  | 'weekdays';

/** Every detail a fact may carry, by the name under which the gate reads it. */
export const FACT_FIELDS = {
  debts: 'debts',
  address: 'address',
  medium: 'medium',
  place: 'place',
  attorney: 'text',
  basis: 'text',
  words: 'text',
  in_writing: 'flag',
  confirmed_at: 'instant',
  accepted_channel: 'flag',
  attorney_known: 'flag',
  readily_ascertainable: 'flag',
  reasonable_grounds: 'flag',
  duplicative: 'flag',
  validation_period_end: 'date',
  chapter: 'number',
  filer: 'text',
  filed_at: 'instant',
  notice_at: 'instant',
  entered_at: 'instant',
  mailed_at: 'instant',
  ended_at: 'instant',
  first_day: 'date',
  last_day: 'date',
  treatment_ended: 'date',
  extended_until: 'date',
  obtained_by: 'text',
  under: 'text',
  used_by: 'texts',
  immediately_prior_collector: 'text',
  opted_out: 'flag',
  optout_deadline: 'date',
  domain_public: 'flag',
  names_collector: 'flag',
  check_ok: 'flag',
  scope_text: 'text',
  in_reply_to: 'text',
  weekdays: 'weekdays',
  from: 'clock',
  to: 'clock',
  valid_until: 'date',
  person: 'text',
  via: 'text',
} as const satisfies Record<string, FieldForm>;

export type FactField = keyof typeof FACT_FIELDS;

/**
 * From when a fact binds: from its receipt (a request, a dispute), from its sending (a notice of
 * ours), or from its own effect, known or not (a petition, an entry in a register).
 */
export type Binds = 'received' | 'sent' | 'effect';

/** What a fact of one kind is about and what may be said of it. */
export type FactKind = {
  readonly binds: Binds;
  /** Facts about debts reach those of the case unless they name others. */
  readonly about: 'debts' | 'person' | 'address';
  readonly fields: readonly FactField[];
  /** Details without which it says nothing. */
  readonly needs: readonly FactField[];
};

type Part = Partial<Pick<FactKind, 'about' | 'fields' | 'needs'>>;

const kind = (binds: Binds, { about = 'debts', fields = [], needs = [] }: Part = {}): FactKind => ({
  binds,
  about,
  fields: about === 'debts' ? ['debts', ...fields] : fields,
  needs,
});

const written = ['in_writing', 'accepted_channel', 'medium'] as const;
const ended = kind('effect');
const personEnded = kind('effect', { about: 'person' });
const media = {
  about: 'address',
  fields: ['address', 'medium', 'via', 'words', 'in_writing', 'mailed_at'],
} as const;
const days = { fields: ['entered_at', 'first_day', 'last_day', 'ended_at'] } as const;

/**
 * The kinds of fact that can be recorded, by the gate's own words (spec of `event-kinds.ts`). A kind
 * that is not here cannot be recorded.
 */
export const FACT_KINDS: Readonly<Record<EventWord, FactKind>> = {
  attorney: kind('received', {
    fields: ['attorney', 'attorney_known', 'readily_ascertainable', 'in_writing', 'medium'],
  }),
  attorney_asked: kind('sent'),
  attorney_answered: kind('received'),
  attorney_released: kind('received', { fields: ['basis'] }),
  cease: kind('received', { fields: [...written, 'mailed_at'] }),
  cease_released: kind('received'),
  opt_out: kind('received', media),
  opt_in: kind('received', media),
  dispute: kind('received', {
    fields: [...written, 'reasonable_grounds', 'duplicative', 'validation_period_end'],
  }),
  dispute_answered: kind('sent'),
  duplicative_notice: kind('sent'),
  original_creditor_request: kind('received', { fields: [...written, 'validation_period_end'] }),
  original_creditor_answered: kind('sent'),
  validation_notice: kind('sent', { fields: ['medium', 'address', 'mailed_at'] }),
  letter_about_debt: kind('sent', { fields: ['mailed_at'] }),
  email_chain: kind('effect', {
    about: 'address',
    fields: [
      'address',
      'obtained_by',
      'under',
      'used_by',
      'immediately_prior_collector',
      'opted_out',
    ],
    needs: ['address'],
  }),
  creditor_email_notice: kind('sent', {
    about: 'address',
    fields: ['address', 'optout_deadline', 'opted_out', 'domain_public', 'names_collector'],
    needs: ['address', 'optout_deadline'],
  }),
  third_party_disclosure: kind('received', {
    about: 'address',
    fields: ['address'],
    needs: ['address'],
  }),
  bankruptcy_petition: kind('effect', { fields: ['chapter', 'filer', 'filed_at', 'notice_at'] }),
  bankruptcy_released: ended,
  discharge: kind('effect', { fields: ['chapter', 'filer', 'entered_at'] }),
  tcpa_revocation: kind('received', {
    about: 'address',
    fields: ['address', 'medium', 'debts', 'via', 'words', 'scope_text', 'in_reply_to'],
  }),
  undeliverable: kind('received', { about: 'address', fields: ['address'], needs: ['address'] }),
  notice_returned: kind('received'),
  number_check: kind('effect', {
    about: 'address',
    fields: ['address', 'check_ok'],
    needs: ['address'],
  }),
  employer_email: kind('received', { about: 'address', fields: ['address'], needs: ['address'] }),
  third_party_request: kind('received', { about: 'person', fields: ['person'] }),
  location_answer_wrong: kind('received', { about: 'person', fields: ['person'] }),
  wrong_party: kind('effect', { about: 'address', fields: ['address'], needs: ['address'] }),
  identity_theft: kind('received'),
  coerced_debt: kind('received', { fields: written }),
  coerced_debt_notice: kind('received', { fields: written }),
  coerced_debt_reviewed: ended,
  coerced_debt_ended: kind('sent'),
  debt_paid: kind('effect'),
  court_permission: kind('effect'),
  breathing_space: kind('effect', days),
  breathing_space_ended: ended,
  mental_health_moratorium: kind('effect', {
    fields: ['entered_at', 'first_day', 'last_day', 'treatment_ended'],
  }),
  mental_health_moratorium_ended: ended,
  scottish_moratorium: kind('effect', days),
  scottish_moratorium_ended: ended,
  debt_adviser: kind('received', { fields: ['extended_until'] }),
  debt_adviser_ended: ended,
  will_not_pay_barred: kind('received'),
  lacks_capacity: kind('received', { about: 'person' }),
  lacks_capacity_ended: personEnded,
  vulnerable: kind('received', { about: 'person' }),
  vulnerable_ended: personEnded,
  hardship: kind('received'),
  hardship_ended: ended,
  forbearance_considered: kind('effect'),
  complaint: kind('received'),
  complaint_ended: ended,
  litigation: kind('effect'),
  litigation_ended: ended,
  debt_review: kind('received'),
  debt_review_ended: ended,
  substantiation: kind('received', { fields: written }),
  substantiation_ended: kind('sent'),
  gdpr_restriction: kind('received', { about: 'person' }),
  gdpr_restriction_ended: personEnded,
  gdpr_objection: kind('received', { about: 'person' }),
  gdpr_objection_ended: personEnded,
  treatment_ended: ended,
  collection_notice: kind('sent', { fields: ['medium', 'mailed_at'] }),
  default_notice: kind('sent', { fields: ['medium', 'mailed_at'] }),
  visit_notice: kind('sent', { fields: ['medium', 'mailed_at'] }),
  written_only: kind('received', { about: 'person', fields: [...written, 'valid_until'] }),
  written_only_ended: kind('received', { about: 'person' }),
  debt_contested: kind('received', { fields: written }),
  debt_contested_ended: ended,
  not_the_debtor: kind('received', { about: 'person', fields: ['address'] }),
  representative: kind('received'),
  representative_ended: kind('received'),
  credit_transferred: kind('effect'),
  initial_disclosures: kind('sent', { fields: ['medium', 'mailed_at'] }),
  dispute_acknowledged: kind('sent'),
  complaint_acknowledged: kind('sent'),
  transfer_notice: kind('sent', { fields: ['medium', 'mailed_at'] }),
  time_inconvenient: kind('received', {
    about: 'person',
    fields: ['weekdays', 'from', 'to', 'valid_until'],
  }),
  place_inconvenient: kind('received', {
    about: 'person',
    fields: ['place', 'in_writing', 'medium', 'via', 'confirmed_at'],
    needs: ['place'],
  }),
  work_prohibited: kind('received', { about: 'person' }),
  work_request: kind('received', {
    about: 'person',
    fields: ['in_writing', 'medium', 'confirmed_at'],
  }),
  deceased: kind('effect', { about: 'person' }),
  minor: kind('effect', { about: 'person' }),
  active_duty: kind('effect', { about: 'person' }),
};

/** Every kind of fact that can be recorded. */
export const factKinds = Object.keys(FACT_KINDS) as [EventWord, ...EventWord[]];

/** Kinds of notice that can come back undelivered: then they were never sent (12 CFR 1006.42). */
export const RETURNABLE: readonly EventWord[] = [
  'validation_notice',
  'letter_about_debt',
  'collection_notice',
  'initial_disclosures',
  'transfer_notice',
];

/** A raw fact as it is kept. Instants in ISO 8601. */
export type RawFact = {
  readonly id: string;
  readonly kind: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly occurredAt: string;
  readonly receivedAt: string;
  /** The earlier fact that it withdraws, or of which it says that it came back undelivered. */
  readonly withdraws: string | null;
};

/** The instant from which a fact binds. */
export function boundFrom(fact: Pick<RawFact, 'kind' | 'occurredAt' | 'receivedAt'>): string {
  const word = eventWord(fact.kind);
  return word && FACT_KINDS[word].binds === 'received' ? fact.receivedAt : fact.occurredAt;
}

/**
 * Raw facts as the events of the gate: those withdrawn are out, with what took them back; a notice
 * that was returned says when.
 */
export function eventsOfFacts(facts: readonly RawFact[]): CaseEvent[] {
  const later = new Map(facts.flatMap((fact) => (fact.withdraws ? [[fact.withdraws, fact]] : [])));
  return facts.flatMap((fact) => {
    if (fact.withdraws !== null) return [];
    const after = later.get(fact.id);
    if (!after) return [eventOf(fact)];
    const returned = after.details['undelivered_notice_at'];
    return returned ? [{ ...eventOf(fact), undelivered_notice_at: String(returned) }] : [];
  });
}

function eventOf({ kind: word, details, occurredAt, receivedAt }: RawFact): CaseEvent {
  const known = eventWord(word);
  const binds = known ? FACT_KINDS[known].binds : 'received';
  const at = occurredAt;
  if (binds === 'received') return { kind: word, at, received_at: receivedAt, ...details };
  return { kind: word, at, ...(binds === 'sent' ? { sent_at: at } : {}), ...details };
}
