import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** The oldest open item of an account that owes at least the amount, or null. */
export async function oldestOpenItem(
  tx: Kysely<DB>,
  customerId: string,
  accountId: string,
  amountMinor: bigint,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select id from items
    where customer_id = ${customerId}::uuid and account_id = ${accountId}::uuid
      and balance_minor >= ${amountMinor.toString()}::bigint
    order by due_on, id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}
