import { isCurrency } from '#kernel/money.ts';
import { isZone } from '#kernel/time.ts';
import { cellText, isFormulaError } from './cell-text.ts';
import { type IntakeDefaults, isEmail, isPhone, yesNoOf } from './cells.ts';
import { choiceOf } from './choices.ts';
import { detectDateFormat } from './dates.ts';
import { detectDecimal } from './decimals.ts';
import { type Field, type FieldType, fieldsOf, type SheetKind, specOf } from './fields.ts';
import { type Gazetteer, gazetteer } from './places.ts';
import { contrary, synonyms, wordsOf } from './synonyms.ts';

/** What made a column be taken, or not, for a field. */
export type GuessReason =
  | 'name-and-values'
  | 'name-alone'
  | 'values-alone'
  | 'values-contradict-name'
  | 'better-column-taken'
  | 'nothing-fits';

/** What a column of a file is taken for. */
export type Guess = {
  readonly column: string;
  /** Null: the column is not read, unless the user says so. */
  readonly field: Field | null;
  /** 0 to 1; above 0.5 the guess is put into the map. */
  readonly confidence: number;
  readonly why: GuessReason;
  /** The field that the reason speaks of, also where it was not taken. */
  readonly about: Field | null;
};

type Candidate = { column: number; field: Field; confidence: number; why: GuessReason };

/** Values of a column looked at. */
const maxSamples = 200;

/** Characters of a value looked at: what is longer is text. */
const maxValueChars = 300;

/** Guesses the field of each column, in the order of the header, from names and sample rows. */
export function guessMapping(
  kind: SheetKind,
  header: readonly string[],
  samples: readonly (readonly string[])[],
  defaults: IntakeDefaults,
): Guess[] {
  const judge = new Judge(defaults);
  const fields = fieldsOf(kind);
  const rows = samples.slice(0, maxSamples);
  const candidates: Candidate[] = [];
  const contradicted = new Map<number, Field>();
  header.forEach((name, column) => {
    const values = rows
      .map((row) => (row[column] ?? '').slice(0, maxValueChars))
      .filter((value) => cellText(value) !== '' && !isFormulaError(cellText(value)));
    const words = wordsOf(name);
    for (const field of fields) {
      const type = specOf(kind, field)?.type ?? 'text';
      const named = nameScore(words, field);
      const fits = values.length === 0 ? null : judge.share(type, field, values, column);
      if (named > 0 && fits !== null && fits < 0.5) contradicted.set(column, field);
      else {
        const found = candidateOf(column, field, named, fits, type);
        if (found !== null) candidates.push(found);
      }
    }
  });
  return assign(header, candidates, contradicted);
}

function candidateOf(
  column: number,
  field: Field,
  named: number,
  fits: number | null,
  type: FieldType,
): Candidate | null {
  if (named > 0) {
    const confidence = fits === null ? named * 0.8 : named * (0.6 + 0.4 * fits);
    return { column, field, confidence, why: fits === null ? 'name-alone' : 'name-and-values' };
  }
  const telling = valuesAlone[type] ?? 0;
  if (fits === null || fits < 0.9 || telling === 0 || field === 'mobile') return null;
  return { column, field, confidence: telling * fits, why: 'values-alone' };
}

/** How much values say without a name, where they can hardly be anything else. */
const valuesAlone: Readonly<Partial<Record<FieldType, number>>> = {
  email: 0.75,
  phone: 0.6,
  currency: 0.7,
  zone: 0.7,
};

/** The best pairs first, each column and each field once; further phones go to free places. */
function assign(
  header: readonly string[],
  candidates: Candidate[],
  contradicted: ReadonlyMap<number, Field>,
): Guess[] {
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
  return header.map((column, i): Guess => {
    const found = byColumn.get(i);
    if (found) {
      const { field, confidence, why } = found;
      return { column, field, confidence: Math.round(confidence * 100) / 100, why, about: field };
    }
    const lost = best.find((candidate) => candidate.column === i);
    if (lost && lost.why !== 'values-alone') {
      return { column, field: null, confidence: 0, why: 'better-column-taken', about: lost.field };
    }
    const about = contradicted.get(i) ?? null;
    const why = about === null ? 'nothing-fits' : 'values-contradict-name';
    return { column, field: null, confidence: 0, why, about };
  });
}

/** 1 for a name we know, 0.95 for our own key, less for a name that holds a known one. */
function nameScore(words: string, field: Field): number {
  const own = wordsOf(field);
  if (words === own) return 1;
  const tokens = words.split(' ');
  if (contrary[field]?.some((word) => tokens.includes(word) && !synonyms[field].includes(words))) {
    return 0;
  }
  let best = 0;
  synonyms[field].forEach((synonym, rank) => {
    if (words === synonym) best = Math.max(best, 1 - Math.min(rank, 20) / 400);
    else if (` ${words} `.includes(` ${synonym} `)) {
      const share = synonym.split(' ').length / tokens.length;
      if (synonym.length > 2 && share >= 0.5) best = Math.max(best, 0.55 + share * 0.3);
    }
  });
  return best;
}

/** Judges how many values of a column fit a type; each column and type is looked at once. */
class Judge {
  private readonly places: Gazetteer = gazetteer();
  private readonly defaults: IntakeDefaults;
  private readonly known = new Map<string, number>();

  constructor(defaults: IntakeDefaults) {
    this.defaults = defaults;
  }

  share(type: FieldType, field: Field, values: readonly string[], column: number): number {
    const key = `${column} ${type === 'choice' ? field : type}`;
    const found = this.known.get(key) ?? this.judge(type, field, values);
    this.known.set(key, found);
    return found;
  }

  private judge(type: FieldType, field: Field, values: readonly string[]): number {
    const part = (fits: (value: string) => boolean) =>
      values.filter((value) => fits(cellText(value))).length / values.length;
    switch (type) {
      case 'date':
        return detectDateFormat(values, Number(this.defaults.today.slice(0, 4)) + 20).share;
      case 'amount':
        return detectDecimal(values).share;
      case 'whole-number':
        return part((value) => /^-?\d{1,5}(?:\.0+)?$/.test(value));
      case 'currency':
        return part((value) => isCurrency(value.toUpperCase()));
      case 'country':
        return part((value) => this.places.country(value) !== null);
      case 'language':
        return part((value) => this.places.language(value) !== null);
      case 'zone':
        return part((value) => value.includes('/') && isZone(value));
      case 'phone':
        return part((value) => this.looksLikePhone(value));
      case 'email':
        return part(isEmail);
      case 'reference':
        return part((value) => value.length <= 100 && !/^\d+[.,]\d{2}$/.test(value));
      case 'name':
        return part((value) => /\p{L}{2}/u.test(value) && !/\d{4}/.test(value));
      case 'last-four':
        return part((value) => /\d{4}$/.test(value));
      case 'yes-no':
        return part((value) => yesNoOf(value) !== null);
      case 'choice':
        return part((value) => choiceOf(field, value) !== null);
      case 'postal-code':
        return part((value) => /^[\p{L}\d][\p{L}\d -]{2,9}$/u.test(value));
      case 'text':
        return 1;
    }
  }

  private looksLikePhone(value: string): boolean {
    const digits = value.replace(/\D/g, '').length;
    const shaped = /^[+(]|[-() ]\d/.test(value) && digits >= 7 && !/^\d{4}-\d{2}-\d{2}/.test(value);
    return shaped || (digits >= 9 && isPhone(value, this.defaults.country));
  }
}
