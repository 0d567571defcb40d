import type { Paper, PaperBlock } from './paper.ts';

/** A row as it is stored. */
export type CopyRow = Readonly<Record<string, unknown>>;

/** A copy of all that is kept of a person, for that person. */
export type PersonCopy = {
  readonly format: 'dunlin-person-copy/1';
  readonly madeAt: string;
  readonly requestId: string;
  /** What was left out, and why. */
  readonly withheld: readonly string[];
  /** By table. */
  readonly data: Readonly<Record<string, readonly CopyRow[]>>;
  /** Tables of which there are more rows than a copy takes. */
  readonly cut: readonly string[];
};

/** Stands where somebody else would be told of. */
const somebodyElse = '[somebody else]';

/** Columns that say which of our people did something. */
const ofStaff = /(^user_id|^owner_id|^personal_to|^lease_owner|_by)$/;

/**
 * The rows of one table as the person may have them: without our people, without who else is tied to
 * them (GDPR art. 15(4)) and, where a law lets the house keep them back, without restricted notes.
 */
export function copyOf(
  table: string,
  rows: readonly CopyRow[],
  keepsNotesBack: boolean,
): readonly CopyRow[] {
  const shown =
    (table === 'notes' || table === 'documents') && keepsNotesBack
      ? rows.filter((row) => row['restricted'] !== true)
      : rows;
  return shown.map((row) => withoutOthers(table, withoutStaff(row)));
}

function withoutStaff(row: CopyRow): CopyRow {
  return Object.fromEntries(Object.entries(row).filter(([name]) => !ofStaff.test(name)));
}

function withoutOthers(table: string, row: CopyRow): CopyRow {
  if (table === 'parties' && row['role'] !== 'debtor') {
    return { ...row, name: somebodyElse, note: null };
  }
  if (table === 'contact_points' && row['party_id']) return { ...row, value: somebodyElse };
  return row;
}

/** What a copy leaves out, in the words of the paper. */
export function withheldFrom(keepsNotesBack: boolean): readonly string[] {
  return [
    'Which of our people did something; the control of access and the hashes that prove the record.',
    'Names, notes and numbers of other people, GDPR art. 15(4).',
    ...(keepsNotesBack ? ['Restricted notes and documents, which a law lets us keep back.'] : []),
  ];
}

/** Holds the file of a document, base64: in the JSON only. */
export const fileColumn = 'file_base64';

/** Rows of one table that the paper shows; the JSON inside holds all. */
const rowsOnPaper = 500;

/** A copy as a document to read; the whole of it lies inside as JSON. */
export function copyPaper(copy: PersonCopy, sha256: string): Paper {
  const { data, withheld, cut, madeAt } = copy;
  const tables = Object.entries(data).filter(([, rows]) => rows.length > 0);
  return {
    title: 'What we keep about you',
    about: `Made ${madeAt.slice(0, 10)} for request ${copy.requestId}`,
    foot: `All of it lies inside this file as JSON, SHA-256 ${sha256}`,
    blocks: [
      { kind: 'heading', text: 'What is left out' },
      ...withheld.map((text): PaperBlock => ({ kind: 'text', text })),
      ...cut.map((table): PaperBlock => ({ kind: 'text', text: `More rows than shown: ${table}` })),
      ...tables.flatMap(([table, rows]) => tableBlocks(table, rows)),
    ],
  };
}

function tableBlocks(table: string, rows: readonly CopyRow[]): PaperBlock[] {
  const heading = `${plain(table)} (${rows.length})`;
  return [
    { kind: 'heading', text: heading.charAt(0).toUpperCase() + heading.slice(1) },
    ...rows.slice(0, rowsOnPaper).map((row): PaperBlock => ({ kind: 'facts', rows: lines(row) })),
  ];
}

const isId = /(^|_)id$/;

function lines(row: CopyRow): (readonly [string, string])[] {
  return Object.entries(row).flatMap(([name, value]) => {
    if (value === null || value === '' || isId.test(name) || name === fileColumn) return [];
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
    return text === '{}' || text === '[]' ? [] : [[plain(name), text] as const];
  });
}

const plain = (name: string) => name.replaceAll('_', ' ');
