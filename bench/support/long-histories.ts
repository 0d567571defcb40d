import { sql } from 'kysely';
import { tenantId } from '#boot/open-app.ts';
import type { Db } from '#usecases/app.ts';
import { bigQueue } from './big-queue.ts';

/** Days before `at` at which the newest and the oldest attempt of a history lie. */
const newestDays = 20;
const oldestDays = 390;

/** So many people who have so many prior attempts each. */
export type History = { readonly people: number; readonly attemptsEach: number };

/**
 * Cases of which the first have histories, one after the other: attempts spread over the last 390
 * days but the last twenty, so that a call now is permitted. The others were never called.
 */
export async function longHistories(
  db: Db,
  cases: number,
  histories: readonly History[],
  at: string,
): Promise<void> {
  await bigQueue(db, cases, at);
  let from = 1;
  for (const history of histories) {
    await addHistory(db, from, history, at);
    from += history.people;
  }
  await sql`vacuum analyze`.execute(db);
}

async function addHistory(
  db: Db,
  from: number,
  { people, attemptsEach }: History,
  at: string,
): Promise<void> {
  const id = (letter: string) => `md5('${letter}' || g)::uuid`;
  const agoDays = `${newestDays} + n * ${(oldestDays - newestDays) / attemptsEach}`;
  await sql
    .raw(`insert into attempts (customer_id, id, tenant_id, case_id, portfolio_id, channel,
        direction, contact_point_id, debts, conversation_debts, state, result, zone, local_day,
        local_hour, attempted_at, collector)
      select ${id('u')}, gen_random_uuid(), '${tenantId}', ${id('c')}, k.portfolio_id,
        case when n % 5 = 4 then 'email' else 'phone_call' end,
        case when n % 9 = 8 then 'inbound' else 'outbound' end, ${id('p')}, array[${id('a')}],
        case when n % 6 = 5 then array[${id('a')}] else '{}' end, 'ended',
        case when n % 6 = 5 then 'conversation' else 'no_answer' end, 'America/New_York',
        t::date, 10, t, '${tenantId}'
      from generate_series(${from}, ${from + people - 1}) g join cases k on k.customer_id = ${id('u')}
      cross join generate_series(0, ${attemptsEach - 1}) n
      cross join lateral (select timestamptz '${at}' - make_interval(secs => 86400 * (${agoDays})) as t) t`)
    .execute(db);
}
