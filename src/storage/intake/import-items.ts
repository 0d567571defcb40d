import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';
import type { Merge } from './import-checks.ts';

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

/** Customers of known items of an import that were sent and came back. */
export async function ownersOfReturned({ tx }: Pick<Merge, 'tx'>): Promise<readonly string[]> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct t.customer_id from import_items i
    join items t on t.customer_id = i.customer_id and t.id = i.item_id
    where i.known and t.balance_minor > 0 and t.delivery_failed_on is not null
    order by t.customer_id`.execute(tx);
  return rows.map(({ customerId }) => customerId);
}
