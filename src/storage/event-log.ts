import { type Kysely, sql } from 'kysely';
import { actorKindOf, eventJson, type LoggedEvent } from '#domain/events/event.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from './tables.ts';

/**
 * What a link of the chain is the hash of: SHA-256 over the hash before it and the event as text.
 * One expression, so that single and set-based appends and the check write the same. `receivedAt` is
 * the SQL for the time of receipt; null leaves it out of the text.
 */
export const hashOf = (previous: string, alias: string, receivedAt = 'null::timestamptz') =>
  sql.raw(`sha256(coalesce(${previous}, ''::bytea) || convert_to(concat_ws('|', ${alias}.id,
    ${alias}.kind, ${alias}.v, (extract(epoch from ${alias}.occurred_at) * 1000)::bigint,
    ${alias}.actor_kind, ${alias}.actor_id, ${alias}.facts::text,
    'received ' || (extract(epoch from ${receivedAt}) * 1000)::bigint), 'UTF8'))`);

/**
 * Appends events in the caller's transaction, in order. Events of a case are chained: each holds
 * the hash of the case's event before it. Takes the row lock of the case.
 */
export async function append(tx: Kysely<DB>, events: readonly LoggedEvent[]): Promise<void> {
  for (const event of events) await appendOne(tx, event);
}

async function appendOne(tx: Kysely<DB>, event: LoggedEvent): Promise<void> {
  await sql`
    with new_event as (
      select ${event.id}::uuid as id, ${event.tenantId}::uuid as tenant_id,
        ${event.portfolioId}::uuid as portfolio_id, ${event.customerId}::uuid as customer_id,
        ${event.caseId}::uuid as case_id, ${event.kind}::text as kind, ${event.v}::smallint as v,
        ${event.occurredAt}::timestamptz as occurred_at,
        ${event.recordedAt}::timestamptz as recorded_at,
        ${event.receivedAt ?? null}::timestamptz as received_at,
        ${actorKindOf(event)}::text as actor_kind, ${event.actorId}::uuid as actor_id,
        ${eventJson(event.facts)}::jsonb as facts
    ), chain as (
      select last_hash from cases
      where customer_id = ${event.customerId}::uuid and id = ${event.caseId}::uuid
      for update
    ), inserted as (
      insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v,
        occurred_at, recorded_at, received_at, actor_kind, actor_id, facts, previous_hash, hash)
      select n.id, n.tenant_id, n.portfolio_id, n.customer_id, n.case_id, n.kind, n.v,
        n.occurred_at, n.recorded_at, n.received_at, n.actor_kind, n.actor_id, n.facts,
        chain.last_hash,
        ${hashOf('chain.last_hash', 'n', 'n.received_at')}
      from new_event n left join chain on true
      returning hash
    )
    update cases set last_hash = (select hash from inserted)
    where customer_id = ${event.customerId}::uuid and id = ${event.caseId}::uuid
  `.execute(tx);
}

/** A row of the log as its readers get it. */
export type LogRow = {
  readonly seq: bigint;
  readonly id: string;
  readonly portfolioId: string | null;
  readonly customerId: string | null;
  readonly caseId: string | null;
  readonly kind: EventKind;
  readonly v: number;
  readonly occurredAt: Instant;
  readonly actorId: string | null;
  /** As stored: amounts are digits. `readFacts` of the kind gives them their types. */
  readonly facts: Readonly<Record<string, unknown>>;
};

/** What one look at the log found, and which transactions could still add to it. */
export type LogLook = {
  readonly rows: readonly LogRow[];
  /** Transactions below this number have ended. */
  readonly endedBelow: bigint;
  /** Transactions from this number on had not begun. */
  readonly begunBelow: bigint;
};

/**
 * The events after a number, oldest first, and those of the numbers in `missing` that have appeared.
 * A number is taken before its transaction commits, so a slow one leaves a gap that fills later.
 */
export async function lookAtLog(
  db: Kysely<DB>,
  after: bigint,
  missing: readonly bigint[],
  limit: number,
): Promise<LogLook> {
  const { rows } = await sql<LogRow & { endedBelow: string; begunBelow: string }>`
    with now_running as materialized (select pg_current_snapshot() as s)
    select pg_snapshot_xmin(s)::text as ended_below, pg_snapshot_xmax(s)::text as begun_below, e.*
    from now_running left join lateral (
      select seq, id, portfolio_id, customer_id, case_id, kind, v, occurred_at, actor_id, facts
      from event_log
      where seq > ${after.toString()}::bigint or seq = any(${missing.map(String)}::bigint[])
      order by seq limit ${limit}
    ) e on true
  `.execute(db);
  const [first] = rows;
  return {
    rows: rows.filter(({ seq }) => seq !== null),
    endedBelow: BigInt(first?.endedBelow ?? 0),
    begunBelow: BigInt(first?.begunBelow ?? 0),
  };
}

/** The newest number in the log: where a new reader starts. */
export async function lastSeq(db: Kysely<DB>): Promise<bigint> {
  const { rows } = await sql<{ seq: bigint | null }>`
    select max(seq) as seq from event_log
  `.execute(db);
  return rows[0]?.seq ?? 0n;
}
