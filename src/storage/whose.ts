import { type Kysely, sql } from 'kysely';
import type { DB } from './tables.ts';

/** Tables of customers whose rows are asked for by their id alone; each has an index on the id. */
export type AskedById =
  | 'attempts'
  | 'cases'
  | 'conversations'
  | 'decision_flags'
  | 'decisions'
  | 'key_events'
  | 'messages'
  | 'obligations'
  | 'payments'
  | 'refusals'
  | 'supervisor_requests'
  | 'tasks';

/**
 * Whose a row is, by its id; undefined when there is none. The one question that goes to all shards
 * of a cluster: what follows names the customer, and finds the row by its whole key.
 */
export async function customerOf(
  db: Kysely<DB>,
  table: AskedById,
  id: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ customerId: string }>`
    select customer_id from ${sql.table(table)} where id = ${id}::uuid
  `.execute(db);
  return rows[0]?.customerId;
}

/**
 * Locks customers one after the other in the order of their ids, a statement each: a lock on several
 * rows at once would go to several shards in no order.
 */
export async function lockInOrder(
  customerIds: readonly string[],
  lock: (customerId: string) => Promise<void>,
): Promise<void> {
  for (const customerId of [...new Set(customerIds)].sort()) await lock(customerId);
}
