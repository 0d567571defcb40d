import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';
import { anyOf, type Scope, within } from './rows.ts';
import { isVerified } from './sides.ts';

/** Attempts in one hour of the customers’ day on one channel, and what came of them. */
export type HourSum = {
  readonly channel: string;
  readonly localHour: number;
  readonly attempts: bigint;
  readonly reached: bigint;
  readonly verified: bigint;
};

/** Attempts that left, by channel and the customer’s local hour. */
export async function contactHours(db: Kysely<DB>, scope: Scope): Promise<readonly HourSum[]> {
  const { rows } = await sql<HourSum>`
    select t.channel, t.local_hour, count(*) as attempts,
      count(*) filter (where c.reached) as reached, count(*) filter (where c.verified) as verified
    from attempts t join portfolios p on p.id = t.portfolio_id
    left join lateral (
      select bool_or(c.answered_by = 'person') as reached, bool_or(${isVerified}) as verified
      from conversations c
      where c.customer_id = t.customer_id and (c.attempt_id = t.id or c.id = t.conversation_id)
    ) c on true
    where p.id = ${anyOf(scope.portfolioIds)} and t.direction = 'outbound'
      and t.released_at is not null and ${within(sql`t.attempted_at`, scope)}
    group by t.channel, t.local_hour order by t.channel, t.local_hour
  `.execute(db);
  return rows;
}
