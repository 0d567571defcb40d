import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';
import type { Merge } from './import-checks.ts';

/**
 * Notes that a file told of items again today. Those that a file told of within the last `withinDays` are
 * left as they are, so that a book that comes every day is not written anew every day.
 */
export async function noteRefreshed({ tx, today }: Merge, withinDays: number): Promise<void> {
  await sql`update items t set refreshed_on = ${today}::date from import_items i
    where i.known and t.customer_id = i.customer_id and t.id = i.item_id
      and (t.refreshed_on is null or t.refreshed_on < ${today}::date - ${withinDays}::int)`.execute(
    tx,
  );
}

/** Items last told of on the day of the import were last told of by an earlier one that stands. */
export async function forgetRefresh(tx: Kysely<DB>, importId: string): Promise<void> {
  const day = (of: string) => sql`(${sql.ref(`${of}.ended_at`)} at time zone p.zone)::date`;
  await sql`update items t set refreshed_on = coalesce(e.day, t.created_at::date)
    from imports m join portfolios p on p.id = m.portfolio_id
    left join lateral (select max(${day('o')}) as day from imports o
      where o.portfolio_id = m.portfolio_id and o.kind = 'book' and o.state = 'done'
        and not o.dry_run and o.id <> m.id and ${day('o')} <= ${day('m')}) e on true
    where m.id = ${importId}::uuid and t.portfolio_id = m.portfolio_id
      and t.refreshed_on = ${day('m')}`.execute(tx);
}
