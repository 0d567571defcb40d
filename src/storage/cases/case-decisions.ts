import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Happening } from '#domain/events/event.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { hashOf, outboxRows } from '#storage/event-log.ts';
import { idFor } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';
import type { Day } from './case-profiles.ts';

/** What becomes of every case with this profile. Keys are those of the statement that reads them. */
export type Decided = {
  readonly profile: string;
  readonly state: string;
  readonly moved: boolean;
  readonly close_reason: string | null;
  /** The state a reversed payment would restore. */
  readonly before: string | null;
  readonly step: string;
  readonly step_count: number;
  readonly action: string | null;
  readonly action_on: LocalDate | null;
  readonly why: unknown;
  readonly tone: string;
  readonly queue: string | null;
  readonly broken: number;
  readonly upper: boolean;
  readonly solve: boolean;
  /** The trigger that ended key events, as their resolution. */
  readonly resolution: string | null;
  readonly ordinary: boolean;
  readonly cancel_notices: boolean;
  readonly cancel_pending: boolean;
  /** The tasks to open; null for none. */
  readonly tasks:
    | readonly {
        readonly kind: string;
        readonly queue: string;
        readonly due_on: LocalDate;
        readonly details: unknown;
      }[]
    | null;
  /** Kinds of open tasks that are pointless now; null for none. */
  readonly ends: readonly string[] | null;
} & Happening;

/** How many cases a decision reached, and how many of them moved between states. */
export type Applied = { readonly touched: bigint; readonly moved: bigint; readonly tasks: bigint };

/** Who decided, when, and the seed of new ids. */
export type Signed = {
  readonly at: Instant;
  readonly actorId: string | null;
  readonly seed: string;
};

const columns = sql.raw(`x(profile text, state text, moved boolean, close_reason text, before text,
  step text, step_count smallint, action text, action_on date, why jsonb, tone text, queue text,
  broken smallint, upper boolean, solve boolean, resolution text, ordinary boolean,
  cancel_notices boolean, cancel_pending boolean, tasks jsonb, ends text[], kind text, v smallint,
  facts jsonb)`);

/**
 * Carries decisions out for every case whose profile they name, in one statement: place and clock,
 * the event with its link of the chain, work items, tasks, events, notices and callbacks. `rows` are
 * those of `lookAt`: a case whose profile changed before it was locked is left alone.
 */
