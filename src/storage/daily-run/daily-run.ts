import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type EventKind, versionOf } from '#domain/events/event-kinds.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { Day } from '#storage/cases/case-profiles.ts';
import { bookCameAfter } from '#storage/desk/work-queue.ts';
import { hashOf, toldOutbox } from '#storage/event-log.ts';
import { idFor, inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';

/** The event of a case that the run opens. */
const opened: EventKind = 'case.opened';

/** How far the run of a day came, and what it did so far. Amounts are digits. */
export type RunProgress = {
  readonly after: string | null;
  readonly typicalMinor: string | null;
  readonly counts: Readonly<Record<string, number>>;
};

/**
 * The run of a portfolio's day under its lock, made when it is missing; null when it is done. A book
 * that came after a run began makes the day begin again: nobody waits for the morning to work it.
 */
export async function lockRun(
  tx: Kysely<DB>,
  tenantId: string,
  portfolioId: string,
  runOn: LocalDate,
  at: Instant,
): Promise<RunProgress | null> {
  await sql`
    insert into daily_runs (tenant_id, portfolio_id, run_on, started_at)
    values (${tenantId}::uuid, ${portfolioId}::uuid, ${runOn}::date, ${at}::timestamptz)
    on conflict do nothing
  `.execute(tx);
  const { rows } = await sql<{ counts: Partial<RunProgress>; ended: boolean; late: boolean }>`
    select d.counts, d.ended_at is not null as ended, ${bookCameAfter} as late from daily_runs d
    where d.portfolio_id = ${portfolioId}::uuid and d.run_on = ${runOn}::date for update
  `.execute(tx);
  const row = rows[0];
  if (!row || (row.ended && !row.late)) return null;
  if (row.ended) {
    await sql`
      update daily_runs set started_at = ${at}::timestamptz, ended_at = null, counts = '{}'
      where portfolio_id = ${portfolioId}::uuid and run_on = ${runOn}::date
    `.execute(tx);
    return { after: null, typicalMinor: null, counts: {} };
  }
  const { after = null, typicalMinor = null, counts = {} } = row.counts;
  return { after, typicalMinor, counts };
}

/** Writes how far the run came; `endedAt` closes it. */
export async function saveRun(
  tx: Kysely<DB>,
  portfolioId: string,
  runOn: LocalDate,
  progress: RunProgress,
  endedAt: Instant | null,
): Promise<void> {
  await sql`
    update daily_runs set counts = ${JSON.stringify(progress)}::jsonb,
      ended_at = ${endedAt}::timestamptz
    where portfolio_id = ${portfolioId}::uuid and run_on = ${runOn}::date
  `.execute(tx);
}

/** The last customer of the next stretch of accounts, or null when there are no more. */
export async function endOfStretch(
  tx: Kysely<DB>,
  portfolioId: string,
  after: string | null,
  accounts: number,
): Promise<string | null> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const { rows } = await sql<{ upTo: string | null }>`
    select customer_id as up_to from (
      select customer_id from accounts
      where customer_id > ${from}::uuid and portfolio_id = ${portfolioId}::uuid
      order by customer_id limit ${accounts}
    ) a order by customer_id desc limit 1
  `.execute(tx);
  return rows[0]?.upTo ?? null;
}

/** What opens and fills cases: the portfolio's entry rules in the form of the statement. */
export type Entry = {
  readonly graceDays: number;
  readonly minMinor: bigint;
  readonly kinds: readonly string[] | null;
  readonly shape: string;
  readonly currency: string;
};

/**
 * Brings the figures of open cases up to the day and opens cases: for customers whose undisputed
 * overdue debt meets the entry rules, and for those with a new key event. A case opened for overdue
 * debt alone gets a key event D with no reason yet. One statement.
 */
