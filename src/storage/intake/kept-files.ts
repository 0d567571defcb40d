import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** Bytes of files that are kept for imports: of one person, and of all. */
export async function keptBytes(
  db: Kysely<DB>,
  tenantId: string,
  userId: string | null,
): Promise<{ readonly ofOne: bigint; readonly ofAll: bigint }> {
  const { rows } = await sql<{ ofOne: bigint; ofAll: bigint }>`
    select coalesce(sum(file_bytes) filter (where started_by = ${userId}::uuid), 0)::bigint as of_one,
      coalesce(sum(file_bytes), 0)::bigint as of_all
    from imports where tenant_id = ${tenantId}::uuid and file_removed_at is null`.execute(db);
  return rows[0] ?? { ofOne: 0n, ofAll: 0n };
}

/** Makes files that have arrived wait for each other until their rows are written. */
export async function lockKeptFiles(tx: Kysely<DB>, tenantId: string): Promise<void> {
  const lock = `dunlin uploads ${tenantId}`;
  await sql`select pg_advisory_xact_lock(hashtextextended(${lock}, 0))`.execute(tx);
}

/** Imports that nobody has gone on with since an instant, and whose files are still kept. */
export async function staleFiles(
  db: Kysely<DB>,
  tenantId: string,
  before: Instant,
): Promise<readonly { readonly id: string; readonly portfolioId: string }[]> {
  const { rows } = await sql<{ id: string; portfolioId: string }>`
    select id, portfolio_id from imports where tenant_id = ${tenantId}::uuid and file_removed_at is null
      and state <> 'running' and coalesce(ended_at, started_at) < ${before}::timestamptz
    order by started_at limit 1000`.execute(db);
  return rows;
}

/** Those of some imports whose files are kept, as their rows say. */
export async function importsWithFiles(
  db: Kysely<DB>,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from imports where id = any(${[...ids]}::uuid[]) and file_removed_at is null`.execute(
    db,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Says that the file of an import is kept no longer; false while it runs. */
export async function setFileRemoved(db: Kysely<DB>, id: string, at: Instant): Promise<boolean> {
  const { rows } = await sql`update imports set file_removed_at = ${at}::timestamptz
    where id = ${id}::uuid and state <> 'running' and file_removed_at is null
    returning id`.execute(db);
  return rows.length > 0;
}
