import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { Day } from '#storage/cases/case-profiles.ts';
import { bookCameAfter } from '#storage/desk/work-queue.ts';
import { inHandOfPortfolio } from '#storage/ledger/in-hand.ts';
import { inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';
import type { Entry } from './open-cases.ts';

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

/** The last customer of the next stretch of accounts; null when there are no accounts left. */
export async function endOfBatch(
  tx: Kysely<DB>,
  portfolioId: string,
  after: string | null,
  accounts: number,
): Promise<{ readonly upTo: string; readonly isLast: boolean } | null> {
  const from = after ?? '00000000-0000-0000-0000-000000000000';
  const rest = sql`customer_id > ${from}::uuid and portfolio_id = ${portfolioId}::uuid`;
  const { rows } = await sql<{ upTo: string; isLast: boolean }>`
    (select customer_id as up_to, false as is_last from accounts where ${rest}
      order by customer_id offset ${accounts - 1} limit 1)
    union all
    (select customer_id, true from accounts where ${rest} order by customer_id desc limit 1)
    limit 1
  `.execute(tx);
  return rows[0] ?? null;
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
      and i.balance_minor > 0 and ${inScope(scope, 'c.customer_id')}
      and c.customer_id = i.customer_id and c.portfolio_id = ${scope.portfolioId}::uuid and c.closed_at is null
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
      and e.case_id is null and e.resolved_at is null and ${inScope(scope, 'c.customer_id')}
      and c.customer_id = e.customer_id and c.portfolio_id = e.portfolio_id and c.closed_at is null
    returning c.id as case_id, e.type, e.id
  `.execute(tx);
  return rows;
}

/** The middle overdue amount of a portfolio's overdue customers less their money in hand, in minor units. */
export async function typicalOverdue(
  tx: Kysely<DB>,
  portfolioId: string,
  day: Day,
  graceDays: number,
): Promise<bigint> {
  const { rows } = await sql<{ typical: bigint | null }>`
    select percentile_disc(0.5) within group (order by overdue)::bigint as typical from (
      select i.overdue - coalesce(w.minor, 0) as overdue from (
        select customer_id, sum(balance_minor) as overdue from items
        where portfolio_id = ${portfolioId}::uuid and balance_minor > 0
          and due_on < ${day.today}::date - ${graceDays}::integer
        group by customer_id limit 100000
      ) i left join (${inHandOfPortfolio(portfolioId)}) w on w.customer_id = i.customer_id
    ) o where overdue > 0
  `.execute(tx);
  return rows[0]?.typical ?? 1n;
}
