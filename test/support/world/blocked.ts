import { sql } from 'kysely';
import type { Tx } from '#usecases/app.ts';

/** Waits until another transaction waits for a lock that this one holds. */
export async function untilBlocking(tx: Tx): Promise<void> {
  for (let waits = 0; waits === 0; ) {
    const { rows } = await sql<{ waits: number }>`
      select count(*)::integer as waits from pg_locks
      where not granted and pg_backend_pid() = any(pg_blocking_pids(pid))`.execute(tx);
    waits = rows[0]?.waits ?? 0;
  }
}
