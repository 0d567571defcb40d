import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from './tables.ts';

/** A piece of SQL that others are made of. */
export type Sql = RawBuilder<unknown>;

/** The portfolios and local days that a figure is about. */
export type Scope = {
  readonly portfolioIds: readonly string[];
  readonly from: LocalDate;
  readonly to: LocalDate;
};

/**
 * Rows behind a figure as a `select` of: id, customer_id, portfolio_id, case_id, account_id, item_id,
 * day, code, currency (null for counts), weight (bigint). Rows of one id are added up, so a source
 * may name the same thing many times. The figure is the sum of the weights.
 */
export type RowSource = {
  readonly kind: RowKind;
  readonly select: Sql;
  /** Rows that add nothing are shown too; else they are left out, as a settled item is. */
  readonly keepsZero?: boolean;
};

/** What one row is about. */
export type RowKind =
  | 'posting'
  | 'item'
  | 'case'
  | 'attempt'
  | 'conversation'
  | 'promise'
  | 'account'
  | 'event';

/** One row behind a figure, joined with what a reader knows it by. */
export type FigureRow = {
  readonly id: string;
  readonly code: string;
  readonly portfolioId: string;
  readonly portfolioName: string;
  readonly caseId: string | null;
  readonly customerReference: string;
  readonly customerName: string;
  readonly reference: string | null;
  readonly day: LocalDate | null;
  readonly weight: bigint;
  readonly currency: string | null;
};

/** Whether an instant lies in the scope’s days on the wall of the portfolio’s zone (`p.zone`). */
export function within(instant: Sql, { from, to }: Scope): Sql {
  return sql`(${instant} >= (${from}::date::timestamp at time zone p.zone)
    and ${instant} < ((${to}::date + 1)::timestamp at time zone p.zone))`;
}

/** The local day of an instant in the portfolio’s zone (`p.zone`). */
export function dayOf(instant: Sql): Sql {
  return sql`(${instant} at time zone p.zone)::date`;
}

/** `= any(...)` over the scope’s portfolios. */
export function anyOf(ids: readonly string[]): Sql {
  return sql`any(${[...ids]}::uuid[])`;
}

/** A list of texts for `in`. */
export function listOf(texts: readonly string[]): Sql {
  return sql.join(texts.map((text) => sql`${text}`));
}

/** What a figure sums to, by currency (null for counts). Nothing to sum gives no line. */
export async function sumOf(
  db: Kysely<DB>,
  source: RowSource,
): Promise<readonly { currency: string | null; sum: bigint }[]> {
  const { rows } = await sql<{ currency: string | null; sum: bigint }>`
    select currency, sum(weight)::bigint as sum from (${source.select}) s group by currency
  `.execute(db);
  return rows;
}

/** How many rows there are; their sum is null where it would mix currencies. */
export type FigureTotal = {
  readonly total: number;
  readonly sum: bigint | null;
  readonly currency: string | null;
};

/** A slice of the rows, newest day first, with the number and sum of all of them. */
export async function sliceOf(
  db: Kysely<DB>,
  source: RowSource,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ rows: readonly FigureRow[] } & FigureTotal> {
  const grouped = sql`
    select id, customer_id, portfolio_id, currency, min(case_id::text)::uuid as case_id,
      min(account_id::text)::uuid as account_id, min(item_id::text)::uuid as item_id,
      max(day) as day, min(code) as code, sum(weight)::bigint as weight
    from (${source.select}) s
    group by id, customer_id, portfolio_id, currency
    having ${source.keepsZero ?? false} or sum(weight) <> 0`;
  const totals = await sql<{
    total: bigint;
    sum: bigint | null;
    kinds: bigint;
    one: string | null;
  }>`
    select count(*) as total, sum(weight)::bigint as sum, max(currency) as one,
      count(distinct currency) as kinds
    from (${grouped}) g
  `.execute(db);
  const { rows } = await sql<FigureRow>`
    select g.id, g.code, g.portfolio_id, p.name as portfolio_name,
      coalesce(g.case_id, i.case_id) as case_id, c.reference as customer_reference,
      c.name as customer_name, coalesce(i.reference, a.reference) as reference,
      g.day, g.weight, g.currency
    from (
      select * from (${grouped}) all_rows
      order by day desc nulls last, id limit ${limit} offset ${offset}
    ) g
    join portfolios p on p.id = g.portfolio_id
    join customers c on c.id = g.customer_id
    left join items i on i.customer_id = g.customer_id and i.id = g.item_id
    left join accounts a on a.customer_id = g.customer_id and a.id = g.account_id
    order by g.day desc nulls last, g.id
  `.execute(db);
  const { total = 0n, sum = null, kinds = 0n, one = null } = totals.rows[0] ?? {};
  return { rows, total: Number(total), sum: kinds > 1n ? null : (sum ?? 0n), currency: one };
}
