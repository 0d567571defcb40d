import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/**
 * The item of an account that a credit without an item goes on: the oldest that owes at least the amount,
 * else the oldest that owes anything, else the oldest; null for an account without items.
 */
export async function itemToCredit(
  tx: Kysely<DB>,
  customerId: string,
  accountId: string,
  amountMinor: bigint,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from items
    where customer_id = ${customerId}::uuid and account_id = ${accountId}::uuid
    order by balance_minor >= ${amountMinor.toString()}::bigint desc, balance_minor > 0 desc,
      due_on, id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}
