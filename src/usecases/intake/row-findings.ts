import type { RowProblem } from '#domain/intake/cells.ts';
import type { CsvBatch, CsvRow } from '#readers/csv/shape.ts';
import type { Reject } from '#storage/intake/imports.ts';

/** Characters of an original record that are kept with its reasons. */
const maxOriginalChars = 20_000;

/** One thing wrong with a row: what its reader found, or what only the portfolio can tell. */
export type Finding = Omit<RowProblem, 'reason'> & {
  readonly reason:
    | RowProblem['reason']
    | 'currency-not-of-portfolio'
    | 'item-not-known'
    | 'more-than-owed';
};

/** The refused rows of what one row is wrong in, ready to be kept. */
export function rejectsOf({ line, raw }: CsvRow, problems: readonly Finding[]): Reject[] {
  return problems.map(({ field, column, reason, facts }, i) => ({
    line,
    position: i + 1,
    field,
    columnName: column,
    reason,
    facts,
    original: raw.slice(0, maxOriginalChars),
  }));
}

/** The records of a batch that are no rows, ready to be kept. */
export function unreadOf(batch: CsvBatch): Reject[] {
  return batch.problems.map(({ line, reason, facts, raw }) => ({
    line,
    position: 1,
    field: null,
    columnName: null,
    reason,
    facts,
    original: raw.slice(0, maxOriginalChars),
  }));
}
