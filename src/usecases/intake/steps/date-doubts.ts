import { cellText, plainOf } from '#domain/intake/cell-text.ts';
import { type DateFormat, parseDate } from '#domain/intake/dates.ts';
import { type Field, fieldsOf, specOf } from '#domain/intake/fields.ts';
import type { UnreadValue } from '#domain/intake/unread-values.ts';
import { recordsOfSheet } from './records.ts';
import type { Sheet } from './sheet.ts';

const exchanged = { dmy: 'mdy', mdy: 'dmy' } as const;

type Exchangeable = keyof typeof exchanged;

const isExchangeable = (format: DateFormat): format is Exchangeable => format in exchanged;

/** Lines that are named of each column. */
const maxLines = 5;

type Looked = {
  readonly field: Field;
  readonly at: number;
  readonly format: Exchangeable;
  rows: number;
  readonly lines: number[];
};

/**
 * The date columns of a file in which some row reads only with day and month exchanged: then all that
 * read both ways are in doubt, and nothing is taken in before somebody says which is meant. The whole
 * file is looked at, since its first rows may all read both ways.
 */
export async function dateDoubts(sheet: Sheet): Promise<readonly UnreadValue[]> {
  const { map, header, defaults } = sheet;
  if (map.otherOrder === 'refuse') return [];
  const latestYear = Number(defaults.today.slice(0, 4)) + 20;
  const columns = fieldsOf(map.kind).flatMap((field): Looked[] => {
    const at = header.indexOf(map.columns[field] ?? '');
    const format = map.dateFormats[field] ?? map.dateFormat;
    const isDate = at >= 0 && specOf(map.kind, field)?.type === 'date';
    return isDate && isExchangeable(format) ? [{ field, at, format, rows: 0, lines: [] }] : [];
  });
  if (columns.length === 0) return [];
  for await (const { rows } of recordsOfSheet(sheet)) {
    for (const { cells, line } of rows) {
      for (const column of columns) {
        const given = cells[column.at] ?? '';
        if (!readsOtherwise(given, column.format, latestYear)) continue;
        column.rows += 1;
        if (column.lines.length < maxLines) column.lines.push(line);
      }
    }
  }
  const doubted = columns.filter(({ rows }) => rows > 0);
  return doubted.map(({ field, rows, lines }) => ({
    ...{ field, reason: 'date-other-order', value: '', rows, lines },
    ...{ places: [], customers: [] },
  }));
}

function readsOtherwise(given: string, format: Exchangeable, latestYear: number): boolean {
  const text = cellText(given);
  if (text === '' || plainOf(given) !== null) return false;
  return (
    parseDate(text, format, latestYear) === null &&
    parseDate(text, exchanged[format], latestYear) !== null
  );
}
