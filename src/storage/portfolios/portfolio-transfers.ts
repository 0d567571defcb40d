import { type Kysely, sql } from 'kysely';
import type { CollectorRole } from '#domain/contact/collector-roles.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** In whose name a portfolio is collected now, and since when. */
export type CollectorNow = {
  /** Null means in the tenant's own. */
  readonly collector: string | null;
  readonly role: CollectorRole;
  readonly since: Instant | null;
};

/** The collector of a portfolio under its row lock; undefined for an unknown one. */
export async function lockCollector(
  tx: Kysely<DB>,
  tenantId: string,
  portfolioId: string,
): Promise<CollectorNow | undefined> {
  const { rows } = await sql<CollectorNow>`
    select p.collector, p.collector_role as role, (select max(x.occurred_at)
      from portfolio_transfers x where x.portfolio_id = p.id) as since
    from portfolios p
    where p.id = ${portfolioId}::uuid and p.tenant_id = ${tenantId}::uuid for update of p
  `.execute(tx);
  return rows[0];
}

/** The collector of a portfolio by today's book; null means the tenant's own. */
export async function collectorOf(
  db: Kysely<DB>,
  portfolioId: string,
): Promise<string | null | undefined> {
  const row = await db
    .selectFrom('portfolios')
    .select('collector')
    .where('id', '=', portfolioId)
    .executeTakeFirst();
  return row?.collector;
}

/** A change of collector as it is kept. */
export type NewTransfer = {
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly recordedAt: Instant;
  readonly id: string;
  readonly tenantId: string;
  readonly portfolioId: string;
  readonly fromCollector: string;
  readonly toCollector: string;
  readonly fromRole: CollectorRole;
  readonly toRole: CollectorRole;
  readonly reason: string;
  readonly recordedBy: string | null;
};

/** Keeps the change, and collects the portfolio in the new name. */
export async function insertTransfer(tx: Kysely<DB>, transfer: NewTransfer): Promise<void> {
  await tx.insertInto('portfolioTransfers').values(transfer).execute();
  await tx
    .updateTable('portfolios')
    .set({ collector: transfer.toCollector, collectorRole: transfer.toRole })
    .where('id', '=', transfer.portfolioId)
    .execute();
}
