import { type Kysely, sql } from 'kysely';
import { actorKindOf, eventJson, type LoggedEvent } from '#domain/events/event.ts';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from './tables.ts';

/** What events of no customer carry in place of one, since the log is kept by customer. */
export const noCustomer = '00000000-0000-0000-0000-000000000000';

/**
 * SQL: the part of a statement that tells the outbox of the events which its part `logged` wrote;
 * that part returns `seq` and `customer_id`. Whoever follows the log hears of no other events.
 */
export const toldOutboxText =
  'insert into outbox (seq, customer_id) select seq, customer_id from logged';

/** The same for a statement that is put together. */
export const outboxRows = sql.raw(toldOutboxText);

/** SQL of the times of an event where its row does not have them as columns. */
type EventTimes = {
  /** When it was told; null leaves it out of the text. */
  readonly receivedAt?: string;
  readonly recordedAt?: string;
};

/** An event that is told and recorded when it happens. */
export const atOnce = (alias: string): EventTimes => ({ recordedAt: `${alias}.occurred_at` });

/** The times of an event as the log has them. */
export const asKept = (alias: string): EventTimes => ({ receivedAt: `${alias}.received_at` });

/**
 * What a link of the chain is the hash of: SHA-256 over the hash before it and the event as text, with
 * whose it is. One expression, so that single and set-based appends and the check write the same.
 */
export const eventHashText = (
  previous: string,
  alias: string,
  { receivedAt = 'null::timestamptz', recordedAt = `${alias}.recorded_at` }: EventTimes,
) => `sha256(coalesce(${previous}, ''::bytea) || convert_to(concat_ws('|', ${alias}.id,
    ${alias}.tenant_id, coalesce(${alias}.portfolio_id::text, '-'),
    coalesce(${alias}.customer_id, '${noCustomer}'), coalesce(${alias}.case_id::text, '-'),
    ${alias}.kind, ${alias}.v, (extract(epoch from ${alias}.occurred_at) * 1000)::bigint,
    (extract(epoch from ${recordedAt}) * 1000)::bigint,
    ${alias}.actor_kind, ${alias}.actor_id, ${alias}.facts::text,
    'received ' || (extract(epoch from ${receivedAt}) * 1000)::bigint), 'UTF8'))`;

/** The same for a statement that is put together. */
export const hashOf = (previous: string, alias: string, times: EventTimes) =>
  sql.raw(eventHashText(previous, alias, times));

/** Columns of an event of a case as values, to stand before `eventInsert` as `e`. */
export const eventValues = `
  select :eventId::uuid as id, :tenantId::uuid as tenant_id, :portfolioId::uuid as portfolio_id,
    :customerId::uuid as customer_id, :caseId::uuid as case_id, :eventKind::text as kind,
    :eventVersion::smallint as v, :eventAt::timestamptz as occurred_at,
    :actorKind::text as actor_kind, :actorId::uuid as actor_id, :eventFacts::jsonb as facts`;

/** Writes the event `e` behind the one with the hash `:previousEvent`; answers its hash. */
export const eventInsert = `
  insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v, occurred_at,
    recorded_at, actor_kind, actor_id, facts, previous_hash, hash)
  select e.id, e.tenant_id, e.portfolio_id, e.customer_id, e.case_id, e.kind, e.v, e.occurred_at,
    e.occurred_at, e.actor_kind, e.actor_id, e.facts, :previousEvent::bytea,
    ${eventHashText(':previousEvent::bytea', 'e', atOnce('e'))}
  from e returning seq, customer_id, hash`;

