import { withoutIssuedCards } from '#kernel/card-numbers.ts';
import { isBeyondLimit, isCurrency, parseAmount } from '#kernel/money.ts';
import { type Phone, type PhoneReader, parsePhone, phoneReader } from '#kernel/phone.ts';
import { isShownLine, withoutBlanks } from '#kernel/shown-text.ts';
import { isDate, type LocalDate } from '#kernel/time.ts';
import { detailFacts, isDetail } from './book-details.ts';
import { type Raw, type Source, sourcesOf } from './cell-sources.ts';
import { cellName, cellText, isFormulaError, isPowerForm, plainOf } from './cell-text.ts';
import { choiceOf } from './choices.ts';
import { parseDate } from './dates.ts';
import { readDecimal } from './decimals.ts';
import { type Field, specOf } from './fields.ts';
import type { ImportMap } from './import-map.ts';
import { type Gazetteer, gazetteer } from './places.ts';
import { isEpoch, isNoDate } from './stand-in-dates.ts';

/** Why a row is refused, or a detail of it left out; each comes with the facts its sentence needs. */
export type RowReason =
  | 'missing-required'
  | 'text-too-long'
  | 'unprintable-character'
  | 'bad-choice'
  | 'not-yes-or-no'
  | 'not-a-whole-number'
  | 'impossible-date'
  | 'date-in-future'
  | 'amount-not-number'
  | 'amount-not-exact'
  | 'amount-too-large'
  | 'amount-in-other-currency'
  | 'number-in-power-form'
  | 'formula-error'
  | 'amount-not-positive'
  | 'balance-not-positive'
  | 'credit-set-aside'
  | 'unknown-currency'
  | 'unknown-country'
  | 'unknown-language'
  | 'unknown-zone'
  | 'unknown-product'
  | 'impossible-postal-code'
  | 'impossible-phone'
  | 'invalid-email'
  | 'card-number-not-masked'
  | 'due-before-issued'
  | 'settled-before-issued'
  | 'settled-with-balance'
  | 'buckets-not-total'
  | 'parts-not-balance'
  | 'status-with-balance'
  | 'duplicate-reference'
  | 'not-for-this-consent'
  | 'not-a-time'
  | 'revoked-before-received'
  | 'given-after-received';

/** One thing wrong with a row. `column` is the file's own name, or null when it has no column. */
export type RowProblem = {
  readonly column: string | null;
  readonly field: Field;
  readonly reason: RowReason;
  readonly facts: Readonly<Record<string, string>>;
};

/** Something that a row came in with and that has to be said: it was not quite as it stood there. */
export type RowNote = { readonly field: Field; readonly reason: NoteReason };
type NoteReason = 'postal-zeros-restored' | 'due-counted-back' | 'credit-netted';

/** What the portfolio gives where file and map are silent, and the day of the import. */
export type IntakeDefaults = {
  readonly currency: string | null;
  /** ISO 3166-1 alpha-2. */
  readonly country: string | null;
  readonly today: LocalDate;
  /** What a consumer portfolio's debts are where a row is silent; absent: kinds are not asked for. */
  readonly product?: string | undefined;
};

/** Reads the cells of one row after the other and collects what is wrong with them. */
export class CellReader {
  /** What is wrong with the row being read; empty it by `start`. */
  problems: RowProblem[] = [];
  /** What of it is left out, while the row comes in. */
  details: RowProblem[] = [];
  /** What was put right in it. */
  notes: RowNote[] = [];
  readonly places: Gazetteer = gazetteer();
  private cells: readonly string[] = [];
  private line = 0;
  private readonly map: ImportMap;
  private readonly sources: ReadonlyMap<Field, Source>;
  private readonly phones: PhoneReader = phoneReader();
  private readonly latestYear: number;

  constructor(map: ImportMap, header: readonly string[], today: LocalDate) {
    this.map = map;
    this.latestYear = Number(today.slice(0, 4)) + 20;
    this.sources = sourcesOf(map, header);
  }

  /** Turns to the next row; its line names the cells that cannot be read. */
  start(cells: readonly string[], line = 0): void {
    this.cells = cells;
    this.line = line;
    this.problems = [];
    this.details = [];
    this.notes = [];
  }

  note(field: Field, reason: RowNote['reason']): void {
    this.notes.push({ field, reason });
  }

