/** Whose money a payment was, as seen from the debt; `unknown` where nobody told. */
export const payers = [
  /** The customer, or somebody who acts for them: a guardian, an executor, their attorney. */
  'debtor',
  'co_debtor',
  'guarantor',
  /** Anybody else who paid of their own will: family, a friend, an employer. */
  'third_party',
  /** Money taken without their will: a garnishee, an attachment of wages, an execution, a set-off. */
  'enforcement',
  /** A benefits office, an insurer, another collector. */
  'agency',
  'unknown',
] as const;
export type Payer = (typeof payers)[number];

/** Payers of whom somebody can say that it was them. */
export const knownPayers = payers.filter((payer) => payer !== 'unknown');

/** Whether a payment acknowledges the debt for the customer; `maybe` where it cannot be told. */
export type Acknowledges = 'yes' | 'maybe' | 'no';

/**
 * Only who is liable acknowledges a debt, or an agent for them (Limitation Act 1980 ss 29(5), 30(2);
 * Prescription Act 68 of 1969 s 14; NSW Limitation Act 1969 s 54; Prescription Law 5718-1958 s 9). What
 * one of several who owe pays binds the others in some places (Limitation Act 1980 s 31(7)) and not
 * in others: in doubt.
 */
const acknowledging: Readonly<Record<Payer, Acknowledges>> = {
  debtor: 'yes',
  co_debtor: 'maybe',
  guarantor: 'maybe',
  third_party: 'no',
  enforcement: 'no',
  agency: 'no',
  unknown: 'maybe',
};

/** Whether a payment by that payer acknowledges the debt for the customer. */
export const acknowledges = (payer: Payer): Acknowledges => acknowledging[payer];

/** Payers whose payment acknowledges nothing. */
export const acknowledgeNothing = payers.filter((payer) => acknowledging[payer] === 'no');
