import { ownValue } from '#kernel/own-value.ts';
import { cellText } from './cell-text.ts';
import { isAboutReport } from './footer-words.ts';
import { RunningSums } from './running-sums.ts';
import { namesSum, summedName } from './total-words.ts';

/** Why a row of a table is no record. */
export type LeftOutReason =
  | 'row-empty'
  | 'row-header-again'
  | 'row-group'
  | 'row-total'
  | 'row-footer';

/** What stands around the records of a table. */
export type Layout = {
  /** The rows of the header as they stand in the file: one, or two. */
  readonly headerRows: readonly (readonly string[])[];
  /** Texts above the header: they may come again at every page. */
  readonly titles: readonly string[];
  /** Words before a colon that head groups of rows, each with the column that it fills. */
  readonly groups: Readonly<Record<string, number>>;
};

/** A table without anything around its records. */
export const plainLayout: Layout = { headerRows: [], titles: [], groups: {} };

type WithCells = { readonly cells: readonly string[] };

/** A row in its place: a record, with what its group says filled in, or left out and why. */
export type Placed<R extends WithCells> =
  | { readonly kind: 'row'; readonly row: R }
  | { readonly kind: 'left-out'; readonly row: R; readonly why: LeftOutReason };

/** Lines held back until the next record tells what they are. */
const maxHeld = 20;

type Held<R> = { readonly row: R; readonly filled: readonly number[] };

/**
 * Tells records from what a report has around them: titles, repeated headers, headings of groups, sums
 * and footers. A heading fills the columns that its rows leave empty. What is in doubt is a record:
 * its reader refuses it by name.
 */
export class RowLayout<R extends WithCells> {
  private readonly layout: Layout;
  private readonly columns: number;
  private readonly headers: readonly string[];
  private readonly headerStarts: ReadonlySet<string>;
  private readonly titles: ReadonlySet<string>;
  private held: Held<R>[] = [];
  /** What the headings above say, by column. */
  private group = new Map<number, string>();
  private headingColumns: ReadonlySet<string> = new Set();
  private before: readonly string[] = [];
  private isHeaderRead = false;
  private readonly sums = new RunningSums();

  constructor(layout: Layout, columns: number) {
    this.layout = layout;
    this.columns = columns;
    this.headers = layout.headerRows.map(keyOf);
    const starts = this.headers.map((key) => key.split(between).find((text) => text !== ''));
    this.headerStarts = new Set(starts.filter((text) => text !== undefined));
    this.titles = new Set(layout.titles.map((title) => title.toLowerCase()));
  }

  /** Takes the next row of the file; answers the rows that are sure now, in file order. */
  push(row: R): Placed<R>[] {
    const texts = row.cells.map(cellText);
    const filled = texts.flatMap((text, i) => (text === '' ? [] : [i]));
    const [first] = filled;
    if (first === undefined) return [leftOut(row, 'row-empty')];
    const why = this.aboutReport(texts, filled, first);
    if (why === 'header') return this.release(null);
    if (why !== null) return [...this.release(null), leftOut(row, why)];
    const sum = this.sumOf(texts, filled);
    if (sum !== null) {
      this.sums.restart();
      const released = this.release(null);
      this.endGroup(sum);
      return [...released, leftOut(row, 'row-total')];
    }
    if (this.takeLabel(texts, filled)) return [...this.release(null), leftOut(row, 'row-group')];
    const mayHead = filled.length <= 3 && filled.length * 3 <= this.columns;
    if (mayHead && !texts.some(isMoney) && this.held.length < maxHeld) {
      this.held.push({ row, filled });
      return [];
    }
    const released = this.release(texts);
    this.before = texts;
    this.sums.add(texts);
    return [...released, { kind: 'row', row: this.inGroup(row, texts) }];
  }

  /** Says that there is no further row. */
  end(): Placed<R>[] {
    return this.release(null, true);
  }

  private aboutReport(texts: readonly string[], filled: readonly number[], first: number) {
    const text = (texts[first] ?? '').toLowerCase();
    if (filled.length > 1 && this.headerStarts.has(text)) {
      const at = this.headers.indexOf(keyOf(texts));
      if (at === 1 && !this.isHeaderRead) {
        // The second line of the header comes through once as what it is.
        this.isHeaderRead = true;
        return 'header';
      }
      if (at >= 0) return 'row-header-again';
    }
    const isLine = filled.length === 1 || (filled.length === 2 && this.columns > 4);
    if (!isLine) return null;
    return isAboutReport(text) || this.titles.has(text) ? 'row-footer' : null;
  }

  /**
   * The name of what a row sums, empty for all; null for another row. A sum has its name, amounts, and
   * nothing that would tell whose it is or when it was due.
   */
  private sumOf(texts: readonly string[], filled: readonly number[]): string | null {
    // A rule above the sum may be all that tells it: amounts alone, which are those above.
    const isBare = filled.every((i) => isNumber(texts[i] ?? ''));
    const hasMoney = filled.some((i) => isMoney(texts[i] ?? ''));
    if (isBare) return hasMoney && this.sums.areIn(texts, filled) ? '' : null;
    let name: string | null = null;
    for (const i of filled) {
      const text = texts[i] ?? '';
      if (isNumber(text) || isCode(text)) continue;
      if (name !== null) return null;
      name = text;
    }
    if (name === null) return null;
    if (namesSum(name)) return '';
    const summed = summedName(name)?.toLowerCase();
    const above = [...this.group.values(), ...this.before];
    return summed !== undefined && above.some((each) => each.toLowerCase() === summed)
      ? summed
      : null;
  }

