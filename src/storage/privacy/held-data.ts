import { type Kysely, sql } from 'kysely';
import { columnClasses } from '#domain/privacy/column-classes.ts';
import { ownValue } from '#kernel/own-value.ts';
import { placements } from '#storage/placement.ts';
import type { DB } from '#storage/tables.ts';

/** A row as it is handed out. */
export type HeldRow = Readonly<Record<string, unknown>>;

/** Rows of one table that are handed out; a table cut here is named in the copy. */
export const heldRowLimit = 20_000;

/** Tables of a customer that hold only how our work is queued. */
const ofTheWork: readonly string[] = ['customer_leases', 'work_items', 'replay_changes'];

/** Every table with rows about a customer that a copy of their data shows. */
export const heldTables: readonly string[] = [
  ...Object.entries(placements).flatMap(([table, place]) =>
    place === 'customer' && table !== 'event_log' && !ofTheWork.includes(table) ? [table] : [],
  ),
  'bank_entries',
];

/** Columns of bytes: facts of decisions are told in words, and files are handed out by themselves. */
const packedColumns: Readonly<Record<string, readonly string[]>> = {
  decisions: ['facts', 'facts_base'],
  documents: ['content'],
};

/** Columns that are never handed out: what opens something, links of chains, packed facts. */
function leftOut(table: string): string[] {
  const { hash = '', secret = '' } = columnClasses[table] ?? {};
  const packed = ownValue(packedColumns, table) ?? [];
  return [...hash.split(' '), ...secret.split(' '), ...packed].filter(Boolean);
}

/** The rows of one table about some customers. */
export async function heldRows(
  db: Kysely<DB>,
  table: string,
  customerIds: readonly string[],
): Promise<readonly HeldRow[]> {
  const key = sql.ref(`t.${table === 'customers' ? 'id' : 'customer_id'}`);
  const { rows } = await sql<{ row: HeldRow }>`
    select to_jsonb(t) - ${leftOut(table)}::text[] as row
    from ${sql.table(table)} t where ${key} = any(${[...customerIds]}::uuid[])
    limit ${heldRowLimit}
  `.execute(db);
  return rows.map(({ row }) => row);
}
