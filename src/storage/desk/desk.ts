import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import { hotStatement, runOn } from '#storage/hot-path.ts';
import type { DB } from '#storage/tables.ts';

/** Zones in which there is or was work, and how the last cases handed out were shared. */
export type QueueOutlook = {
  readonly zones: readonly string[];
  readonly servedUpper: number;
  readonly servedNormal: number;
};

/** Cases handed out lately that the share of the priority tier is counted over. */
const servedWindow = 40;

const outlookStatement = hotStatement<QueueOutlook>(
  'queue-outlook',
  `with served as (
    select (facts->>'priorityTier')::boolean as upper from event_log
    where kind = 'case.taken' and portfolio_id = any(:portfolioIds::uuid[])
    order by occurred_at desc limit ${servedWindow}
  )
  select array(select distinct zone from queue_zones
      where portfolio_id = any(:portfolioIds::uuid[])) as zones,
    (select count(*) from served where upper)::int as "servedUpper",
    (select count(*) from served where not upper)::int as "servedNormal"`,
);

/** What must be known before a case is handed out, whatever the length of the queue. */
export async function queueOutlook(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
): Promise<QueueOutlook> {
  const [outlook] = await runOn(db)(outlookStatement, { portfolioIds: [...portfolioIds] });
  return outlook ?? { zones: [], servedUpper: 0, servedNormal: 0 };
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
