import { type Kysely, sql } from 'kysely';
import type { CollectorRole } from '#domain/contact/collector-roles.ts';
import type { Collector } from '#domain/policy/transfer-proposal.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
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
  /** When nothing is left to record on the customers; null: their debts are assigned by it. */
  readonly notedAt: Instant | null;
};

/** A transfer that assigns debts, and how far the customers' records say so. */
export type TransferToNote = {
  readonly id: string;
  readonly portfolioId: string;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly notedTo: string | null;
};

/** The oldest transfer of which records do not all say so yet, held for this transaction. */
export async function takeTransferToNote(tx: Kysely<DB>): Promise<TransferToNote | undefined> {
  const { rows } = await sql<TransferToNote>`
    select id, portfolio_id, occurred_at, received_at, noted_to from portfolio_transfers
    where noted_at is null order by recorded_at, id limit 1 for update skip locked
  `.execute(tx);
  return rows[0];
}

/** Keeps how far the records say so; `notedAt` when it is all of them. */
export async function moveTransferNoted(
  tx: Kysely<DB>,
  id: string,
  moved: { readonly notedTo: string | null; readonly notedAt: Instant | null },
): Promise<void> {
  await tx.updateTable('portfolioTransfers').set(moved).where('id', '=', id).execute();
}

/** A case of a portfolio on which something is owed. */
export type OwingCase = {
  readonly customerId: string;
  readonly customerName: string;
  readonly caseId: string;
  readonly open: boolean;
};

const owes = sql`exists (select from accounts a
  join items i on i.customer_id = a.customer_id and i.account_id = a.id
  where a.customer_id = c.customer_id and a.portfolio_id = c.portfolio_id
    and i.balance_minor > 0)`;

/**
 * The customers who owe something on a portfolio and ever had a case on it, each with the open one or
 * else the latest.
 */
export async function owingCases(
  db: Kysely<DB>,
  portfolioId: string,
): Promise<readonly OwingCase[]> {
  const { rows } = await sql<OwingCase>`
    select distinct on (c.customer_id) c.customer_id, u.name as customer_name, c.id as case_id,
      c.closed_at is null as open
    from cases c join customers u on u.id = c.customer_id
    where c.portfolio_id = ${portfolioId}::uuid and ${owes}
    order by c.customer_id, c.closed_at is not null, c.opened_at desc
  `.execute(db);
  return rows;
}

/** A customer whose accounts pass by a transfer. */
export type AssignedCustomer = {
  readonly customerId: string;
  /** The open case, else the latest; null for one who never had any. */
  readonly caseId: string | null;
  readonly owes: boolean;
};

/**
 * Customers with accounts on a portfolio that were not left out of a transfer, after a customer: also
 * those who owe nothing now, since what is paid or closed may be owed and collected again.
 */
export async function assignedCustomers(
  db: Kysely<DB>,
  portfolioId: string,
  afterCustomer: string | null,
  limit: number,
): Promise<readonly AssignedCustomer[]> {
  const { rows } = await sql<AssignedCustomer>`
    select distinct on (a.customer_id) a.customer_id, c.id as case_id,
      exists (select from accounts o
        join items i on i.customer_id = o.customer_id and i.account_id = o.id
        where o.customer_id = a.customer_id and o.portfolio_id = a.portfolio_id
          and i.balance_minor > 0) as owes
    from accounts a
    left join cases c on c.customer_id = a.customer_id and c.portfolio_id = a.portfolio_id
    where a.portfolio_id = ${portfolioId}::uuid
      and (${afterCustomer}::uuid is null or a.customer_id > ${afterCustomer}::uuid)
      and not exists (select from holds h
        join cases k on k.customer_id = h.customer_id and k.id = h.case_id
        where h.customer_id = a.customer_id and k.portfolio_id = a.portfolio_id
          and h.kind = 'not-transferred' and h.lifted_at is null)
    order by a.customer_id, c.closed_at is not null, c.opened_at desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Keeps the day on which the accounts of a customer on a portfolio were assigned. */
export async function markAssigned(
  tx: Kysely<DB>,
  customerId: string,
  portfolioId: string,
  on: LocalDate,
): Promise<void> {
  await sql`
    update accounts set renewed_on = greatest(renewed_on, ${on}::date)
    where customer_id = ${customerId}::uuid and portfolio_id = ${portfolioId}::uuid
  `.execute(tx);
}

/** From whom and to whom a portfolio passed by a transfer; undefined for an unknown one. */
export async function transferSides(
  tx: Kysely<DB>,
  id: string,
): Promise<{ readonly from: Collector; readonly to: Collector } | undefined> {
  const row = await tx
    .selectFrom('portfolioTransfers')
    .select(['fromCollector', 'fromRole', 'toCollector', 'toRole'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) return undefined;
  const { fromCollector, fromRole, toCollector, toRole } = row;
  return {
    from: { collector: fromCollector, role: fromRole as CollectorRole },
    to: { collector: toCollector, role: toRole as CollectorRole },
  };
}

/** Keeps the change, and collects the portfolio in the new name. */
export async function insertTransfer(tx: Kysely<DB>, transfer: NewTransfer): Promise<void> {
  await tx.insertInto('portfolioTransfers').values(transfer).execute();
  await tx
    .updateTable('portfolios')
    .set({ collector: transfer.toCollector, collectorRole: transfer.toRole })
    .where('id', '=', transfer.portfolioId)
    .execute();
}
