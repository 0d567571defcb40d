import { type Layout, type LeftOutReason, RowLayout } from '#domain/intake/row-layout.ts';
import { readRows } from './read-rows.ts';
import type { CsvBatch, CsvRow, CsvShape } from './shape.ts';

/** A row that is no record: a heading, a sum, a footer, and why it is taken for one. */
export type LeftOutRow = CsvRow & { readonly reason: LeftOutReason };

/** Records in file order, what could not be read between them, and what is no record. */
export type RecordBatch = CsvBatch & { readonly leftOut: readonly LeftOutRow[] };

/** As `readRows`, with what stands around the records of a report told apart from them. */
export async function* readRecords(
  bytes: AsyncIterable<Uint8Array>,
  shape: CsvShape,
  layout: Layout,
): AsyncGenerator<RecordBatch> {
  const placer = new RowLayout<CsvRow>(layout, shape.columns);
  // A row that is held back until the next one tells what it is comes with the batch of that one.
  let last: CsvBatch | null = null;
  const sorted = (batch: CsvBatch, isEnd: boolean): RecordBatch => {
    const placed = [
      ...batch.rows.flatMap((row) => placer.push(row)),
      ...(isEnd ? placer.end() : []),
    ];
    const rows = placed.flatMap((each) => (each.kind === 'row' ? [each.row] : []));
    const leftOut = placed.flatMap((each) =>
      each.kind === 'left-out' ? [{ ...each.row, reason: each.why }] : [],
    );
    return { ...batch, rows, leftOut };
  };
  for await (const batch of readRows(bytes, shape)) {
    if (last !== null) yield sorted(last, false);
    last = batch;
  }
  if (last !== null) yield sorted(last, true);
}
