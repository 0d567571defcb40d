import { ATTEMPT_PERSONS } from './attempt-results.ts';
import { FACT_FIELDS, type FactField, type FieldForm } from './fact-kinds.ts';

/** Every detail a consent may carry beyond its address and debts, by the gate's name for it. */
export const consentFields = [
  'only_local_dates',
  'weekdays',
  'from',
  'to',
  'valid_until',
  'place',
  'person',
  'channels',
  'during_compliant_communication',
  'affirmed_not_employer',
  'reassigned_checks_ok',
  'via',
  'words',
] as const;

export type ConsentField = (typeof consentFields)[number];

/** The forms of the details that only a consent carries; the others are those of facts. */
const FORMS = {
  only_local_dates: 'dates',
  channels: 'media',
  during_compliant_communication: 'flag',
  affirmed_not_employer: 'flag',
  reassigned_checks_ok: 'dates',
} as const satisfies Partial<Record<ConsentField, FieldForm>>;

/** A detail of a fact or of a consent. */
export type DetailField = FactField | ConsentField;

/** Whether a name is that of a detail. */
export const isDetailField = (name: string): name is DetailField =>
  Object.hasOwn(FACT_FIELDS, name) || Object.hasOwn(FORMS, name);

/** What a detail of a fact or a consent is. */
export function formOfDetail(name: DetailField): FieldForm {
  return { ...FACT_FIELDS, ...FORMS }[name];
}

/** What a consent of one kind is given for and what may be said of it. */
export type ConsentForm = {
  /** Kinds of contact point it may name; none where it names no address. */
  readonly points: readonly ('mobile' | 'landline' | 'email')[];
  /** Whether it says nothing without an address. */
  readonly needsPoint: boolean;
  readonly fields: readonly ConsentField[];
  readonly needs: readonly ConsentField[];
};

type Part = Partial<ConsentForm>;

const form = ({ points = [], needsPoint = false, fields = [], needs = [] }: Part): ConsentForm => ({
  ...{ points, needsPoint, needs },
  fields: [...needs, ...fields, 'via', 'words'],
});

const phones = ['mobile', 'landline'] as const;

/** The kinds of consent that some rule reads. */
export const CONSENT_KINDS = {
  // 12 CFR 1006.14(b)(3)(i): calls beyond the presumed number; withdrawn or used up within seven days.
  additional_calls: form({ points: phones, fields: ['only_local_dates', 'valid_until'] }),
  // 12 CFR 1006.6(b)(1): consent given directly to a time or a place otherwise closed.
  contact_time: form({
    needs: ['from', 'to'],
    fields: ['weekdays', 'valid_until', 'during_compliant_communication'],
  }),
  contact_place: form({ needs: ['place'] }),
  // 12 CFR 1006.6(d)(4)(i), (d)(5)(ii): an address or number used with prior consent.
  email: form({ points: ['email'], needsPoint: true }),
  text: form({ points: ['mobile'], needsPoint: true, fields: ['reassigned_checks_ok'] }),
  // 47 CFR 64.1200(a)(1): automatic calls and texts to a mobile number.
  tcpa_prior_express: form({ points: phones, needsPoint: true }),
  // 23 NYCRR 1.6: e-mail in New York; 6 RCNY 5-77: any electronic medium in the city.
  ny_email_written: form({
    points: ['email'],
    needsPoint: true,
    fields: ['affirmed_not_employer'],
  }),
  nyc_electronic_written: form({ points: ['email', 'mobile'] }),
  // D.C. Code 28-3814: electronic messages in the District.
  dc_electronic: form({ points: ['email', 'mobile'] }),
  // 15 USC 7001(c): disclosures sent electronically.
  esign: form({}),
  // Ley 2300 de 2023 art. 2 (Colombia): the channels that the person authorised, no others.
  authorised_channels: form({ needs: ['channels'] }),
  // 12 CFR 1006.6(d)(1): talking with somebody else about the debt.
  third_party_contact: form({ needs: ['person'] }),
  // Consumer Credit Act 1995 (Ireland) s. 46, SOR/2021-181 (Canada): the employer, the family.
  employer_contact: form({ fields: ['person'] }),
  family_contact: form({ fields: ['person'] }),
} as const satisfies Readonly<Record<string, ConsentForm>>;

export type ConsentKind = keyof typeof CONSENT_KINDS;

/** Every kind of consent that can be recorded. */
export const consentKinds = Object.keys(CONSENT_KINDS) as [ConsentKind, ...ConsentKind[]];

/** With whom a consent may let us talk. */
export const consentPersons = ATTEMPT_PERSONS.filter((person) => person !== 'consumer');
