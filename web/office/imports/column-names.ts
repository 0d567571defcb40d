import { ownValue } from '#kernel/own-value.ts';
/** The field of a map that a changed column of the book belongs to: what the catalogue words. */
export function fieldOfColumn(entity: string, column: string): string {
  if (column === 'kind') return entity === 'item' ? 'itemKind' : 'customerKind';
  if (column === 'delivered_how') return 'deliveredBy';
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
