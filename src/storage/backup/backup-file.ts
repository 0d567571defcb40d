/** The first line of a backup. */
export type BackupHead = {
  readonly product: 'dunlin';
  readonly format: 1;
  /** When the snapshot was taken, by the database's clock, ISO 8601. */
  readonly takenAt: string;
  /** The steps of the schema that the database had, in order. */
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  /** What tells which keys, kept outside, sealed what is inside: by the name of the key. */
  readonly keyMarks: Readonly<Record<string, string>>;
};

/** The line before the rows of a table, which follow as COPY writes them, with `\.` at the end. */
export type BackupTable = { readonly table: string; readonly columns: readonly string[] };

/** The last line: what the tables held, so that a restore can be compared. */
export type BackupEnd = {
  readonly end: true;
  readonly tables: Readonly<Record<string, TableSum>>;
  /** The last number that each sequence gave. */
  readonly sequences: Readonly<Record<string, string>>;
};

/** How many rows a table has, and the sum of the MD5 of each, to its first 60 bits. */
export type TableSum = { readonly rows: string; readonly digest: string };

/** A backup that cannot be read, or does not fit the database. */
export class BackupError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'BackupError';
  }
}

const newLine = 10;
const endOfRows = Buffer.from('\\.\n');
/** A line that is not rows: the longest tells every table of the schema. */
const lineLimit = 1_000_000;

/** Reads a backup from its start: a line at a time, or the rows that follow one. */
export class BackupReader {
  private readonly source: AsyncIterator<Uint8Array>;
  private held: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Uint8Array>) {
    this.source = source[Symbol.asyncIterator]();
  }

  /** The next line as JSON. Throws BackupError at the end of the file, which every backup announces. */
  async line(): Promise<unknown> {
    for (;;) {
      const at = this.held.indexOf(newLine);
      if (at >= 0) {
        const text = this.held.subarray(0, at).toString('utf8');
        this.held = this.held.subarray(at + 1);
        return parsed(text);
      }
      if (this.held.length > lineLimit || !(await this.more())) throw notWhole();
    }
  }

  /** Passes on the rows up to their end. */
  async rows(pass: (rows: Uint8Array) => Promise<void>): Promise<void> {
    for (;;) {
      const end = this.endOfRows();
      if (end !== null) {
        if (end > 0) await pass(this.held.subarray(0, end));
        this.held = this.held.subarray(end + endOfRows.length);
        return;
      }
      const whole = this.held.lastIndexOf(newLine) + 1;
      if (whole > 0) await pass(this.held.subarray(0, whole));
      this.held = this.held.subarray(whole);
      if (!(await this.more())) throw notWhole();
    }
  }

  /** Where the line `\.` begins; null while it is not there. In a row a backslash is never alone. */
  private endOfRows(): number | null {
    for (let at = 0; ; at += 1) {
      at = this.held.indexOf(endOfRows, at);
      if (at < 0) return null;
      if (at === 0 || this.held[at - 1] === newLine) return at;
    }
  }

  private async more(): Promise<boolean> {
    const next = await this.source.next().catch((error: unknown) => {
      throw notWhole(error);
    });
    if (next.done) return false;
    this.held = Buffer.concat([this.held, next.value]);
    return true;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new BackupError('This file is no backup of Dunlin.', { cause: error });
  }
}

function notWhole(cause?: unknown): BackupError {
  return new BackupError('The backup is damaged or not whole; nothing was restored.', { cause });
}
