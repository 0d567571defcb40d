import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

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
 * day, code, currency (null for counts), weight (bigint); one row an id. The figure is the sum of
 * the weights.
 */
export type RowSource = {
  readonly kind: RowKind;
  readonly select: Sql;
  /** Currencies and weights with the same sum, where that is cheaper than the rows. */
  readonly flat?: Sql;
  /** Rows that add nothing are shown too; else they are left out, as a settled item is. */
  readonly keepsZero?: boolean;
};

/** What one row is about. */
type RowKind =
  | 'posting'
  | 'item'
  | 'case'
  | 'attempt'
  | 'conversation'
  | 'promise'
  | 'account'
  | 'event'
  | 'treatment';

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
    select currency, sum(weight)::bigint as sum from (${source.flat ?? source.select}) s group by currency
  `.execute(db);
  return rows;
}

/** How many rows there are; their sum is null where it would mix currencies. */
export type FigureTotal = {
  readonly total: number;
  readonly sum: bigint | null;
  readonly currency: string | null;
};

type SliceRow = FigureRow & {
  readonly total: bigint;
  readonly sum: bigint | null;
  readonly oneCurrency: string | null;
  readonly otherCurrency: string | null;
};

/** A slice of the rows, newest day first, with the number and sum of all of them. */
export async function sliceOf(
  db: Kysely<DB>,
  { select, keepsZero = false }: RowSource,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ rows: readonly FigureRow[] } & FigureTotal> {
  // One pass over the rows, whatever it costs to make them, gives both the totals and the slice.
  const { rows } = await sql<SliceRow>`
    with all_rows as materialized (
      select * from (${select}) s where ${keepsZero} or s.weight <> 0
    ), totals as (
      select count(*) as total, sum(weight)::bigint as sum,
        min(currency) as one_currency, max(currency) as other_currency
      from all_rows
    ), slice as (
      select * from all_rows order by day desc nulls last, id limit ${limit} offset ${offset}
    )
    select t.*, g.id, g.code, g.portfolio_id, p.name as portfolio_name,
      coalesce(g.case_id, i.case_id) as case_id, c.reference as customer_reference,
      c.name as customer_name, coalesce(i.reference, a.reference) as reference,
      coalesce(g.day, i.due_on) as day, g.weight, g.currency
    from totals t
    left join slice g on true
    left join portfolios p on p.id = g.portfolio_id
    left join customers c on c.id = g.customer_id
    left join items i on i.customer_id = g.customer_id and i.id = g.item_id
    left join accounts a on a.customer_id = g.customer_id and a.id = g.account_id
    order by g.day desc nulls last, g.id
  `.execute(db);
  const { total = 0n, sum = null, oneCurrency = null, otherCurrency = null } = rows[0] ?? {};
  return {
    rows: rows.filter(({ id }) => id !== null).map(bare),
    total: Number(total),
    sum: oneCurrency === otherCurrency ? (sum ?? 0n) : null,
    currency: oneCurrency,
  };
}

function bare({ total: _, sum: __, oneCurrency: ___, otherCurrency: ____, ...row }: SliceRow) {
  return row;
}
