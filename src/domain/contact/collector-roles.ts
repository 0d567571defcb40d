/** In what legal role a portfolio is collected, in the words of the gate (`actor.type`). */
export const collectorRoles = [
  'third_party_collector',
  'original_creditor',
  'bank',
  'debt_buyer',
  'finance_company',
] as const;
export type CollectorRole = (typeof collectorRoles)[number];
