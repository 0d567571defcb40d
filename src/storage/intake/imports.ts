import { type Kysely, sql } from 'kysely';
import type { UnreadValue } from '#domain/intake/unread-values.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** What an import brings. */
export type ImportKind = 'book' | 'credit_notes' | 'payments' | 'consents' | 'camt';

/** An import waits for its map, runs, and ends; only one that is done can be withdrawn. */
export type ImportState = 'uploaded' | 'running' | 'done' | 'failed' | 'taken_back';

/** One import as kept. `counts` are whole numbers by name; `map` is the map with the file's shape. */
export type ImportRow = {
  readonly id: string;
  readonly portfolioId: string;
  readonly kind: ImportKind;
  readonly fileName: string;
  readonly fileSha256: string | null;
  readonly fileBytes: bigint | null;
  readonly map: Readonly<Record<string, unknown>>;
  readonly dryRun: boolean;
  readonly state: ImportState;
  readonly bytesRead: bigint;
  readonly counts: Readonly<Record<string, number>>;
  readonly unread: readonly UnreadValue[];
  readonly failure: string | null;
  readonly startedAt: Instant;
  readonly startedBy: string | null;
  readonly endedAt: Instant | null;
  /** When its file was deleted; null while it is kept. */
  readonly fileRemovedAt: Instant | null;
  /** When its rejects and the values it replaced were erased. */
  readonly remainsErasedAt: Instant | null;
  /** The run that may write for it; another is drawn whenever it is taken up. */
  readonly runId: string | null;
};

/** The columns of an `ImportRow`. */
export const importColumns = sql`id, portfolio_id, kind, file_name, file_sha256, file_bytes, map, dry_run, state,
  bytes_read, counts, unread, failure, started_at, started_by, ended_at, file_removed_at,
  remains_erased_at, run_id`;

/** Imports of the portfolios, newest first; `null` means of all. */
export async function listImports(
  db: Kysely<DB>,
  tenantId: string,
  portfolioIds: readonly string[] | null,
  limit: number,
): Promise<readonly ImportRow[]> {
  const { rows } = await sql<ImportRow>`select ${importColumns} from imports
    where tenant_id = ${tenantId}::uuid
      and (${portfolioIds === null}::boolean or portfolio_id = any(${portfolioIds ?? []}::uuid[]))
    order by started_at desc, id desc limit ${limit}`.execute(db);
  return rows;
}

/** One import, or undefined. */
export async function importById(db: Kysely<DB>, id: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`select ${importColumns} from imports
    where id = ${id}::uuid`.execute(db);
  return rows[0];
}

/** As `importById`, with the row locked until the transaction ends. */
export async function lockImport(tx: Kysely<DB>, id: string): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`select ${importColumns} from imports
    where id = ${id}::uuid for update`.execute(tx);
  return rows[0];
}

/** The last other import of the same file into the portfolio that was done and stands. */
export async function earlierImportOf(
  db: Kysely<DB>,
  { id, portfolioId, fileSha256 }: ImportRow,
): Promise<{ readonly id: string; readonly endedAt: Instant } | undefined> {
  const { rows } = await sql<{ id: string; endedAt: Instant }>`
    select id, ended_at from imports where portfolio_id = ${portfolioId}::uuid
      and file_sha256 = ${fileSha256} and state = 'done' and not dry_run and id <> ${id}::uuid
    order by ended_at desc limit 1`.execute(db);
  return rows[0];
}

/** Ends an import: done or failed (with what went wrong). The caller holds its run. */
export async function endImport(
  tx: Kysely<DB>,
  id: string,
  end: {
    readonly state: 'done' | 'failed';
    readonly counts: Readonly<Record<string, number>>;
    readonly unread?: readonly UnreadValue[];
    readonly failure: string | null;
    readonly at: Instant;
  },
): Promise<void> {
  await sql`update imports set state = ${end.state}, failure = ${end.failure},
      unread = ${JSON.stringify(end.unread ?? [])}::jsonb,
      counts = ${JSON.stringify(end.counts)}::jsonb, ended_at = ${end.at}::timestamptz,
      bytes_read = case when ${end.state} = 'done' then coalesce(file_bytes, bytes_read)
        else bytes_read end
    where id = ${id}::uuid`.execute(tx);
}

/** One thing wrong with a record of the file. */
export type Reject = {
  readonly line: number;
  /** From 1, among the problems of its line. */
  readonly position: number;
  readonly field: string | null;
  readonly columnName: string | null;
  readonly reason: string;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly original: string;
  /** The row came in without this detail; otherwise it was refused. */
  readonly rowKept?: boolean;
};

/** Forgets what an earlier try of the import wrote down. */
export async function clearFindings(db: Kysely<DB>, importId: string): Promise<void> {
  await sql`delete from import_rejects where import_id = ${importId}::uuid`.execute(db);
  await sql`delete from import_changes where import_id = ${importId}::uuid`.execute(db);
}

