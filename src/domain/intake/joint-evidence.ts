import { cellText, isPowerForm } from './cell-text.ts';
import type { IntakeDefaults } from './cells.ts';
import { detectDateFormat, parseDate } from './dates.ts';
import { detectDecimal, plainDecimal } from './decimals.ts';
import { type Field, type SheetKind, specOf } from './fields.ts';
import { genericScore } from './header-names.ts';
import { tellsTerms } from './invoice-lists.ts';

/** What made a column be taken, or not, for a field. */
export type GuessReason =
  | 'name-and-values'
  | 'name-alone'
  | 'values-alone'
  | 'values-contradict-name'
  | 'better-column-taken'
  | 'not-sure'
  | 'ageing-bucket'
  | 'sum-of-buckets'
  | 'sum-of-columns'
  | 'nothing-fits';

/** A field that a column may be, and how sure that is. */
export type Candidate = {
  readonly column: number;
  readonly field: Field;
  readonly confidence: number;
  readonly why: GuessReason;
};

/**
 * What is as good for one thing as for another: several columns for a field, or several fields for a
 * column. Somebody has to say which.
 */
export type Tie =
  | { readonly of: 'field'; readonly field: Field; readonly columns: readonly number[] }
  | { readonly of: 'column'; readonly column: number; readonly fields: readonly Field[] };

type Columns = readonly (readonly string[])[];

/** Names this sure stand against what the values of other columns say. */
const sureName = 0.9;
/** Candidates whose confidence differs less are as good as each other. */
const alike = 0.01;

/**
 * The columns whose guess other columns put in doubt: an open sum above the amount, a due date before
 * the invoice, a generic name beside a better one, two columns or two fields that are as good.
 */
export function doubted(
  kind: SheetKind,
  byColumn: ReadonlyMap<number, Candidate>,
  best: readonly Candidate[],
  columns: Columns,
  defaults: IntakeDefaults,
): { readonly doubts: ReadonlySet<number>; readonly ties: readonly Tie[] } {
  const doubts = new Set<number>();
  const ties: Tie[] = [];
  const of = (field: Field) => [...byColumn.values()].find((each) => each.field === field);
  for (const candidate of byColumn.values()) {
    const found = tiesOf(kind, candidate, best, byColumn, columns);
    if (found.length > 0) doubts.add(candidate.column);
    ties.push(...found);
  }
  if (kind !== 'book') return { doubts, ties };
  const against = (low: Field, high: Field, isAbove: (low: string, high: string) => boolean) => {
    const [a, b] = [of(low), of(high)];
    if (!a || !b || shareAbove(columns[a.column], columns[b.column], isAbove) <= 0.2) return;
    const [weaker] = [a, b].toSorted((x, y) => x.confidence - y.confidence);
    if (weaker && weaker.confidence < sureName) doubts.add(weaker.column);
  };
  const amounts = [of('balance'), of('amount')].flatMap((each) =>
    each ? (columns[each.column] ?? []) : [],
  );
  const sign = detectDecimal(amounts).sign ?? 'point';
  const number = (text: string) => Number(plainDecimal(cellText(text), sign) ?? Number.NaN);
  against('balance', 'amount', (balance, amount) => number(balance) > number(amount));
  const latest = Number(defaults.today.slice(0, 4)) + 20;
  const day = (text: string, column: readonly string[] | undefined) =>
    parseDate(text, detectDateFormat(column ?? [], latest).format ?? 'ymd', latest);
  const [issued, due] = [of('issuedOn'), of('dueOn')];
  against('issuedOn', 'dueOn', (from, to) => {
    const [a, b] = [day(from, columns[issued?.column ?? -1]), day(to, columns[due?.column ?? -1])];
    return a !== null && b !== null && a > b;
  });
  for (const field of ['customerReference', 'accountReference'] as const) {
    const reference = of(field);
    const owner =
      of('name') ?? (field === 'accountReference' ? of('customerReference') : undefined);
    if (reference && owner && isShared(columns[reference.column], columns[owner.column])) {
      doubts.add(reference.column);
    }
  }
  for (const { column, field, confidence } of byColumn.values()) {
    if (
      confidence <= genericScore &&
      !fitsGeneric(field, byColumn, columns[column] ?? [], columns)
    ) {
      doubts.add(column);
    }
  }
  return { doubts, ties };
}

/** A generic name that does not fit for one field is taken for another that it fits. */
export function refitGeneric(
  byColumn: Map<number, Candidate>,
  best: readonly Candidate[],
  columns: Columns,
): void {
  for (const own of [...byColumn.values()]) {
    const values = columns[own.column] ?? [];
    if (own.confidence > genericScore || fitsGeneric(own.field, byColumn, values, columns))
      continue;
    const taken = new Set([...byColumn.values()].map(({ field }) => field));
    const other = best.find(
      ({ column, field, why }) =>
        column === own.column &&
        why !== 'values-alone' &&
        !taken.has(field) &&
        fitsGeneric(field, byColumn, values, columns),
    );
    if (other) byColumn.set(own.column, other);
  }
}