  /** Says what is wrong with a field: the row is refused for it, or comes in without a detail. */
  refuse(field: Field, reason: RowReason, facts: Readonly<Record<string, string>> = {}): null {
    const column = this.map.columns[field] ?? null;
    const { value } = facts;
    const isReference = specOf(this.map.kind, field)?.type === 'reference';
    const told =
      value === undefined || isReference ? facts : { ...facts, value: withoutIssuedCards(value) };
    if (isDetail(this.map.kind, field, reason)) {
      this.details.push({ column, field, reason, facts: detailFacts(facts) });
    } else this.problems.push({ column, field, reason, facts: told });
    return null;
  }

  /** Refuses the row for a detail of it that was left out: too much rests on it. */
  insist(field: Field): void {
    this.problems.push(...this.details.filter((each) => each.field === field));
    this.details = this.details.filter((each) => each.field !== field);
  }

  /** The trimmed text of a field, from its cell or else its constant; null when there is none. */
  raw(field: Field): Raw | null {
    const source = this.sources.get(field);
    if (source === undefined) return null;
    const given = this.cells[source.at] ?? '';
    const cell = cellText(given);
    const word = cell === '' ? undefined : source.words?.get(cell.toLowerCase());
    // A file's word may be mapped to nothing: `n/a` is an empty cell then.
    const text = word ?? cell;
    if (text !== '' && source.isDate && word === undefined && isNoDate(text)) return null;
    if (text !== '') return { text, constant: word !== undefined || plainOf(given) !== null };
    return source.constant === '' ? null : { text: source.constant, constant: true };
  }

  /** As `raw`; refuses what a spreadsheet has put in place of the value. */
  private taken(field: Field): Raw | null {
    const raw = this.raw(field);
    if (raw === null || raw.constant) return raw;
    if (isFormulaError(raw.text)) {
      const cell = cellName(this.sources.get(field)?.at ?? 0, this.line);
      return this.refuse(field, 'formula-error', { value: raw.text, cell });
    }
    if (!isPowerForm(raw.text)) return raw;
    return this.refuse(field, 'number-in-power-form', { value: raw.text });
  }

  text(field: Field): string | null {
    const raw = this.taken(field);
    if (raw === null) return null;
    const max = this.sources.get(field)?.max ?? 0;
    if (raw.text.length > max) return this.refuse(field, 'text-too-long', { max: String(max) });
    if (!isShownLine(raw.text) || raw.text.includes('\uFFFD')) {
      return this.refuse(field, 'unprintable-character');
    }
    return this.isKept(field) ? raw.text : withoutIssuedCards(withoutBlanks(raw.text));
  }

  /** What a row is known by stays as it is; a movement of money is matched by all of its texts first. */
  private isKept(field: Field): boolean {
    const type = specOf(this.map.kind, field)?.type;
    return type === 'reference' || type === 'last-four' || this.map.kind === 'payments';
  }

  choice<const C extends string>(field: Field, choices: readonly C[]): C | null {
    const text = this.text(field);
    if (text === null) return null;
    const meant = choiceOf(field, text);
    const found = choices.find((choice) => choice === meant);
    return found ?? this.refuse(field, 'bad-choice', { value: text, choices: choices.join(', ') });
  }

  yesNo(field: Field): boolean | null {
    const text = this.text(field);
    return text === null
      ? null
      : (yesNoOf(text) ?? this.refuse(field, 'not-yes-or-no', { value: text }));
  }

  wholeNumber(field: Field): number | null {
    const text = this.text(field);
    if (text === null) return null;
    const plain = /^-?\d{1,6}(?:\.0+)?$/.test(text);
    return plain ? Number(text) : this.refuse(field, 'not-a-whole-number', { value: text });
  }

  /** The parts of a cell that lists several, parted by semicolons, bars or commas. */
  list(field: Field): readonly string[] {
    const parts = (this.text(field) ?? '').split(/[;|,]/);
    return parts.map((part) => part.trim()).filter((part) => part !== '');
  }

  /** The days that a cell lists; a part that is none refuses the row. */
  dates(field: Field): readonly LocalDate[] {
    const format = this.map.dateFormats[field] ?? this.map.dateFormat;
    return this.list(field).flatMap((text) => {
      const date = parseDate(text, format, this.latestYear);
      if (date !== null) return [date];
      this.refuse(field, 'impossible-date', { value: text.slice(0, 40), format });
      return [];
    });
  }

