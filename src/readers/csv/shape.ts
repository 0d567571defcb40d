/** Encodings a table of text may come in; the names are labels of `TextDecoder`. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** Characters that may part the columns, in the order of preference when two fit equally well. */
export type Delimiter = ',' | ';' | '\t' | '|';

export const delimiters: readonly Delimiter[] = [',', ';', '\t', '|'];

/** How a file of rows is to be read; sniffed, and the user may set each part. */
export type CsvShape = {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
  /** `\r` only for files of old Macintoshes; `\n` also reads `\r\n`. */
  readonly newline: '\n' | '\r';
  readonly hasHeader: boolean;
  /** Physical line (from 1) of the header, or of the first row without one: titles are skipped. */
  readonly firstLine: number;
  /** Number of columns every row must have. */
  readonly columns: number;
};

/** A row: its first physical line (from 1), its cells, and its text as it stood in the file. */
export type CsvRow = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly raw: string;
};

/** Why a record of the file is not a row. */
export type CsvProblemReason =
  | 'quote-not-closed'
  | 'text-after-quote'
  | 'wrong-number-of-columns'
  | 'record-too-long'
  | 'bytes-not-in-encoding';

/** A record that is not a row, with its text, so that nothing of a file is lost. */
export type CsvProblem = {
  readonly line: number;
  readonly reason: CsvProblemReason;
  readonly facts: Readonly<Record<string, string>>;
  readonly raw: string;
};

/** Some rows in file order, what could not be read between them, and bytes read so far. */
export type CsvBatch = {
  readonly rows: readonly CsvRow[];
  readonly problems: readonly CsvProblem[];
  readonly bytesRead: number;
};
