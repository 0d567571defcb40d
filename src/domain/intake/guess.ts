import { settleAmounts } from './amount-roles.ts';
import { cellText, isFormulaError } from './cell-text.ts';
import type { IntakeDefaults } from './cells.ts';
import { areNames, areWrittenAsPhones, ColumnValues } from './column-values.ts';
import { type Field, type FieldType, fieldsOf, type SheetKind, specOf } from './fields.ts';
import { nameScore } from './header-names.ts';
import { meaningsOf, wordsOf } from './header-words.ts';
import { settleAccount, settleOriginal, takeGroupNames } from './invoice-lists.ts';
import {
  alsoReference,
  type Candidate,
  doubted,
  type GuessReason,
  refitGeneric,
  type Tie,
} from './joint-evidence.ts';
import { settleLedger } from './ledger-columns.ts';

/** What a column of a file is taken for. */
export type Guess = {
  readonly column: string;
  /** Null: the column is not read, unless the user says so. */
  readonly field: Field | null;
  /** A second field that the same column fills: names that stand for customers. */
  readonly also: Field | null;
  /** 0 to 1; above 0.5 the guess is put into the map. */
  readonly confidence: number;
  readonly why: GuessReason;
  /** The field that the reason speaks of, also where it was not taken. */
  readonly about: Field | null;
};

/** Values of a column looked at. */
const maxSamples = 200;

/** Characters of a value looked at: what is longer is text. */
const maxValueChars = 300;

/** The guesses of all columns in the order of the header, and what only somebody can say of them. */
export type Guesses = { readonly guesses: readonly Guess[]; readonly ties: readonly Tie[] };

/** Guesses the field of each column, in the order of the header, from names and sample rows. */
export function guessMapping(
  kind: SheetKind,
  header: readonly string[],
  samples: readonly (readonly string[])[],
  defaults: IntakeDefaults,
): Guesses {
  const judge = new ColumnValues(defaults);
  const fields = fieldsOf(kind);
  const rows = samples.slice(0, maxSamples);
  const candidates: Candidate[] = [];
  const contradicted = new Map<number, Field>();
  const columns = header.map((_, column) =>
    rows.map((row) => (row[column] ?? '').slice(0, maxValueChars)),
  );
  header.forEach((name, column) => {
    const values = (columns[column] ?? []).filter(
      (value) => cellText(value) !== '' && !isFormulaError(cellText(value)),
    );
    const words = wordsOf(name);
    const isNamed = areNames(values.map(cellText));
    const isStatus = values.length > 0 && judge.share('choice', 'status', values, column) >= 0.8;
    for (const field of fields) {
      const type = specOf(kind, field)?.type ?? 'text';
      const named = isStatus
        ? namedByState(kind, words, field)
        : namedAs(kind, words, field, isNamed);
      // A code may be written as an amount is (`120.01`).
      const isCode = type === 'reference' && meaningsOf(words).has('code');
      const judged = values.length === 0 ? null : judge.share(type, field, values, column);
      const fits = isCode && judged !== null ? 1 : judged;
      if (named > 0 && fits !== null && fits < 0.5) contradicted.set(column, field);
      else {
        const found = candidateOf({ column, field, named, fits, type, values }, defaults.country);
        if (found !== null) candidates.push(found);
      }
    }
  });
  return assign({ kind, header, columns, candidates, contradicted, defaults });
}

/** A column that is called after customers and has names is their name; names are no references. */
function namedAs(kind: SheetKind, words: string, field: Field, hasNames: boolean): number {
  const own = nameScore(kind, words, field);
  if (kind !== 'book' || !hasNames || saysNumber(words)) return own;
  if (field === 'customerReference' || field === 'accountReference') return 0;
  if (field !== 'name') return own;
  return Math.max(own, 0.9 * nameScore(kind, words, 'customerReference'));
}

/** Whether a title says that numbers stand below; one of letters alone is a number all the same. */
const saysNumber = (words: string) =>
  meaningsOf(words).has('code') ||
  /(?:^| )(?:number|no|nr|num|id|ref|reference)(?: |$)/.test(words);

/** What is a state of the country elsewhere is one of the item where its values say so. */
function namedByState(kind: SheetKind, words: string, field: Field): number {
  if (field === 'region') return 0;
  const own = nameScore(kind, words, field);
  return field === 'status' ? Math.max(own, 0.9 * nameScore(kind, words, 'region')) : own;
}

type Looked = {
  readonly column: number;
  readonly field: Field;
  readonly named: number;
  readonly fits: number | null;
  readonly type: FieldType;
  readonly values: readonly string[];
};

function candidateOf(
  { column, field, named, fits, type, values }: Looked,
  country: string | null,
): Candidate | null {
  if (named > 0) {
    const sure = fits === null ? named * 0.8 : named * (0.6 + 0.4 * fits);
    // Of two numbers the one that tells the rows apart is the debtor's; the other is their group's.
    const confidence = field === 'customerReference' ? sure - 0.02 * repeats(values) : sure;
    return { column, field, confidence, why: fits === null ? 'name-alone' : 'name-and-values' };
  }
  const telling = valuesAlone[type] ?? 0;
  if (fits === null || fits < 0.9 || telling === 0 || field === 'mobile') return null;
  if (type === 'phone' && !areWrittenAsPhones(values, country)) return null;
  return { column, field, confidence: telling * fits, why: 'values-alone' };
}

