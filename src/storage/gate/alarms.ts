import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** What stopped contact although no law did. */
export type NewAlarm = {
  readonly id: string;
  readonly tenantId: string;
  /** Such as `no-pack`; one open alarm of a kind and key counts how often it rang. */
  readonly kind: string;
  readonly key: string;
  readonly portfolioId: string | null;
  readonly caseId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly at: Instant;
};

/** Raises an alarm, or counts on one that is open. */
export async function raiseAlarm(db: Kysely<DB>, alarm: NewAlarm): Promise<void> {
  await sql`
    insert into gate_alarms as a (id, tenant_id, kind, key, portfolio_id, case_id, details, first_at,
      last_at)
    values (${alarm.id}, ${alarm.tenantId}, ${alarm.kind}, ${alarm.key}, ${alarm.portfolioId},
      ${alarm.caseId}, ${JSON.stringify(alarm.details)}::jsonb, ${alarm.at}::timestamptz,
      ${alarm.at}::timestamptz)
    on conflict (tenant_id, kind, key) where closed_at is null do update
      set times = a.times + 1, last_at = greatest(a.last_at, excluded.last_at),
        portfolio_id = excluded.portfolio_id, case_id = excluded.case_id,
        details = excluded.details
  `.execute(db);
}

/** An alarm as it is shown; the case and portfolio are the last it rang for. */
export type AlarmRow = {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly portfolioId: string | null;
  readonly caseId: string | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly times: number;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  readonly closedAt: Instant | null;
  readonly closedBy: string | null;
  readonly remark: string | null;
};

/**
 * Alarms, open ones first, the newest first; closed ones too when asked for. `portfolioIds` limits
 * them to what those who ask may see; alarms of no portfolio concern everybody.
 */
export async function listAlarms(
  db: Kysely<DB>,
  tenantId: string,
  wanted: {
    readonly closedToo: boolean;
    readonly portfolioIds: readonly string[] | null;
    readonly limit: number;
  },
): Promise<readonly AlarmRow[]> {
  const { rows } = await sql<AlarmRow>`
    select a.id, a.kind, a.key, a.portfolio_id, a.case_id, a.details, a.times, a.first_at,
      a.last_at, a.closed_at, ${nameAt('a.closed_by', 'a.closed_at')} as closed_by, a.remark
    from gate_alarms a
    where a.tenant_id = ${tenantId}::uuid and (${wanted.closedToo} or a.closed_at is null)
      and (${wanted.portfolioIds === null} or a.portfolio_id is null
        or a.portfolio_id = any(${[...(wanted.portfolioIds ?? [])]}::uuid[]))
    order by a.closed_at is null desc, a.last_at desc, a.id desc
    limit ${wanted.limit}
  `.execute(db);
  return rows;
}

/** Closes an open alarm; false when there is none. What stops contact again opens a new one. */
export async function closeAlarmRow(
  db: Kysely<DB>,
  closed: {
    readonly id: string;
    readonly tenantId: string;
    readonly by: string;
    readonly remark: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { rows } = await sql`
    update gate_alarms set closed_at = ${closed.at}::timestamptz, closed_by = ${closed.by}::uuid,
      remark = ${closed.remark}
    where id = ${closed.id}::uuid and tenant_id = ${closed.tenantId}::uuid and closed_at is null
    returning 1
  `.execute(db);
  return rows.length === 1;
}

/** The kind of an alarm and the portfolio it last rang for; undefined when there is no such alarm. */
export async function alarmPlace(
  db: Kysely<DB>,
  tenantId: string,
  id: string,
): Promise<{ readonly kind: string; readonly portfolioId: string | null } | undefined> {
  const { rows } = await sql<{ kind: string; portfolioId: string | null }>`
    select kind, portfolio_id from gate_alarms
    where id = ${id}::uuid and tenant_id = ${tenantId}::uuid
  `.execute(db);
  return rows[0];
}
