import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { csvCell } from '#kernel/csv-cell.ts';
import type { App } from '#usecases/app.ts';
import { noteExport } from '#usecases/audit/note-reading.ts';
import { admit, type HttpContext, inputOf, inTurn } from './mount.ts';

/** A line of a file: one value for each column, null for an empty cell. */
export type CsvLine = Readonly<Record<string, string | number | boolean | null>>;

const byteOrderMark = '\ufeff';

/** One cell; nothing where there is no value. */
export function cellOf(value: string | number | boolean | null | undefined): string {
  return value === null || value === undefined ? '' : csvCell(String(value));
}

/** A CSV file with a heading line; the byte order mark tells spreadsheets that it is UTF-8. */
export function csvOf(columns: readonly string[], lines: readonly CsvLine[]): string {
  const rows = lines.map((line) => columns.map((column) => cellOf(line[column])).join(','));
  return `${byteOrderMark}${[columns.map(cellOf).join(','), ...rows].join('\r\n')}\r\n`;
}

/** How an answer becomes a file. */
export type CsvTable<Result> = {
  readonly columns: readonly string[];
  readonly linesOf: (result: Result) => readonly CsvLine[];
};

/** Serves a GET endpoint as a file too, at its path with `.csv`, under the same right. */
export function mountCsv<Input extends z.ZodObject, Result>(
  context: HttpContext,
  endpoint: Endpoint<Input>,
  useCase: (app: App, actor: Actor, input: z.output<Input>) => Promise<Result>,
  { columns, linesOf }: CsvTable<Result>,
): void {
  const fileName = `${endpoint.name.replaceAll('.', '-')}.csv`;
  context.server.get(`${endpoint.path}.csv`, async (request, reply) => {
    const actor = await admit(context, { ...endpoint, takesOut: true }, request);
    const input = inputOf(endpoint, request);
    const result = await inTurn(context, actor, endpoint.work, (app) => useCase(app, actor, input));
    const lines = linesOf(result);
    await noteExport(context.app, actor, endpoint, lines.length);
    return reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="${fileName}"`)
      .send(csvOf(columns, lines));
  });
}
