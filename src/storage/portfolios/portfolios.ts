import { type Kysely, sql } from 'kysely';
import type { CollectorTraits, PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { DB } from '#storage/tables.ts';

/** The id of a creditor of that name, or undefined. */
export async function creditorByName(
  db: Kysely<DB>,
  tenantId: string,
  name: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`select id from creditors
    where tenant_id = ${tenantId}::uuid and name = ${name} limit 1`.execute(db);
  return rows[0]?.id;
}

/** Adds a creditor; names are not checked here. */
export async function insertCreditor(
  db: Kysely<DB>,
  creditor: { readonly id: string; readonly tenantId: string; readonly name: string },
): Promise<void> {
  await db.insertInto('creditors').values(creditor).execute();
}

/** Adds a portfolio; false when the tenant has one of that name. */
export async function insertPortfolio(
  db: Kysely<DB>,
  tenantId: string,
  { creditorName: _, ...row }: PortfolioRow,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('portfolios')
    .values({ ...row, tenantId })
    .onConflict((conflict) => conflict.columns(['tenantId', 'name']).doNothing())
    .executeTakeFirstOrThrow();
  return numInsertedOrUpdatedRows === 1n;
}

/** Changes where a portfolio is, the number it calls from, whose debts it holds and who collects. */
export async function updatePortfolio(
  tx: Kysely<DB>,
  id: string,
  changed: Partial<Pick<PortfolioRow, 'country' | 'callerId' | 'kind'> & CollectorTraits>,
): Promise<void> {
  await tx.updateTable('portfolios').set(changed).where('id', '=', id).execute();
}
