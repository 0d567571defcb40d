import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** The name of a customer, or null. */
export async function nameOf(db: Kysely<DB>, customerId: string): Promise<string | null> {
  const row = await db
    .selectFrom('customers')
    .select('name')
    .where('id', '=', customerId)
    .executeTakeFirst();
  return row?.name ?? null;
}

/** The account an item belongs to, or undefined. */
export async function accountOfItem(
  db: Kysely<DB>,
  customerId: string,
  itemId: string,
): Promise<string | undefined> {
  const row = await db
    .selectFrom('items')
    .select('accountId')
    .where('customerId', '=', customerId)
    .where('id', '=', itemId)
    .executeTakeFirst();
  return row?.accountId;
}

/**
 * The customer's account in a portfolio where a running plan has an open item, else the oldest open item
 * is, else any; or undefined.
 */
export async function oldestAccount(
  db: Kysely<DB>,
  customerId: string,
  portfolioId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select a.id from accounts a
    left join items i on i.customer_id = a.customer_id and i.account_id = a.id
      and i.balance_minor > 0
    where a.customer_id = ${customerId}::uuid and a.portfolio_id = ${portfolioId}::uuid
    order by exists (select from plans l where l.customer_id = ${customerId}::uuid
        and l.state in ('active', 'late') and i.id = any(l.item_ids)) desc,
      i.due_on nulls last, a.id limit 1
  `.execute(db);
  return rows[0]?.id;
}

/** The items of a case that owe something. */
export async function itemsOfCase(
  tx: Kysely<DB>,
  ref: { readonly customerId: string; readonly caseId: string },
): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('items')
    .select('id')
    .where('customerId', '=', ref.customerId)
    .where('caseId', '=', ref.caseId)
    .where('balanceMinor', '>', 0n)
    .execute();
  return rows.map(({ id }) => id);
}
