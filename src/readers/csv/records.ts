import { parse } from 'csv-parse/sync';
import { assert } from '#kernel/refusal.ts';
import { quoteState } from './quotes.ts';
import type { CsvProblem, CsvProblemReason, CsvRow, CsvShape } from './shape.ts';

/** A record of one row longer than this is a quote that never closes, or no table at all. */
export const maxRecordChars = 200_000;
/** Rows handed over at a time: one message to the database, small beside the memory of a page. */
const rowsPerBatch = 1_000;
/** Text handed over at a time: a few rows of a file may be as long as thousands of another. */
const charsPerBatch = 4_000_000;

/** Lines a quoted cell may run over. */
const maxRecordLines = 500;

/** A record with quotes, waiting to be taken apart with its neighbours. */
type Quoted = { readonly line: number; readonly raw: string; readonly place: number };

/**
 * Turns physical lines into rows. Lines without a quote are split here, since that is most lines
 * of most files and several times as quick; records with quotes go through csv-parse, in blocks.
 * A record that cannot be read costs its first line only: reading goes on with the next one.
 */
export class RecordReader {
  private readonly shape: CsvShape;
  private line = 0;
  private rows: (CsvRow | null)[] = [];
  private problems: CsvProblem[] = [];
  private quoted: Quoted[] = [];
  private open: string[] = [];
  private openChars = 0;
  private chars = 0;

  constructor(shape: CsvShape) {
    this.shape = shape;
  }

  /** Takes the next physical line, without its line end. */
  push(text: string): void {
    this.line += 1;
    this.chars += text.length;
    if (this.line < this.shape.firstLine) return;
    if (this.line === this.shape.firstLine && this.shape.hasHeader && !this.opens(text)) return;
    if (this.open.length > 0) this.goOn(text);
    else this.start(text, this.line);
  }

  /** Says that there is no further line: a quote still open is a problem. */
  end(): void {
    // Each pass gives up one line at least, so the passes are at most the lines held.
    while (this.open.length > 0) this.giveUpFirst('quote-not-closed');
  }

  /** Whether what `take` would hand over is as much as one batch may be. */
  isFull(): boolean {
    return this.rows.length + this.problems.length >= rowsPerBatch || this.chars >= charsPerBatch;
  }

  /** Rows and problems since the last call, each in file order. */
  take(): { rows: CsvRow[]; problems: CsvProblem[] } {
    this.parseQuoted();
    const rows = this.rows.filter((row) => row !== null);
    const problems = this.problems.sort((a, b) => a.line - b.line);
    this.rows = [];
    this.problems = [];
    this.chars = 0;
    return { rows, problems };
  }

  /** Whether a header runs on into further lines; they are then read and dropped as one record. */
  private opens(text: string): boolean {
    return text.includes('"') && quoteState(text, this.shape.delimiter) === 'open';
  }

  private start(text: string, line: number): void {
    if (text.length > maxRecordChars) {
      this.refuse(line, 'record-too-long', text);
      return;
    }
    if (!text.includes('"')) {
      this.addPlain(text, line);
      return;
    }
    const state = quoteState(text, this.shape.delimiter);
    if (state === 'closed') {
      this.addQuoted(text, line);
      return;
    }
    if (state === 'text-after-quote') {
      this.refuse(line, 'text-after-quote', text);
      return;
    }
    this.open = [text];
    this.openChars = text.length;
  }

  private goOn(text: string): void {
    this.open.push(text);
    this.openChars += text.length + 1;
    const tooLong = this.openChars > maxRecordChars || this.open.length > maxRecordLines;
    if (tooLong) {
      this.giveUpFirst('quote-not-closed');
      return;
    }
    if (!text.includes('"')) return;
    const raw = this.open.join('\n');
    const state = quoteState(raw, this.shape.delimiter);
    if (state === 'open') return;
    if (state === 'text-after-quote') {
      this.giveUpFirst('text-after-quote');
      return;
    }
    const line = this.line - this.open.length + 1;
    this.open = [];
    const isHeader = line === this.shape.firstLine && this.shape.hasHeader;
    if (!isHeader) this.addQuoted(raw, line);
  }

  /** Refuses the first of the lines held and reads the others again as lines of their own. */
  private giveUpFirst(reason: CsvProblemReason): void {
    const [first = '', ...others] = this.open;
    const line = this.line - this.open.length + 1;
    this.open = [];
    this.refuse(line, reason, first);
    const last = this.line;
    this.line = line;
    for (const text of others) {
      this.line += 1;
      if (this.open.length > 0) this.goOn(text);
      else this.start(text, this.line);
    }
    this.line = last;
  }

  private addPlain(raw: string, line: number): void {
    if (raw.trim() === '') return;
    if (raw.includes('\uFFFD')) {
      this.refuse(line, 'bytes-not-in-encoding', raw);
      return;
    }
    const cells = raw.split(this.shape.delimiter);
    const fitted = this.fitted(cells);
    if (fitted !== null) this.rows.push({ line, cells: fitted, raw });
    else this.refuseColumns(line, raw, cells.length);
  }

  /**
   * Cells left out at the end are empty. A row that is too wide is none, even where the last cells are
   * empty: a delimiter inside an amount would have moved the others.
   */
  private fitted(cells: readonly string[]): readonly string[] | null {
    const missing = this.shape.columns - cells.length;
    if (missing <= 0) return missing === 0 ? cells : null;
    return [...cells, ...Array<string>(missing).fill('')];
  }

  private addQuoted(raw: string, line: number): void {
    if (raw.includes('\uFFFD')) {
      this.refuse(line, 'bytes-not-in-encoding', raw);
      return;
    }
    this.quoted.push({ line, raw, place: this.rows.length });
    this.rows.push(null);
  }

  private parseQuoted(): void {
    if (this.quoted.length === 0) return;
    const records: string[][] = parse(this.quoted.map(({ raw }) => raw).join('\n'), {
      delimiter: this.shape.delimiter,
      record_delimiter: '\n',
      relax_quotes: true,
      relax_column_count: true,
      skip_empty_lines: false,
    });
    assert(records.length === this.quoted.length, 'csv-parse sees other records than quotes.ts');
    this.quoted.forEach(({ line, raw, place }, i) => {
      const cells = records[i] ?? [];
      const fitted = this.fitted(cells);
      if (fitted !== null) this.rows[place] = { line, cells: fitted, raw };
      else this.refuseColumns(line, raw, cells.length);
    });
    this.quoted = [];
  }

  private refuseColumns(line: number, raw: string, found: number): void {
    const facts = { expected: String(this.shape.columns), found: String(found) };
    this.problems.push({ line, reason: 'wrong-number-of-columns', facts, raw });
  }

  private refuse(line: number, reason: CsvProblemReason, raw: string): void {
    this.problems.push({ line, reason, facts: {}, raw: raw.slice(0, maxRecordChars) });
  }
}
