import { type RecordBatch, readRecords } from '#readers/csv/read-records.ts';
import type { ImportRow } from '#storage/intake/imports.ts';
import { leftOutOf } from '#storage/intake/row-findings.ts';
import type { App } from '#usecases/app.ts';
import { keepRejects } from './as-run.ts';
import type { Sheet } from './sheet.ts';

/** Rows that were no records, counted where there are any. */
export type LeftOutCount = { leftOut?: number };

/**
 * The records of the file of an import, batch by batch. What is no record (a sum, a heading, a footer) is
 * kept with its reason and counted.
 */
export async function* recordsOf(
  app: App,
  row: ImportRow,
  { file, shape, layout, bytesPerByte }: Sheet,
  counts: LeftOutCount,
): AsyncGenerator<RecordBatch> {
  for await (const batch of readRecords(file(), shape, layout)) {
    const { length } = batch.leftOut;
    if (length > 0) counts.leftOut = (counts.leftOut ?? 0) + length;
    await keepRejects(app, row, leftOutOf(batch));
    yield { ...batch, bytesRead: Math.round(batch.bytesRead * bytesPerByte) };
  }
}
