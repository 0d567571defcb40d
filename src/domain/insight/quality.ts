import { addDays, type LocalDate } from '#kernel/time.ts';

/** Where something wrong with the data is put right. */
export type QualityMend =
  | 'points'
  | 'people'
  | 'address'
  | 'terms'
  | 'import'
  | 'entry'
  | 'payment';

/**
 * Every kind of poor data that is counted (M-015), with the place where a row of it is put right: a part
 * of the case's page, a file that came in, a bank entry or a payment.
 */
export const qualityMends = {
  /** Open cases of customers whom nothing reaches. */
  'no-contact': 'points',
  /** Open cases of customers who are reached by post alone. */
  'only-post': 'points',
  /** Numbers and addresses of customers with open cases that were found to be wrong. */
  'bad-contact': 'points',
  /** Numbers and addresses that the newest file of a portfolio has and that could not be read. */
  'contact-left-out': 'points',
  /** Bank entries that match no debt. */
  'entry-unmatched': 'entry',
  /** Payments of which some money is on no debt. */
  'payment-unapplied': 'payment',
  /** Customers with open cases who are probably one person, and are not said to be. */
  'duplicate-customer': 'people',
  /** Items owed that no file has told of for too long. */
  'balance-stale': 'import',
  /** Open cases of customers whose address names no place, or several. */
  'place-unread': 'address',
  /** Rows of the newest file of a portfolio that did not come in. */
  'row-refused': 'import',
  /** Words of the newest file that somebody has to say the meaning of. */
  'word-unknown': 'import',
  /** Accounts of consumers with open cases of which nobody said what kind of debt they are. */
  'no-debt-type': 'terms',
} as const satisfies Record<string, QualityMend>;

/** A kind of poor data. */
export type QualityKind = keyof typeof qualityMends;

/** Every kind, in the order in which they are shown. */
export const qualityKinds = Object.keys(qualityMends) as QualityKind[];

/** The first day on which a balance may have been refreshed and is not stale today. */
export function freshSince(today: LocalDate, staleBalanceDays: number): LocalDate {
  return addDays(today, -staleBalanceDays);
}

/** Within so many days the day of an earlier refresh is kept: a tenth of what makes a balance stale. */
export function refreshGrainDays(staleBalanceDays: number): number {
  return Math.floor(staleBalanceDays / 10);
}