export async function applyDecisions(
  tx: Kysely<DB>,
  rows: RawBuilder<unknown>,
  day: Day,
  decided: readonly Decided[],
  signed: Signed,
): Promise<Applied> {
  const at = sql`${signed.at}::timestamptz`;
  const today = sql`${day.today}::date`;
  // An action that stays on its day keeps the time of day it had.
  const startsAt = sql`(case when d.action_on = (d.old_at at time zone ${day.zone})::date
    then d.old_at else d.action_on::timestamp at time zone ${day.zone} end)`;
  const found = await sql<Applied>`
    with looked as materialized (${rows}),
    d as materialized (
      select looked.*, x.state, x.moved, x.close_reason, x.before, x.step, x.step_count, x.action,
        x.action_on, x.why, x.tone, x.queue, x.broken, x.upper, x.solve, x.resolution, x.ordinary,
        x.cancel_notices, x.cancel_pending, x.tasks, x.ends, x.kind, x.v, x.facts
      from looked join jsonb_to_recordset(${JSON.stringify(decided)}::jsonb) as ${columns}
        on x.profile = looked.profile
    ),
    logged as (${eventsOf(signed)}),
    told as (${outboxRows}),
    placed as (
      update cases c set
        state = d.state,
        state_since = case when d.moved then ${at} else c.state_since end,
        state_before = coalesce(d.before, c.state_before),
        step = d.step,
        step_on = case when d.moved or d.step <> d.old_step then ${today} else c.step_on end,
        step_count = d.step_count, tone = d.tone,
        queue = case when c.owner_id is not null and d.queue in ('agents', 'system') then null
          else d.queue end,
        owner_id = case when c.owner_id is not null and d.queue in ('agents', 'system')
          then c.owner_id end,
        next_action = d.action,
        next_action_at = ${startsAt}, next_action_why = d.why, judged_on = ${today},
        broken_promises = c.broken_promises + d.broken, priority_tier = c.priority_tier or d.upper,
        close_reason = d.close_reason,
        closed_at = case when d.close_reason is not null then ${at} end,
        last_hash = logged.hash
      from d join logged on logged.customer_id = d.customer_id and logged.case_id = d.id
      where c.customer_id = d.customer_id and c.id = d.id
    ),
    opened as (
      insert into tasks (customer_id, id, tenant_id, portfolio_id, case_id, kind, details,
        queue, due_on, opened_at)
      select d.customer_id, ${idFor(signed.seed, sql`'task' || d.id || n.kind`)}, d.tenant_id,
        d.portfolio_id, d.id, n.kind, n.details, n.queue, n.due_on, ${at}
      from d cross join lateral jsonb_to_recordset(d.tasks)
        as n(kind text, queue text, due_on date, details jsonb)
      where jsonb_typeof(d.tasks) = 'array' and not exists (
        select 1 from tasks t where t.customer_id = d.customer_id and t.case_id = d.id
          and t.done_at is null and t.kind = n.kind and not ${isOvertaken})
      returning 1
    ),
    ${besides(decided, at, today)}
    ${workItems(at, startsAt, signed)}
    select (select count(*) from d) as touched, (select count(*) from d where moved) as moved,
      (select count(*) from opened) as tasks
  `.execute(tx);
  return found.rows[0] ?? { touched: 0n, moved: 0n, tasks: 0n };
}

function eventsOf(signed: Signed): RawBuilder<unknown> {
  const at = sql`${signed.at}::timestamptz`;
  return sql`
    insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v,
      occurred_at, recorded_at, actor_kind, actor_id, facts, previous_hash, hash)
    select n.id, n.tenant_id, n.portfolio_id, n.customer_id, n.case_id, n.kind, n.v,
      n.occurred_at, n.occurred_at, n.actor_kind, n.actor_id, n.facts, n.last_hash, ${hashOf('n.last_hash', 'n')}
    from (
      select ${idFor(signed.seed, sql`'event' || d.id`)} as id, d.tenant_id, d.portfolio_id,
        d.customer_id, d.id as case_id, d.kind, d.v, ${at} as occurred_at,
        ${signed.actorId === null ? 'system' : 'user'}::text as actor_kind,
        ${signed.actorId}::uuid as actor_id, d.facts, d.last_hash
      from d
    ) n
    returning seq, customer_id, case_id, hash`;
}

/** Key events, notices, callbacks, tasks and items around a case, where any decision asks for it. */
function besides(
  decided: readonly Decided[],
  at: RawBuilder<unknown>,
  today: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const parts = [
    decided.some(({ solve }) => solve) && solvedEvents(at),
    decided.some(({ ordinary }) => ordinary) && ordinaryEvents(today),
    decided.some((one) => one.cancel_notices) &&
      sql`unannounced as (
      update notices n set cancelled_at = ${at}
      from d where d.cancel_notices and n.customer_id = d.customer_id and n.case_id = d.id
        and n.cancelled_at is null),`,
    decided.some((one) => one.cancel_pending) &&
      sql`uncalled as (
      update callbacks b set done_at = ${at}, outcome = 'not-needed'
      from d where d.cancel_pending and b.customer_id = d.customer_id and b.case_id = d.id
        and b.done_at is null),`,
    decided.some(({ moved }) => moved) &&
      sql`overtaken as (
      update tasks t set done_at = ${at}, outcome = 'overtaken'
      from d where d.moved and t.customer_id = d.customer_id and t.case_id = d.id
        and t.done_at is null and ${isOvertaken}),`,
    decided.some((one) => one.close_reason !== null) &&
      sql`left_collection as (
      update items i set left_collection_on = ${today}
      from d where d.close_reason is not null and i.customer_id = d.customer_id
        and i.case_id = d.id and i.left_collection_on is null),`,
  ];
  return sql.join(
    parts.filter((part) => part !== false),
    sql` `,
  );
}

