import { type DebtType, debtTypes } from '#domain/debts/debt-types.ts';
import { cardNumbersIn } from '#kernel/card-numbers.ts';
import { isDate, type LocalDate } from '#kernel/time.ts';
import { type DateFormat, dateFormats } from './dates.ts';
import { type DecimalSign, decimalSigns } from './decimals.ts';
import { type Field, fieldsOf, type SheetKind, sheetKinds, specOf } from './fields.ts';

/**
 * What a file may leave open: the order of day and month, the decimal sign, the day it speaks of, whose
 * rows are that name nobody, which of several columns fills a field, which field a column fills.
 */
export type MapAsk =
  | 'date-format'
  | 'decimal'
  | 'as-of'
  | 'empty-customer'
  | `column:${Field}`
  | `meaning:${string}`;

/** Characters of a name of a column, a constant or a word of the file. */
const longestText = 2_000;

const mapAsks: ReadonlySet<string> = new Set(['date-format', 'decimal', 'as-of', 'empty-customer']);

function isMapAsk(given: unknown): given is MapAsk {
  if (typeof given !== 'string') return false;
  const [, of, rest = ''] = /^(column|meaning):(.+)$/s.exec(given) ?? [];
  const isField = sheetKinds.some((kind) => specOf(kind, rest) !== undefined);
  return (
    mapAsks.has(given) ||
    (of === 'meaning' && textOf(rest) !== undefined) ||
    (of === 'column' && isField)
  );
}

/**
 * How the columns of a file become the fields of the book: plain data, kept under a name, written
 * as JSON or YAML. A field has one column at most; a column may fill several fields.
 */
export type ImportMap = {
  readonly kind: SheetKind;
  /** The sheet of a workbook or file of an archive that is meant; null: the only one there is. */
  readonly sheet: string | null;
  /** Column name of each field that has one. */
  readonly columns: Readonly<Partial<Record<Field, string>>>;
  readonly dateFormat: DateFormat;
  /** Date fields that are written otherwise than the rest of the file. */
  readonly dateFormats: Readonly<Partial<Record<Field, DateFormat>>>;
  readonly decimal: DecimalSign;
  /** What of these a guess could not tell and nobody has answered: such a map imports nothing. */
  readonly unanswered: readonly MapAsk[];
  /** Values for fields without a column or with an empty cell: ISO dates, plain decimals. */
  readonly constants: Readonly<Partial<Record<Field, string>>>;
  /** What the file's words mean (`Paper` is `post`); compared without regard to case. */
  readonly values: Readonly<Partial<Record<Field, Readonly<Record<string, string>>>>>;
  /**
   * The kind of debt of each product whose name does not tell it, by the product in lower case;
   * `unknown` where somebody said that it is not known.
   */
  readonly debtTypes: Readonly<Record<string, DebtType | 'unknown'>>;
  /**
   * Columns that are buckets of an ageing report, each with the days that its sums are late at the
   * least; below 0: not due for so many days at the most. Each is an item of its own.
   */
  readonly buckets: Readonly<Record<string, number>>;
  /**
   * The day the file speaks of: days past due count back from it. Null: the day of import; buckets
   * need one.
   */
  readonly asOf: LocalDate | null;
  /** What a row is that names no customer: refused, or of the customer of the row above. */
  readonly emptyCustomer: 'refuse' | 'as-above';
  /** What a date is that reads only with day and month exchanged: asked, or its row is refused. */
  readonly otherOrder: 'ask' | 'refuse';
  /** What becomes of items with a settlement date: taken in with their payment, or left out. */
  readonly settled: 'take' | 'leave-out';
};

/** What is wrong with a map: where, and a code. */
export type MapProblem = {
  readonly path: string;
  readonly reason: 'unknown-field' | 'unknown-key' | 'bad-value' | 'no-such-column';
};

/** A map with nothing in it yet. */
export function emptyMap(kind: SheetKind): ImportMap {
  return {
    kind,
    sheet: null,
    columns: {},
    dateFormat: 'ymd',
    dateFormats: {},
    decimal: 'point',
    unanswered: [],
    constants: {},
    values: {},
    debtTypes: {},
    buckets: {},
    asOf: null,
    emptyCustomer: 'refuse',
    otherOrder: 'ask',
    settled: 'take',
  };
}

