import { type Kysely, type RawBuilder, sql } from 'kysely';
import { inHandRows } from '#storage/ledger/in-hand.ts';
import { inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';
import type { Day } from './case-profiles.ts';

/**
 * What the rank of a case is made of, in the order of `rankParts`. A figure that earns points by its
 * range is the last of its range, so that cases which earn the same share one profile and keep it for
 * days. An array of numbers, since it is made, compared and sent much faster than JSON.
 */
export type RankProfile = readonly (number | null)[];

/** The places of a rank profile: percent and days, and the place of a code among its codes. */
export const rankParts = {
  percent: 0,
  age: 1,
  type: 2,
  pattern: 3,
  broken: 4,
  sinceBreak: 5,
  dispute: 6,
  restriction: 7,
} as const;

/** The codes of which a rank profile holds places. */
export const rankCodes = {
  type: ['A', 'B', 'C', 'D'],
  pattern: ['first-time', 'late-but-pays', 'never-pays'],
} as const;

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
): Promise<readonly RankProfile[]> {
  // Values cannot be bound in a statement that makes a table, so it is made empty first.
  await sql`create temporary table ${keptRanks} (customer_id uuid, case_id uuid, work_id uuid,
    priority integer, priority_tier boolean, priority_why jsonb, profile integer[])
    on commit drop`.execute(tx);
  const { rows } = await sql<{ profile: RankProfile }>`
    with kept as (
      insert into ${keptRanks} ${rankRows(scope, day, typicalMinor, ranges)} returning profile)
    select distinct profile from kept`.execute(tx);
  return rows.map(({ profile }) => profile);
}

/** A rank as decided for a profile. */
export type Ranked = {
  readonly profile: RankProfile;
  readonly points: number;
  readonly upper: boolean;
  readonly why: unknown;
};

/** Writes ranks to the cases of their profile and to their work items, where they changed. */
export async function applyRanks(
  tx: Kysely<DB>,
  scope: Scope,
  ranked: readonly Ranked[],
): Promise<bigint> {
  const { rows } = await sql<{ changed: bigint }>`
    with r as materialized (
      select k.customer_id, k.case_id, k.work_id, x.points, x.upper, x.why
      from ${keptRanks} k
      join jsonb_to_recordset(${JSON.stringify(ranked)}::jsonb)
        as x(profile integer[], points integer, upper boolean, why jsonb) on x.profile = k.profile
      where (k.priority, k.priority_tier, k.priority_why) is distinct from (x.points, x.upper, x.why)
    ), ranked as (
      update cases c set priority = r.points, priority_tier = r.upper, priority_why = r.why
      from r where ${inScope(scope, 'c.customer_id')} and c.customer_id = r.customer_id
        and c.id = r.case_id
      returning 1
    ), queued as (
      update work_items w set priority = r.points, priority_tier = r.upper
      from r where ${inScope(scope, 'w.customer_id')} and w.customer_id = r.customer_id
        and w.id = r.work_id
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
    greatest(0, c.overdue_minor - coalesce(z.minor, 0)) * 100
      / ${typicalMinor.toString()}::bigint)::integer`;
  return sql`
    select c.customer_id, c.id as case_id, w.id as work_id, c.priority, c.priority_tier,
      c.priority_why,
      array[
        ${inRange(percent, ranges.percent)},
        ${inRange(sql`coalesce(${today} - c.oldest_due_on, 0)`, ranges.age)},
        array_position(${[...rankCodes.type]}::text[], e.type) - 1,
        case when b.cured > 0 then 1 when c.broken_promises > 1 then 2 else 0 end,
        c.broken_promises,
        case when c.broken_promises > 0
          then ${inRange(sql`${today} - m.broken_on`, ranges.sinceBreak)} end,
        ${inRange(sql`h.days`, ranges.dispute)},
        ${inRange(sql`n.days`, ranges.restriction)}]::integer[] as profile
    from work_items w
    join cases c on ${inScope(scope, 'c.customer_id')} and c.customer_id = w.customer_id
      and c.id = w.case_id
    left join (${inHandRows(scope)}) z on z.customer_id = c.customer_id
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
