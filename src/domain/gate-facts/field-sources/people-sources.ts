import type {
  Collector,
  Consumer,
  ContactPoint,
  Debt,
  Inconvenience,
  LocationSignal,
  PersonStatus,
  WorkRequest,
} from '#domain/gate/facts/facts.ts';
import { kept, part, type SourcesOf, told, unasked } from './field-source.ts';

const record = 'endpoint compliance.record-fact';
const place = 'customers.country customers.region customers.city customers.postal_code';
const phones = ['import mobile', 'import phone1', 'endpoint contact.new-point'] as const;

export const collectorSources: SourcesOf<Collector> = {
  type: kept(
    'portfolios.collector_role portfolio_transfers.from_role',
    'endpoint intake.create-portfolio',
    'endpoint compliance.transfer-portfolio',
  ),
  id: kept(
    'portfolios.collector portfolio_transfers.from_collector',
    'endpoint compliance.transfer-portfolio',
  ),
  uses_third_party_name: kept(
    'portfolios.uses_third_party_name',
    'endpoint admin.change-portfolio',
  ),
  business_associate: kept('portfolios.business_associate', 'endpoint admin.change-portfolio'),
  acts_for: kept('portfolios.acts_for', 'endpoint admin.change-portfolio'),
};

export const signalSources: SourcesOf<LocationSignal> = {
  kind: kept(
    'contact_points.kind customers.confirmed_zone',
    ...phones,
    'import confirmedZone',
    'endpoint cases.correct-address',
  ),
  region: kept(place, 'import country', 'import region', 'import city', 'import postalCode'),
  value: unasked(kept('contact_points.value', ...phones), 'shown with the decision'),
  tz: kept('contact_points.zones', 'import zone', 'product domain/gate/places/zones.ts'),
  confirmed_tz: { by: 'LocationSignal.kind', why: 'a signal of kind confirmed_tz' },
};

export const inconvenienceSources: SourcesOf<Inconvenience> = {
  weekdays: kept(
    'contact_facts.details preferences.details',
    'fact weekdays',
    'endpoint contact.stop',
  ),
  from: kept('contact_facts.details preferences.details', 'fact from', 'endpoint contact.stop'),
  to: kept('contact_facts.details preferences.details', 'fact to', 'endpoint contact.stop'),
  source: unasked(
    told('product domain/gate-facts/build-history-facts.ts'),
    'shown with the decision',
  ),
  valid_until: kept('contact_facts.details', 'fact valid_until'),
};

export const consumerSources: SourcesOf<Consumer> = {
  id: unasked(kept('customers.id', 'import customerReference'), 'names the person in a decision'),
  kind: kept('customers.kind', 'import customerKind'),
  language: kept('customers.language', 'import language', 'endpoint contact.language'),
  location_signals: part('LocationSignal'),
  unread_places: told('product domain/gate/places/regions.ts'),
  confirmed_tz: { by: 'LocationSignal.kind', why: 'a signal of kind confirmed_tz' },
  confirmed_tz_source: { outside: 'Free text that no rule judges' },
  inconvenient: part('Inconvenience'),
  inconvenient_places: kept(
    'contact_facts.details preferences.details',
    'fact place',
    'endpoint contact.stop',
  ),
  current_place: kept('preferences.details', 'endpoint contact.whereabouts'),
  current_place_until: kept('preferences.details', 'endpoint contact.whereabouts'),
  employer_prohibits: kept('contact_facts.kind preferences.kind', record, 'endpoint contact.stop'),
  work_request: part('WorkRequest'),
  status: part('PersonStatus'),
  initial_communication_made: kept(
    'attempts.about_debt accounts.first_communication_on contact_facts.kind',
    'import firstCommunicationOn',
    record,
    'product domain/contact/conveyed.ts',
  ),
  authorised_channels: kept('consents.details', 'consent channels'),
};

const wholeRequest = 'read with the whole request by the Massachusetts pack';

export const workRequestSources: SourcesOf<WorkRequest> = {
  at: { by: 'WorkRequest.received_at', why: 'kept from the day of its receipt' },
  received_at: kept('contact_facts.received_at', record),
  in_writing: unasked(kept('contact_facts.details', 'fact in_writing'), wholeRequest),
  medium: unasked(kept('contact_facts.details', 'fact medium'), wholeRequest),
  via: unasked(kept('contact_facts.details', 'fact via'), wholeRequest),
  confirmed_at: kept('contact_facts.details', 'fact confirmed_at'),
};

export const statusSources: SourcesOf<PersonStatus> = {
  deceased: kept('holds.kind contact_facts.kind', 'endpoint cases.set-hold', record),
  minor: kept('customers.birth_date contact_facts.kind', 'import birthDate', record),
  active_duty: { by: 'CaseEvent.kind', why: 'an event of kind active_duty' },
  vulnerable: { by: 'CaseEvent.kind', why: 'an event of kind vulnerable' },
  lacks_capacity: { by: 'CaseEvent.kind', why: 'an event of kind lacks_capacity' },
};

export const pointSources: SourcesOf<ContactPoint> = {
  id: kept('contact_points.id', ...phones),
  kind: kept('contact_points.kind', ...phones, 'import email1', 'import street'),
  number: kept('contact_points.value', ...phones),
  address: kept('contact_points.value', 'import email1', 'import street'),
  place: kept('contact_points.place', 'import employerPhone', 'import employerEmail'),
  owner: kept(
    'contact_points.party_id parties.role parties.relation contact_points.state',
    'endpoint contact.mark-number',
  ),
  employer_provided_known: kept(
    'contact_points.employer_provided',
    'import employerEmail',
    'endpoint contact.new-point',
  ),
};

export const debtSources: SourcesOf<Debt> = {
  id: kept('accounts.id', 'import accountReference'),
  type: kept('accounts.debt_type accounts.product', 'import product', 'import debtType'),
  creditor: kept('creditors.name', 'endpoint intake.create-portfolio'),
  student_account_group: kept('accounts.student_account_group', 'import studentAccountGroup'),
  time_barred: kept(
    'accounts.limitation_on items.due_on items.first_due_on items.left_collection_on payments.payer',
    'import limitationOn',
    'import dueOn',
    'import payerRole',
    'endpoint ledger.tell-payer',
    'product domain/debts/limitation.ts',
  ),
  consumer_purpose: kept(
    'customers.kind portfolios.kind',
    'import customerKind',
    'endpoint intake.create-portfolio',
  ),
  days_past_due: kept('items.due_on items.balance_minor', 'import dueOn', 'import daysPastDue'),
  status: kept(
    'items.balance_minor accounts.ended_as',
    'import balance',
    'endpoint ledger.record-payment',
  ),
  incurred_at: kept('accounts.opened_on', 'import openedOn'),
  renewed_on: kept('accounts.renewed_on', 'import renewedOn', 'endpoint cases.set-debt-terms'),
  original_amount: kept(
    'accounts.originated_minor',
    'import originalAmount',
    'endpoint cases.set-debt-terms',
  ),
  currency: kept('accounts.currency', 'import currency'),
  obtained_before_default: {
    stricter: 'The product collects what is overdue when it comes: the rules of a collector apply',
  },
};
