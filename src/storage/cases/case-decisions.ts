import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Happening } from '#domain/events/event.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { atOnce, hashOf, outboxRows } from '#storage/event-log.ts';
import { idFor, inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';
import type { Day } from './case-profiles.ts';

/** What becomes of every case with this key. The names are those of the statement that reads them. */
export type Decided = {
  readonly key: string;
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

/** How many cases decisions reached, and how many of them moved between states. */
export type Applied = {
  readonly touched: bigint;
  readonly moved: bigint;
  readonly tasks: bigint;
  /** Cases that somebody else wrote to since they were looked at: nothing was done to them. */
  readonly missed: readonly { readonly customerId: string; readonly caseId: string }[];
};

/** Who decided, when, and the seed of new ids. */
export type Signed = {
  readonly at: Instant;
  readonly actorId: string | null;
  readonly seed: string;
};

const columns = sql.raw(`x(key text, state text, moved boolean, close_reason text, before text,
  step text, step_count smallint, action text, action_on date, why jsonb, tone text, queue text,
  broken smallint, upper boolean, solve boolean, resolution text, ordinary boolean,
  cancel_notices boolean, cancel_pending boolean, tasks jsonb, ends text[], kind text, v smallint,
  facts jsonb)`);

/**
 * Carries decisions out for every case whose key they name, in one statement: place and clock, the
 * event with its link of the chain, work items, tasks, events, notices and callbacks. `rows` are
 * those of `lookAt`. A case that ends with another event than it did then is left alone.
 */
export async function applyDecisions(
  tx: Kysely<DB>,
  rows: RawBuilder<unknown>,
  scope: Scope,
  day: Day,
  decided: readonly Decided[],
  signed: Signed,
): Promise<Applied> {
  const at = sql`${signed.at}::timestamptz`;
  const today = sql`${day.today}::date`;
  const found = await sql<Applied>`
    with d as materialized (${decidedRows(rows, day, decided, signed)}),
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
        next_action_at = d.starts_at, next_action_why = d.why, judged_on = ${today},
        broken_promises = c.broken_promises + d.broken, priority_tier = c.priority_tier or d.upper,
        close_reason = d.close_reason,
        closed_at = case when d.close_reason is not null then ${at} end,
        last_hash = ${hashOf('d.last_hash', 'd', atOnce('d'))}
      from d
      where ${inScope(scope, 'c.customer_id')} and c.customer_id = d.customer_id
        and c.id = d.case_id and c.last_hash is not distinct from d.last_hash
      returning d.*, c.last_hash as hash
    ),
    logged as (
      insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v,
        occurred_at, recorded_at, actor_kind, actor_id, facts, previous_hash, hash)
      select id, tenant_id, portfolio_id, customer_id, case_id, kind, v, occurred_at,
        occurred_at, actor_kind, actor_id, facts, last_hash, hash
      from placed
      returning seq, customer_id
    ),
    told as (${outboxRows}),
    ${tasksOf(decided, scope, at, signed)}
    ${besides(decided, scope, at, today)}
    ${workItems(scope, at, signed)}
    select (select count(*) from placed) as touched,
      (select count(*) from placed where moved) as moved,
      (select count(*) from opened) as tasks,
      (select coalesce(jsonb_agg(jsonb_build_object('customerId', d.customer_id,
          'caseId', d.case_id)), '[]')
        from d left join placed p on p.customer_id = d.customer_id and p.case_id = d.case_id
        where p.case_id is null) as missed
  `.execute(tx);
  return found.rows[0] ?? { touched: 0n, moved: 0n, tasks: 0n, missed: [] };
}

/** Each case with what was decided for it, and its event as the chain hashes it. */
function decidedRows(
  rows: RawBuilder<unknown>,
  day: Day,
  decided: readonly Decided[],
  signed: Signed,
): RawBuilder<unknown> {
  // An action that stays on its day keeps the time of day it had.
  return sql`
    select ${idFor(signed.seed, sql`'event' || k.case_id`)} as id, k.customer_id, k.case_id,
      k.tenant_id, k.portfolio_id, k.last_hash, k.old_step, k.old_upper, k.old_priority,
      case when x.action_on = (k.old_at at time zone ${day.zone})::date then k.old_at
        else x.action_on::timestamp at time zone ${day.zone} end as starts_at,
      x.state, x.moved, x.close_reason, x.before, x.step, x.step_count, x.action, x.why, x.tone,
      x.queue, x.broken, x.upper, x.solve, x.resolution, x.ordinary, x.cancel_notices,
      x.cancel_pending, x.tasks, x.ends, x.kind, x.v, x.facts,
      ${signed.at}::timestamptz as occurred_at,
      ${signed.actorId === null ? 'system' : 'user'}::text as actor_kind,
      ${signed.actorId}::uuid as actor_id
    from (${rows}) k
    join jsonb_to_recordset(${JSON.stringify(decided)}::jsonb) as ${columns} on x.key = k.key`;
}

/** Ends the tasks that a move overtook, then opens those of the new step. */
function tasksOf(
  decided: readonly Decided[],
  scope: Scope,
  at: RawBuilder<unknown>,
  signed: Signed,
): RawBuilder<unknown> {
  const ending = sql`
    update tasks t set done_at = ${at}, outcome = 'overtaken'
    from placed d where d.moved and ${ofCase('t', scope)} and t.done_at is null and ${isOvertaken}
    returning 1`;
  const none = sql`select 1 where false`;
  const opening = sql`
    insert into tasks (customer_id, id, tenant_id, portfolio_id, case_id, kind, details,
      queue, due_on, opened_at)
    select d.customer_id, ${idFor(signed.seed, sql`'task' || d.case_id || n.kind`)}, d.tenant_id,
      d.portfolio_id, d.case_id, n.kind, n.details, n.queue, n.due_on, ${at}
    from placed d cross join lateral jsonb_to_recordset(d.tasks)
      as n(kind text, queue text, due_on date, details jsonb)
    left join tasks t on ${ofCase('t', scope)} and t.done_at is null and t.kind = n.kind
      and not ${isOvertaken}
    where jsonb_typeof(d.tasks) = 'array' and t.id is null
      and (select count(*) from overtaken) >= 0
    returning 1`;
  return sql`
    overtaken as (${decided.some(({ moved }) => moved) ? ending : none}),
    opened as (${decided.some(({ tasks }) => tasks !== null) ? opening : none}),`;
}

/** That a row belongs to a case of `d`, and where to look for it. */
function ofCase(alias: string, scope: Scope): RawBuilder<unknown> {
  return sql`${inScope(scope, `${alias}.customer_id`)}
    and ${sql.raw(`${alias}.customer_id = d.customer_id and ${alias}.case_id = d.case_id`)}`;
}

/** Key events, notices, callbacks and items around a case, where any decision asks for it. */
function besides(
  decided: readonly Decided[],
  scope: Scope,
  at: RawBuilder<unknown>,
  today: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const parts = [
    decided.some(({ solve, ordinary }) => solve || ordinary) && keyEvents(scope, at, today),
    decided.some((one) => one.cancel_notices) &&
      sql`unannounced as (
      update notices n set cancelled_at = ${at}
      from placed d where d.cancel_notices and ${ofCase('n', scope)} and n.cancelled_at is null),`,
    decided.some((one) => one.cancel_pending) &&
      sql`uncalled as (
      update callbacks b set done_at = ${at}, outcome = 'not-needed'
      from placed d where d.cancel_pending and ${ofCase('b', scope)} and b.done_at is null),`,
    decided.some((one) => one.close_reason !== null) &&
      sql`left_collection as (
      update items i set left_collection_on = ${today}
      from placed d where d.close_reason is not null and ${ofCase('i', scope)}
        and i.left_collection_on is null),`,
  ];
  return sql.join(
    parts.filter((part) => part !== false),
    sql` `,
  );
}

/** Tasks of the step a case left, and those that the move made pointless. */
const isOvertaken = sql`(d.moved and (t.details ? 'step' or t.kind = any(coalesce(d.ends, '{}'))))`;

/**
 * `solvedEvents` of the domain in SQL: all of a case that closes, else what payment ends. And its
 * protected events (`isProtected`), which are an ordinary debt from now on.
 */
function keyEvents(
  scope: Scope,
  at: RawBuilder<unknown>,
  today: RawBuilder<unknown>,
): RawBuilder<unknown> {
  const isSolved = sql`(d.solve and (e.type in ('B', 'D') or e.evidence ? 'ordinarySince'
    or e.evidence ? 'correctedOn' or d.ordinary or d.close_reason is not null))`;
  const turnsOrdinary = sql`(d.ordinary and not e.evidence ? 'ordinarySince'
    and (e.type in ('A', 'C') or e.type = 'B' and e.evidence ->> 'methodValid' = 'true'
      or e.sub_reason = 'not-received'))`;
  return sql`ended as (
    update key_events e set
      resolved_at = case when ${isSolved} then ${at} end,
      resolution = case when ${isSolved} then d.resolution else e.resolution end,
      evidence = case when ${turnsOrdinary}
        then e.evidence || jsonb_build_object('ordinarySince', ${today}) else e.evidence end
    from placed d where ${ofCase('e', scope)} and e.resolved_at is null
      and (${isSolved} or ${turnsOrdinary})),`;
}

/** A case has a live work item exactly while somebody is to call; a leased one stays leased. */
function workItems(scope: Scope, at: RawBuilder<unknown>, signed: Signed): RawBuilder<unknown> {
  return sql`
    kept_work as (
      update work_items w set
        state = case when d.action is distinct from 'call' then 'done'
          when w.state = 'leased' then 'leased'
          when d.starts_at <= ${at} then 'ready' else 'waiting' end,
        next_callable_at = case when d.action = 'call' then d.starts_at
          else w.next_callable_at end,
        priority_tier = d.old_upper or d.upper,
        lease_owner = case when d.action = 'call' then w.lease_owner end,
        lease_until = case when d.action = 'call' then w.lease_until end
      from placed d where ${ofCase('w', scope)} and w.state <> 'done'
        and d.action is distinct from 'callback'
      returning w.customer_id, w.case_id
    ),
    new_work as (
      insert into work_items (customer_id, id, tenant_id, case_id, portfolio_id, zone,
        state, priority_tier, priority, next_callable_at)
      select d.customer_id, ${idFor(signed.seed, sql`'work' || d.case_id`)}, d.tenant_id,
        d.case_id, d.portfolio_id, coalesce(u.confirmed_zone, p.zone, po.zone),
        case when d.starts_at <= ${at} then 'ready' else 'waiting' end, d.old_upper or d.upper,
        d.old_priority, d.starts_at
      from placed d
      join customers u on ${inScope(scope, 'u.id')} and u.id = d.customer_id
      join portfolios po on po.id = d.portfolio_id
      left join (
        select distinct on (p.customer_id) p.customer_id, p.zones[1] as zone
        from placed d join contact_points p on p.customer_id = d.customer_id
        where ${inScope(scope, 'p.customer_id')} and d.action = 'call'
          and p.kind in ('mobile', 'landline')
          and p.party_id is null and p.state in ('valid', 'unverified') and cardinality(p.zones) > 0
        order by p.customer_id, p.state = 'valid' desc, p.rank, p.id
      ) p on p.customer_id = d.customer_id
      left join kept_work k on k.customer_id = d.customer_id and k.case_id = d.case_id
      where d.action = 'call' and k.case_id is null
      returning portfolio_id, zone
    ),
    new_zones as (
      insert into queue_zones (portfolio_id, zone) select distinct portfolio_id, zone from new_work
      on conflict do nothing
    )`;
}