/** Writes down what was wrong; a finding written before stays as it was. */
export async function addRejects(
  db: Kysely<DB>,
  importId: string,
  rejects: readonly Reject[],
): Promise<void> {
  if (rejects.length === 0) return;
  const clean = (text: string) => text.replaceAll('\0', '');
  await sql`insert into import_rejects (import_id, line, position, field, column_name, reason,
      facts, original, row_kept)
    select ${importId}::uuid, * from unnest(${rejects.map((r) => r.line)}::int[],
      ${rejects.map((r) => r.position)}::int[], ${rejects.map((r) => r.field)}::text[],
      ${rejects.map((r) => r.columnName)}::text[], ${rejects.map((r) => r.reason)}::text[],
      ${rejects.map((r) => clean(JSON.stringify(r.facts).replaceAll('\\u0000', '')))}::jsonb[],
      ${rejects.map((r) => clean(r.original))}::text[],
      ${rejects.map((r) => r.rowKept ?? false)}::boolean[])
    on conflict do nothing`.execute(db);
}

/** Refused records after a place in the file, or details left out of others, or both, in file order. */
export async function rejectsAfter(
  db: Kysely<DB>,
  importId: string,
  after: { readonly line: number; readonly position: number },
  limit: number,
  which: 'refused' | 'details' | 'both' = 'both',
): Promise<readonly Reject[]> {
  const { rows } = await sql<Reject>`
    select line, position, field, column_name, reason, facts, original, row_kept
    from import_rejects where import_id = ${importId}::uuid
      and (${which === 'both'}::boolean or row_kept = ${which === 'details'}::boolean) and (line, position) > (${after.line}, ${after.position})
    order by line, position limit ${limit}`.execute(db);
  return rows;
}

/** How many records a reason refused, or of how many it left a detail out. */
type ReasonCount = {
  readonly reason: string;
  readonly field: string | null;
  readonly rowKept: boolean;
  readonly count: number;
};

/** How often each reason was met. */
export async function rejectReasons(
  db: Kysely<DB>,
  importId: string,
): Promise<readonly ReasonCount[]> {
  const { rows } = await sql<ReasonCount>`
    select reason, field, row_kept, count(*)::int as count from import_rejects
    where import_id = ${importId}::uuid group by reason, field, row_kept
    order by 4 desc, 1`.execute(db);
  return rows;
}

/** What an import changed: old beside new. */
export type Change = {
  readonly id: string;
  readonly customerId: string;
  readonly entity: string;
  readonly entityId: string;
  readonly reference: string;
  readonly field: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
};

/** The first changes of an import, in the order they were found. */
export async function changesOf(
  db: Kysely<DB>,
  importId: string,
  limit: number,
): Promise<readonly Change[]> {
  const { rows } = await sql<Change>`select id, customer_id, entity, entity_id, reference, field,
      old_value, new_value from import_changes
    where import_id = ${importId}::uuid order by id limit ${limit}`.execute(db);
  return rows;
}

/** Writes changes down again that a rolled back trial had found. */
export async function keepChanges(
  db: Kysely<DB>,
  importId: string,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  await db
    .insertInto('importChanges')
    .values(changes.map((change) => ({ importId, ...change })))
    .execute();
}

/** A file that arrived and waits for its map, or that was refused at once. */
export type NewImport = Pick<ImportRow, 'id' | 'portfolioId' | 'kind' | 'fileName'> &
  Pick<ImportRow, 'fileSha256' | 'fileBytes' | 'failure' | 'startedAt' | 'startedBy'> &
  Pick<ImportRow, 'fileRemovedAt'> & {
    readonly tenantId: string;
    /** The process that has the file. */
    readonly receivedBy: string;
  };

/** Keeps a file that arrived as an import: `uploaded`, or `failed` when there is a failure. */
export async function insertImport(db: Kysely<DB>, row: NewImport): Promise<void> {
  await db
    .insertInto('imports')
    .values(
      row.failure === null
        ? { ...row, state: 'uploaded' }
        : { ...row, state: 'failed', endedAt: row.startedAt },
    )
    .execute();
}

/** Says what a waiting file holds, when the user knows better. */
export async function setImportKind(db: Kysely<DB>, id: string, kind: ImportKind): Promise<void> {
  await sql`update imports set kind = ${kind} where id = ${id}::uuid
    and state <> 'running'`.execute(db);
}

/** Puts an import in line to be run with this map; `own` when the caller runs it itself. */
export async function setRunning(
  tx: Kysely<DB>,
  id: string,
  run: {
    readonly map: Readonly<Record<string, unknown>>;
    readonly dryRun: boolean;
    readonly own: { readonly runId: string; readonly beatAt: Instant } | null;
  },
): Promise<void> {
  await sql`update imports set state = 'running', map = ${JSON.stringify(run.map)}::jsonb,
      dry_run = ${run.dryRun}, bytes_read = 0, counts = '{}', failure = null, ended_at = null,
      beat_at = ${run.own?.beatAt ?? null}::timestamptz, run_id = ${run.own?.runId ?? null}::uuid
    where id = ${id}::uuid`.execute(tx);
}

/** Says that what the import brought was taken out of the book again. */
export async function setTakenBack(tx: Kysely<DB>, id: string, at: Instant): Promise<void> {
  await sql`update imports set state = 'taken_back', ended_at = ${at}::timestamptz
    where id = ${id}::uuid`.execute(tx);
}
