import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** How much the record holds: events and decisions, and whose chains they are. */
export type RecordCounts = {
  readonly events: number;
  readonly cases: number;
  readonly decisions: number;
  readonly people: number;
};

/** Counts the record. */
export async function recordCounts(db: Kysely<DB>): Promise<RecordCounts> {
  const { rows } = await sql<RecordCounts>`
    select (select count(*)::integer from event_log) as events,
      (select count(*)::integer from cases where last_hash is not null) as cases,
      (select count(*)::integer from decisions where hash is not null) as decisions,
      (select count(*)::integer from customers where last_decision_hash is not null) as people
  `.execute(db);
  return rows[0] ?? { events: 0, cases: 0, decisions: 0, people: 0 };
}
