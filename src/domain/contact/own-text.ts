import type { Content } from '#domain/gate/facts/proposed-facts.ts';

/**
 * What no text of the product says and how none of them goes out: scripts, letters, notices and
 * confirmations go to one person, give the writer's own name, and announce at most what the law lets
 * the portfolio do. A text that does say one of these declares it over this. None is worded for asking
 * others where somebody is, and nobody proves who stands behind a profile: both are refused so.
 */
export const ownText = {
  visibility: 'private',
  recipient_verified: false,
  identifies_as_debt_collector: false,
  states_confirming_location: false,
  states_seeking_person_handling_estate: false,
  names_employer: false,
  employer_requested: false,
  optout_requires: [],
  threatens_suit: false,
  threatens_harm: false,
  abusive: false,
  humiliates: false,
  resembles_court_document: false,
  overshadows_rights: false,
  validation_information: false,
  health_detail: false,
  uses_alias: false,
} satisfies Content;

/** How the office posts: in a closed envelope with nothing on it but the addresses. */
export const closedEnvelope = {
  format: 'letter',
  envelope_text: '',
  envelope_reveals_debt: false,
} satisfies Content;
