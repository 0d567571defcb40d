import type { IntakeDefaults } from '#domain/intake/cells.ts';
import {
  checkImportMap,
  type ImportMap,
  mapProblems,
  missingFields,
} from '#domain/intake/import-map.ts';
import { intakeDefaults } from '#domain/intake/intake-defaults.ts';
import type { Layout } from '#domain/intake/row-layout.ts';
import type { UnreadValue } from '#domain/intake/unread-values.ts';
import { Refusal } from '#kernel/refusal.ts';
import type { CsvShape } from '#readers/csv/shape.ts';
import type { ShapeOptions } from '#readers/csv/sniff.ts';
import { readingMs, readingTasks, type tableOfBeginning } from '#readers/reading-tasks.ts';
import { beginningOf, type SourceFile } from '#readers/source-file.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import { type App, today } from '#usecases/app.ts';
import { openedFile } from '../opened-file.ts';

/** What is kept with an import: the map, and what the user set about encoding and columns. */
export type KeptMap = { readonly options: ShapeOptions; readonly map: ImportMap };

/** A file ready to be read row by row. */
export type Sheet = {
  readonly file: SourceFile;
  readonly shape: CsvShape;
  readonly layout: Layout;
  /** Bytes of the file as it came for each byte that is read of it: less than 1 for an archive. */
  readonly bytesPerByte: number;
  readonly header: readonly string[];
  readonly map: ImportMap;
  readonly defaults: IntakeDefaults;
  /** What of it only somebody can say, found by a look at all its rows; a trial tells it. */
  readonly doubts: readonly UnreadValue[];
};

/** Reads what is kept with an import. Throws `invalid-input` when it is no map. */
export function keptMapOf(value: Readonly<Record<string, unknown>>): KeptMap {
  const checked = checkImportMap(value['map'] ?? {});
  if (!checked.ok) {
    const problems = checked.problems.map(({ path, reason }) => ({ path, message: reason }));
    throw new Refusal('invalid-input', { problems });
  }
  return { options: (value['options'] ?? {}) as ShapeOptions, map: checked.map };
}

/**
 * Opens a file as a table by a kept map. Throws `unreadable` when it is no table, `invalid-input`
 * when the map names columns that it has not, or lacks a field that every row needs.
 */
export async function openSheet(
  app: App,
  portfolio: PortfolioRow,
  file: SourceFile,
  { options, map }: KeptMap,
): Promise<Sheet> {
  const opened = await openedFile(app, file, { ...options, sheet: map.sheet ?? undefined });
  const table = await app.inWorker<typeof tableOfBeginning>(
    { module: readingTasks, name: 'tableOfBeginning', withinMs: readingMs },
    await beginningOf(opened.file),
    opened.options,
  );
  if (!table.ok) throw new Refusal('unreadable', { what: 'table', reason: table.reason });
  const defaults = intakeDefaults(portfolio, today(app, portfolio.zone));
  const { inside, bytesPerByte } = opened;
  const isWithoutDay = Object.keys(map.buckets).length > 0 && map.asOf === null;
  const problems = [
    ...map.unanswered.map((path) => ({ path, message: 'needs-answer' })),
    ...(isWithoutDay ? [{ path: 'asOf', message: 'needs-answer' }] : []),
    ...(inside?.isChosen === false ? [{ path: 'sheet', message: 'needs-answer' }] : []),
    ...(inside !== null && map.sheet !== null && map.sheet !== inside.name
      ? [{ path: 'sheet', message: 'no-such-sheet' }]
      : []),
    ...mapProblems(map, table.header).map(({ path, reason }) => ({ path, message: reason })),
    ...missingFields(map, defaults.currency).map((group) => ({
      path: group.join(' '),
      message: 'missing-required',
    })),
  ];
  if (problems.length > 0) throw new Refusal('invalid-input', { problems });
  const { shape, layout, header } = table;
  return { file: opened.file, shape, layout, bytesPerByte, header, map, defaults, doubts: [] };
}
