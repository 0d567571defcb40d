import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** Zones in which something is ready, and how the last cases handed out were shared. */
export type QueueOutlook = {
  readonly zones: readonly string[];
  readonly servedUpper: number;
  readonly servedNormal: number;
};

/** Cases handed out lately that the share of the upper group is counted over. */
const servedWindow = 40;

/** What a pop must know first: found by skipping through the index, whatever the queue's length. */
export async function queueOutlook(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
): Promise<QueueOutlook> {
  const { rows } = await sql<QueueOutlook>`
    with recursive groups as (
      select p.id as portfolio_id, g.upper from unnest(${[...portfolioIds]}::uuid[]) p(id)
      cross join (values (true), (false)) g(upper)
    ), zone_walk as (
      select g.portfolio_id, g.upper, (select min(w.zone) from work_items w where w.state = 'ready'
        and w.portfolio_id = g.portfolio_id and w.priority_tier = g.upper) as zone
      from groups g
      union all
      select s.portfolio_id, s.upper, (select min(w.zone) from work_items w where w.state = 'ready'
        and w.portfolio_id = s.portfolio_id and w.priority_tier = s.upper and w.zone > s.zone)
      from zone_walk s where s.zone is not null
    ), served as (
      select (facts->>'priorityTier')::boolean as upper from event_log
      where kind = 'case.taken' and portfolio_id = any(${[...portfolioIds]}::uuid[])
      order by occurred_at desc limit ${servedWindow}
    )
    select coalesce((select array_agg(distinct zone) from zone_walk where zone is not null), '{}') as zones,
      (select count(*) from served where upper)::int as served_upper,
      (select count(*) from served where not upper)::int as served_normal
  `.execute(db);
  return rows[0] ?? { zones: [], servedUpper: 0, servedNormal: 0 };
}

/** Leases one chosen case to an agent; false while another agent holds the customer. */
export async function leaseCase(
  tx: Kysely<DB>,
  wanted: { customerId: string; caseId: string; userId: string; at: Instant; until: Instant },
): Promise<boolean> {
  const { rows } = await sql`
    with leased as (
      insert into customer_leases as l (customer_id, user_id, case_id, until)
      values (${wanted.customerId}::uuid, ${wanted.userId}::uuid, ${wanted.caseId}::uuid,
        ${wanted.until}::timestamptz)
      on conflict (customer_id) do update
        set user_id = excluded.user_id, case_id = excluded.case_id, until = excluded.until
        where l.until <= ${wanted.at}::timestamptz or l.user_id = excluded.user_id
      returning customer_id
    ), taken as (
      update work_items w set state = 'leased', lease_owner = ${wanted.userId}::uuid,
        lease_until = ${wanted.until}::timestamptz
      from leased
      where w.customer_id = leased.customer_id
        and w.case_id = ${wanted.caseId}::uuid and w.state <> 'done'
    )
    select 1 from leased
  `.execute(tx);
  return rows.length === 1;
}

/**
 * Gives a case back: the lease ends, its work item waits until its time (or `again`, when given),
 * and the case says the same time.
 */
export async function releaseLease(
  tx: Kysely<DB>,
  back: { customerId: string; caseId: string; userId: string; at: Instant; again: Instant | null },
): Promise<void> {
  await sql`
    with unleased as (
      delete from customer_leases
      where customer_id = ${back.customerId}::uuid and user_id = ${back.userId}::uuid
    ), clocked as (
      update cases set next_action_at = greatest(next_action_at, ${back.again}::timestamptz)
      where ${back.again}::timestamptz is not null and customer_id = ${back.customerId}::uuid
        and id = ${back.caseId}::uuid and closed_at is null and next_action is not null
    )
    update work_items set
      next_callable_at = coalesce(${back.again}::timestamptz, next_callable_at),
      state = case when coalesce(${back.again}::timestamptz, next_callable_at)
        <= ${back.at}::timestamptz then 'ready' else 'waiting' end,
      lease_owner = null, lease_until = null
    where customer_id = ${back.customerId}::uuid
      and case_id = ${back.caseId}::uuid and state = 'leased'
  `.execute(tx);
}

/** Makes waiting work ready whose time has come, and ends leases nobody renewed. */
export async function releaseDueItems(db: Kysely<DB>, at: Instant, limit: number): Promise<number> {
  const { rows } = await sql<{ turned: number }>`
    with lapsed as (
      delete from customer_leases l where l.until <= ${at}::timestamptz
        and not exists (select 1 from conversations v where v.user_id = l.user_id
          and v.customer_id = l.customer_id and v.finished_at is null)
    ), forgotten as (
      select w.customer_id, w.id from work_items w
      where w.state = 'leased' and w.lease_until <= ${at}::timestamptz
        and not exists (select 1 from conversations v where v.customer_id = w.customer_id
          and v.case_id = w.case_id and v.finished_at is null)
      limit ${limit} for update of w skip locked
    ), returned as (
      update work_items w set lease_owner = null, lease_until = null,
        state = case when w.next_callable_at <= ${at}::timestamptz then 'ready' else 'waiting' end
      from forgotten f where w.customer_id = f.customer_id and w.id = f.id
      returning 1
    ), due as (
      select customer_id, id from work_items
      where state = 'waiting' and next_callable_at <= ${at}::timestamptz
      order by next_callable_at limit ${limit} for update skip locked
    ), promoted as (
      update work_items w set state = 'ready' from due
      where w.customer_id = due.customer_id and w.id = due.id returning 1
    )
    select ((select count(*) from returned) + (select count(*) from promoted))::int as turned
  `.execute(db);
  return rows[0]?.turned ?? 0;
}