/** The values of `eventValues` and `eventInsert` that are the event's own. */
export function eventParameters(event: LoggedEvent) {
  return {
    eventId: event.id,
    eventKind: event.kind,
    eventVersion: event.v,
    eventAt: event.occurredAt,
    actorKind: actorKindOf(event),
    actorId: event.actorId,
    eventFacts: eventJson(event.facts),
  };
}

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
        ${event.portfolioId}::uuid as portfolio_id,
        ${event.customerId ?? noCustomer}::uuid as customer_id,
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
    ), logged as (
      insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v,
        occurred_at, recorded_at, received_at, actor_kind, actor_id, facts, previous_hash, hash)
      select n.id, n.tenant_id, n.portfolio_id, n.customer_id, n.case_id, n.kind, n.v,
        n.occurred_at, n.recorded_at, n.received_at, n.actor_kind, n.actor_id, n.facts,
        chain.last_hash,
        ${hashOf('chain.last_hash', 'n', asKept('n'))}
      from new_event n left join chain on true
      returning seq, customer_id, hash
    ), told as (${outboxRows})
    update cases set last_hash = (select hash from logged)
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
 * The events after a number that the outbox still holds, oldest first, and those of the numbers in
 * `missing` that have appeared. A number is taken before its transaction commits, so a slow one
 * leaves a gap that fills later.
 */
export async function lookAtLog(
  db: Kysely<DB>,
  after: bigint,
  missing: readonly bigint[],
  limit: number,
): Promise<LogLook> {
  const { rows } = await sql<{
    seq: bigint | null;
    customerId: string | null;
    endedBelow: string;
    begunBelow: string;
  }>`
    with now_running as materialized (select pg_current_snapshot() as s)
    select pg_snapshot_xmin(s)::text as ended_below, pg_snapshot_xmax(s)::text as begun_below, o.*
    from now_running left join lateral (
      select seq, customer_id from outbox
      where seq > ${after.toString()}::bigint or seq = any(${missing.map(String)}::bigint[])
      order by seq limit ${limit}
    ) o on true
  `.execute(db);
  const [first] = rows;
  const found = rows.flatMap(({ seq, customerId }) =>
    seq === null || customerId === null ? [] : [{ seq, customerId }],
  );
  return {
    rows: found.length === 0 ? [] : await readEvents(db, found),
    endedBelow: BigInt(first?.endedBelow ?? 0),
    begunBelow: BigInt(first?.begunBelow ?? 0),
  };
}

async function readEvents(
  db: Kysely<DB>,
  places: readonly { readonly customerId: string; readonly seq: bigint }[],
): Promise<readonly LogRow[]> {
  const { rows } = await sql<LogRow>`
    select e.seq, e.id, e.portfolio_id, nullif(e.customer_id, ${noCustomer}::uuid) as customer_id,
      e.case_id, e.kind, e.v, e.occurred_at, e.actor_id, e.facts
    from unnest(${places.map(({ customerId }) => customerId)}::uuid[],
      ${places.map(({ seq }) => seq.toString())}::bigint[]) as o(customer_id, seq)
    join event_log e on e.customer_id = o.customer_id and e.seq = o.seq
    order by e.seq
  `.execute(db);
  return rows;
}

/** The newest number in the log: where a new reader starts. */
export async function lastSeq(db: Kysely<DB>): Promise<bigint> {
  const { rows } = await sql<{ seq: bigint | null }>`
    select coalesce((select max(seq) from outbox),
      (select last_value from event_log_seq_seq where is_called)) as seq
  `.execute(db);
  return rows[0]?.seq ?? 0n;
}

/**
 * Empties the outbox of the events of transactions below a number, which every reader has seen, and
 * keeps the number below which they lay. Answers the number below which all transactions have ended now.
 */
export async function emptyOutbox(db: Kysely<DB>, endedBelow: bigint): Promise<bigint> {
  const { rows } = await sql<{ endedBelow: string }>`
    with emptied as (delete from outbox where xid < ${endedBelow.toString()}::xid8 returning seq),
    kept as (
      update outbox_emptied set below_seq = greatest(below_seq, (select max(seq) + 1 from emptied))
      where exists (select 1 from emptied)
    )
    select pg_snapshot_xmin(pg_current_snapshot())::text as ended_below
  `.execute(db);
  return BigInt(rows[0]?.endedBelow ?? 0);
}

/** Whether the outbox still holds every event after a number. */
export async function holdsAllAfter(db: Kysely<DB>, seq: bigint): Promise<boolean> {
  const { rows } = await sql<{ belowSeq: bigint }>`select below_seq from outbox_emptied`.execute(
    db,
  );
  return seq >= (rows[0]?.belowSeq ?? 0n);
}
