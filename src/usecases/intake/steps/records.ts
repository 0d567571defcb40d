import { customersFromAbove } from '#domain/intake/empty-customers.ts';
import { specOf } from '#domain/intake/fields.ts';
import { cardNumbersIn, withoutIssuedCards } from '#kernel/card-numbers.ts';
import { type RecordBatch, readRecords } from '#readers/csv/read-records.ts';
import type { ImportRow } from '#storage/intake/imports.ts';
import { leftOutOf } from '#storage/intake/row-findings.ts';
import type { App } from '#usecases/app.ts';
import { keepRejects } from './as-run.ts';
import type { Sheet } from './sheet.ts';

/** What stands between two customers. */
const parts: ReadonlySet<string> = new Set(['row-total', 'row-group']);

type RowsOfSheet = Pick<Sheet, 'file' | 'shape' | 'layout' | 'header' | 'map'>;

/**
 * The records of a sheet, batch by batch; those that name nobody have the customer of the row above, where
 * the map says so.
 */
export async function* recordsOfSheet(sheet: RowsOfSheet): AsyncGenerator<RecordBatch> {
  const referencesOf = referenceDigits(sheet);
  for await (const batch of recordsAsRead(sheet)) {
    const rows = batch.rows.map((row) => {
      if (cardNumbersIn(row.raw).length === 0) return row;
      const references = referencesOf(row.cells);
      return {
        ...row,
        raw: withoutIssuedCards(row.raw, (each) => references.has(each)),
        references,
      };
    });
    yield { ...batch, rows, leftOut: batch.leftOut.map(cut), problems: batch.problems.map(cut) };
  }
}

/** A record that is no row, without the numbers of cards in its text. */
function cut<Record extends { readonly raw: string }>(record: Record): Record {
  return { ...record, raw: withoutIssuedCards(record.raw) };
}

/**
 * The digits in the columns of references of a row: they are numbers of no card, and a refused row that
 * comes back is known by them.
 */
function referenceDigits({ header, map }: RowsOfSheet) {
  const columns = Object.entries(map.columns)
    .filter(([field]) => specOf(map.kind, field)?.type === 'reference')
    .map(([, column]) => header.indexOf(column));
  return (cells: readonly string[]): ReadonlySet<string> =>
    new Set(columns.map((at) => (cells[at] ?? '').replace(/\D/g, '')));
}

async function* recordsAsRead(sheet: RowsOfSheet): AsyncGenerator<RecordBatch> {
  const { file, shape, layout, header, map } = sheet;
  const above = map.emptyCustomer === 'as-above' ? customersFromAbove(map, header) : null;
  for await (const batch of readRecords(file(), shape, layout)) {
    if (above === null) {
      yield batch;
      continue;
    }
    // A sum or a heading between two rows parts them, and so does one that might have named somebody.
    const parting = batch.leftOut.filter(({ reason }) => parts.has(reason));
    const ends = [...parting, ...batch.problems].map(({ line }) => line).sort((a, b) => a - b);
    let end = 0;
    const rows = batch.rows.map((row) => {
      while ((ends[end] ?? Number.POSITIVE_INFINITY) < row.line) {
        end += 1;
        above.restart();
      }
      return { ...row, cells: above.fill(row.cells) };
    });
    if (end < ends.length) above.restart();
    yield { ...batch, rows };
  }
}

/** Rows that were no records, counted where there are any. */
export type LeftOutCount = { leftOut?: number };

/**
 * The records of the file of an import, batch by batch. What is no record (a sum, a heading, a footer) is
 * kept with its reason and counted.
 */
export async function* recordsOf(
  app: App,
  row: ImportRow,
  sheet: Sheet,
  counts: LeftOutCount,
): AsyncGenerator<RecordBatch> {
  for await (const batch of recordsOfSheet(sheet)) {
    const { length } = batch.leftOut;
    if (length > 0) counts.leftOut = (counts.leftOut ?? 0) + length;
    await keepRejects(app, row, leftOutOf(batch));
    yield { ...batch, bytesRead: Math.round(batch.bytesRead * sheet.bytesPerByte) };
  }
}
