import { type Kysely, sql } from 'kysely';
import type { DB } from './tables.ts';

/** The name under which one server process is connected. */
export function serverName(pid: number): string {
  return `dunlin server ${pid}`;
}

/** How many other server processes work on this database now. A process that died is gone from it. */
export async function otherServers(db: Kysely<DB>, ownName: string): Promise<number> {
  const { rows } = await sql<{ others: number }>`
    select count(distinct application_name)::int as others from pg_stat_activity
    where datname = current_database() and application_name like 'dunlin server %'
      and application_name <> ${ownName}
  `.execute(db);
  return rows[0]?.others ?? 0;
}