export async function refreshAndOpen(
  tx: Kysely<DB>,
  scope: Scope,
  day: Day,
  entry: Entry,
  signed: { readonly at: Instant; readonly seed: string },
): Promise<{ readonly refreshed: bigint; readonly opened: bigint }> {
  const today = sql`${day.today}::date`;
  const at = sql`${signed.at}::timestamptz`;
  const portfolio = sql`${scope.portfolioId}::uuid`;
  const { rows } = await sql<{ refreshed: bigint; opened: bigint }>`
    with sums as materialized (${sumsOf(scope, day, entry)}),
    open_cases as materialized (
      select customer_id, id, debt_minor, overdue_minor, oldest_due_on from cases
      where ${inScope(scope, 'customer_id')} and portfolio_id = ${portfolio} and closed_at is null
    ),
    refreshed as (
      update cases c set debt_minor = coalesce(s.debt, 0), overdue_minor = coalesce(s.overdue, 0),
        oldest_due_on = s.oldest_due_on
      from open_cases o left join sums s on s.customer_id = o.customer_id
      where c.customer_id = o.customer_id and c.id = o.id
        and (o.debt_minor, o.overdue_minor, o.oldest_due_on)
          is distinct from (coalesce(s.debt, 0), coalesce(s.overdue, 0), s.oldest_due_on)
      returning 1
    ),
    new_events as (
      select customer_id from key_events
      where ${inScope(scope, 'customer_id')} and portfolio_id = ${portfolio}
        and case_id is null and resolved_at is null
      group by customer_id
    ),
    wanted as (
      select coalesce(s.customer_id, e.customer_id) as customer_id, s.debt, s.overdue,
        s.oldest_due_on, s.account_id, e.customer_id is not null as has_event
      from sums s full join new_events e on e.customer_id = s.customer_id
      where e.customer_id is not null or s.overdue > ${day.exitMinor.toString()}::bigint
        and s.undisputed >= ${entry.minMinor.toString()}::bigint and s.undisputed > 0
    ),
    fresh as (
      select ${idFor(signed.seed, sql`'case' || w.customer_id`)} as case_id,
        ${idFor(signed.seed, sql`'opened' || w.customer_id`)} as id, w.*, u.tenant_id,
        ${opened}::text as kind, ${versionOf(opened)}::smallint as v, ${at} as occurred_at,
        'system'::text as actor_kind, null::uuid as actor_id,
        jsonb_build_object('on', ${today}, 'by', case when w.has_event then 'key-event'
          else 'overdue' end, 'overdueMinor', coalesce(w.overdue, 0)::text) as facts
      from wanted w join customers u on u.id = w.customer_id
      where not exists (select 1 from open_cases o where o.customer_id = w.customer_id)
    ),
    hashed as materialized (select f.*, ${hashOf('null::bytea', 'f')} as hash from fresh f),
    logged as (
      insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v, occurred_at,
        recorded_at, actor_kind, actor_id, facts, previous_hash, hash)
      select id, tenant_id, ${portfolio}, customer_id, case_id, kind, v, occurred_at, occurred_at,
        actor_kind, actor_id, facts, null, hash from hashed
      returning seq, customer_id
    ),
    told as (${toldOutbox}),
    reasons as (
      insert into key_events (customer_id, id, tenant_id, portfolio_id, case_id,
        account_id, type, sub_reason, fault, source, happened_on, recorded_at)
      select customer_id, ${idFor(signed.seed, sql`'late' || customer_id`)}, tenant_id,
        ${portfolio}, case_id, account_id, 'D', 'unknown', 'customer', 'daily-run', ${today}, ${at}
      from hashed where not has_event
    ),
    opened as (
      insert into cases (customer_id, id, tenant_id, portfolio_id, state, state_since,
        shape, step, step_on, queue, next_action, next_action_at, debt_minor, overdue_minor,
        currency, oldest_due_on, opened_at, last_hash)
      select customer_id, case_id, tenant_id, ${portfolio}, 'event', ${at}, ${entry.shape},
        'classify', ${today}, 'system', 'wait', ${today}::timestamp at time zone ${day.zone},
        coalesce(debt, 0), coalesce(overdue, 0), ${entry.currency}, oldest_due_on, ${at}, hash
      from hashed
      returning 1
    )
    select (select count(*) from refreshed) as refreshed, (select count(*) from opened) as opened
  `.execute(tx);
  return rows[0] ?? { refreshed: 0n, opened: 0n };
}

/**
 * Brings the figures of the open cases of a scope up to date; answers those cases. For the moment
 * money moved, without opening anything.
 */