  /** Ends the group that was summed, with those within it, or else the innermost. */
  private endGroup(summed: string): void {
    const columns = [...this.group.keys()].sort((a, b) => a - b);
    const named = columns.find((i) => this.group.get(i)?.toLowerCase() === summed);
    const from = named ?? columns.at(-1) ?? 0;
    for (const i of columns) if (i >= from) this.group.delete(i);
  }

  /** A heading with its own word: `Customer: Acme`, in one cell or in two. */
  private takeLabel(texts: readonly string[], filled: readonly number[]): boolean {
    const labelled = labelOf(texts, filled);
    if (labelled === null || isMoney(labelled.value)) return false;
    const at = ownValue(this.layout.groups, labelled.label.toLowerCase());
    if (at === undefined) return false;
    this.head(new Map([[at, labelled.value]]));
    return true;
  }

  /** What was held back, once the next record (or none) tells what it is. */
  private release(next: readonly string[] | null, isEnd = false): Placed<R>[] {
    const { held } = this;
    this.held = [];
    let isHeading = next !== null;
    const placed: Placed<R>[] = [];
    for (const { row, filled } of held.toReversed()) {
      const isAbove = next !== null && filled.every((i) => (next[i] ?? '') === '');
      isHeading &&= isAbove;
      const texts = row.cells.map(cellText);
      const known = this.headingColumns.has(filled.join());
      const isText = filled.length === 1 && (texts[filled[0] ?? 0] ?? '').includes(' ');
      if (isHeading || known) placed.unshift(leftOut(row, 'row-group'));
      else if (isEnd && isText) placed.unshift(leftOut(row, 'row-footer'));
      else placed.unshift({ kind: 'row', row });
    }
    for (const each of placed)
      if (each.kind === 'left-out' && next !== null) this.headBy(each.row, next);
    return placed;
  }

  private headBy({ cells }: R, next: readonly string[]): void {
    const texts = cells.map(cellText);
    const told = new Map([...texts.entries()].filter(([, text]) => text !== ''));
    this.headingColumns = new Set([...this.headingColumns, [...told.keys()].join()]);
    if ([...told.keys()].every((i) => (next[i] ?? '') === '')) this.head(told);
  }

  /** A heading ends those of its own columns and of the columns behind them. */
  private head(told: ReadonlyMap<number, string>): void {
    const first = Math.min(...told.keys());
    const kept = [...this.group].filter(([i]) => i < first);
    this.group = new Map([...kept, ...told]);
  }

  private inGroup(row: R, texts: readonly string[]): R {
    if (this.group.size === 0) return row;
    const own = [...this.group.keys()].filter((i) => i < this.columns);
    if (own.some((i) => (texts[i] ?? '') !== '')) for (const i of own) this.group.delete(i);
    // A row of amounts alone is no record of the group.
    if (texts.every((text) => text === '' || isNumber(text))) return row;
    const width = Math.max(row.cells.length, ...[...this.group.keys()].map((i) => i + 1));
    const cells = Array.from({ length: width }, (_, i) => this.group.get(i) ?? row.cells[i] ?? '');
    return { ...row, cells };
  }
}

const leftOut = <R extends WithCells>(row: R, why: LeftOutReason): Placed<R> => ({
  kind: 'left-out',
  row,
  why,
});

/** Between the cells of a key: no text has it. */
const between = '\u001F';

function keyOf(cells: readonly string[]): string {
  const last = cells.findLastIndex((cell) => cellText(cell) !== '');
  const texts = cells.slice(0, last + 1).map((cell) => cellText(cell).toLowerCase());
  return texts.join(between);
}

const number =
  /^[-+(]*(?:[A-Z]{3}\s)?\p{Sc}?\s?[-+(]*\d[\d.,'’ \u00A0\u202F]*[-)]?\s?(?:[\p{Sc}%]|cr|dr)?$/iu;

/** Longer than any amount with its signs. */
const maxNumberChars = 60;

const isNumber = (text: string) =>
  text === '-' || (text.length <= maxNumberChars && number.test(text));
/** A number that is an amount by its look, and no reference. */
const isMoney = (text: string) => /[^\d]/.test(text) && isNumber(text);
const isCode = (text: string) => /^[A-Z]{3}$/.test(text);

/** The word and the value of a heading, in one cell or in two; null for another row. */
export function labelOf(
  texts: readonly string[],
  filled: readonly number[],
): { readonly label: string; readonly value: string } | null {
  if (filled.length === 0 || filled.length > 2) return null;
  const text = filled.map((i) => texts[i] ?? '').join(' ');
  const [, label = '', value = ''] =
    /^(\p{L}[\p{L}\d .#/-]{0,30}?)\s*[:：]\s*(\S.*)$/u.exec(text) ?? [];
  const [first = 0] = filled;
  const isParted = filled.length === 1 || /[:：]\s*$/.test(texts[first] ?? '');
  return label === '' || !isParted || namesSum(label) ? null : { label, value: value.trim() };
}
