import { read, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { cellName } from '#domain/intake/cell-text.ts';
import { maxColumns } from '../csv/sniff.ts';
import { type WorkbookCell, wordsOf } from './cell-words.ts';

/** A sheet of a workbook as a table of text, and what of it is hidden. */
export type SheetText = {
  readonly name: string;
  readonly isHidden: boolean;
  /** Rows with two filled cells or more. */
  readonly rows: number;
  readonly hiddenRows: number;
  /** Letters of the columns that are hidden. */
  readonly hiddenColumns: readonly string[];
};

/** Why a workbook cannot be read. */
export type WorkbookProblem = 'locked' | 'not-a-workbook' | 'too-many-columns' | 'too-many-rows';

/** Rows of a sheet that are read; a larger table comes as text, which is streamed. */
export const maxSheetRows = 250_000;
/** Sheets of a workbook that are looked at. */
const maxSheets = 100;
/** Rows by which it is told which sheets hold tables. */
const lookedAtRows = 200;

const common = {
  type: 'buffer',
  dense: true,
  cellNF: true,
  cellText: false,
  cellHTML: false,
  cellFormula: true,
  cellStyles: true,
} as const;

/** The sheets of a workbook by a look at their first rows. */
export function sheetsOf(bytes: Uint8Array): readonly SheetText[] | WorkbookProblem {
  const book = opened(bytes, { sheetRows: lookedAtRows });
  if (typeof book === 'string') return book;
  return book.SheetNames.slice(0, maxSheets).flatMap((name, i) => {
    const sheet = book.Sheets[name];
    if (sheet === undefined) return [];
    const isHidden = (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0;
    return [{ name, isHidden, ...shapeOf(sheet) }];
  });
}

/** One sheet as text: a tab between the cells, row 1 of the sheet in line 1. */
export function textOfSheet(
  bytes: Uint8Array,
  name: string,
): (SheetText & { readonly text: Uint8Array }) | WorkbookProblem {
  const book = opened(bytes, { sheets: name, sheetRows: maxSheetRows + 1 });
  if (typeof book === 'string') return book;
  const sheet = book.Sheets[name];
  if (sheet === undefined) return 'not-a-workbook';
  const rows = cellsOf(sheet);
  if (rows.length > maxSheetRows) return 'too-many-rows';
  const date1904 = book.Workbook?.WBProps?.date1904 === true;
  const filled = fillMerged(sheet, rows);
  const lines: string[] = [];
  let columns = 0;
  for (let at = 0; at < rows.length; at += 1) {
    const words = Array.from(filled[at] ?? [], (cell) => wordsOf(cell ?? undefined, date1904));
    const last = words.findLastIndex((text) => text !== '');
    columns = Math.max(columns, last + 1);
    lines.push(
      words
        .slice(0, last + 1)
        .map(quoted)
        .join('\t'),
    );
  }
  if (columns > maxColumns) return 'too-many-columns';
  // Every row as wide as the widest: what stands in the last column of a few is no mistake.
  const padded = lines.map((line) => line + '\t'.repeat(columns - 1 - tabsIn(line)));
  const text = new TextEncoder().encode(`${padded.join('\n')}\n`);
  return { name, isHidden: false, ...shapeOf(sheet), text };
}

function opened(bytes: Uint8Array, more: object): WorkBook | WorkbookProblem {
  try {
    return read(bytes, { ...common, ...more });
  } catch (error) {
    const text = error instanceof Error ? error.message : '';
    return /password|encrypt/i.test(text) ? 'locked' : 'not-a-workbook';
  }
}

type Row = readonly (WorkbookCell | null | undefined)[];

/** The rows up to the last one that holds anything, whatever size the sheet claims. */
function cellsOf(sheet: WorkSheet): readonly (Row | undefined)[] {
  const rows = (sheet['!data'] ?? []) as (Row | undefined)[];
  const last = rows.findLastIndex((row) => row?.some(isFilled) === true);
  return rows.slice(0, last + 1);
}

const isFilled = (cell: WorkbookCell | null | undefined) =>
  cell?.v !== undefined && cell.v !== null && cell.v !== '';

/** Cells that are merged downwards hold their value in each of their rows. */
function fillMerged(sheet: WorkSheet, rows: readonly (Row | undefined)[]) {
  const filled = rows.map((row) => [...(row ?? [])]);
  for (const { s, e } of sheet['!merges'] ?? []) {
    const value = filled[s.r]?.[s.c];
    for (let r = s.r + 1; r <= Math.min(e.r, filled.length - 1); r += 1) {
      const row = filled[r];
      if (row !== undefined && value && s.c < maxColumns) row[s.c] = value;
    }
  }
  return filled;
}

function shapeOf(sheet: WorkSheet) {
  const rows = cellsOf(sheet).filter((row) => (row ?? []).filter(isFilled).length > 1).length;
  const hiddenRows = (sheet['!rows'] ?? []).filter((row) => row?.hidden === true).length;
  const hiddenColumns = (sheet['!cols'] ?? []).flatMap((column, i) =>
    column?.hidden === true && i < maxColumns ? [cellName(i, 0).slice(0, -1)] : [],
  );
  return { rows, hiddenRows, hiddenColumns };
}

function quoted(text: string): string {
  const even = text.replace(/[\t\r\n]+/g, ' ');
  return even.includes('"') ? `"${even.replaceAll('"', '""')}"` : even;
}

const tabsIn = (line: string) => line.split('\t').length - 1;
