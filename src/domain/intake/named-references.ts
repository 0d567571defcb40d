import { plainAmount } from '#kernel/money.ts';
import { addListed, type Word } from './listed-references.ts';
import { compact, lettersSql, plain } from './names.ts';
import { coresOf, rfCore } from './structured-references.ts';
import { bankAccounts, isPeriod, otherNumbers, type Stretch } from './text-numbers.ts';

/** A payment as a bank or a file tells it, before anyone knows whose it is. */
export type BankPayment = {
  readonly amountMinor: bigint;
  readonly currency: string;
  /** References given as such: end-to-end id, creditor reference, invoice number. */
  readonly references: readonly string[];
  /** Free text of the payer and the bank. */
  readonly texts: readonly string[];
  readonly payerName: string | null;
};

/**
 * How surely a payment names a reference. `weak`: a short number or word that could mean anything,
 * so the name or the amount must agree. `implied`: a list or range says so beside one that is named.
 */
export type Naming = 'strong' | 'weak' | 'implied';

/** What a payment names. */
export type NamedReferences = {
  /** How a reference of the book is named, and whether as it is written there; null when it is not. */
  of(reference: string): { readonly how: Naming; readonly exact: boolean } | null;
  /** What to look up among the references of a book, as `referenceForms` writes them. */
  readonly keys: readonly string[];
  /** Whole references that stand in the payment, whether or not the book has them. */
  readonly whole: readonly string[];
};

/** Digits that make a bare number a reference by itself. */
const sureDigits = 7;
/** A shorter bare number of a free text names nothing. */
const minDigits = 4;
/** A shorter number of a free text is not taken for one with check digits. */
const minCoreText = 10;
/** Words of a text that may make one reference together: `INV 2026 001`. */
const maxParts = 4;
/** Characters of a payment that are read; a bank's message has a tenth of it. */
const maxChars = 1_500;
/** Where banks cut a line. */
const lineLengths: ReadonlySet<number> = new Set([27, 35, 65, 70, 140]);

/**
 * The forms under which a reference is compared: letters and digits alone, without leading zeros of
 * the whole or of each number in it.
 */
export function referenceForms(reference: string): readonly string[] {
  // Most references are written in these letters alone, and need no more.
  if (/^[A-Z1-9][A-Z0-9]*$/.test(reference) && !/[A-Z]0/.test(reference)) return [reference];
  const forms = [unpadded(compact(reference)), unpadded(compact(unpadded(plain(reference))))];
  return [...new Set(forms)].filter((form) => form !== '');
}

/** The SQL of the two forms of `referenceForms`. */
export function referenceFormsSql(column: string): readonly [string, string] {
  const bare = (text: string) => lettersSql(text, '');
  const zeros = (text: string) => `regexp_replace(${text}, '(^|[^0-9])0+(?=[0-9])', '\\1', 'g')`;
  const capitals = `upper(normalize(replace(${column}, 'ß', 'ss'), NFD))`;
  return [zeros(bare(capitals)), zeros(bare(zeros(capitals)))];
}

function unpadded(text: string): string {
  return text.replace(/(?<!\d)0+(?=\d)/g, '');
}

/** Reads what a payment names from its references and texts. */
export function namedBy(payment: BankPayment): NamedReferences {
  const found = new Found();
  for (const each of payment.references) addGiven(found, each.slice(0, maxChars));
  const amount = plainAmount(payment.amountMinor, payment.currency).replace(/\.0+$/, '');
  for (const text of [...payment.references, ...readings(payment.texts)]) {
    addText(found, plain(text.slice(0, maxChars)), amount);
  }
  return found;
}

/**
 * Every reference that the payment could name: what to look up among the references of a large book,
 * so that only its hits are offered to `matchPayment`.
 */
export function referenceKeys(payment: BankPayment): readonly string[] {
  return namedBy(payment).keys;
}

class Found implements NamedReferences {
  private readonly byForm = new Map<string, { how: Naming; readonly raws: Set<string> }>();
  private readonly standing = new Set<string>();

  add(text: string, how: Naming, isWhole = false): void {
    const raw = compact(text);
    if (raw === '') return;
    if (isWhole) this.standing.add(raw);
    for (const form of referenceForms(text)) {
      const known = this.byForm.get(form);
      if (known === undefined) this.byForm.set(form, { how, raws: new Set([raw]) });
      else {
        known.raws.add(raw);
        if (rank[how] > rank[known.how]) known.how = how;
      }
    }
  }

  of(reference: string) {
    const hits = referenceForms(reference).flatMap((form) => this.byForm.get(form) ?? []);
    const [best] = hits.sort((a, b) => rank[b.how] - rank[a.how]);
    return best ? { how: best.how, exact: best.raws.has(compact(reference)) } : null;
  }

  get keys(): readonly string[] {
    return [...this.byForm.keys()];
  }

  get whole(): readonly string[] {
    return [...this.standing];
  }
}

const rank: Readonly<Record<Naming, number>> = { implied: 0, weak: 1, strong: 2 };

/** A reference that stands where a reference belongs. */
function addGiven(found: Found, reference: string): void {
  const raw = compact(reference);
  const isDay = otherNumbers(plain(reference)).length > 0;
  found.add(reference, isDay ? 'weak' : (strengthOf(raw) ?? 'weak'), true);
  // Typed from paper: the letter O for the number 0.
  const digits = raw.replace(/(?<=\d)O|O(?=\d)/g, '0');
  if (digits !== raw) found.add(digits, strengthOf(digits) ?? 'weak');
  addCores(found, raw);
}

