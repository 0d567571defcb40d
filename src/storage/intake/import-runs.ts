import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { type ImportRow, importColumns } from './imports.ts';

/** Another process has taken an import up: whoever ran it before writes nothing more of it. */
export class RunTaken extends Error {
  constructor(importId: string) {
    super(`another process has taken up the import ${importId}`);
    this.name = 'RunTaken';
  }
}

/** One run of an import, by which the database knows whose writes are still wanted. */
export type Run = Pick<ImportRow, 'id' | 'runId'>;

/** Who takes up an import, under a number of the run that nobody else has. */
export type Runner = { readonly instanceId: string; readonly runId: string };

/**
 * Gives the caller an import that waits, or one whose runner has not been heard of since
 * `staleBefore`. Two callers never get the same one, nobody gets one with a transaction under way,
 * and one whose file another living process has received is left to that one.
 */
export async function claimImport(
  db: Kysely<DB>,
  { instanceId, runId }: Runner,
  at: Instant,
  staleBefore: Instant,
): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`
    update imports set beat_at = ${at}::timestamptz, run_id = ${runId}::uuid where id = (
      select id from imports where state = 'running'
        and (beat_at is null or beat_at < ${staleBefore}::timestamptz)
        and not exists (select from instances i where i.id = imports.received_by
          and i.taken_at is null and i.id <> ${instanceId}::uuid)
      order by started_at limit 1 for update skip locked)
    returning ${importColumns}`.execute(db);
  return rows[0];
}

/**
 * Keeps a run for the transaction: nobody takes it up before that ends. Its heartbeat is not held up.
 * Throws `RunTaken` when another has taken it up already.
 */
export async function holdRun(tx: Kysely<DB>, { id, runId }: Run): Promise<void> {
  const { rows } = await sql`select 1 from imports
    where id = ${id}::uuid and run_id = ${runId}::uuid and state = 'running'
    for key share`.execute(tx);
  if (rows.length === 0) throw new RunTaken(id);
}

/** Says that the runner lives and how far it is. Throws `RunTaken` when it is another's now. */
export async function recordProgress(
  db: Kysely<DB>,
  { id, runId }: Run,
  at: Instant,
  progress?: { readonly bytesRead: number; readonly counts: Readonly<Record<string, number>> },
): Promise<void> {
  const told = progress
    ? sql`, bytes_read = ${progress.bytesRead}, counts = ${JSON.stringify(progress.counts)}::jsonb`
    : sql``;
  const { numAffectedRows } = await sql`update imports set beat_at = ${at}::timestamptz ${told}
    where id = ${id}::uuid and run_id = ${runId}::uuid and state = 'running'`.execute(db);
  if (numAffectedRows !== 1n) throw new RunTaken(id);
}

/** Hands a running import back, so that the next who asks takes it from its beginning. */
export async function handBackImport(db: Kysely<DB>, { id, runId }: Run): Promise<void> {
  await sql`update imports set beat_at = null
    where id = ${id}::uuid and run_id = ${runId}::uuid and state = 'running'`.execute(db);
}

/** The process that received the file of an import, when it is another that lives. */
export async function otherReceiver(
  db: Kysely<DB>,
  importId: string,
  instanceId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ name: string }>`
    select n.name from imports i join instances n on n.id = i.received_by
    where i.id = ${importId}::uuid and n.taken_at is null and n.id <> ${instanceId}::uuid
  `.execute(db);
  return rows[0]?.name;
}
