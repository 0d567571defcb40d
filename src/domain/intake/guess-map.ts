import type { IntakeDefaults } from './cells.ts';
import { dateOrderOf } from './date-order.ts';
import { type DateFormat, detectDateFormat, parseDate } from './dates.ts';
import { type DecimalSign, detectDecimal } from './decimals.ts';
import { type Field, type FieldType, type SheetKind, specOf } from './fields.ts';
import { type Guess, guessMapping } from './guess.ts';
import { emptyMap, type ImportMap } from './import-map.ts';

/** A guess at the whole map, and what the file does not say: the user must answer that first. */
export type GuessedMap = {
  readonly map: ImportMap;
  readonly guesses: readonly Guess[];
  readonly questions: readonly MapQuestion[];
  /** Day and month could be exchanged everywhere; they are read as the portfolio's country writes them. */
  readonly datesByCountry: boolean;
};

/** Dates or amounts that read two ways: with the field and the readings, the guess first. */
export type MapQuestion =
  | { readonly ask: 'date-format'; readonly field: Field; readonly choices: readonly DateFormat[] }
  | { readonly ask: 'decimal'; readonly field: Field; readonly choices: readonly DecimalSign[] };

/** Guesses less sure than this are shown but not put into the map. */
const sureEnough = 0.5;

/** Guesses a map from a header and sample rows: columns, date formats and the decimal sign. */
export function guessMap(
  kind: SheetKind,
  header: readonly string[],
  samples: readonly (readonly string[])[],
  defaults: IntakeDefaults,
): GuessedMap {
  const guesses = guessMapping(kind, header, samples, defaults);
  const columns: Partial<Record<Field, string>> = {};
  const valuesOf = new Map<Field, string[]>();
  guesses.forEach(({ field, column, confidence }, i) => {
    if (field === null || confidence <= sureEnough) return;
    columns[field] = column;
    valuesOf.set(
      field,
      samples.map((row) => row[i] ?? ''),
    );
  });
  const ofType = (type: FieldType) =>
    [...valuesOf].filter(([field]) => specOf(kind, field)?.type === type);
  const all = header.map((_, i) => samples.map((row) => row[i] ?? ''));
  const dates = dateFormatsOf(ofType('date'), all, defaults);
  const decimal = decimalOf(ofType('amount'));
  const { dateFormat, dateFormats, datesByCountry } = dates;
  const questions = [...dates.questions, ...decimal.questions];
  const unanswered = questions.map(({ ask }) => ask);
  const formats = { dateFormat, dateFormats, decimal: decimal.sign, unanswered };
  return { map: { ...emptyMap(kind), columns, ...formats }, guesses, questions, datesByCountry };
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
