import { type Kysely, sql } from 'kysely';
import type { DB } from './tables.ts';

/** What the database knows of the time. */
export type ClockSigns = {
  readonly nowMs: number;
  /** When a server was last seen, by the database's clock then; null before the first. */
  readonly lastSeenMs: number | null;
  /** Whether an alarm about the clock is open. */
  readonly alarmStands: boolean;
};

/** Reads the database's clock, and what it knows about doubts. */
export async function readClockSigns(db: Kysely<DB>, tenantId: string): Promise<ClockSigns> {
  const { rows } = await sql<{
    nowMs: number;
    lastSeenMs: number | null;
    alarmStands: boolean;
  }>`
    select (extract(epoch from clock_timestamp()) * 1000)::float8 as now_ms,
      (select (extract(epoch from max(greatest(seen_at, taken_at))) * 1000)::float8
        from instances) as last_seen_ms,
      exists (select from gate_alarms where tenant_id = ${tenantId}::uuid
        and kind = 'clock-skew' and closed_at is null) as alarm_stands
  `.execute(db);
  const [signs] = rows;
  if (!signs) throw new Error('cannot happen: a select without a table answers one row');
  return signs;
}
