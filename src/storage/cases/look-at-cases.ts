import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';
import { type Looked, pickedRows, profiled } from './case-profiles.ts';

/** Where a stretch of cases under decision is kept until the end of its transaction. */
const keptCases = sql.raw('looked_cases');

/**
 * The cases that need a look with their profiles, as rows a statement may read from. A stretch of the
 * book is read once, under the row locks, and kept for the transaction; a few named cases are read
 * again under their locks by the statement that writes.
 */
export async function lookAt(
  tx: Kysely<DB>,
  looked: Looked,
): Promise<{ readonly profiles: readonly string[]; readonly rows: RawBuilder<unknown> }> {
  if (looked.scope.kind === 'cases') {
    const { rows } = await sql<{ profile: string }>`
      select distinct profile from (${profiled(looked, false)}) p`.execute(tx);
    return { profiles: rows.map(({ profile }) => profile), rows: profiled(looked, true) };
  }
  await pickCases(tx, looked);
  // Values cannot be bound in a statement that makes a table, so it is made empty first.
  await sql`create temporary table ${keptCases} on commit drop as
    select c.customer_id, c.id, c.tenant_id, c.portfolio_id, c.last_hash,
      c.step as old_step, c.priority_tier as old_upper, c.priority as old_priority,
      c.next_action_at as old_at, ''::text as profile from cases c where false`.execute(tx);
  await planForLookups(tx);
  await sql`insert into ${keptCases} ${profiled(looked, true, sql`select * from ${pickedCases}`)}`.execute(
    tx,
  );
  await sql`analyze ${keptCases}`.execute(tx);
  // What follows writes for the whole stretch: rows around its cases are joined, not visited.
  await planForReading(tx);
  const { rows } = await sql<{ profile: string }>`
    select distinct profile from ${keptCases}`.execute(tx);
  return { profiles: rows.map(({ profile }) => profile), rows: sql`select * from ${keptCases}` };
}

const pickedCases = sql.raw('picked_cases');

/** Picks the cases of a stretch that need a look, before anything is read about them. */
async function pickCases(tx: Kysely<DB>, looked: Looked): Promise<void> {
  await planForReading(tx);
  await sql`create temporary table ${pickedCases} on commit drop as
    select customer_id, id, judged_on as on_day from cases where false`.execute(tx);
  await sql`
    insert into ${pickedCases} ${pickedRows(looked)}`.execute(tx);
  await sql`analyze ${pickedCases}`.execute(tx);
}

/**
 * Tells the planner, for this transaction, that it reads a whole stretch of the book: rows made a
 * moment ago have no statistics yet, and a plan for a few rows would visit each of them one by one.
 */
export async function planForReading(tx: Kysely<DB>): Promise<void> {
  await sql`
    select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true),
      set_config('work_mem', '128MB', true), set_config('plan_cache_mode', 'force_custom_plan', true)
  `.execute(tx);
}

/** Tells the planner that rows around chosen cases are to be found one by one. */
export async function planForLookups(tx: Kysely<DB>): Promise<void> {
  await sql`select set_config('enable_nestloop', 'on', true)`.execute(tx);
}
