import { ownValue } from '#kernel/own-value.ts';

/** Columns that are called otherwise than their fields. */
const ofColumn: Readonly<Record<string, string>> = {
  delivered_how: 'deliveredBy',
  originated_minor: 'originalAmount',
  charged_off_minor: 'chargedOffAmount',
  interest_minor: 'interestAmount',
  fees_minor: 'feesAmount',
  file_note: 'note',
  disputed_minor: 'disputed',
};

/** The field of a map that a changed column of the book belongs to: what the catalogue words. */
export function fieldOfColumn(entity: string, column: string): string {
  if (column === 'kind') return entity === 'item' ? 'itemKind' : 'customerKind';
  const own = ownValue(ofColumn, column);
  if (own !== undefined) return own;
  if (entity === 'payment_method') {
    return (
      ownValue(
        {
          state: 'methodState',
          masked: 'methodLast4',
          renews: 'methodRenews',
          charging_day: 'chargingDay',
        },
        column,
      ) ?? 'methodExpiresOn'
    );
  }
  return column.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase());
}
