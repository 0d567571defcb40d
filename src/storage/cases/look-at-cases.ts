import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';
import { type Looked, profiled } from './case-profiles.ts';

/** The cases that need a look, for the statements that decide and write. */
export type Look = {
  /** What is decided about, each once, by the key that its cases carry. */
  readonly profiles: ReadonlyMap<string, string>;
  /** The cases as rows that a statement reads from: `key` stands for their profile. */
  readonly rows: RawBuilder<unknown>;
};

/** Where a stretch of cases under decision is kept until the end of its transaction. */
const keptCases = sql.raw('looked_cases');

const columns = sql.raw(`customer_id uuid, case_id uuid, tenant_id uuid, portfolio_id uuid,
  last_hash bytea, old_step text, old_upper boolean, old_priority integer, old_at timestamptz,
  key text`);

/**
 * The cases that need a look with their profiles, read once. A stretch of the book stays in the
 * database; a few named cases come here and go back with the decisions.
 */
export async function lookAt(tx: Kysely<DB>, looked: Looked): Promise<Look> {
  return looked.scope.kind === 'batch' ? lookAtBatch(tx, looked) : lookAtNamed(tx, looked);
}

async function lookAtBatch(tx: Kysely<DB>, looked: Looked): Promise<Look> {
  // Values cannot be bound in a statement that makes a table, so it is made empty first.
  await sql`create temporary table ${keptCases} (${columns}) on commit drop`.execute(tx);
  const { rows } = await sql<{ key: string }>`
    with kept as (insert into ${keptCases} ${profiled(looked)} returning key)
    select distinct key from kept`.execute(tx);
  return {
    profiles: new Map(rows.map(({ key }) => [key, key])),
    rows: sql`select * from ${keptCases}`,
  };
}

async function lookAtNamed(tx: Kysely<DB>, looked: Looked): Promise<Look> {
  const { rows } = await sql<{ profile: string; rest: string }>`
    select profile, (to_jsonb(x) - 'profile')::text as rest from (${profiled(looked)}) x`.execute(
    tx,
  );
  const keys = new Map<string, string>();
  const cases = rows.map(({ profile, rest }) => {
    const key = keys.get(profile) ?? String(keys.size);
    keys.set(profile, key);
    return `${rest.slice(0, -1)},"key":"${key}"}`;
  });
  return {
    profiles: new Map([...keys].map(([profile, key]) => [key, profile])),
    rows: sql`select * from jsonb_to_recordset(${`[${cases.join(',')}]`}::jsonb) as x(${columns})`,
  };
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
