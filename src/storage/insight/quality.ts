import { type Kysely, sql } from 'kysely';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import type { Sql } from './rows.ts';

/** The portfolios looked at, and by portfolio the day before which a balance is stale. */
export type QualityScope = {
  readonly portfolioIds: readonly string[];
  readonly staleBefore: readonly LocalDate[];
};

/**
 * Poor data of one kind as a `select` of: id (text, one row an id), portfolio_id, customer_id, case_id,
 * target_id (the import, bank entry or payment), why (a code), about (what it is, as text), facts (what
 * fills the words of `why`), day, currency and minor (money that hangs on it); what does not apply is null.
 */
export type QualitySource = Sql;

/** One row of poor data, joined with what a reader knows it by. */
export type QualityRow = {
  readonly id: string;
  readonly portfolioId: string;
  readonly portfolioName: string;
  readonly caseId: string | null;
  readonly customerReference: string | null;
  readonly customerName: string | null;
  readonly targetId: string | null;
  readonly why: string;
  readonly about: string | null;
  readonly facts: Readonly<Record<string, unknown>> | null;
  readonly day: LocalDate | null;
  readonly currency: string | null;
  readonly minor: bigint | null;
};

/** How many rows a kind has. */
export async function countQuality(db: Kysely<DB>, source: QualitySource): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from (${source}) s`.execute(db);
  return Number(rows[0]?.count ?? 0n);
}

/** A slice of the rows of a kind, oldest day first, and how many there are; made in one pass. */
export async function qualityRows(
  db: Kysely<DB>,
  source: QualitySource,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly rows: readonly QualityRow[] }> {
  const { rows } = await sql<QualityRow & { readonly total: bigint }>`
    with all_rows as materialized (${source}),
    slice as (
      select * from all_rows order by day nulls first, id limit ${limit} offset ${offset}
    )
    select t.total, g.id, g.portfolio_id, p.name as portfolio_name, g.case_id,
      c.reference as customer_reference, c.name as customer_name, g.target_id, g.why, g.about,
      g.facts, g.day, g.currency, g.minor
    from (select count(*) as total from all_rows) t
    left join slice g on true
    left join portfolios p on p.id = g.portfolio_id
    left join customers c on c.id = g.customer_id
    order by g.day nulls first, g.id
  `.execute(db);
  return {
    total: Number(rows[0]?.total ?? 0n),
    rows: rows.filter(({ id }) => id !== null).map(({ total: _, ...row }) => row),
  };
}