/** The share of values that stand in more rows than one. */
function repeats(values: readonly string[]): number {
  return values.length === 0 ? 0 : 1 - new Set(values).size / values.length;
}

/** How much values say without a name, where they can hardly be anything else. */
const valuesAlone: Readonly<Partial<Record<FieldType, number>>> = {
  email: 0.75,
  phone: 0.6,
  currency: 0.7,
  zone: 0.7,
};

/** Guesses less sure than this are asked. */
const sureEnough = 0.5;

/** A word that means the given or the family name beside another is the whole name alone. */
function makeWhole(byColumn: Map<number, Candidate>, header: readonly string[]): void {
  const parts = [...byColumn.values()].filter(({ field }) => nameFields.has(field));
  const [only] = parts;
  if (parts.length !== 1 || only === undefined || only.field === 'name') return;
  if (!/^(?:nombres?|noms?)$/.test(wordsOf(header[only.column] ?? ''))) return;
  byColumn.set(only.column, { ...only, field: 'name' });
}

const nameFields: ReadonlySet<Field> = new Set(['name', 'givenName', 'familyName']);

/** Whether two questions speak of a column or a field alike. */
function isSameTie(one: Tie, other: Tie): boolean {
  if (one.of === 'field' && other.of === 'field') return one.field === other.field;
  return one.of === 'column' && other.of === 'column' && one.column === other.column;
}

type Assignment = {
  readonly kind: SheetKind;
  readonly header: readonly string[];
  readonly columns: readonly (readonly string[])[];
  readonly candidates: readonly Candidate[];
  readonly contradicted: ReadonlyMap<number, Field>;
  readonly defaults: IntakeDefaults;
};

/** What the columns of a book say of each other, and what they leave open. */
function settleBook(
  byColumn: Map<number, Candidate>,
  best: readonly Candidate[],
  { kind, header, columns, defaults }: Assignment,
) {
  const words = header.map(wordsOf);
  takeGroupNames(byColumn, header, columns);
  refitGeneric(byColumn, best, columns);
  settleAccount(byColumn, words);
  const wanted = settleOriginal(byColumn, best);
  const running = settleLedger(byColumn, columns);
  const amounts = settleAmounts(byColumn, best, columns, words);
  // Debits and credits are settled: they want no other column, and no other field wants theirs.
  const others = wanted.filter(({ field }) => field !== 'debit' && field !== 'credit');
  const found = doubted(kind, byColumn, others, columns, defaults);
  const doubts = new Set([...found.doubts, ...amounts.open]);
  // What the sums of rows leave to ask stands before what names leave to ask.
  const further = found.ties.filter((tie) => !amounts.ties.some((other) => isSameTie(tie, other)));
  return { doubts, ties: [...amounts.ties, ...further], running };
}

/** The best pairs first, each column and each field once; further phones go to free places. */
function assign(about: Assignment): Guesses {
  const { kind, header, columns, candidates, contradicted, defaults } = about;
  const byColumn = new Map<number, Candidate>();
  const taken = new Set<Field>();
  const best = candidates.toSorted((a, b) => b.confidence - a.confidence || a.column - b.column);
  for (const candidate of best) {
    if (byColumn.has(candidate.column) || taken.has(candidate.field)) continue;
    // Days late say nothing that a due date does not say better.
    if (/PastDue$/.test(candidate.field) && taken.has('dueOn')) continue;
    byColumn.set(candidate.column, candidate);
    taken.add(candidate.field);
  }
  makeWhole(byColumn, header);
  const { doubts, ties, running } =
    kind === 'book'
      ? settleBook(byColumn, best, about)
      : { ...doubted(kind, byColumn, best, columns, defaults), running: new Set<number>() };
  const also = kind === 'book' ? alsoReference(byColumn, doubts, columns) : null;
  const guesses = header.map((column, i): Guess => {
    const found = byColumn.get(i);
    const isOpen = doubts.has(i) || running.has(i);
    if (found && (isOpen || found.confidence <= sureEnough)) {
      const why = 'not-sure';
      return { column, field: null, also: null, confidence: 0, why, about: found.field };
    }
    if (found) {
      const { field, why } = found;
      const confidence = Math.round(found.confidence * 100) / 100;
      const second = also?.column === i ? also.field : null;
      return { column, field, also: second, confidence, why, about: field };
    }
    const nothing = { column, field: null, also: null, confidence: 0 } as const;
    const lost = best.find((candidate) => candidate.column === i);
    if (lost && lost.why !== 'values-alone' && lost.confidence > sureEnough) {
      return { ...nothing, why: 'better-column-taken', about: lost.field };
    }
    const against = contradicted.get(i) ?? null;
    const why = against === null ? 'nothing-fits' : 'values-contradict-name';
    return { ...nothing, why, about: against };
  });
  return { guesses, ties };
}
