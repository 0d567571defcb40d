import type { LocalDate } from '#kernel/time.ts';
import { ageingColumns, isNothing } from './ageing-report.ts';
import { daysInTitles } from './as-of.ts';
import type { IntakeDefaults } from './cells.ts';
import { dateOrderOf } from './date-order.ts';
import { type DateFormat, detectDateFormat, parseDate } from './dates.ts';
import { type DecimalSign, detectDecimal } from './decimals.ts';
import { hasEmptyCustomers } from './empty-customers.ts';
import { type Field, type FieldType, type SheetKind, specOf } from './fields.ts';
import type { Guess } from './guess.ts';
import { guessWithBuckets } from './guess-buckets.ts';
import { emptyMap, type ImportMap, type MapAsk } from './import-map.ts';
import type { Tie } from './joint-evidence.ts';

/** A guess at the whole map, and what the file does not say: the user must answer that first. */
export type GuessedMap = {
  readonly map: ImportMap;
  readonly guesses: readonly Guess[];
  readonly questions: readonly MapQuestion[];
  /** Day and month could be exchanged everywhere; they are read as the portfolio's country writes them. */
  readonly datesByCountry: boolean;
};

/**
 * Dates or amounts that read two ways: with the field and the readings, the guess first. Or the day
 * that a file counts back from, with the days that its titles may mean. Or the columns that a field
 * may be, the fields that a column may be, and whose the rows are that name nobody.
 */
export type MapQuestion =
  | { readonly ask: 'date-format'; readonly field: Field; readonly choices: readonly DateFormat[] }
  | { readonly ask: 'decimal'; readonly field: Field; readonly choices: readonly DecimalSign[] }
  | { readonly ask: 'as-of'; readonly field: Field; readonly choices: readonly LocalDate[] }
  | { readonly ask: 'column'; readonly field: Field; readonly choices: readonly string[] }
  | {
      readonly ask: 'meaning';
      readonly field: Field;
      readonly column: string;
      readonly choices: readonly Field[];
    }
  | {
      readonly ask: 'empty-customer';
      readonly field: Field;
      readonly choices: readonly ImportMap['emptyCustomer'][];
    };

/** What a map has open as long as a question is not answered. */
export function askOf(question: MapQuestion): MapAsk {
  if (question.ask === 'column') return `column:${question.field}`;
  return question.ask === 'meaning' ? `meaning:${question.column}` : question.ask;
}

/** Guesses less sure than this are shown but not put into the map. */
const sureEnough = 0.5;

/**
 * Guesses a map from a header, sample rows and the titles above them: columns, date formats, the
 * decimal sign, and the day the file speaks of where due dates are counted back from it.
 */
export function guessMap(
  kind: SheetKind,
  header: readonly string[],
  samples: readonly (readonly string[])[],
  defaults: IntakeDefaults,
  titles: readonly string[] = [],
): GuessedMap {
  const ageing = kind === 'book' ? ageingColumns(header, samples) : null;
  const { guesses, ties, buckets } = guessWithBuckets(kind, header, samples, defaults, ageing);
  const columns: Partial<Record<Field, string>> = {};
  const valuesOf = new Map<Field, string[]>();
  guesses.forEach(({ field, also, column, confidence }, i) => {
    if (field === null || confidence <= sureEnough) return;
    columns[field] = column;
    if (also !== null) columns[also] = column;
    valuesOf.set(
      field,
      samples.map((row) => row[i] ?? ''),
    );
  });
  const ofType = (type: FieldType) =>
    [...valuesOf].filter(([field]) => specOf(kind, field)?.type === type);
  const all = header.map((_, i) => samples.map((row) => row[i] ?? ''));
  const dates = dateFormatsOf(ofType('date'), all, defaults);
  const inBuckets = header.flatMap((column, i): [Field, string[]][] =>
    Object.hasOwn(buckets, column) ? [['balance', (all[i] ?? []).filter(isWritten)]] : [],
  );
  const decimal = decimalOf([...ofType('amount'), ...inBuckets]);
  const day = dayOf(columns, buckets, titles, defaults);
  const { dateFormat, dateFormats, datesByCountry } = dates;
  const isNobody = kind === 'book' && hasEmptyCustomers(columns, header, samples);
  const questions: MapQuestion[] = [
    ...ties.map((tie) => tieQuestion(tie, header)),
    ...(isNobody ? [emptyCustomer] : []),
    ...dates.questions,
    ...decimal.questions,
    ...day.questions,
  ];
  const unanswered = questions.map(askOf);
  const { asOf } = day;
  const formats = { dateFormat, dateFormats, decimal: decimal.sign, unanswered, buckets, asOf };
  return { map: { ...emptyMap(kind), columns, ...formats }, guesses, questions, datesByCountry };
}