export async function refreshFigures(
  tx: Kysely<DB>,
  scope: Scope,
  day: Day,
  entry: Entry,
): Promise<readonly { readonly customerId: string; readonly caseId: string }[]> {
  const { rows } = await sql<{ customerId: string; caseId: string }>`
    with mine as materialized (
      select customer_id, id from cases
      where ${inScope(scope, 'customer_id')} and portfolio_id = ${scope.portfolioId}::uuid
        and closed_at is null
      order by customer_id, id for update
    ), sums as (${sumsOf(scope, day, entry)}),
    refreshed as (
      update cases c set debt_minor = coalesce(s.debt, 0), overdue_minor = coalesce(s.overdue, 0),
        oldest_due_on = s.oldest_due_on
      from mine m left join sums s on s.customer_id = m.customer_id
      where c.customer_id = m.customer_id and c.id = m.id
    )
    select customer_id, id as case_id from mine
  `.execute(tx);
  return rows;
}

/** Debt of each customer in the portfolio, in minor units: `isOverdue` of the domain in SQL. */
function sumsOf(scope: Scope, day: Day, entry: Entry): RawBuilder<unknown> {
  const overdue = isOverdue(day, entry);
  return sql`
    select customer_id, sum(balance_minor)::bigint as debt,
      coalesce(sum(balance_minor) filter (where ${overdue}), 0)::bigint as overdue,
      coalesce(sum(balance_minor - least(disputed_minor, balance_minor))
        filter (where ${overdue}), 0)::bigint as undisputed,
      min(due_on) filter (where ${overdue}) as oldest_due_on,
      (array_agg(account_id order by due_on, id) filter (where ${overdue}))[1] as account_id
    from items
    where ${inScope(scope, 'customer_id')} and portfolio_id = ${scope.portfolioId}::uuid
      and balance_minor > 0
    group by customer_id`;
}

function isOverdue(day: Day, entry: Entry): RawBuilder<boolean> {
  const kinds = entry.kinds === null ? sql`true` : sql`kind = any(${[...entry.kinds]}::text[])`;
  return sql`(due_on < ${day.today}::date - ${entry.graceDays}::integer and ${kinds})`;
}

/** Ties overdue items to the open case of their customer, with the day they entered collection. */
export async function attachItems(
  tx: Kysely<DB>,
  scope: Scope,
  day: Day,
  entry: Entry,
): Promise<bigint> {
  const { numAffectedRows } = await sql`
    update items i set case_id = c.id,
      entered_collection_on = coalesce(i.entered_collection_on, ${day.today}::date),
      left_collection_on = null
    from cases c
    where ${inScope(scope, 'i.customer_id')} and i.portfolio_id = ${scope.portfolioId}::uuid
      and i.balance_minor > 0 and c.customer_id = i.customer_id
      and c.portfolio_id = ${scope.portfolioId}::uuid and c.closed_at is null
      and (i.case_id is distinct from c.id or i.entered_collection_on is null
        or i.left_collection_on is not null)
      and i.due_on < ${day.today}::date - ${entry.graceDays}::integer
      and ${entry.kinds === null ? sql`true` : sql`i.kind = any(${[...entry.kinds]}::text[])`}
  `.execute(tx);
  return numAffectedRows ?? 0n;
}

/** Ties new key events to the open case of their customer; answers the cases they joined. */
export async function attachEvents(
  tx: Kysely<DB>,
  scope: Scope,
): Promise<readonly { readonly caseId: string; readonly type: string; readonly id: string }[]> {
  const { rows } = await sql<{ caseId: string; type: string; id: string }>`
    update key_events e set case_id = c.id
    from cases c
    where ${inScope(scope, 'e.customer_id')} and e.portfolio_id = ${scope.portfolioId}::uuid
      and e.case_id is null and e.resolved_at is null and c.customer_id = e.customer_id
      and c.portfolio_id = e.portfolio_id and c.closed_at is null
    returning c.id as case_id, e.type, e.id
  `.execute(tx);
  return rows;
}

/** The middle overdue amount of a portfolio's overdue customers, in minor units. */
export async function typicalOverdue(
  tx: Kysely<DB>,
  portfolioId: string,
  day: Day,
  graceDays: number,
): Promise<bigint> {
  const { rows } = await sql<{ typical: bigint | null }>`
    select percentile_disc(0.5) within group (order by overdue)::bigint as typical from (
      select sum(balance_minor) as overdue from items
      where portfolio_id = ${portfolioId}::uuid and balance_minor > 0
        and due_on < ${day.today}::date - ${graceDays}::integer
      group by customer_id limit 100000
    ) o
  `.execute(tx);
  return rows[0]?.typical ?? 1n;
}
