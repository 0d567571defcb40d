import type { Policy } from '#domain/gate/facts/policy-facts.ts';
import type { Content, Proposed, VoicemailPlan } from '#domain/gate/facts/proposed-facts.ts';
import { type FieldSource, kept, part, type SourcesOf, told } from './field-source.ts';

const setting = (name: string): FieldSource =>
  kept('portfolio_policies.settings', `setting gate.${name}`);

export const policySources: SourcesOf<Policy> = {
  require_safe_harbors: setting('safeHarboursBind'),
  stop_means_everything: setting('stopMeansEverything'),
  attorney_response_days: setting('attorneyResponseDays'),
  unknown_location_zone_set: told('product domain/gate/places/zones.ts'),
  house_hours: setting('houseHours'),
  rule_hours: setting('ruleHours'),
  rule_hours_shut_on_holidays: setting('ruleHours'),
  rules_on: setting('rulesOn'),
  holds: told('product domain/gate/operator-holds.ts'),
  silence_refuses: told('product domain/gate-facts/build-gate-facts.ts'),
  confirmed_rules: kept(
    'rule_switches.rule_id rule_switches.confirmed',
    'endpoint compliance.propose-switch',
    'endpoint compliance.answer-switch',
  ),
  silenced_rules: kept(
    'rule_switches.rule_id rule_switches.confirmed',
    'endpoint compliance.propose-switch',
    'endpoint compliance.answer-switch',
  ),
  warn_only: setting('adviceOnly'),
};

/** What a message carries is declared by the use case that words it. */
const declared = told('how content');
const planned = told('how voicemailPlan');
const words: FieldSource = { outside: 'Free text that no rule judges' };

export const contentSources: SourcesOf<Content> = {
  ...{ optout_notice: declared, optout_text: words, optout_requires: declared },
  ...{ confirms_optout: declared, debt_collector_disclosure: declared },
  ...{ identifies_as_debt_collector: declared, identifies_individual: declared },
  ...{ identity_disclosed: declared, mentions_debt: declared },
  ...{ states_confirming_location: declared, states_seeking_person_handling_estate: declared },
  ...{ names_employer: declared, employer_requested: declared, visibility: declared },
  ...{ recipient_verified: declared, format: declared, envelope_text: declared },
  ...{ envelope_reveals_debt: declared, threatens_suit: declared, threatens_harm: declared },
  ...{ abusive: declared, humiliates: declared, resembles_court_document: declared },
  ...{ asks_reason_unpaid: declared, overshadows_rights: declared, demands_payment: declared },
  ...{ language: declared, disclosure_language: declared, validation_information: declared },
  ...{ health_detail: declared, uses_alias: declared, names_representative: declared },
  ...{ notice_given: declared, other_content: declared, other: declared },
};

export const voicemailSources: SourcesOf<VoicemailPlan> = {
  ...{ business_name: planned, name_reveals_collector: planned, requests_reply: planned },
  ...{ contact_person_named: planned, callback_number: planned, other_content: planned },
  debt_collector_disclosure: planned,
};

export const proposedSources: SourcesOf<Proposed> = {
  channel: told('how channel'),
  at: told('product usecases/gate/steps/load-gate-inputs.ts'),
  expected_delivery_at: { outside: 'The hour of sending counts, whenever it arrives' },
  to: told('product usecases/gate/steps/wanted-contact.ts'),
  person: kept('contact_points.party_id parties.role', 'how person'),
  debts: kept('accounts.id items.balance_minor', 'import accountReference'),
  mode: told('how mode'),
  voice: told('how voice'),
  purpose: told('how purpose'),
  reason: { by: 'CaseEvent.kind', why: 'an event of kind location_answer_wrong' },
  legal_basis: { by: 'Proposed.purpose', why: 'a claimed purpose comes with what it rests on' },
  content: part('Content'),
  voicemail_plan: part('VoicemailPlan'),
  in_response_to: told('how inResponseTo'),
  in_live_session: told('how inLiveSession'),
  automated: told('how mode'),
  unsolicited: { by: 'Proposed.in_response_to', why: 'what was asked for answers something' },
  count_debts: told('how countDebts', 'endpoint contact.call'),
  already_furnished: { outside: 'The product reports no debt to a bureau' },
  caller_id: kept('portfolios.caller_id', 'endpoint intake.create-portfolio'),
  requested_by_third_party: { by: 'CaseEvent.kind', why: 'an event of kind third_party_request' },
  rebuttal_factor: kept('overrides.factor', 'endpoint gate.grant-override'),
  team: told('how team'),
};
