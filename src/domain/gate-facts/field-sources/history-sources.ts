import type { CaseEvent, Consent, LogEntry } from '#domain/gate/facts/history-facts.ts';
import { type FieldSource, kept, type SourcesOf, unasked } from './field-source.ts';

const call = 'endpoint contact.call';
const record = 'endpoint compliance.record-fact';
const consented = 'endpoint compliance.record-consent';
const correct = 'endpoint compliance.correct-attempt';
const message = 'product usecases/messages/steps/send-message.ts';

export const logSources: SourcesOf<LogEntry> = {
  id: kept('attempts.id', call, message),
  at: kept('attempts.attempted_at', call, message),
  dir: kept('attempts.direction', call, message),
  channel: kept('attempts.channel', call, message),
  to: kept('attempts.contact_point_id', call, message, correct),
  from: kept('attempts.contact_point_id', 'product usecases/calls/record-facts.ts'),
  person: kept('attempts.person', 'endpoint contact.verify', correct),
  result: kept('attempts.result attempts.state', 'product domain/contact/outcomes.ts', correct),
  debts: kept('attempts.debts', 'how countDebts', correct),
  conversation_debts: kept('attempts.conversation_debts', 'endpoint contact.verify', correct),
  about_debt: kept('attempts.about_debt', 'product domain/contact/conveyed.ts'),
  by: kept('attempts.collector portfolios.collector', 'endpoint compliance.transfer-portfolio'),
  in_response_to: kept('attempts.in_response_to', 'how inResponseTo'),
  mode: kept('attempts.mode', 'how mode'),
  purpose: kept('attempts.purpose', 'how purpose'),
  unsolicited: kept('attempts.unsolicited', 'how unsolicited'),
  automated: kept('attempts.automated', 'how mode'),
  ended_by: kept('attempts.ended_by', 'product usecases/calls/record-facts.ts'),
  reservation: { by: 'LogEntry.result', why: 'a slot that was given back is no entry of the log' },
  note: { outside: 'Free text that no rule judges' },
};

const statedTime = 'read as a stated time, with the others, by domain/gate/checks/open-hours.ts';
const detail = (name: string): FieldSource => kept('consents.details', `consent ${name}`);

export const consentSources: SourcesOf<Consent> = {
  kind: kept('consents.kind', consented),
  given_to: kept('consents.given_to', consented),
  received_at: kept('consents.received_at', consented),
  revoked_at: kept('consents.revoked_at', 'endpoint compliance.revoke-consent'),
  via: unasked(detail('via'), 'kept as proof; any way counts'),
  revoked_via: unasked(
    kept('consents.revocation_source', 'endpoint compliance.revoke-consent'),
    'kept as proof; any way counts',
  ),
  words: unasked(detail('words'), 'kept as proof'),
  address: kept('consents.contact_point_id', consented),
  person: detail('person'),
  channel: { by: 'Consent.kind', why: 'each kind is for channels of its own' },
  debts: kept('consents.debts', consented),
  only_local_dates: detail('only_local_dates'),
  weekdays: unasked(detail('weekdays'), statedTime),
  from: detail('from'),
  to: detail('to'),
  place: detail('place'),
  valid_until: detail('valid_until'),
  during_compliant_communication: detail('during_compliant_communication'),
  affirmed_not_employer: detail('affirmed_not_employer'),
  reassigned_checks_ok: detail('reassigned_checks_ok'),
};

const fact = (name: string): FieldSource => kept('contact_facts.details', `fact ${name}`);
const said = (name: string, why: string): FieldSource => unasked(fact(name), why);
const sameTime = (of: string): FieldSource => ({
  by: `CaseEvent.${of}`,
  why: 'another name of the time from which it binds',
});

export const eventSources: SourcesOf<CaseEvent> = {
  kind: kept(
    'contact_facts.kind holds.kind preferences.kind',
    record,
    'endpoint cases.set-hold',
    'endpoint contact.stop',
  ),
  at: kept('contact_facts.occurred_at', record),
  received_at: kept(
    'contact_facts.received_at holds.set_at preferences.given_at',
    record,
    'endpoint cases.set-hold',
  ),
  effective_at: sameTime('at'),
  filed_at: fact('filed_at'),
  entered_at: fact('entered_at'),
  notice_at: fact('notice_at'),
  sent_at: kept('contact_facts.occurred_at', record),
  mailed_at: fact('mailed_at'),
  ended_at: fact('ended_at'),
  undelivered_notice_at: kept('contact_facts.withdraws contact_facts.details', record),
  debts: kept('contact_facts.details holds.details', 'fact debts'),
  address: kept(
    'contact_facts.details preferences.contact_point_id',
    'fact address',
    'endpoint contact.stop',
  ),
  number: { by: 'CaseEvent.address', why: 'a number is a point of contact' },
  medium: kept('contact_facts.details preferences.channel', 'fact medium', 'endpoint contact.stop'),
  via: fact('via'),
  words: fact('words'),
  scope_text: fact('scope_text'),
  in_reply_to: fact('in_reply_to'),
  person: fact('person'),
  place: fact('place'),
  in_writing: fact('in_writing'),
  confirmed_at: said('confirmed_at', 'read with the whole request by the Massachusetts pack'),
  accepted_channel: fact('accepted_channel'),
  attorney: said('attorney', 'kept, not judged: whether they are known is told beside it'),
  attorney_known: fact('attorney_known'),
  readily_ascertainable: fact('readily_ascertainable'),
  basis: said('basis', 'kept, not judged'),
  reasonable_grounds: fact('reasonable_grounds'),
  duplicative: fact('duplicative'),
  validation_period_end: fact('validation_period_end'),
  chapter: fact('chapter'),
  filer: fact('filer'),
  first_day: fact('first_day'),
  last_day: fact('last_day'),
  treatment_ended: fact('treatment_ended'),
  extended_until: fact('extended_until'),
  obtained_by: said('obtained_by', 'kept as proof of the chain; who used it is what counts'),
  under: fact('under'),
  used_by: fact('used_by'),
  immediately_prior_collector: fact('immediately_prior_collector'),
  opted_out: fact('opted_out'),
  optout_deadline: fact('optout_deadline'),
  domain_public: fact('domain_public'),
  names_collector: fact('names_collector'),
  check_ok: fact('check_ok'),
  weekdays: fact('weekdays'),
  from: fact('from'),
  to: fact('to'),
  valid_until: fact('valid_until'),
};
