import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** Makes waiting work ready whose time has come, and ends leases nobody renewed. */
export async function releaseDueItems(db: Kysely<DB>, at: Instant, limit: number): Promise<number> {
  const returned = await returnLapsed(db, at, limit);
  return returned + (await promoteDue(db, at, limit));
}

/** Work whose lease ran out without a conversation goes back; answers how much did. */
async function returnLapsed(db: Kysely<DB>, at: Instant, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
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
    )
    update work_items w set lease_owner = null, lease_until = null,
      state = case when w.next_callable_at <= ${at}::timestamptz then 'ready' else 'waiting' end
    from forgotten f where w.customer_id = f.customer_id and w.id = f.id
  `.execute(db);
  return Number(numAffectedRows ?? 0n);
}

/** Work that waited for its time is ready; answers how much is. */
async function promoteDue(db: Kysely<DB>, at: Instant, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    with due as (
      select customer_id, id from work_items
      where state = 'waiting' and next_callable_at <= ${at}::timestamptz
      order by next_callable_at limit ${limit} for update skip locked
    )
    update work_items w set state = 'ready' from due
    where w.customer_id = due.customer_id and w.id = due.id
  `.execute(db);
  return Number(numAffectedRows ?? 0n);
}