/** A lone date may be any; a number that comes again is no invoice's; an id is nobody's beside others. */
function fitsGeneric(
  field: Field,
  byColumn: ReadonlyMap<number, Candidate>,
  values: readonly string[],
  columns: Columns,
): boolean {
  const has = (...fields: Field[]) =>
    [...byColumn.values()].some((each) => each.confidence > 0.5 && fields.includes(each.field));
  switch (field) {
    case 'issuedOn':
      return has('dueOn', 'daysPastDue', 'monthsPastDue') || tellsTerms(columns);
    case 'itemReference':
      // In a ledger what was billed and what was paid of it have one reference.
      return (
        has('customerReference', 'accountReference', 'name') &&
        (isDistinct(values) || (has('debit') && has('credit')))
      );
    case 'accountReference':
      return !has('customerReference', 'itemReference', 'name') && isDistinct(values);
    default:
      return true;
  }
}

/** Rows that tell at the least whether a number is of their customers. */
const fewestRows = 3;

/** Whether in most rows the same number stands beside different customers: it is not theirs. */
function isShared(references: readonly string[] = [], owners: readonly string[] = []): boolean {
  const ownersOf = new Map<string, string[]>();
  references.forEach((reference, i) => {
    const [key, owner] = [cellText(reference), cellText(owners[i] ?? '').toLowerCase()];
    const isTold = key !== '' && owner !== '' && !isPowerForm(key);
    if (isTold) ownersOf.set(key, [...(ownersOf.get(key) ?? []), owner]);
  });
  const lists = [...ownersOf.values()];
  const shared = lists.filter((list) => new Set(list).size > 1).flat().length;
  return shared >= fewestRows && shared * 2 >= lists.flat().length;
}

function isDistinct(values: readonly string[]): boolean {
  const filled = values.map(cellText).filter((text) => text !== '');
  return new Set(filled).size >= filled.length * 0.95;
}

/** Other columns that want the field as much with other values, and other fields for the column. */
function tiesOf(
  kind: SheetKind,
  own: Candidate,
  best: readonly Candidate[],
  byColumn: ReadonlyMap<number, Candidate>,
  columns: Columns,
): Tie[] {
  const type = specOf(kind, own.field)?.type;
  if ((type !== 'amount' && type !== 'date') || own.why === 'values-alone') return [];
  const alikes = best.filter(
    (other) =>
      own.confidence - other.confidence < alike &&
      other !== own &&
      other.confidence <= own.confidence,
  );
  const isSame = (column: number) =>
    (columns[column] ?? []).every((value, i) => value === columns[own.column]?.[i]);
  const rivals = alikes.filter(
    ({ field, column }) =>
      field === own.field && column !== own.column && !byColumn.has(column) && !isSame(column),
  );
  const isTaken = (field: Field) => [...byColumn.values()].some((each) => each.field === field);
  const others = alikes.filter(
    ({ field, column }) =>
      column === own.column && !isTaken(field) && specOf(kind, field)?.type === type,
  );
  const { field, column } = own;
  const ties: Tie[] = [];
  if (rivals.length > 0) {
    const places = [column, ...rivals.map((each) => each.column)];
    ties.push({ of: 'field', field, columns: places.sort((a, b) => a - b) });
  }
  if (others.length > 0) {
    ties.push({ of: 'column', column, fields: [field, ...others.map((each) => each.field)] });
  }
  return ties;
}

function shareAbove(
  low: readonly string[] = [],
  high: readonly string[] = [],
  isAbove: (low: string, high: string) => boolean,
): number {
  const pairs = low.flatMap((value, i) =>
    cellText(value) === '' || cellText(high[i] ?? '') === ''
      ? []
      : [[value, high[i] ?? ''] as const],
  );
  const above = pairs.filter(([a, b]) => isAbove(a, b));
  return pairs.length === 0 ? 0 : above.length / pairs.length;
}

/**
 * Names stand for customers too where a file has no number for them; not where one name has two
 * addresses or numbers to be reached at, which may be two customers.
 */
export function alsoReference(
  byColumn: ReadonlyMap<number, Candidate>,
  doubts: ReadonlySet<number>,
  columns: Columns,
): { readonly column: number; readonly field: Field } | null {
  const sure = [...byColumn.values()].filter(
    ({ column, confidence }) => !doubts.has(column) && confidence > 0.5,
  );
  const has = (field: Field) => sure.some((each) => each.field === field);
  const name = sure.find(({ field }) => field === 'name');
  if (!name || has('customerReference') || has('accountReference')) return null;
  const telling = new Set<Field>([
    'email1',
    'mobile',
    'phone1',
    'street',
    'postalCode',
    'birthDate',
  ]);
  const isTwo = sure.some(({ field, column }) => {
    if (!telling.has(field)) return false;
    const of = new Map<string, string>();
    return (columns[name.column] ?? []).some((value, i) => {
      const [key, said] = [cellText(value), cellText(columns[column]?.[i] ?? '')];
      const before = of.get(key);
      if (said !== '') of.set(key, said);
      return said !== '' && before !== undefined && before !== said;
    });
  });
  return isTwo ? null : { column: name.column, field: 'customerReference' };
}
