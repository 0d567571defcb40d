import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** What counts under every rule here: it may have reached the person. */
const reached = `direction = 'outbound' and state <> 'refused'
  and coalesce(result, '') not in ('busy', 'not_in_service', 'network_failure', 'undelivered')`;

/** Calls of either kind, in the words of the federal rule. */
const calls = `('phone_call', 'ringless_voicemail')`;

/** A limit that was passed: by whom, on which day of theirs, how often. */
export type Passed = {
  readonly what: string;
  readonly customerId: string;
  readonly day: string;
  readonly count: number;
};

/**
 * Counts over the bare table of attempts, by nothing of the gate: seven calls in seven local dates
 * for each debt (12 CFR 1006.14(b)(2)), three attempts in New York City, ordinary mail apart (6 RCNY
 * 5-77(b)(1)(iii)), and two calls or texts in Massachusetts.
 */
export async function beyondLimits(db: Kysely<DB>): Promise<readonly Passed[]> {
  const { rows } = await sql<Passed>`
    with counted as (
      select t.customer_id, t.channel, t.in_response_to, unnest(t.debts) as debt, c.region,
        (t.attempted_at at time zone 'America/New_York')::date as day
      from attempts t join customers c on c.id = t.customer_id
      where ${sql.raw(reached)}
    ), limits(what, region, channels, most) as (
      values ('federal', null, array['phone_call', 'ringless_voicemail'], 7),
        ('new-york', 'NY', array['phone_call', 'ringless_voicemail', 'sms', 'email', 'visit'], 3),
        ('massachusetts', 'MA', array['phone_call', 'ringless_voicemail', 'sms'], 2)
    )
    select l.what, a.customer_id, a.day::text as day, count(*)::int as count
    from limits l
    join (select distinct customer_id, debt, day, region from counted) a
      on l.region is null or l.region = a.region
    join counted b on b.customer_id = a.customer_id and b.debt = a.debt
      and b.day between a.day and a.day + 6 and b.channel = any(l.channels)
      and (l.what <> 'new-york' or b.in_response_to is null)
    group by l.what, l.most, a.customer_id, a.debt, a.day
    having count(*) > l.most
  `.execute(db);
  return rows;
}

/**
 * Calls let go within seven local dates of a conversation about the debt, the day of the
 * conversation included, by the order in which the log has them.
 */
export async function conversationTooSoon(db: Kysely<DB>): Promise<readonly unknown[]> {
  const { rows } = await sql`
    with talks as (
      select t.id, t.customer_id, t.debts, e.seq,
        (t.attempted_at at time zone 'America/New_York')::date as day
      from attempts t join event_log e on e.kind = 'contact.ended'
        and e.facts ->> 'attemptId' = t.id::text
      where t.result = 'conversation' and t.channel in ${sql.raw(calls)}
    )
    select t.id, a.id as too_soon from talks t
    join attempts a on a.customer_id = t.customer_id and a.debts && t.debts and a.id <> t.id
    join event_log e on e.kind = 'contact.released' and e.facts ->> 'attemptId' = a.id::text
    where a.direction = 'outbound' and a.channel in ${sql.raw(calls)} and a.state <> 'refused'
      and e.seq > t.seq
      and (a.attempted_at at time zone 'America/New_York')::date < t.day + 7
  `.execute(db);
  return rows;
}

/** Messages that were answered more than once, of people who stopped messages. */
export async function doubledReplies(db: Kysely<DB>): Promise<readonly unknown[]> {
  const { rows } = await sql`
    select in_response_to, count(*)::int as count from attempts
    where in_response_to is not null and direction = 'outbound' and state <> 'refused'
      and customer_id in (select customer_id from preferences where kind = 'opt_out_medium')
    group by in_response_to having count(*) > 1
  `.execute(db);
  return rows;
}
