import { type Kysely, type RawBuilder, sql } from 'kysely';
import { inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';
import type { Day } from './case-profiles.ts';

/**
 * What the rank of a case is made of, as days and percent. A figure that earns points by its range is
 * the last of its range, so that cases which earn the same share one profile and keep it for days.
 */
export type RankProfile = {
  readonly percent: number;
  readonly age: number;
  readonly type?: 'A' | 'B' | 'C' | 'D';
  readonly pattern: 'first-time' | 'late-but-pays' | 'never-pays';
  readonly broken: number;
  readonly sinceBreak?: number;
  readonly dispute?: number;
  readonly restriction?: number;
};

/** The last figure of each range that earns points, by what is measured; smallest first. */
export type RankRanges = Readonly<
  Record<'percent' | 'age' | 'sinceBreak' | 'dispute' | 'restriction', readonly number[]>
>;

/** Far above every range, and still an integer. */
const mostPercent = 1_000_000;

/** Where the cases to rank are kept until the end of their transaction. */
const keptRanks = sql.raw('looked_ranks');

/** The different rank profiles among cases that wait to be called; read once, and kept. */
export async function distinctRanks(
  tx: Kysely<DB>,
  scope: Scope,
  day: Day,
  typicalMinor: bigint,
  ranges: RankRanges,
): Promise<readonly string[]> {
  // Values cannot be bound in a statement that makes a table, so it is made empty first.
  await sql`create temporary table ${keptRanks} on commit drop as
    select c.customer_id, c.id as case_id, c.id as work_id, c.priority, c.priority_tier,
      c.priority_why, ''::text as profile from cases c where false`.execute(tx);
  await sql`insert into ${keptRanks} ${rankRows(scope, day, typicalMinor, ranges)}`.execute(tx);
  await sql`analyze ${keptRanks} (profile)`.execute(tx);
  const { rows } = await sql<{ profile: string }>`
    select distinct profile from ${keptRanks}`.execute(tx);
  return rows.map(({ profile }) => profile);
}

/** A rank as decided for a profile. */
export type Ranked = {
  readonly profile: string;
  readonly points: number;
  readonly upper: boolean;
  readonly why: unknown;
};

/** Writes ranks to the cases of their profile and to their work items, where they changed. */
export async function applyRanks(tx: Kysely<DB>, ranked: readonly Ranked[]): Promise<bigint> {
  const { rows } = await sql<{ changed: bigint }>`
    with r as materialized (
      select k.customer_id, k.case_id, k.work_id, x.points, x.upper, x.why
      from ${keptRanks} k
      join jsonb_to_recordset(${JSON.stringify(ranked)}::jsonb)
        as x(profile text, points integer, upper boolean, why jsonb) on x.profile = k.profile
      where (k.priority, k.priority_tier, k.priority_why) is distinct from (x.points, x.upper, x.why)
    ), ranked as (
      update cases c set priority = r.points, priority_tier = r.upper, priority_why = r.why
      from r where c.customer_id = r.customer_id and c.id = r.case_id
      returning 1
    ), queued as (
      update work_items w set priority = r.points, priority_tier = r.upper
      from r where w.customer_id = r.customer_id and w.id = r.work_id
        and (w.priority, w.priority_tier) is distinct from (r.points, r.upper)
    )
    select count(*) as changed from ranked
  `.execute(tx);
  return rows[0]?.changed ?? 0n;
}

/** The last figure of the range that a whole number lies in; one more than the last beyond all. */
function inRange(value: RawBuilder<unknown>, lasts: readonly number[]): RawBuilder<unknown> {
  const beyond = (lasts.at(-1) ?? 0) + 1;
  return sql`(${[...lasts, beyond]}::integer[])[
    1 + width_bucket(${value}, ${lasts.map((last) => last + 1)}::integer[])]`;
}

function rankRows(
  scope: Scope,
  day: Day,
  typicalMinor: bigint,
  ranges: RankRanges,
): RawBuilder<unknown> {
  const today = sql`${day.today}::date`;
  const percent = sql`least(${mostPercent},
    c.overdue_minor * 100 / ${typicalMinor.toString()}::bigint)::integer`;
  return sql`
    select c.customer_id, c.id as case_id, w.id as work_id, c.priority, c.priority_tier,
      c.priority_why,
      jsonb_strip_nulls(jsonb_build_object(
        'percent', ${inRange(percent, ranges.percent)},
        'age', ${inRange(sql`coalesce(${today} - c.oldest_due_on, 0)`, ranges.age)},
        'type', e.type,
        'pattern', case when b.cured > 0 then 'late-but-pays'
          when c.broken_promises > 1 then 'never-pays' else 'first-time' end,
        'broken', c.broken_promises, 'sinceBreak', case when c.broken_promises > 0
          then ${inRange(sql`${today} - m.broken_on`, ranges.sinceBreak)} end,
        'dispute', ${inRange(sql`h.days`, ranges.dispute)},
        'restriction', ${inRange(sql`n.days`, ranges.restriction)}))::text as profile
    from work_items w
    join cases c on c.customer_id = w.customer_id and c.id = w.case_id
    left join (
      select case_id, min(type) as type from key_events
      where ${inScope(scope, 'customer_id')} and resolved_at is null and case_id is not null
      group by case_id
    ) e on e.case_id = c.id
    left join (
      select customer_id, count(*) as cured from cases
      where ${inScope(scope, 'customer_id')} and closed_at is not null
        and close_reason in ('paid', 'cured', 'settled')
      group by customer_id
    ) b on b.customer_id = c.customer_id
    left join (
      select case_id, max(judged_on) as broken_on from promises_to_pay
      where ${inScope(scope, 'customer_id')} and state in ('broken', 'partly_kept')
      group by case_id
    ) m on m.case_id = c.id
    left join (
      select case_id, min(review_on) - ${today} as days from holds
      where ${inScope(scope, 'customer_id')} and lifted_at is null and kind = 'dispute'
      group by case_id
    ) h on h.case_id = c.id
    left join (
      select case_id, min(promised_on) - ${today} as days from notices
      where ${inScope(scope, 'customer_id')} and cancelled_at is null
        and announces = 'restricted' and promised_on >= ${today}
      group by case_id
    ) n on n.case_id = c.id
    where ${inScope(scope, 'w.customer_id')} and w.portfolio_id = ${scope.portfolioId}::uuid
      and w.state <> 'done'`;
}
