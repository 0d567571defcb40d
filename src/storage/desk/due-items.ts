import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import { isLockTaken } from '#storage/retried.ts';
import type { DB } from '#storage/tables.ts';

/** Makes waiting work ready whose time has come, and ends leases nobody renewed. */
export async function releaseDueItems(db: Kysely<DB>, at: Instant, limit: number): Promise<number> {
  const returned = await returnLapsed(db, at, limit);
  return returned + (await promoteDue(db, at, limit));
}

/** Work whose lease ran out without a conversation goes back; answers how much did. */
async function returnLapsed(db: Kysely<DB>, at: Instant, limit: number): Promise<number> {
  const { rows } = await sql<{ customerId: string }>`
    select l.customer_id from customer_leases l where l.until <= ${at}::timestamptz
      and not exists (select 1 from conversations v where v.customer_id = l.customer_id
        and v.user_id = l.user_id and v.finished_at is null)
    union
    select w.customer_id from work_items w
    where w.state = 'leased' and w.lease_until <= ${at}::timestamptz
      and not exists (select 1 from conversations v where v.customer_id = w.customer_id
        and v.case_id = w.case_id and v.finished_at is null)
    limit ${limit}
  `.execute(db);
  let returned = 0;
  for (const { customerId } of rows) returned += await returnOf(db, customerId, at);
  return returned;
}

/** The same for one customer, whose work that somebody else holds locked is passed over. */
async function returnOf(db: Kysely<DB>, customerId: string, at: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    with lapsed as (
      delete from customer_leases l
      where l.customer_id = ${customerId}::uuid and l.until <= ${at}::timestamptz
        and not exists (select 1 from conversations v where v.customer_id = ${customerId}::uuid
          and v.user_id = l.user_id and v.finished_at is null)
    ), forgotten as (
      select w.id from work_items w
      where w.customer_id = ${customerId}::uuid
        and w.state = 'leased' and w.lease_until <= ${at}::timestamptz
        and not exists (select 1 from conversations v where v.customer_id = ${customerId}::uuid
          and v.case_id = w.case_id and v.finished_at is null)
      for update of w skip locked
    )
    update work_items w set lease_owner = null, lease_until = null,
      state = case when w.next_callable_at <= ${at}::timestamptz then 'ready' else 'waiting' end
    from forgotten f where w.customer_id = ${customerId}::uuid and w.id = f.id
  `.execute(db);
  return Number(numAffectedRows ?? 0n);
}

type Due = { readonly customerId: string; readonly id: string };

/** Work items made ready by one write: few enough that their locks are held briefly. */
const batchSize = 500;

/** Work that waited for its time is ready; answers how much is. */
async function promoteDue(db: Kysely<DB>, at: Instant, limit: number): Promise<number> {
  const { rows } = await sql<Due>`
    select customer_id, id from work_items
    where state = 'waiting' and next_callable_at <= ${at}::timestamptz
    order by next_callable_at limit ${limit}
  `.execute(db);
  let promoted = 0;
  for (let from = 0; from < rows.length; from += batchSize) {
    promoted += await promoteBatch(db, rows.slice(from, from + batchSize), at);
  }
  return promoted;
}

/**
 * One write for many customers. When it meets a lock that is not given up at once, it lets go of
 * all it holds, and these customers are promoted one after the other.
 */
async function promoteBatch(db: Kysely<DB>, due: readonly Due[], at: Instant): Promise<number> {
  try {
    return await db.transaction().execute(async (tx) => {
      // Far below the time after which the database looks for a deadlock and ends one side.
      await sql`set local lock_timeout = '50ms'`.execute(tx);
      const { numAffectedRows } = await sql`
        update work_items set state = 'ready'
        where customer_id = any(${due.map(({ customerId }) => customerId)}::uuid[])
          and id = any(${due.map(({ id }) => id)}::uuid[])
          and state = 'waiting' and next_callable_at <= ${at}::timestamptz
      `.execute(tx);
      return Number(numAffectedRows ?? 0n);
    });
  } catch (error) {
    if (!isLockTaken(error)) throw error;
  }
  let promoted = 0;
  for (const one of due) promoted += await promoteOne(db, one, at);
  return promoted;
}

/** One work item, left for the next turn while somebody else holds it locked. */
async function promoteOne(db: Kysely<DB>, { customerId, id }: Due, at: Instant): Promise<number> {
  const { numAffectedRows } = await sql`
    with due as (
      select id from work_items where customer_id = ${customerId}::uuid and id = ${id}::uuid
        and state = 'waiting' and next_callable_at <= ${at}::timestamptz
      for update skip locked
    )
    update work_items w set state = 'ready' from due
    where w.customer_id = ${customerId}::uuid and w.id = due.id
  `.execute(db);
  return Number(numAffectedRows ?? 0n);
}
