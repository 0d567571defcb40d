import { parse } from 'csv-parse/sync';
import type { Layout } from '#domain/intake/row-layout.ts';
import { commonest, findTable } from './find-table.ts';
import { quoteState } from './quotes.ts';
import { type CsvShape, type Delimiter, delimiters, type Encoding } from './shape.ts';

/** Bytes of a file's beginning that `sniff` wants to see; more do no harm. */
export const sniffBytes = 262_144;

/** Columns a table may have: those of the widest books are below 300. */
export const maxColumns = 500;

/** Records of the beginning that are looked at. */
const sampleRecords = 200;

/** What the beginning of a file tells: how to read it, its column names and rows to show. */
export type Sniffed = {
  readonly ok: true;
  readonly shape: CsvShape;
  /** Column names, each once: a second `Phone` becomes `Phone (2)`. */
  readonly header: readonly string[];
  /** What stands around its rows. */
  readonly layout: Layout;
  /** The first rows, with what their groups say filled in. */
  readonly sampleRows: readonly (readonly string[])[];
};

/** Why a file is not a table of text. */
export type NotATable = {
  readonly ok: false;
  readonly reason: 'empty' | 'spreadsheet' | 'pdf' | 'xml' | 'not-text' | 'too-many-columns';
};

/** What the user sets where the guess is wrong. */
export type ShapeOptions = {
  readonly encoding?: Encoding | undefined;
  readonly delimiter?: Delimiter | undefined;
  readonly hasHeader?: boolean | undefined;
  /** The table that is meant of a workbook or an archive. */
  readonly sheet?: string | undefined;
};

/** Finds encoding, delimiter, header line and columns from the first bytes of a file. */
export function sniff(first: Uint8Array, options: ShapeOptions = {}): Sniffed | NotATable {
  if (first.byteLength === 0) return { ok: false, reason: 'empty' };
  const foreign = foreignFormat(first);
  if (foreign !== null) return { ok: false, reason: foreign };
  const encoding = options.encoding ?? sniffEncoding(first);
  const text = new TextDecoder(encoding).decode(first, { stream: true });
  if (text.trim() === '') return { ok: false, reason: 'empty' };
  if (text.includes('\0')) return { ok: false, reason: 'not-text' };
  if (/^\s*<(\?xml|[A-Za-z])/.test(text)) return { ok: false, reason: 'xml' };
  const newline = !text.includes('\n') && text.includes('\r') ? '\r' : '\n';
  const complete = first.byteLength < sniffBytes;
  const records = sampleOf(text.split(newline === '\r' ? '\r' : /\r?\n/), complete);
  const delimiter = options.delimiter ?? sniffDelimiter(records.map(({ raw }) => raw));
  return tableOf(records, { encoding, newline, delimiter }, options.hasHeader);
}

type Sample = { readonly line: number; readonly raw: string };
type Basics = Pick<CsvShape, 'encoding' | 'newline' | 'delimiter'>;

function tableOf(
  records: Sample[],
  basics: Basics,
  chosenHeader: boolean | undefined,
): Sniffed | NotATable {
  const cut = records.map(({ line, raw }) => ({ line, cells: cellsOf(raw, basics.delimiter) }));
  const { hasHeader, firstLine, columns, ...found } = findTable(cut, chosenHeader);
  if (columns > maxColumns) return { ok: false, reason: 'too-many-columns' };
  return { ok: true, shape: { ...basics, hasHeader, firstLine, columns }, ...found };
}

function foreignFormat(bytes: Uint8Array): NotATable['reason'] | null {
  const magic = String.fromCharCode(...bytes.subarray(0, 4));
  // A modern workbook is a zip archive, an old one a compound file.
  if (magic === 'PK\x03\x04' || magic === '\xD0\xCF\x11\xE0') return 'spreadsheet';
  return magic === '%PDF' ? 'pdf' : null;
}

function sniffEncoding(bytes: Uint8Array): Encoding {
  const [a, b, c] = bytes;
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  const head = bytes.subarray(0, 2_000);
  const zerosAt = (parity: number) => head.filter((x, i) => x === 0 && i % 2 === parity).length;
  // Latin letters in UTF-16 have a zero byte each: second of the pair when little-endian.
  if (zerosAt(1) > head.length / 8) return 'utf-16le';
  if (zerosAt(0) > head.length / 8) return 'utf-16be';
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return 'utf-8';
  } catch {
    return 'windows-1252';
  }
}

/** The first records with the lines they start on, blank lines left out. */
function sampleOf(lines: string[], complete: boolean): Sample[] {
  const whole = complete || lines.length < 2 ? lines : lines.slice(0, -1);
  const records: Sample[] = [];
  for (let i = 0; i < whole.length && records.length < sampleRecords; i += 1) {
    const line = i + 1;
    let raw = whole[i] ?? '';
    if (raw.trim() === '' || /^sep=.$/i.test(raw)) continue;
    for (let more = 0; more < 20 && i + 1 < whole.length && isOpen(raw); more += 1) {
      i += 1;
      raw += `\n${whole[i]}`;
    }
    records.push({ line, raw });
  }
  return records;
}

function isOpen(raw: string): boolean {
  return raw.includes('"') && delimiters.every((each) => quoteState(raw, each) === 'open');
}

/** The delimiter that gives most records the same number of columns, more than one. */
function sniffDelimiter(records: string[]): Delimiter {
  const scored = delimiters.map((delimiter) => {
    const counts = records.map((raw) => cellsOf(raw, delimiter).length);
    const columns = commonest(counts);
    const same = counts.filter((count) => count === columns).length / counts.length;
    return { delimiter, score: columns === 1 ? 0 : same * Math.log2(columns + 1) };
  });
  return scored.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

function cellsOf(raw: string, delimiter: Delimiter): string[] {
  if (!raw.includes('"')) return raw.split(delimiter);
  const records: string[][] = parse(raw, {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    record_delimiter: '\r\r',
    skip_records_with_error: true,
  });
  return records[0] ?? raw.split(delimiter);
}
