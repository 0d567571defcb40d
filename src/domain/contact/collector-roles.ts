import type { ACTOR_TYPES } from '#domain/gate/facts/words.ts';

/** In what legal role a portfolio is collected, in the words of the gate (`actor.type`). */
export const collectorRoles = [
  'third_party_collector',
  'original_creditor',
  'bank',
  'debt_buyer',
  'lending_company',
] as const satisfies readonly (typeof ACTOR_TYPES)[number][];
export type CollectorRole = (typeof collectorRoles)[number];

/** The kinds of creditor whose agent a collector may be (`actor.acts_for`): a bank, or another one. */
export const principals = [
  'bank',
  'original_creditor',
] as const satisfies readonly (typeof ACTOR_TYPES)[number][];
