import { deflateRawSync } from 'node:zlib';
import { utils, type WorkSheet, write } from '@e965/xlsx';

/** A cell of a test: a text, a number, nothing, or a number with the format it is shown in. */
export type TestCell =
  | string
  | number
  | boolean
  | null
  | { readonly v?: number; readonly z?: string; readonly t?: string; readonly f?: string };

/** A sheet of a test with what of it is hidden or merged. */
export type TestSheet = {
  readonly rows: readonly (readonly TestCell[])[];
  readonly more?: Partial<WorkSheet>;
};

/** A workbook of these sheets, in the format of that ending. */
export function workbookOf(
  sheets: Readonly<Record<string, TestSheet>>,
  bookType: 'xlsx' | 'xls' | 'ods' | 'xlsb' = 'xlsx',
  date1904 = false,
): Uint8Array {
  const book = utils.book_new();
  for (const [name, { rows, more = {} }] of Object.entries(sheets)) {
    const sheet = utils.aoa_to_sheet(
      rows.map((row) => row.map((cell) => (isFormatted(cell) ? { t: 'n', ...cell } : cell))),
    );
    utils.book_append_sheet(book, Object.assign(sheet, more), name);
  }
  book.Workbook = { ...book.Workbook, WBProps: { date1904 } };
  return write(book, { type: 'buffer', bookType, compression: true }) as Uint8Array;
}

const isFormatted = (cell: TestCell) => typeof cell === 'object' && cell !== null;

/** An archive of files, packed; what a header claims of their sizes is not looked at. */
export function zipOf(files: Readonly<Record<string, string | Uint8Array>>, flags = 0): Uint8Array {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const packed = deflateRawSync(content);
    const title = Buffer.from(name);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(flags, 6);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.byteLength, 18);
    head.writeUInt16LE(title.byteLength, 26);
    const row = Buffer.alloc(46);
    row.writeUInt32LE(0x02014b50, 0);
    head.copy(row, 6, 4, 30);
    row.writeUInt32LE(offset, 42);
    parts.push(head, title, packed);
    directory.push(row, title);
    offset += 30 + title.byteLength + packed.byteLength;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(directory.length / 2, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, listed, end]);
}
