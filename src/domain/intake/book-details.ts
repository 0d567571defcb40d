import { withoutCardNumbers } from '#kernel/card-numbers.ts';
import type { RowReason } from './cells.ts';
import type { BookField, Field, SheetKind } from './fields.ts';

/**
 * Fields that a debt does without: one that cannot be read is as if the file said nothing of it, and is
 * listed. What a law or the money rests on is none of them: unread it would count as said.
 */
const details: ReadonlySet<Field> = new Set<BookField>([
  ...(['language', 'birthDate', 'city', 'postalCode', 'street', 'zone', 'confirmedZone'] as const),
  ...(['mobile', 'phone1', 'phone2', 'phone3', 'phone4', 'email1', 'email2'] as const),
  ...(['employerPhone', 'employerEmail', 'coDebtorPhone', 'coDebtorEmail'] as const),
  ...(['guarantorPhone', 'guarantorEmail', 'relatedPhone', 'relatedEmail'] as const),
  ...(['methodKind', 'methodState', 'methodExpiresOn', 'methodLast4', 'deliveredBy'] as const),
  ...(['methodRenews', 'chargingDay', 'payDay', 'deliveryFailedOn', 'deliveredTo'] as const),
]);

/** Whether a row of the sheet comes in although this field of it cannot be read. */
export function isDetail(sheet: SheetKind, field: Field, reason: RowReason): boolean {
  if (sheet !== 'book') return false;
  // The error of a formula is an empty region: where a law needs one, the place is not read.
  return details.has(field) || (field === 'region' && reason === 'formula-error');
}

/** The facts of a finding about a detail: cells of contacts may hold a card number by mistake. */
export function detailFacts(
  facts: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  const value = facts['value'];
  return value === undefined ? facts : { ...facts, value: withoutCardNumbers(value) };
}