function addCores(found: Found, raw: string): void {
  for (const { core, sure } of coresOf(raw)) found.add(core, sure ? 'strong' : 'weak');
}

/** How surely letters and digits are a reference; null when they are none. */
function strengthOf(word: string): Naming | null {
  const digits = word.replace(/\D/g, '').length;
  if (digits === 0 || isPeriod(word)) return null;
  if (digits === word.length) {
    return digits >= sureDigits ? 'strong' : digits >= minDigits ? 'weak' : null;
  }
  if (word.length < 3) return null;
  return digits >= 3 && word.length >= 4 ? 'strong' : 'weak';
}

/** The texts as one; and with the lines joined that a bank cut within a word. */
function readings(texts: readonly string[]): readonly string[] {
  const lines = texts.flatMap((text) => text.split(/\r?\n/)).filter((line) => line.trim() !== '');
  const whole = lines.join(' ');
  const joined = lines
    .map((line, i) => (i < lines.length - 1 && lineLengths.has(line.length) ? line : `${line} `))
    .join('')
    .trim();
  const uncut = [...lineLengths].map((length) => withoutCuts(whole, length));
  return [...new Set([whole, joined, ...uncut])];
}

/** A text without the blanks that stand where lines of this length end. */
function withoutCuts(text: string, length: number): string {
  if (text.length <= length) return text;
  let left = '';
  for (let at = 0; at < text.length; at += length + 1) {
    const line = text.slice(at, at + length);
    const next = text[at + length];
    left += next === undefined || next === ' ' ? line : line + next;
    if (next !== undefined && next !== ' ') return left + text.slice(at + length + 1);
  }
  return left;
}

function addText(found: Found, text: string, amount: string): void {
  const accounts = bankAccounts(text);
  const others = otherNumbers(text);
  const words = [...text.matchAll(/[^\s,;:()+&|"*=<>]+/gu)]
    .map(
      ({ index, 0: word }): Word => ({
        text: word,
        raw: compact(word),
        from: index,
        to: index + word.length,
      }),
    )
    .filter(({ raw, from, to }) => raw !== '' && !isWithin(accounts, from, to));
  const isFree = ({ raw, from, to }: Word) => raw !== amount && !isWithin(others, from, to);
  words.forEach((word, i) => {
    addWord(found, word, isFree(word));
    addJoined(found, words, i);
    addListed((reference, how) => found.add(reference, how), text, words, i);
  });
  addNumbersInGroups(found, words, isFree);
}

function isWithin(stretches: readonly Stretch[], from: number, to: number): boolean {
  return stretches.some(([start, end]) => from < end && to > start);
}

function addWord(found: Found, { text, raw }: Word, isFree: boolean): void {
  const isBare = /^\d+$/.test(raw);
  const how = strengthOf(raw);
  if (how !== null && (!isBare || isFree)) found.add(text, how, true);
  if (how !== null && isFree && (!isBare || raw.length >= minCoreText)) addCores(found, raw);
  const parts = text.split('/');
  for (const part of parts.length > 1 ? parts : []) {
    const own = compact(part);
    const partHow = /^\d+$/.test(own) ? null : strengthOf(own);
    if (partHow !== null) found.add(part, partHow, true);
  }
  if (!isFree) return;
  // `RG-4711` may be a payer's way to write 4711.
  for (const digits of isBare && raw === text ? [] : (text.match(/\d+/g) ?? [])) {
    if (digits.length >= minDigits) found.add(digits, 'weak');
  }
}

/** References parted by blanks: `INV 2026 001`; letters and digits only together. */
function addJoined(found: Found, words: readonly Word[], from: number): void {
  const [first] = words.slice(from, from + 1);
  if (first?.raw.startsWith('RF') && /^RF\d{2}/.test(first.raw)) {
    let all = '';
    for (const { raw } of words.slice(from, from + 7)) {
      all += raw;
      if (rfCore(all) === null) continue;
      found.add(all, 'strong');
      addCores(found, all);
    }
  }
  for (let parts = 2; parts <= maxParts && from + parts <= words.length; parts += 1) {
    const some = words.slice(from, from + parts);
    const raw = some.map((word) => word.raw).join('');
    if (/^\d+$/.test(raw) || raw.length > 35) continue;
    const how = strengthOf(raw);
    // The last word must add digits, else the shorter join said it.
    if (how === null || !/\d/.test(some.at(-1)?.raw ?? '')) continue;
    found.add(some.map(({ text }) => text).join(' '), how, parts === 2);
  }
}

/** A long number in groups: `53 9007 5470 34`. Taken whole or not at all. */
function addNumbersInGroups(
  found: Found,
  words: readonly Word[],
  isFree: (word: Word) => boolean,
): void {
  let group: Word[] = [];
  const close = () => {
    const raw = group.map((word) => word.raw).join('');
    if (group.length > 1 && raw.length >= sureDigits && group.some(isFree)) {
      found.add(raw, 'strong');
      addCores(found, raw);
    }
    group = [];
  };
  for (const word of words) {
    if (/^\d+$/.test(word.text)) group.push(word);
    else close();
  }
  close();
}
