import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DataKindName } from '#domain/privacy/data-kinds.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** What is kept of a customer, and what was erased already. */
export type KeptCustomer = {
  readonly customerId: string;
  readonly isOpen: boolean;
  readonly isHeld: boolean;
  readonly lastActivityOn: LocalDate;
  /** Kinds that were erased after the last that happened. */
  readonly erased: readonly DataKindName[];
};

const lastActivity = sql`greatest(c.created_at,
  (select max(k.closed_at) from cases k where k.customer_id = c.id),
  (select max(a.attempted_at) from attempts a where a.customer_id = c.id),
  (select max(m.occurred_at) from messages m where m.customer_id = c.id),
  (select max(p.recorded_at) from payments p where p.customer_id = c.id))`;

const isOpen = sql`(exists (select 1 from cases k
    where k.customer_id = c.id and k.closed_at is null)
  or exists (select 1 from items i where i.customer_id = c.id and i.balance_minor > 0))`;

const isHeld = sql`exists (select 1 from legal_holds h
  where h.customer_id = c.id and h.lifted_at is null)`;

const erased = sql`coalesce((select array_agg(e.kind) from erased_data e
  where e.customer_id = c.id and e.erased_at >= l.last_at), '{}')`;

const columns = sql`c.id as customer_id, ${isOpen} as is_open, ${isHeld} as is_held,
  (l.last_at at time zone 'UTC')::date as last_activity_on, ${erased} as erased`;

const from = sql`from customers c cross join lateral (select ${lastActivity} as last_at) l`;

/** What is kept of some customers. */
export async function keptCustomers(
  db: Kysely<DB>,
  customerIds: readonly string[],
): Promise<readonly KeptCustomer[]> {
  const { rows } = await sql<KeptCustomer>`
    select ${columns} ${from} where c.id = any(${[...customerIds]}::uuid[]) order by c.id
  `.execute(db);
  return rows;
}

/** Whether a customer's time may have come: nothing open, no hold, nothing since `before`. */
const quiet = (before: LocalDate): RawBuilder<boolean> => sql<boolean>`
  c.created_at < ${before}::date and not ${isOpen} and not ${isHeld} and l.last_at < ${before}::date`;

/** Customers with whom nothing happened since a day, page by page in the order of their ids. */
export async function quietCustomers(
  db: Kysely<DB>,
  tenantId: string,
  before: LocalDate,
  afterId: string | null,
  limit: number,
): Promise<readonly KeptCustomer[]> {
  const { rows } = await sql<KeptCustomer>`
    select ${columns} ${from}
    where c.tenant_id = ${tenantId}::uuid
      and (${afterId}::uuid is null or c.id > ${afterId}::uuid) and ${quiet(before)}
    order by c.id limit ${limit}
  `.execute(db);
  return rows;
}

/** Files whose import ended before a day and whose remains were not erased. */
export async function oldFiles(
  db: Kysely<DB>,
  tenantId: string,
  before: LocalDate,
  limit: number,
): Promise<readonly { readonly id: string }[]> {
  const { rows } = await sql<{ id: string }>`
    select i.id from imports i
    where i.tenant_id = ${tenantId}::uuid and i.ended_at < ${before}::date
      and i.remains_erased_at is null
    order by i.id limit ${limit}
  `.execute(db);
  return rows;
}

/** The newest case of each of some customers, on which events about them stand. */
export async function newestCases(
  db: Kysely<DB>,
  customerIds: readonly string[],
): Promise<
  readonly {
    readonly customerId: string;
    readonly caseId: string;
    readonly portfolioId: string;
  }[]
> {
  const { rows } = await sql<{ customerId: string; caseId: string; portfolioId: string }>`
    select distinct on (customer_id) customer_id, id as case_id, portfolio_id from cases
    where customer_id = any(${[...customerIds]}::uuid[])
    order by customer_id, opened_at desc, id desc
  `.execute(db);
  return rows;
}

/** The portfolios in which some customers owe or owed. */
export async function portfoliosOfPeople(
  db: Kysely<DB>,
  customerIds: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ portfolioId: string }>`
    select distinct portfolio_id from cases where customer_id = any(${[...customerIds]}::uuid[])
  `.execute(db);
  return rows.map(({ portfolioId }) => portfolioId);
}

/** Names of some customers. */
export async function customersNamed(
  db: Kysely<DB>,
  customerIds: readonly string[],
): Promise<
  readonly { readonly customerId: string; readonly name: string; readonly reference: string }[]
> {
  const { rows } = await sql<{ customerId: string; name: string; reference: string }>`
    select id as customer_id, name, reference from customers
    where id = any(${[...customerIds]}::uuid[]) order by id
  `.execute(db);
  return rows;
}
