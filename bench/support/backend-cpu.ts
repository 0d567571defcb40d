import { readFileSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { sql } from 'kysely';
import type { Db } from '#usecases/app.ts';

/** What one piece of work took: on the clock, and of processors (database and this process). */
export type Spent = { readonly seconds: number; readonly cpuSeconds: number | null };

/**
 * Runs work over a pool of one connection. Processor time is read from `/proc` and is null without
 * it: on cores shared with other work it is what compares, where the clock mostly shows waiting.
 */
export async function spent(db: Db, work: () => Promise<unknown>): Promise<Spent> {
  const backend = await backendSeconds(db);
  const own = process.cpuUsage();
  const began = performance.now();
  await work();
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(own);
  const after = await backendSeconds(db);
  const known = backend !== null && after !== null;
  return { seconds, cpuSeconds: known ? after - backend + (user + system) / 1e6 : null };
}

async function backendSeconds(db: Db): Promise<number | null> {
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db);
  try {
    // Nanoseconds on a processor; `stat` counts in hundredths of a second.
    return Number(readFileSync(`/proc/${rows[0]?.pid}/schedstat`, 'utf8').split(' ')[0]) / 1e9;
  } catch {
    return null;
  }
}