const emptyCustomer: MapQuestion = {
  ...{ ask: 'empty-customer', field: 'customerReference' },
  choices: ['as-above', 'refuse'],
};

function tieQuestion(tie: Tie, header: readonly string[]): MapQuestion {
  const nameOf = (at: number) => header[at] ?? '';
  if (tie.of === 'field') {
    return { ask: 'column', field: tie.field, choices: tie.columns.map(nameOf) };
  }
  const [field = 'amount'] = tie.fields;
  return { ask: 'meaning', field, column: nameOf(tie.column), choices: tie.fields };
}

const isWritten = (text: string) => !isNothing(text.trim());

/** The day that due dates are counted back from: told by the titles, else somebody is asked. */
function dayOf(
  columns: ImportMap['columns'],
  buckets: ImportMap['buckets'],
  titles: readonly string[],
  defaults: IntakeDefaults,
): { readonly asOf: LocalDate | null; readonly questions: readonly MapQuestion[] } {
  const field = Object.keys(buckets).length > 0 ? 'dueOn' : lateField(columns);
  if (field === null) return { asOf: null, questions: [] };
  const choices = daysInTitles(titles, defaults);
  const [only] = choices;
  if (only !== undefined && choices.length === 1) return { asOf: only, questions: [] };
  return { asOf: null, questions: [{ ask: 'as-of', field, choices }] };
}

function lateField(columns: ImportMap['columns']): Field | null {
  if (columns.dueOn !== undefined) return null;
  const late = ['daysPastDue', 'monthsPastDue'] as const;
  return late.find((field) => columns[field] !== undefined) ?? null;
}

type Order = 'dmy' | 'mdy';
const otherOrder = { dmy: 'mdy', mdy: 'dmy' } as const;

/**
 * The format of each date column. Where day and month could be exchanged, other columns of the file
 * decide, also those that no field takes; then the country, if nothing speaks against it; else somebody
 * is asked.
 */
function dateFormatsOf(
  fields: readonly [Field, string[]][],
  columns: readonly (readonly string[])[],
  { today, country }: IntakeDefaults,
) {
  const latestYear = Number(today.slice(0, 4)) + 20;
  const found = fields.map(([field, values]) => ({
    field,
    ...detectDateFormat(values, latestYear),
  }));
  const open = found.filter(({ alternatives }) => alternatives.length > 0);
  const orders = new Set(columns.flatMap((values) => ordersIn(values, latestYear)));
  const [only] = orders.size === 1 ? orders : [null];
  const byCountry = orders.size === 0 ? dateOrderOf(country) : null;
  const decided = open.length === 0 ? null : (only ?? byCountry);
  const [first] = open;
  const sure = found.find(({ format }) => format !== null)?.format;
  const dateFormat = decided ?? first?.format ?? sure ?? 'ymd';
  const dateFormats: Partial<Record<Field, DateFormat>> = {};
  for (const { field, format, alternatives } of found) {
    if (format !== null && alternatives.length === 0 && format !== dateFormat) {
      dateFormats[field] = format;
    }
  }
  const isAsked = first !== undefined && decided === null;
  const choices = isAsked ? [dateFormat, ...first.alternatives] : [];
  const questions: MapQuestion[] = isAsked
    ? [{ ask: 'date-format', field: first.field, choices }]
    : [];
  return { dateFormat, dateFormats, questions, datesByCountry: decided !== null && !only } as const;
}

/** The orders of day and month that the values of a column show: those that read in one only. */
function ordersIn(values: readonly string[], latestYear: number): Order[] {
  const { format } = detectDateFormat(values, latestYear);
  if (format !== 'dmy' && format !== 'mdy') return [];
  const shown = (order: Order) =>
    values.some(
      (value) =>
        parseDate(value, order, latestYear) !== null &&
        parseDate(value, otherOrder[order], latestYear) === null,
    );
  return (['dmy', 'mdy'] as const).filter(shown);
}

function decimalOf(fields: readonly [Field, string[]][]) {
  const finding = detectDecimal(fields.flatMap(([, values]) => values));
  const sign = finding.sign ?? 'point';
  const [first] = fields;
  const questions: MapQuestion[] =
    first && finding.ambiguous
      ? [{ ask: 'decimal', field: first[0], choices: ['point', 'comma'] }]
      : [];
  return { sign, questions } as const;
}
