import { cellText } from './cell-text.ts';
import type { BookField, Field } from './fields.ts';
import type { ImportMap } from './import-map.ts';

/** Fields that say who a customer is. */
const naming = ['customerReference', 'name', 'givenName', 'familyName'] as const;

/** Fields of the customer, which all rows of theirs have alike. */
const ofCustomer: readonly BookField[] = [
  ...naming,
  ...(['customerKind', 'language', 'birthDate', 'country', 'region', 'city'] as const),
  ...(['postalCode', 'street', 'zone', 'mobile', 'phone1', 'phone2', 'phone3', 'phone4'] as const),
  ...(['email1', 'email2', 'employerPhone', 'employerEmail', 'payDay'] as const),
];

/** Fields of the account, which go on as long as no row begins another one. */
const ofAccount: readonly BookField[] = [
  ...(['accountReference', 'product', 'debtType', 'studentAccountGroup', 'openedOn'] as const),
  ...(['methodKind', 'methodState', 'methodExpiresOn', 'methodLast4', 'currency'] as const),
];

/** Fields that an item has of its own: a row that has one of them is a record. */
const ofItem: readonly Field[] = ['itemReference', 'amount', 'balance', 'dueOn', 'debit', 'credit'];

type Columns = ImportMap['columns'];

/** Where the columns of some fields stand. */
function placesOf(
  fields: readonly Field[],
  columns: Columns,
  header: readonly string[],
): readonly number[] {
  const places = fields
    .map((field) => columns[field])
    .map((column) => header.indexOf(column ?? ''));
  return [...new Set(places.filter((at) => at >= 0))];
}

/** The columns that say who a customer is; their account where nothing else does. */
function namingPlaces(columns: Columns, header: readonly string[]): readonly number[] {
  const own = placesOf(naming, columns, header);
  return own.length > 0 ? own : placesOf(['accountReference'], columns, header);
}

const isEmptyAt = (cells: readonly string[], places: readonly number[]) =>
  places.length > 0 && places.every((at) => cellText(cells[at] ?? '') === '');

/**
 * Whether rows below a named one name nobody and are records all the same, as a sheet has them that
 * writes each customer once.
 */
export function hasEmptyCustomers(
  columns: Columns,
  header: readonly string[],
  rows: readonly (readonly string[])[],
): boolean {
  const names = namingPlaces(columns, header);
  const items = placesOf(ofItem, columns, header);
  const [first] = rows;
  if (first === undefined || isEmptyAt(first, names)) return false;
  return rows.some((cells) => isEmptyAt(cells, names) && !isEmptyAt(cells, items));
}

/**
 * Gives rows that name nobody the customer of the row above, with all that is empty of theirs; and its
 * account, where they have none of their own. `restart` forgets the row above: a sum ends its group.
 */
export function customersFromAbove(map: ImportMap, header: readonly string[]) {
  const names = namingPlaces(map.columns, header);
  const customer = placesOf(ofCustomer, map.columns, header);
  const account = placesOf(ofAccount, map.columns, header);
  const ownAccount = placesOf(['accountReference'], map.columns, header);
  let above: readonly string[] | null = null;
  return {
    restart: () => {
      above = null;
    },
    fill: (cells: readonly string[]): readonly string[] => {
      if (names.length === 0) return cells;
      if (!isEmptyAt(cells, names) || above === null) {
        if (!isEmptyAt(cells, names)) above = cells;
        return cells;
      }
      const from: readonly string[] = above;
      const hasAccount = ownAccount.length > 0 && !isEmptyAt(cells, ownAccount);
      const filled = new Set(hasAccount ? customer : [...customer, ...account]);
      const taken = cells.map((cell, at) =>
        filled.has(at) && cellText(cell) === '' ? (from[at] ?? '') : cell,
      );
      above = taken;
      return taken;
    },
  };
}
