import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { anyOf, dayOf, type RowSource } from './rows.ts';

/** What stands in one state. */
export type StateLoad = {
  readonly state: string;
  readonly cases: bigint;
  readonly customers: bigint;
  readonly medianDays: number;
  readonly oldestDays: number;
};

/** Open cases by state, with how long they have been in it. */
export async function stateLoads(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
  at: Instant,
): Promise<readonly StateLoad[]> {
  const { rows } = await sql<StateLoad>`
    select state, count(*) as cases, count(distinct customer_id) as customers,
      percentile_cont(0.5) within group (order by days)::float8 as median_days,
      max(days)::float8 as oldest_days
    from (
      select state, customer_id,
        greatest(0, extract(epoch from ${at}::timestamptz - state_since) / 86400) as days
      from cases where portfolio_id = ${anyOf(portfolioIds)} and closed_at is null
    ) k group by state
  `.execute(db);
  return rows;
}

/** Overdue money of open cases by state and currency. */
export async function stateMoney(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
): Promise<readonly { state: string; currency: string; minor: bigint }[]> {
  const { rows } = await sql<{ state: string; currency: string; minor: bigint }>`
    select state, currency, sum(overdue_minor)::bigint as minor from cases
    where portfolio_id = ${anyOf(portfolioIds)} and closed_at is null
    group by state, currency order by state, currency
  `.execute(db);
  return rows;
}

/** How many cases came into and went out of a state. */
export type StateFlow = {
  readonly state: string;
  readonly cameIn: bigint;
  readonly wentOut: bigint;
};

/**
 * Cases that entered and left each state since an instant, each counted once a state and
 * direction. An opened case enters the first state of all.
 */
export async function stateFlows(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
  since: Instant,
): Promise<readonly StateFlow[]> {
  const { rows } = await sql<StateFlow>`
    with moves as (
      select e.case_id, e.kind, e.facts ->> 'from' as from_state, e.facts ->> 'to' as to_state
      from event_log e
      where e.kind in ('case.moved', 'case.opened')
        and e.occurred_at >= ${since}::timestamptz and e.portfolio_id = ${anyOf(portfolioIds)}
    ), steps as (
      select case_id, to_state as state, true as enters from moves where kind = 'case.moved'
      union all
      select case_id, from_state, false from moves where kind = 'case.moved'
      union all
      select case_id, 'event', true from moves where kind = 'case.opened'
    )
    select state, count(distinct case_id) filter (where enters) as came_in,
      count(distinct case_id) filter (where not enters) as went_out
    from steps where state is not null group by state
  `.execute(db);
  return rows;
}

/** The open cases of a state. */
export function stateRows(
  portfolioIds: readonly string[],
  state: string,
  currency: string | null,
): RowSource {
  return {
    kind: 'case',
    keepsZero: true,
    select: sql`
      select k.id, k.customer_id, k.portfolio_id, k.id as case_id, null::uuid as account_id,
        null::uuid as item_id, ${dayOf(sql`k.state_since`)} as day, k.state as code, k.currency,
        k.overdue_minor as weight
      from cases k join portfolios p on p.id = k.portfolio_id
      where k.portfolio_id = ${anyOf(portfolioIds)} and k.closed_at is null and k.state = ${state}
        and (${currency}::text is null or k.currency = ${currency})`,
  };
}
