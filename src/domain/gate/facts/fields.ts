import { CONSENT_KINDS } from './consent-kinds.ts';
import { FACT_KINDS } from './fact-kinds.ts';
import type { CaseEvent, Consent } from './history-facts.ts';

const names = (fields: Readonly<Record<string, true>>): ReadonlySet<string> =>
  new Set(Object.keys(fields));

/** Every field some event may carry. */
const EVENT_FIELDS = names({
  kind: true,
  at: true,
  received_at: true,
  effective_at: true,
  filed_at: true,
  entered_at: true,
  notice_at: true,
  sent_at: true,
  mailed_at: true,
  ended_at: true,
  undelivered_notice_at: true,
  debts: true,
  address: true,
  number: true,
  medium: true,
  via: true,
  words: true,
  scope_text: true,
  in_reply_to: true,
  person: true,
  place: true,
  in_writing: true,
  confirmed_at: true,
  accepted_channel: true,
  attorney: true,
  attorney_known: true,
  readily_ascertainable: true,
  basis: true,
  reasonable_grounds: true,
  duplicative: true,
  validation_period_end: true,
  chapter: true,
  filer: true,
  first_day: true,
  last_day: true,
  treatment_ended: true,
  extended_until: true,
  obtained_by: true,
  under: true,
  used_by: true,
  immediately_prior_collector: true,
  opted_out: true,
  optout_deadline: true,
  domain_public: true,
  names_collector: true,
  check_ok: true,
  weekdays: true,
  from: true,
  to: true,
  valid_until: true,
} as const satisfies Record<keyof CaseEvent, true>);

/** Every field some consent may carry. */
const CONSENT_FIELDS = names({
  kind: true,
  given_to: true,
  received_at: true,
  revoked_at: true,
  via: true,
  revoked_via: true,
  words: true,
  address: true,
  person: true,
  channel: true,
  debts: true,
  only_local_dates: true,
  weekdays: true,
  from: true,
  to: true,
  place: true,
  valid_until: true,
  during_compliant_communication: true,
  affirmed_not_employer: true,
  reassigned_checks_ok: true,
} as const satisfies Record<keyof Consent, true>);

/** What an event of every kind may carry: when it bound, about which debts, by whom it came. */
const OF_EVERY_EVENT: readonly (keyof CaseEvent)[] = [
  ...(['kind', 'at', 'received_at', 'effective_at', 'sent_at', 'ended_at', 'debts'] as const),
  'person',
];

/** What a consent of every kind may carry; the other fields belong to some kinds. */
const OF_EVERY_CONSENT: readonly (keyof Consent)[] = [
  ...(['kind', 'given_to', 'received_at', 'revoked_at', 'revoked_via', 'debts'] as const),
  ...(['address', 'channel', 'person', 'place', 'valid_until'] as const),
];

/** The fields of each kind of event: those of every kind and those of its own (`fact-kinds.ts`). */
const EVENT_FIELDS_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(FACT_KINDS).map(([kind, { binds, fields }]) => [
    kind,
    new Set<string>([
      ...OF_EVERY_EVENT,
      ...fields,
      // A revocation names the number itself (47 CFR 64.1200(a)(10)).
      ...(kind === 'tcpa_revocation' ? ['number'] : []),
      // What is sent may come back (12 CFR 1006.42).
      ...(binds === 'sent' ? ['mailed_at', 'undelivered_notice_at'] : []),
    ]),
  ]),
);

const CONSENT_FIELDS_OF: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(CONSENT_KINDS).map(([kind, { fields }]) => [
    kind,
    new Set<string>([...OF_EVERY_CONSENT, ...fields]),
  ]),
);

/** The fields an event of a kind may carry; of a kind that nobody knows, those of any. */
export function fieldsOfEvent(kind: string): ReadonlySet<string> {
  return EVENT_FIELDS_OF.get(kind) ?? EVENT_FIELDS;
}

/** The fields a consent of a kind may carry; of a kind that nobody knows, those of any. */
export function fieldsOfConsent(kind: string): ReadonlySet<string> {
  return CONSENT_FIELDS_OF.get(kind) ?? CONSENT_FIELDS;
}

/** The fields told in an event or consent that do not belong to its kind. What is null is not told. */
export function foreignFields(
  told: Readonly<Record<string, unknown>>,
  known: ReadonlySet<string>,
): readonly string[] {
  const foreign: string[] = [];
  for (const name in told) {
    if (!known.has(name) && told[name] !== null && told[name] !== undefined) foreign.push(name);
  }
  return foreign;
}
