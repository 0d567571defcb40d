import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** The database server as it is now. */
export type DatabaseState = {
  readonly version: string;
  readonly sizeBytes: number;
  readonly connections: number;
  readonly oldestTransactionSeconds: number;
};

/** Version, size, connections to this database, and how long its oldest transaction runs. */
export async function databaseState(db: Kysely<DB>): Promise<DatabaseState> {
  const { rows } = await sql<DatabaseState>`
    select current_setting('server_version') as version,
      pg_database_size(current_database())::float8 as size_bytes,
      count(*)::int as connections,
      coalesce(extract(epoch from max(clock_timestamp() - xact_start)), 0)::float8
        as oldest_transaction_seconds
    from pg_stat_activity where datname = current_database()
  `.execute(db);
  const [state] = rows;
  if (!state) throw new Error('cannot happen: an aggregate gives one row');
  return state;
}

/** The steps of the schema that the database has, in order. */
export async function appliedMigrations(
  db: Kysely<DB>,
): Promise<readonly { readonly name: string; readonly appliedAt: Instant }[]> {
  const { rows } = await sql<{ name: string; appliedAt: Instant }>`
    select name, applied_at from schema_migration order by name
  `.execute(db);
  return rows;
}

/** How much work lies where, over all portfolios. */
export type WorkState = {
  readonly openCases: number;
  readonly waiting: number;
  readonly ready: number;
  readonly leased: number;
  readonly overdueTasks: number;
  readonly runningImports: number;
  readonly openAttempts: number;
};

/** Counts of open cases, work items by state, late tasks, imports and attempts under way. */
export async function workState(db: Kysely<DB>, at: Instant): Promise<WorkState> {
  const { rows } = await sql<WorkState>`
    select (select count(*) from cases where closed_at is null)::int as open_cases,
      (select count(*) from tasks
        where done_at is null and due_on < (${at}::timestamptz)::date)::int as overdue_tasks,
      (select count(*) from imports where state = 'running')::int as running_imports,
      (select count(*) from attempts where state in ('reserved', 'released'))::int as open_attempts,
      w.waiting, w.ready, w.leased
    from (select count(*) filter (where state = 'waiting')::int as waiting,
        count(*) filter (where state = 'ready')::int as ready,
        count(*) filter (where state = 'leased')::int as leased
      from work_items where state <> 'done') w
  `.execute(db);
  const [state] = rows;
  if (!state) throw new Error('cannot happen: an aggregate gives one row');
  return state;
}

/** The latest daily run of a portfolio. */
export type LastRun = {
  readonly portfolioId: string;
  readonly runOn: LocalDate;
  readonly startedAt: Instant;
  readonly endedAt: Instant | null;
  /** As the run keeps them: its counts, by name, under `counts`. */
  readonly counts: { readonly counts?: Readonly<Record<string, number>> };
};

/** The latest daily run of each portfolio that had one. */
export async function lastRuns(db: Kysely<DB>): Promise<readonly LastRun[]> {
  const { rows } = await sql<LastRun>`
    select distinct on (portfolio_id) portfolio_id, run_on, started_at, ended_at, counts
    from daily_runs order by portfolio_id, run_on desc
  `.execute(db);
  return rows;
}
