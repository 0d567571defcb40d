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
    'rule_switches.rule_id rule_switches.turn',
    'endpoint compliance.propose-switch',
    'endpoint approvals.decide',
  ),
  silenced_rules: kept(
    'rule_switches.rule_id rule_switches.turn',
    'endpoint compliance.propose-switch',
    'endpoint approvals.decide',
  ),
  warn_only: setting('adviceOnly'),
};

/** What is said is told by the file that words it, and by what reads the words. */
const script = told('product domain/contact/call-script.ts');
const confirmation = told('product usecases/messages/steps/confirm-opt-out.ts');
const readFromWords = told('product domain/contact/message-content.ts');
const planned = told('how voicemailPlan');
const words: FieldSource = { outside: 'Free text that no rule judges' };
/** What no text of the product says is told of each of them. */
const ownWords = told('product domain/contact/own-text.ts');
const letter = told('product domain/strategy/letter-content.ts');

export const contentSources: SourcesOf<Content> = {
  ...{ optout_notice: confirmation, optout_text: words, optout_requires: ownWords },
  ...{ confirms_optout: confirmation, other_content: confirmation },
  ...{ debt_collector_disclosure: script, identity_disclosed: script },
  ...{ identifies_individual: script, asks_reason_unpaid: script },
  ...{ mentions_debt: readFromWords, language: readFromWords, disclosure_language: readFromWords },
  ...{ identifies_as_debt_collector: script, states_confirming_location: ownWords },
  ...{ states_seeking_person_handling_estate: ownWords, names_employer: ownWords },
  ...{ employer_requested: ownWords, visibility: ownWords, recipient_verified: ownWords },
  ...{ format: ownWords, envelope_text: ownWords, envelope_reveals_debt: ownWords },
  ...{ threatens_suit: letter, demands_payment: letter },
  ...{ threatens_harm: ownWords, abusive: ownWords, humiliates: ownWords },
  ...{ resembles_court_document: ownWords, overshadows_rights: ownWords },
  ...{ validation_information: ownWords, health_detail: ownWords, uses_alias: ownWords },
  names_representative: told('product domain/gate-facts/build-gate-facts.ts'),
  notice_given: { by: 'CaseEvent.kind', why: 'an event of kind visit_notice' },
  other: { by: 'Content.other_content', why: 'that there is something is told, not in what words' },
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
  person: kept(
    'contact_points.party_id parties.role',
    'product domain/gate-facts/build-gate-facts.ts',
  ),
  debts: kept('accounts.id items.balance_minor', 'import accountReference'),
  mode: told('how mode'),
  voice: told('how voice'),
  purpose: told('how purpose'),
  reason: { by: 'CaseEvent.kind', why: 'an event of kind location_answer_wrong' },
  legal_basis: { by: 'Proposed.purpose', why: 'a claimed purpose comes with what it rests on' },
  content: part('Content'),
  voicemail_plan: part('VoicemailPlan'),
  in_response_to: told('how inResponseTo'),
  in_live_session: {
    stricter:
      'A chat comes through its provider message by message, and no event of it opens or closes a ' +
      'visit; a call that the person placed goes on as purpose continue_inbound_call. Each answer is ' +
      'told by in_response_to',
  },
  automated: told('how mode'),
  unsolicited: { by: 'Proposed.in_response_to', why: 'what was asked for answers something' },
  count_debts: told('how countDebts', 'endpoint contact.call'),
  already_furnished: { stricter: 'A debt not known to be reported is reported for the first time' },
  caller_id: kept('portfolios.caller_id', 'endpoint intake.create-portfolio'),
  requested_by_third_party: { by: 'CaseEvent.kind', why: 'an event of kind third_party_request' },
  rebuttal_factor: kept('overrides.factor', 'endpoint gate.ask-override'),
  team: told('how team'),
};