const keys: ReadonlySet<string> = new Set(Object.keys(emptyMap('book')));

/** Reads a map from parsed JSON or YAML; keys left out have the values of `emptyMap`. */
export function checkImportMap(
  value: unknown,
): { ok: true; map: ImportMap } | { ok: false; problems: MapProblem[] } {
  if (!isRecord(value)) return { ok: false, problems: [{ path: '', reason: 'bad-value' }] };
  const problems: MapProblem[] = Object.keys(value)
    .filter((key) => !keys.has(key))
    .map((path) => ({ path, reason: 'unknown-key' }));
  const oneOf = <T extends string>(key: string, choices: readonly T[], otherwise: T): T => {
    const given = value[key] ?? otherwise;
    const found = choices.find((choice) => choice === given);
    if (found === undefined) problems.push({ path: key, reason: 'bad-value' });
    return found ?? otherwise;
  };
  const kind = oneOf('kind', sheetKinds, 'book');
  const perField = <T>(key: string, read: (given: unknown) => T | undefined) => {
    const given = value[key] ?? {};
    const result: Partial<Record<Field, T>> = {};
    if (!isRecord(given)) problems.push({ path: key, reason: 'bad-value' });
    for (const [name, each] of Object.entries(isRecord(given) ? given : {})) {
      const field = fieldsOf(kind).find((known) => known === name);
      const taken = read(each);
      if (field === undefined) problems.push({ path: `${key}.${name}`, reason: 'unknown-field' });
      else if (taken === undefined) problems.push({ path: `${key}.${name}`, reason: 'bad-value' });
      else result[field] = taken;
    }
    return result;
  };
  const sheet = value['sheet'] ?? null;
  if (sheet !== null && (typeof sheet !== 'string' || textOf(sheet) === undefined)) {
    problems.push({ path: 'sheet', reason: 'bad-value' });
  }
  const asOf = value['asOf'] ?? null;
  if (asOf !== null && !(typeof asOf === 'string' && isDate(asOf))) {
    problems.push({ path: 'asOf', reason: 'bad-value' });
  }
  const map: ImportMap = {
    kind,
    sheet: typeof sheet === 'string' ? sheet : null,
    columns: perField('columns', textOf),
    dateFormat: oneOf('dateFormat', dateFormats, 'ymd'),
    dateFormats: perField('dateFormats', (given) => dateFormats.find((each) => each === given)),
    decimal: oneOf('decimal', decimalSigns, 'point'),
    unanswered: asksOf(value['unanswered'] ?? [], problems),
    constants: perField('constants', textOf),
    values: perField('values', wordsOf),
    debtTypes: debtTypesOf(value['debtTypes'] ?? {}, problems),
    buckets: bucketsOf(value['buckets'] ?? {}, problems),
    asOf: typeof asOf === 'string' ? asOf : null,
    emptyCustomer: oneOf('emptyCustomer', ['refuse', 'as-above'], 'refuse'),
    otherOrder: oneOf('otherOrder', ['ask', 'refuse'], 'ask'),
    settled: oneOf('settled', ['take', 'leave-out'], 'take'),
  };
  return problems.length === 0 ? { ok: true, map } : { ok: false, problems };
}

/** Columns that the map names and the file has not, and fields its kind has not. */
export function mapProblems(map: ImportMap, header: readonly string[]): MapProblem[] {
  const missing = Object.keys(map.buckets).filter((column) => !header.includes(column));
  return [
    ...Object.entries(map.columns).flatMap(([field, column]): MapProblem[] => {
      const path = `columns.${field}`;
      if (!specOf(map.kind, field)) return [{ path, reason: 'unknown-field' }];
      return header.includes(column) ? [] : [{ path, reason: 'no-such-column' }];
    }),
    ...missing.map((column): MapProblem => {
      return { path: `buckets.${column}`, reason: 'no-such-column' };
    }),
  ];
}

/**
 * What a row needs and the map does not give: groups of fields of which one must have a column or
 * a constant. A currency may also come from the portfolio.
 */
