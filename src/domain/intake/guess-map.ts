import type { IntakeDefaults } from './cells.ts';
import { type DateFormat, detectDateFormat } from './dates.ts';
import { type DecimalSign, detectDecimal } from './decimals.ts';
import { type Field, type FieldType, type SheetKind, specOf } from './fields.ts';
import { type Guess, guessMapping } from './guess.ts';
import { emptyMap, type ImportMap } from './import-map.ts';

/** A guess at the whole map, and what the file does not say: the user must answer that first. */
export type GuessedMap = {
  readonly map: ImportMap;
  readonly guesses: readonly Guess[];
  readonly questions: readonly MapQuestion[];
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
  const dates = dateFormatsOf(ofType('date'), Number(defaults.today.slice(0, 4)) + 20);
  const decimal = decimalOf(ofType('amount'));
  const { dateFormat, dateFormats } = dates;
  const map = { ...emptyMap(kind), columns, dateFormat, dateFormats, decimal: decimal.sign };
  return { map, guesses, questions: [...dates.questions, ...decimal.questions] };
}

/** One format for the file where one will do: a sure column settles what another leaves open. */
function dateFormatsOf(fields: readonly [Field, string[]][], latestYear: number) {
  const all = fields.flatMap(([, values]) => values);
  const together = detectDateFormat(all, latestYear);
  const dateFormats: Partial<Record<Field, DateFormat>> = {};
  const questions: MapQuestion[] = [];
  for (const [field, values] of fields) {
    const own = detectDateFormat(values, latestYear);
    const main = together.format;
    if (own.format === null || own.format === main) continue;
    if (main === null || !own.alternatives.includes(main)) dateFormats[field] = own.format;
  }
  const [first] = fields;
  if (first && together.format !== null && together.alternatives.length > 0) {
    const choices = [together.format, ...together.alternatives];
    questions.push({ ask: 'date-format', field: first[0], choices });
  }
  return { dateFormat: together.format ?? 'ymd', dateFormats, questions } as const;
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
