import type { CellReader } from './cells.ts';
import type { BookField } from './fields.ts';
import type { ImportMap } from './import-map.ts';

/** One reference stands in for the others where a file has one alone: one account per customer. */
export function readReferences(
  reader: CellReader,
  map: ImportMap,
  {
    reference: customer,
    name,
  }: { readonly reference: string | null; readonly name: string | null },
) {
  const account = reader.text('accountReference');
  const item = reader.text('itemReference');
  const isNobody = customer === null && account === null && name === null;
  if (isNobody && map.columns.customerReference !== undefined) {
    // The number of an item is nobody: the row may belong to the customer above.
    return reader.refuse('customerReference', 'missing-required');
  }
  const first = customer ?? account ?? item;
  if (first === null) {
    if (!reader.problems.some(({ field }) => references.has(field))) {
      reader.refuse('accountReference', 'missing-required');
    }
    return null;
  }
  const accountOrCustomer = account ?? first;
  return { customer: first, account: accountOrCustomer, item: item ?? accountOrCustomer };
}

const references: ReadonlySet<string> = new Set<BookField>([
  'customerReference',
  'accountReference',
  'itemReference',
]);