export function missingFields(map: ImportMap, portfolioCurrency: string | null): Field[][] {
  const needs: Field[][] = [
    ...needed[map.kind].map((group) => [...group]),
    ...(portfolioCurrency === null && map.kind !== 'consents' ? [['currency' as const]] : []),
  ];
  // What is netted is told by its reference.
  if (isLedger(map)) needs.push(['itemReference']);
  const hasBuckets = Object.keys(map.buckets).length > 0;
  // Buckets tell when their sums were due, and what is open.
  const given = (field: Field) =>
    (hasBuckets && (field === 'dueOn' || field === 'balance')) ||
    Object.hasOwn(map.columns, field) ||
    Object.hasOwn(map.constants, field);
  return needs.filter((group) => !group.some(given));
}

/** Whether a map speaks of debits and credits alone: what is open is their difference by reference. */
export function isLedger({ columns }: Pick<ImportMap, 'columns'>): boolean {
  const has = (field: 'debit' | 'credit' | 'balance' | 'amount') => columns[field] !== undefined;
  return (has('debit') || has('credit')) && !has('balance') && !has('amount');
}

const needed: Readonly<Record<SheetKind, readonly (readonly Field[])[]>> = {
  book: [
    ['accountReference', 'customerReference', 'itemReference'],
    ['dueOn', 'daysPastDue', 'monthsPastDue'],
    ['balance', 'amount', 'principalAmount', 'debit'],
  ],
  'credit-notes': [
    ['reference'],
    ['itemReference', 'accountReference'],
    ['creditedOn'],
    ['amount'],
  ],
  payments: [['paidOn'], ['amount']],
  consents: [['customerReference'], ['consentKind'], ['receivedOn', 'givenOn']],
};

function asksOf(given: unknown, problems: MapProblem[]): MapAsk[] {
  const asks: readonly unknown[] = Array.isArray(given) ? given : [given];
  if (!asks.every(isMapAsk)) problems.push({ path: 'unanswered', reason: 'bad-value' });
  return asks.filter(isMapAsk);
}

function debtTypesOf(given: unknown, problems: MapProblem[]): ImportMap['debtTypes'] {
  const path = 'debtTypes';
  if (!isRecord(given)) {
    problems.push({ path, reason: 'bad-value' });
    return {};
  }
  const known = Object.entries(given).flatMap(([product, said]) => {
    const type = said === 'unknown' ? said : debtTypes.find((each) => each === said);
    if (type !== undefined && textOf(product) !== undefined)
      return [[product.trim().toLowerCase(), type] as const];
    problems.push({ path: `${path}.${product}`, reason: 'bad-value' });
    return [];
  });
  return Object.fromEntries(known);
}

/** Days late lie within a century; what is not due is so for a year at the most. */
function bucketsOf(given: unknown, problems: MapProblem[]): ImportMap['buckets'] {
  if (!isRecord(given)) problems.push({ path: 'buckets', reason: 'bad-value' });
  const known = Object.entries(isRecord(given) ? given : {}).flatMap(([column, days]) => {
    const isDays =
      textOf(column) !== undefined &&
      Number.isInteger(days) &&
      Number(days) >= -366 &&
      Number(days) <= 36_500;
    if (isDays) return [[column, Number(days)] as const];
    problems.push({ path: `buckets.${column}`, reason: 'bad-value' });
    return [];
  });
  return Object.fromEntries(known);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The name of a column or a value; none that is too long to be one, or that has the number of a card. */
function textOf(given: unknown): string | undefined {
  if (typeof given === 'number' && Number.isFinite(given)) return textOf(String(given));
  const isText = typeof given === 'string' && given.length <= longestText;
  return isText && cardNumbersIn(given).length === 0 ? given : undefined;
}

function wordsOf(given: unknown): Record<string, string> | undefined {
  if (!isRecord(given)) return undefined;
  const words = Object.entries(given).map(([from, to]) => [from, textOf(to)] as const);
  if (words.some(([from, to]) => textOf(from) === undefined || to === undefined)) return undefined;
  return Object.fromEntries(words.map(([from, to]) => [from, to ?? '']));
}
