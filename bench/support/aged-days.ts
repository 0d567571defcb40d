import { randomFillSync } from 'node:crypto';
import { sql } from 'kysely';
import { idMaker } from '#kernel/ids.ts';
import { connect } from '#storage/connect.ts';
import { testDatabase } from '#test/support/run/postgres.ts';
import type { App, Db } from '#usecases/app.ts';
import { agedBook } from './aged-book.ts';

/** A Monday: on the days after it the office works, so product and baseline open tasks alike. */
export const firstDay = '2026-11-16';

const tenantId = '00000000-0000-7000-8000-000000000001';

/** An aged book nobody has worked yet, over one connection. */
export async function freshAgedBook(size: number) {
  const database = await testDatabase();
  const { db, close } = connect(database.url, { poolSize: 1 });
  await agedBook(db, size, firstDay);
  const end = async () => {
    await close();
    await database.drop();
  };
  return { db, end };
}

/** As much of the program as a daily run asks for, in the morning of a day. */
export function appOn(db: Db, day: string): App {
  const clock = () => Date.parse(`${day}T15:00:00.000Z`);
  const newId = idMaker(clock, (bytes) => randomFillSync(bytes));
  return { db, clock, newId, tenantId, policies: new Map() } as unknown as App;
}

/** Both books must stand where the other stands, or the comparison is worth nothing. */
export async function sameResult(ours: Db, plain: Db): Promise<void> {
  const [mine, theirs] = [await standing(ours), await standing(plain)];
  if (mine !== theirs) throw new Error(`the two days differ:\n${mine}\n${theirs}`);
}

/** Cases, queue, ranks with their reasons, tasks, items, events and log of a book, as text. */
async function standing(db: Db): Promise<string> {
  const parts = [
    await sql`select state, step, next_action, count(*) as cases, sum(overdue_minor) as overdue
      from cases group by 1, 2, 3 order by 1, 2, 3`.execute(db),
    await sql`select priority, priority_tier, count(*) as cases, (select jsonb_agg(x order by x ->> 'code')
        from jsonb_array_elements(priority_why) x) as why
      from cases group by 1, 2, 4 order by 1, 2, 4`.execute(db),
    await sql`select state, priority, priority_tier, zone, count(*) as work_items
      from work_items group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db),
    await sql`select kind, facts ->> 'from' as was, facts ->> 'to' as became,
      facts ->> 'stepBefore' as step_before, count(*) as log_rows
      from event_log group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db),
    await sql`select count(*) as told from outbox`.execute(db),
    await sql`select kind, queue, done_at is not null as done, count(*) as tasks
      from tasks group by 1, 2, 3 order by 1, 2, 3`.execute(db),
    await sql`select count(*) filter (where entered_collection_on is not null) as entered,
      count(*) filter (where case_id is not null) as attached from items`.execute(db),
    await sql`select type, sub_reason, count(*) as events from key_events
      group by 1, 2 order by 1, 2`.execute(db),
  ];
  return JSON.stringify(
    parts.map(({ rows }) => rows),
    (_key, value: unknown) => (typeof value === 'bigint' ? value.toString() : value),
    1,
  );
}
