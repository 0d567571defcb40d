import type { Evidence, EvidenceRow } from './evidence.ts';
import type { PaperBlock } from './paper.ts';

/** A value as text; nothing for null. */
export const text = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

/** `opt_out_address` as `opt out address`. */
export const plain = (value: unknown) => text(value).replaceAll(/[_-]/g, ' ');

/** An instant of the record to the second, in UTC. */
export const instant = (value: unknown) =>
  text(value)
    .replace('T', ' ')
    .replace(/(\.\d+)?(\+00:00|Z)$/, ' UTC');

/** The members of a list with commas. */
export const list = (value: unknown) =>
  Array.isArray(value) ? value.map(text).join(', ') : text(value);

/** Rows of one table. */
export type Rows = readonly EvidenceRow[];

/** A table of rows, each put into words. */
export function table(
  head: readonly string[],
  widths: readonly number[],
  rows: Rows,
  lineOf: (row: EvidenceRow) => readonly string[],
  empty: string,
): PaperBlock {
  return { kind: 'table', head, widths, rows: rows.map(lineOf), empty };
}

/** Points of contact by id, so that a lawyer reads numbers and not ids. */
export function pointWords({ tables }: Evidence): (id: unknown) => string {
  const points = new Map(
    (tables['contact_points'] ?? []).map((row) => [text(row['id']), text(row['value'])]),
  );
  return (id) => points.get(text(id)) ?? '';
}

/** Users by id, as a document names them. */
export const nameOf =
  ({ users }: Evidence) =>
  (id: unknown) =>
    users[text(id)] ?? (id ? 'unknown user' : 'the system');
