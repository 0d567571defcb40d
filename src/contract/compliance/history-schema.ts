import { z } from 'zod';
import { LOG_RESULTS } from '#domain/gate/facts/attempt-results.ts';
import { consentKinds } from '#domain/gate/facts/consent-kinds.ts';
import { WORD_OF_KIND } from '#domain/gate/facts/event-kinds.ts';
import { fieldsOfConsent, fieldsOfEvent, foreignFields } from '#domain/gate/facts/fields.ts';
import type { CaseEvent, Consent, LogEntry } from '#domain/gate/facts/history-facts.ts';
import { ENDINGS, RESERVATIONS } from '#domain/gate/facts/words.ts';
import {
  channel,
  clock,
  date,
  day,
  type Fields,
  flag,
  id,
  instant,
  medium,
  mode,
  moment,
  numberedWeekdays,
  person,
  place,
  someDebts,
  text,
  texts,
  weekdays,
} from './facts-forms.ts';
import { closed, oneOf, unknown } from './known-words.ts';

/** Each field belongs to the kind: a chapter says nothing of a request to cease. */
const belongs =
  (fieldsOf: (kind: string) => ReadonlySet<string>) =>
  (told: { readonly kind: string }, context: z.RefinementCtx) => {
    const known = fieldsOf(told.kind);
    for (const name of foreignFields({ ...told }, known)) {
      const message = unknown(`field of ${told.kind}`, name, [...known]);
      context.addIssue({ code: 'custom', path: [name], message });
    }
  };

/** An entry of the log. */
export const logEntry = closed({
  id,
  at: instant,
  dir: z.enum(['inbound', 'outbound']),
  channel,
  to: text,
  from: text,
  person: person.nullish(),
  result: oneOf(LOG_RESULTS),
  debts: texts,
  conversation_debts: texts,
  about_debt: flag,
  by: text,
  in_response_to: text,
  mode: mode.nullish(),
  purpose: text,
  unsolicited: flag,
  automated: flag,
  ended_by: oneOf(ENDINGS).nullish(),
  reservation: oneOf(RESERVATIONS).nullish(),
  note: text,
} satisfies Fields<LogEntry>);

/** A consent. */
export const consent = closed({
  // The list of authorised channels is told of the person (`consumer.authorised_channels`).
  kind: oneOf(consentKinds.filter((kind) => kind !== 'authorised_channels')),
  given_to: text,
  received_at: moment,
  revoked_at: moment,
  via: text,
  revoked_via: text,
  words: text,
  address: text,
  person: person.nullish(),
  channel: channel.nullish(),
  debts: someDebts,
  only_local_dates: z.array(date).nullish(),
  weekdays,
  from: clock,
  to: clock,
  place: place.nullish(),
  valid_until: day,
  during_compliant_communication: flag,
  affirmed_not_employer: flag,
  reassigned_checks_ok: z.union([z.array(z.union([instant, date])), z.boolean()]).nullish(),
} satisfies Fields<Consent>).superRefine(belongs(fieldsOfConsent));

/** An event. */
export const event = closed({
  kind: oneOf([...WORD_OF_KIND.keys()]),
  at: moment,
  received_at: moment,
  effective_at: moment,
  filed_at: moment,
  entered_at: moment,
  notice_at: moment,
  sent_at: moment,
  mailed_at: moment,
  ended_at: moment,
  undelivered_notice_at: moment,
  debts: someDebts,
  address: text,
  number: text,
  medium: medium.nullish(),
  via: text,
  words: text,
  scope_text: text,
  in_reply_to: text,
  person: person.nullish(),
  place: place.nullish(),
  in_writing: flag,
  confirmed_at: day,
  accepted_channel: flag,
  attorney: text,
  attorney_known: flag,
  readily_ascertainable: flag,
  basis: text,
  reasonable_grounds: flag,
  duplicative: flag,
  validation_period_end: day,
  chapter: z.number().int().nullish(),
  filer: person.nullish(),
  first_day: day,
  last_day: day,
  treatment_ended: day,
  extended_until: day,
  obtained_by: text,
  under: text,
  used_by: texts,
  immediately_prior_collector: text,
  opted_out: flag,
  optout_deadline: moment,
  domain_public: flag,
  names_collector: flag,
  check_ok: flag,
  weekdays: numberedWeekdays,
  from: clock,
  to: clock,
  valid_until: day,
} satisfies Fields<CaseEvent>).superRefine(belongs(fieldsOfEvent));
