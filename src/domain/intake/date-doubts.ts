import type { LocalDate } from '#kernel/time.ts';
import { cellText, plainOf } from './cell-text.ts';
import { type DateFormat, parseDate } from './dates.ts';
import { type Field, fieldsOf, specOf } from './fields.ts';
import type { ImportMap } from './import-map.ts';
import type { UnreadValue } from './unread-values.ts';

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
 * Finds, while the rows of a file go by, the date columns in which some row reads only with day and month
 * exchanged: then all that read both ways are in doubt, and nothing is taken in before somebody says which
 * is meant. The whole file has to be looked at, since its first rows may all read both ways.
 */
export class DateDoubts {
  private readonly columns: readonly Looked[];
  private readonly latestYear: number;

  constructor(map: ImportMap, header: readonly string[], today: LocalDate) {
    this.latestYear = Number(today.slice(0, 4)) + 20;
    const fields = map.otherOrder === 'refuse' ? [] : fieldsOf(map.kind);
    this.columns = fields.flatMap((field): Looked[] => {
      const at = header.indexOf(map.columns[field] ?? '');
      const format = map.dateFormats[field] ?? map.dateFormat;
      const isDate = at >= 0 && specOf(map.kind, field)?.type === 'date';
      return isDate && isExchangeable(format) ? [{ field, at, format, rows: 0, lines: [] }] : [];
    });
  }

  /** Whether there is a column that could be in doubt. */
  isOpen(): boolean {
    return this.columns.length > 0;
  }

  look(cells: readonly string[], line: number): void {
    for (const column of this.columns) {
      const given = cells[column.at] ?? '';
      if (!readsOtherwise(given, column.format, this.latestYear)) continue;
      column.rows += 1;
      if (column.lines.length < maxLines) column.lines.push(line);
    }
  }

  list(): readonly UnreadValue[] {
    const doubted = this.columns.filter(({ rows }) => rows > 0);
    return doubted.map(({ field, rows, lines }) => ({
      ...{ field, reason: 'date-other-order', value: '', rows, lines },
      ...{ places: [], customers: [] },
    }));
  }
}

function readsOtherwise(given: string, format: Exchangeable, latestYear: number): boolean {
  const text = cellText(given);
  if (text === '' || plainOf(given) !== null) return false;
  return (
    parseDate(text, format, latestYear) === null &&
    parseDate(text, exchanged[format], latestYear) !== null
  );
}