/** Tasks of the step a case left, and those that the move made pointless. */
const isOvertaken = sql`(d.moved and (t.details ? 'step' or t.kind = any(coalesce(d.ends, '{}'))))`;

/** \`solvedEvents\` of the domain in SQL: all of a case that closes, else what payment ends. */
function solvedEvents(at: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`solved as (
    update key_events e set resolved_at = ${at}, resolution = d.resolution
    from d where d.solve and e.customer_id = d.customer_id and e.case_id = d.id
      and e.resolved_at is null and (e.type in ('B', 'D') or e.evidence ? 'ordinarySince'
        or e.evidence ? 'correctedOn' or d.ordinary or d.close_reason is not null)),`;
}

/** The protected events of the domain (\`isProtected\`) in SQL. */
function ordinaryEvents(today: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`ordinary as (
    update key_events e set evidence = e.evidence || jsonb_build_object('ordinarySince', ${today})
    from d where d.ordinary and e.customer_id = d.customer_id and e.case_id = d.id
      and e.resolved_at is null and not e.evidence ? 'ordinarySince' and (e.type in ('A', 'C')
        or e.type = 'B' and e.evidence ->> 'methodValid' = 'true'
        or e.sub_reason = 'not-received')),`;
}

/** A case has a live work item exactly while somebody is to call; a leased one stays leased. */
function workItems(
  at: RawBuilder<unknown>,
  startsAt: RawBuilder<unknown>,
  signed: Signed,
): RawBuilder<unknown> {
  return sql`
    kept_work as (
      update work_items w set
        state = case when d.action is distinct from 'call' then 'done'
          when w.state = 'leased' then 'leased'
          when ${startsAt} <= ${at} then 'ready' else 'waiting' end,
        next_callable_at = case when d.action = 'call' then ${startsAt} else w.next_callable_at end,
        priority_tier = d.old_upper or d.upper,
        lease_owner = case when d.action = 'call' then w.lease_owner end,
        lease_until = case when d.action = 'call' then w.lease_until end
      from d where w.customer_id = d.customer_id and w.case_id = d.id and w.state <> 'done'
        and d.action is distinct from 'callback'
    ),
    new_work as (
      insert into work_items (customer_id, id, tenant_id, case_id, portfolio_id, zone,
        state, priority_tier, priority, next_callable_at)
      select d.customer_id, ${idFor(signed.seed, sql`'work' || d.id`)}, d.tenant_id, d.id,
        d.portfolio_id, coalesce(u.confirmed_zone, p.zone, po.zone),
        case when ${startsAt} <= ${at} then 'ready' else 'waiting' end, d.old_upper or d.upper,
        d.old_priority, ${startsAt}
      from d
      join customers u on u.id = d.customer_id
      join portfolios po on po.id = d.portfolio_id
      left join lateral (
        select p.zones[1] as zone from contact_points p
        where p.customer_id = d.customer_id and p.kind in ('mobile', 'landline')
          and p.state in ('valid', 'unverified') and cardinality(p.zones) > 0
        order by p.state = 'valid' desc, p.rank, p.id limit 1
      ) p on true
      where d.action = 'call' and not exists (select 1 from work_items w
        where w.customer_id = d.customer_id and w.case_id = d.id and w.state <> 'done')
      returning portfolio_id, zone
    ),
    new_zones as (
      insert into queue_zones (portfolio_id, zone) select distinct portfolio_id, zone from new_work
      on conflict do nothing
    )`;
}
