import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate, Zone } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { effect, onDebt } from './money.ts';
import { anyOf, type Scope, type Sql } from './rows.ts';
import { handleMs, isAgreed, isVerified, wasReached, wasVerified } from './sides.ts';

/** Days counted again each time, should something have changed them that ought not to. */
const redoneDays = 7;

/** The side under which each day's change of the debt is kept. */
const debtSide = 'debt';

/** A portfolio whose days are to be counted, and up to which day and which postings. */
export type ToCount = {
  readonly portfolioId: string;
  readonly zone: Zone;
  readonly upTo: LocalDate;
  readonly recordedBefore: Instant;
};

/**
 * Counts the whole days of a portfolio that are not counted yet, up to the day before the oldest call
 * that is not finished: what is counted does not change any more.
 */
export async function countDays(tx: Kysely<DB>, wanted: ToCount): Promise<void> {
  const { portfolioId, zone, recordedBefore } = wanted;
  const { rows } = await sql<{ fromDay: LocalDate; upTo: LocalDate }>`
    select coalesce((select f.counted_to - ${redoneDays}::integer from figures_counted f
        where f.portfolio_id = ${portfolioId}::uuid and f.zone = ${zone} for update),
        '0001-01-01'::date) as from_day,
      least(${wanted.upTo}::date, (select min((c.began_at at time zone ${zone})::date) - 2
        from conversations c where c.finished_at is null
          and c.portfolio_id = ${portfolioId}::uuid)) as up_to
  `.execute(tx);
  const { fromDay = '0001-01-01', upTo = wanted.upTo } = rows[0] ?? {};
  await sql`
    delete from figure_days where portfolio_id = ${portfolioId}::uuid
      and (side = ${debtSide} or day > ${fromDay}::date)
  `.execute(tx);
  const days = sql`m.id = ${portfolioId}::uuid and d.day > ${fromDay}::date`;
  const until = sql`${upTo}::date`;
  await sql`
    insert into figure_days (portfolio_id, side, day, weight)
    select d.portfolio_id, x.side, d.day, x.weight
    from (select p.id, p.zone, ${fromDay}::date + 1 as live_from from portfolios p
      where p.id = ${portfolioId}::uuid) m
    cross join lateral (${attemptDays(until)}) d cross join lateral ${attemptSides}
    where ${days} and x.weight <> 0
    union all
    select d.portfolio_id, x.side, d.day, x.weight
    from (select p.id, p.zone, ${fromDay}::date + 1 as live_from from portfolios p
      where p.id = ${portfolioId}::uuid) m
    cross join lateral (${conversationDays(until)}) d cross join lateral ${conversationSides}
    where ${days} and x.weight <> 0
  `.execute(tx);
  await sql`
    insert into figure_days (portfolio_id, side, day, currency, weight)
    select s.portfolio_id, ${debtSide}, s.booked_on, s.currency, sum(${effect})::bigint
    from postings s
    where s.portfolio_id = ${portfolioId}::uuid and ${onDebt}
      and s.recorded_at < ${recordedBefore}::timestamptz
    group by s.portfolio_id, s.booked_on, s.currency
  `.execute(tx);
  await sql`
    insert into figures_counted (portfolio_id, zone, counted_to, recorded_before)
    values (${portfolioId}::uuid, ${zone}, ${upTo}::date, ${recordedBefore}::timestamptz)
    on conflict (portfolio_id) do update set zone = excluded.zone,
      counted_to = excluded.counted_to, recorded_before = excluded.recorded_before
  `.execute(tx);
}

/** Attempts that left by day, from `live_from` of portfolio `m` on (`AttemptFact`). */
function attemptDays(to: Sql): Sql {
  return sql`
    select t.portfolio_id, t.day, count(*) as attempts, count(*) filter (where t.reached) as reached,
      count(*) filter (where t.verified) as verified
    from (
      select t.portfolio_id, (t.attempted_at at time zone m.zone)::date as day,
        ${wasReached} as reached, ${wasVerified} as verified
      from attempts t
      where t.portfolio_id = m.id and t.direction = 'outbound' and t.released_at is not null
        and t.attempted_at >= (m.live_from::timestamp at time zone m.zone)
        and t.attempted_at < ((${to} + 1)::timestamp at time zone m.zone)
    ) t group by t.portfolio_id, t.day`;
}

