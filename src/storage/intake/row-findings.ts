import type { RowProblem } from '#domain/intake/cells.ts';
import { withoutCardNumbers, withoutIssuedCards } from '#kernel/card-numbers.ts';
import type { Reject } from './imports.ts';

/** Characters of an original record that are kept with its reasons. */
const maxOriginalChars = 20_000;

/** A record of a file as it was read: its line and its text. */
type RawRow = {
  readonly line: number;
  readonly raw: string;
  /** Digits of its references that look like the number of a card. */
  readonly references?: ReadonlySet<string>;
};

/** A record that could not be read as a row, and why. */
type UnreadRecord = RawRow & Pick<Reject, 'reason' | 'facts'>;

/** One thing wrong with a row: what its reader found, or what only the portfolio can tell. */
export type Finding = Omit<RowProblem, 'reason'> & {
  readonly reason:
    | RowProblem['reason']
    | 'currency-not-of-portfolio'
    | 'item-not-known'
    | 'more-than-owed'
    | 'customer-not-known'
    | 'account-not-known'
    | 'contact-not-known'
    | 'contact-does-not-fit'
    | 'revoked-since';
};

/** The refused rows of what one row is wrong in, ready to be kept. */
export function rejectsOf(row: RawRow, problems: readonly Finding[]): Reject[] {
  const { line } = row;
  const original = keptText(row, problems).slice(0, maxOriginalChars);
  return problems.map(({ field, column, reason, facts }, i) => ({
    line,
    position: i + 1,
    field,
    columnName: column && withoutIssuedCards(column),
    reason,
    facts,
    original,
  }));
}

/**
 * The details that are left out of a row that came in, ready to be kept. The first place of its line is
 * left for what the book may yet refuse it for.
 */
export function detailsOf(of: RawRow, customer: string, details: readonly RowProblem[]): Reject[] {
  return rejectsOf(of, details).map((reject) => ({
    ...reject,
    position: reject.position + 1,
    facts: { ...reject.facts, customer },
    rowKept: true,
  }));
}

/** The text of a row as it may be kept: without the numbers of cards, where it has any. */
export function keptText(
  { raw, references }: Omit<RawRow, 'line'>,
  problems: readonly Finding[],
): string {
  // References may have the check digit of a card: only a row that has one is cut.
  const hasCard = problems.some(
    ({ field, facts }) => field === 'methodLast4' || facts['value']?.includes('••••'),
  );
  return hasCard ? withoutCardNumbers(raw, (digits) => references?.has(digits) ?? false) : raw;
}

/** A row that is no record: a sum, a heading, a footer. */
type LeftOut = RawRow & { readonly reason: string };

/** What of a batch is no record, ready to be kept with its reason; empty rows are only counted. */
export function leftOutOf(batch: { readonly leftOut: readonly LeftOut[] }): Reject[] {
  return batch.leftOut
    .filter(({ reason }) => reason !== 'row-empty')
    .map(({ line, reason, raw }) => ({
      ...{ line, position: 1, field: null, columnName: null, reason, facts: {} },
      original: raw.slice(0, maxOriginalChars),
    }));
}

/** The records of a batch that are no rows, ready to be kept. */
export function unreadOf(batch: { readonly problems: readonly UnreadRecord[] }): Reject[] {
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
