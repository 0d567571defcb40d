import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { stagingTable } from './import-staging.ts';

/** One import being merged, inside its transaction. */
export type Merge = {
  readonly tx: Kysely<DB>;
  readonly importId: string;
  /** The run, whose rows stand in a table of its own. */
  readonly runId: string;
  readonly tenantId: string;
  readonly portfolioId: string;
  readonly product: string;
  readonly country: string;
  readonly today: LocalDate;
  readonly at: Instant;
  /** Columns of the file, by field of the book: names for the list of refused rows. */
  readonly columns: Readonly<Partial<Record<string, string>>>;
  /** Fields that the file says something about; others keep what the book has. */
  readonly mapped: ReadonlySet<string>;
};

/** Memory of one sort or hash of a merge; it runs alone, and spilling costs more. */
const workMemory = '256MB';

/**
 * Takes the lock of the portfolio for the transaction, so that imports into it follow one another,
 * and tells whether the portfolio has no customer yet.
 */
export async function lockForImport({ tx, tenantId, portfolioId }: Merge): Promise<boolean> {
  await sql`set local work_mem = ${sql.lit(workMemory)}`.execute(tx);
  await sql`set local jit = off`.execute(tx);
  await sql`select 1 from portfolios where id = ${portfolioId}::uuid for no key update`.execute(tx);
  const { rows } = await sql<{ known: boolean }>`
    select exists (select 1 from client_references where tenant_id = ${tenantId}::uuid
      and portfolio_id = ${portfolioId}::uuid and kind = 'customer') as known
  `.execute(tx);
  return rows[0]?.known !== true;
}

/**
 * Refuses what only all rows together can show: an item twice in the file, an account under two
 * customers; and, unless the book is empty, an account that the book has under another one. Refused rows leave the staging table for the list of refused rows.
 */
export async function refuseContradictions(merge: Merge, bookIsEmpty: boolean): Promise<void> {
  const { tx, runId } = merge;
  const rows = stagingTable(runId);
  await sql`analyze ${rows}`.execute(tx);
  await refuse(merge, 'itemReference', 'duplicate-reference', {
    firsts: sql`select acct, item, min(line) as first_line,
        min(at_line) as first_at from ${rows}
      group by acct, item having count(*) > 1`,
    when: sql`s.acct = f.acct and s.item = f.item and s.line <> f.first_line`,
    facts: sql`jsonb_build_object('value', s.item, 'firstLine', f.first_at::text)`,
  });
  await refuse(merge, 'accountReference', 'account-of-another-customer', {
    firsts: sql`select d.acct, r.cust, r.at_line as first_line from (
        select acct, min(line) as line from ${rows}
        group by acct having min(cust) <> max(cust)) d
      join ${rows} r on r.line = d.line`,
    when: sql`s.acct = f.acct and s.cust <> f.cust`,
    facts: sql`jsonb_build_object('value', s.acct, 'firstLine', f.first_line::text)`,
  });
  if (!bookIsEmpty) await refuseAgainstBook(merge);
}

async function refuseAgainstBook(merge: Merge): Promise<void> {
  const { tenantId, portfolioId, runId } = merge;
  const here = (alias: string) => sql`${sql.raw(alias)}.tenant_id = ${tenantId}::uuid
    and ${sql.raw(alias)}.portfolio_id = ${portfolioId}::uuid`;
  await refuse(merge, 'accountReference', 'account-of-another-customer', {
    firsts: sql`select s.line from ${stagingTable(runId)} s
      join client_references a on ${here('a')} and a.kind = 'account' and a.reference = s.acct
      left join client_references c on ${here('c')} and c.kind = 'customer' and c.reference = s.cust
      where c.customer_id is distinct from a.customer_id`,
    when: sql`s.line = f.line`,
    facts: sql`jsonb_build_object('value', s.acct)`,
  });
}

/**
 * Rows of which nothing is open only tell of items that the book has: a bucket whose sum went into an older
 * one, an item that was paid or cancelled. The others are no items; answers how many.
 */
export async function dropEmpty({ tx, runId, tenantId, portfolioId }: Merge): Promise<number> {
  const { numAffectedRows } =
    await sql`delete from ${stagingTable(runId)} s where s.balance = 0 and s.settled_on is null
    and not exists (select 1 from client_references r where r.tenant_id = ${tenantId}::uuid
      and r.portfolio_id = ${portfolioId}::uuid and r.kind = 'item'
      and r.reference in (s.item, s.acct || '/' || s.item))`.execute(tx);
  return Number(numAffectedRows ?? 0n);
}

/** Tells the planner what a large import brought, before anybody asks for it. */
export async function analyzeBook(db: Kysely<DB>): Promise<void> {
  await sql`analyze customers, accounts, items, client_references, contact_points,
    payment_methods, postings`.execute(db);
}

type Contradiction = {
  /** A query of what the rows are held against, named `f`. */
  readonly firsts: ReturnType<typeof sql>;
  /** Which staged rows `s` are refused. */
  readonly when: ReturnType<typeof sql>;
  readonly facts: ReturnType<typeof sql>;
};

/** Moves rows from the staging table to the list of refused rows, each record as a whole. */
export async function refuse(
  { tx, importId, runId, columns }: Merge,
  field: string,
  reason: string,
  { firsts, when, facts }: Contradiction,
): Promise<void> {
  const column = columns[field] ?? null;
  await sql`
    with f as (${firsts}), refused as (
      select distinct on (s.at_line) s.at_line, ${facts} as facts
      from ${stagingTable(runId)} s join f on ${when} order by s.at_line, s.line
    ), gone as (
      delete from ${stagingTable(runId)} s using refused r where s.at_line = r.at_line
      returning s.at_line, s.raw, r.facts
    )
    insert into import_rejects (import_id, line, position, field, column_name, reason, facts,
      original)
    select distinct on (at_line) ${importId}::uuid, at_line, 1, ${field}, ${column}, ${reason},
      facts, raw
    from gone
  `.execute(tx);
  // A row that does not come in is refused with all that is wrong with it.
  await sql`update import_rejects d set row_kept = false
    where d.import_id = ${importId}::uuid and d.row_kept and exists (
      select 1 from import_rejects r where r.import_id = d.import_id and r.line = d.line
        and not r.row_kept)`.execute(tx);
}