const attemptSides = sql`(values ('kpi.side.attempts', d.attempts),
  ('kpi.side.answered-by-person', d.reached), ('kpi.side.verified', d.verified)) x(side, weight)`;

/** Finished conversations by day, from `live_from` of portfolio `m` on (`ConversationFact`). */
function conversationDays(to: Sql): Sql {
  return sql`
    select c.portfolio_id, c.day, count(*) as conversations,
      count(*) filter (where c.verified) as verified,
      count(*) filter (where c.verified and c.agreed) as agreed, sum(c.handle_ms)::bigint as handle_ms
    from (
      select c.portfolio_id, (c.finished_at at time zone m.zone)::date as day,
        ${isVerified} as verified, ${isAgreed} as agreed, ${handleMs} as handle_ms
      from conversations c
      where c.portfolio_id = m.id
        and c.finished_at >= (m.live_from::timestamp at time zone m.zone)
        and c.finished_at < ((${to} + 1)::timestamp at time zone m.zone)
    ) c group by c.portfolio_id, c.day`;
}

const conversationSides = sql`(values ('kpi.side.conversations', d.conversations),
  ('kpi.side.right-party-conversations', d.verified), ('kpi.side.agreed', d.agreed),
  ('kpi.side.handle-time', d.handle_ms)) x(side, weight)`;

/** The sums of attempts and conversations in a scope: whole days as counted, the rest from the rows. */
export async function contactSums(
  db: Kysely<DB>,
  { portfolioIds, from, to }: Scope,
): Promise<readonly { readonly key: string; readonly sum: bigint }[]> {
  const until = sql`${to}::date`;
  const { rows } = await sql<{ key: string; sum: bigint }>`
    with m as materialized (
      select p.id, p.zone, greatest(${from}::date, f.counted_to + 1) as live_from
      from portfolios p
      left join figures_counted f on f.portfolio_id = p.id and f.zone = p.zone
      where p.id = ${anyOf(portfolioIds)}
    )
    select key, sum(weight)::bigint as sum from (
      select d.side as key, d.weight from m join figure_days d on d.portfolio_id = m.id
      where d.day >= ${from}::date and d.day <= least(${to}::date, m.live_from - 1)
        and d.side <> ${debtSide}
      union all
      select x.side, x.weight from m
      cross join lateral (${attemptDays(until)}) d cross join lateral ${attemptSides}
      union all
      select x.side, x.weight from m
      cross join lateral (${conversationDays(until)}) d cross join lateral ${conversationSides}
    ) s group by key
  `.execute(db);
  return rows;
}

/** The debt before a day, by currency: as counted by day, with the postings recorded since. */
export async function debtCounted(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
  day: LocalDate,
): Promise<ReadonlyMap<string, bigint>> {
  const counted = await sql<{ since: Instant | null }>`
    select case when bool_and(f.recorded_before is not null) then min(f.recorded_before) end as since
    from portfolios p left join figures_counted f on f.portfolio_id = p.id
    where p.id = ${anyOf(portfolioIds)}
  `.execute(db);
  const since = counted.rows[0]?.since ?? '-infinity';
  const { rows } = await sql<{ currency: string; debt: bigint }>`
    select currency, sum(change)::bigint as debt from (
      select d.currency, d.weight as change
      from figures_counted f join figure_days d on d.portfolio_id = f.portfolio_id
      where f.portfolio_id = ${anyOf(portfolioIds)} and d.side = ${debtSide} and d.day < ${day}::date
      union all
      select s.currency, ${effect} from postings s
      left join figures_counted f on f.portfolio_id = s.portfolio_id
      where s.portfolio_id = ${anyOf(portfolioIds)} and ${onDebt} and s.booked_on < ${day}::date
        and s.recorded_at >= ${since}::timestamptz
        and (f.recorded_before is null or s.recorded_at >= f.recorded_before)
    ) c group by currency
  `.execute(db);
  return new Map(rows.map((row) => [row.currency, row.debt]));
}