  date(field: Field, latestYear = this.latestYear): LocalDate | null {
    const raw = this.taken(field);
    if (raw === null) return null;
    const format = this.map.dateFormats[field] ?? this.map.dateFormat;
    if (raw.constant && isDate(raw.text)) return raw.text;
    const date = raw.text.length > 40 ? null : parseDate(raw.text, format, latestYear);
    if (date !== null && isEpoch(date) && field !== 'birthDate') return null;
    if (date !== null) return date;
    const facts = { value: raw.text.slice(0, 40), format };
    const isOther = (format === 'dmy' || format === 'mdy') && isOtherOrder(raw.text, format);
    return this.refuse(field, 'impossible-date', isOther ? { ...facts, otherOrder: 'yes' } : facts);
  }

  /** Minor units of the currency; null with a problem when the text is no exact amount of it. */
  amount(field: Field, currency: string | null): bigint | null {
    const raw = this.taken(field);
    if (raw === null || currency === null) return null;
    const read = readDecimal(raw.text.slice(0, 60), raw.constant ? 'point' : this.map.decimal);
    if (read !== null && read.currencies.length > 0 && !read.currencies.includes(currency)) {
      const facts = { value: raw.text.slice(0, 60), currency };
      return this.refuse(field, 'amount-in-other-currency', facts);
    }
    const minor = read === null ? 'not-a-number' : parseAmount(read.plain, currency);
    if (minor === 'not-exact') {
      return this.refuse(field, 'amount-not-exact', { value: raw.text, currency });
    }
    if (typeof minor === 'bigint' && !isBeyondLimit(minor, currency)) return minor;
    if (typeof minor === 'bigint') {
      return this.refuse(field, 'amount-too-large', { value: raw.text });
    }
    return this.refuse(field, 'amount-not-number', { value: raw.text.slice(0, 60) });
  }

  currency(field: Field, otherwise: string | null): string | null {
    const code = this.text(field)?.toUpperCase() ?? otherwise;
    if (code === null) return this.refuse(field, 'missing-required');
    return isCurrency(code) ? code : this.refuse(field, 'unknown-currency', { value: code });
  }

  phone(field: Field, country: string | null): Phone | null {
    const raw = this.taken(field);
    if (raw === null) return null;
    const phone = this.phones(raw.text, country);
    if (typeof phone === 'object') return phone;
    const facts = { value: raw.text.slice(0, 40), why: phone, country: country ?? '' };
    return this.refuse(field, 'impossible-phone', facts);
  }

  email(field: Field): string | null {
    const text = this.text(field);
    if (text === null) return null;
    return isEmail(text) ? text : this.refuse(field, 'invalid-email', { value: text });
  }
}

/** Whether a text is a date with its day and month exchanged: the order of the file is in doubt then. */
function isOtherOrder(text: string, format: 'dmy' | 'mdy'): boolean {
  return text.length <= 40 && parseDate(text, format === 'dmy' ? 'mdy' : 'dmy', 2_199) !== null;
}

const yes: ReadonlySet<string> = new Set(
  'yes y true 1 x sí si s ja j oui o כן disputed'.split(' '),
);
const no: ReadonlySet<string> = new Set('no n false 0 - nein non לא'.split(' '));

/** What a word for yes or no means, null for any other word. */
export function yesNoOf(text: string): boolean | null {
  const word = text.toLowerCase();
  return yes.has(word) ? true : no.has(word) ? false : null;
}

const local = /^[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+(?:\.[\p{L}\p{N}!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domain =
  /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}][\p{L}\p{N}-]{0,61}[\p{L}\p{N}]$/u;

/** Whether a text can be an e-mail address: a dot-atom and a domain of two labels (RFC 5321). */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf('@');
  if (at < 1 || at > 64 || text.length > 254) return false;
  return local.test(text.slice(0, at)) && domain.test(text.slice(at + 1));
}

/** Whether a text can be a phone number of the country, or of any when it starts with `+`. */
export function isPhone(text: string, country: string | null): boolean {
  return typeof parsePhone(text, country) === 'object';
}
