import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type EventKind, versionOf } from '#domain/events/event-kinds.ts';
import type { Instant } from '#kernel/time.ts';
import type { Day } from '#storage/cases/case-profiles.ts';
import { planForLookups, planForReading } from '#storage/cases/look-at-cases.ts';
import { hashOf, outboxRows } from '#storage/event-log.ts';
import { idFor, inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';

/** What opens and fills cases: the portfolio's entry rules in the form of the statement. */
export type Entry = {
  readonly graceDays: number;
  readonly minMinor: bigint;
  readonly kinds: readonly string[] | null;
  readonly shape: string;
  readonly currency: string;
};

/** The event of a case that the run opens. */
const openedKind: EventKind = 'case.opened';

/** Where the customers of a stretch whose debt changed are kept until the end of its transaction. */
const keptDebts = sql.raw('changed_debts');

/**
 * Brings the figures of open cases up to the day and opens cases: for customers whose undisputed
 * overdue debt meets the entry rules, and for those with a new key event. A case opened for overdue
 * debt alone gets a key event D with no reason yet.
 */
export async function refreshAndOpen(
  tx: Kysely<DB>,
  scope: Scope,
  day: Day,
  entry: Entry,
  signed: { readonly at: Instant; readonly seed: string },
): Promise<{ readonly refreshed: bigint; readonly opened: bigint }> {
  const changed = await changedDebts(tx, scope, day, entry);
  const refreshed = await sql`
    update cases c set debt_minor = x.debt, overdue_minor = x.overdue, oldest_due_on = x.oldest_due_on
    from (${changed}) x
    where x.case_id is not null and c.customer_id = x.customer_id and c.id = x.case_id
  `.execute(tx);
  const opened = await openCases(tx, changed, scope, day, entry, signed);
  if (scope.kind === 'batch') await planForReading(tx);
  return { refreshed: refreshed.numAffectedRows ?? 0n, opened };
}

/**
 * Customers whose open case has other figures than the items say, and those who need a case. A stretch
 * is read once and kept, with statistics, so that what follows is planned for as many as there are.
 */
async function changedDebts(
  tx: Kysely<DB>,
  scope: Scope,
  day: Day,
  entry: Entry,
): Promise<RawBuilder<unknown>> {
  const columns =
    'customer_id uuid, case_id uuid, debt bigint, overdue bigint,' +
    ' oldest_due_on date, account_id uuid, has_event boolean';
  if (scope.kind === 'cases') {
    const { rows } = await sql<{ all: string }>`
      select coalesce(jsonb_agg(to_jsonb(x)), '[]')::text as all
      from (${changedRows(scope, day, entry)}) x`.execute(tx);
    return sql`select * from jsonb_to_recordset(${rows[0]?.all ?? '[]'}::jsonb)
      as x(${sql.raw(columns)})`;
  }
  await sql`create temporary table ${keptDebts} (${sql.raw(columns)}) on commit drop`.execute(tx);
  await sql`insert into ${keptDebts} ${changedRows(scope, day, entry)}`.execute(tx);
  await sql`analyze ${keptDebts}`.execute(tx);
  await planForLookups(tx);
  return sql`select * from ${keptDebts}`;
}

function changedRows(scope: Scope, day: Day, entry: Entry): RawBuilder<unknown> {
  const portfolio = sql`${scope.portfolioId}::uuid`;
  return sql`
    select coalesce(s.customer_id, o.customer_id, e.customer_id) as customer_id, o.id as case_id,
      coalesce(s.debt, 0) as debt, coalesce(s.overdue, 0) as overdue, s.oldest_due_on,
      substr(s.oldest, 11)::uuid as account_id, e.customer_id is not null as has_event
    from (${sumsOf(scope, day, entry)}) s
    full join (
      select customer_id, id, debt_minor, overdue_minor, oldest_due_on from cases
      where ${inScope(scope, 'customer_id')} and portfolio_id = ${portfolio} and closed_at is null
    ) o on o.customer_id = s.customer_id
    full join (
      select distinct customer_id from key_events
      where ${inScope(scope, 'customer_id')} and portfolio_id = ${portfolio}
        and case_id is null and resolved_at is null
    ) e on e.customer_id = coalesce(s.customer_id, o.customer_id)
    where case
      when o.id is null then e.customer_id is not null
        or s.overdue > ${day.exitMinor.toString()}::bigint
          and s.undisputed >= ${entry.minMinor.toString()}::bigint and s.undisputed > 0
      else (o.debt_minor, o.overdue_minor, o.oldest_due_on)
        is distinct from (coalesce(s.debt, 0), coalesce(s.overdue, 0), s.oldest_due_on) end`;
}

/** Opens a case with its first event for each changed customer who has none. */
async function openCases(
  tx: Kysely<DB>,
  changed: RawBuilder<unknown>,
  scope: Scope,
  day: Day,
  entry: Entry,
  signed: { readonly at: Instant; readonly seed: string },
): Promise<bigint> {
  const today = sql`${day.today}::date`;
  const at = sql`${signed.at}::timestamptz`;
  const portfolio = sql`${scope.portfolioId}::uuid`;
  const { rows } = await sql<{ opened: bigint }>`
    with fresh as (
      select ${idFor(signed.seed, sql`'case' || x.customer_id`)} as case_id,
        ${idFor(signed.seed, sql`'opened' || x.customer_id`)} as id, x.customer_id, x.debt,
        x.overdue, x.oldest_due_on, x.account_id, x.has_event, p.tenant_id,
        ${openedKind}::text as kind, ${versionOf(openedKind)}::smallint as v, ${at} as occurred_at,
        'system'::text as actor_kind, null::uuid as actor_id,
        jsonb_build_object('on', ${today}, 'by', case when x.has_event then 'key-event'
          else 'overdue' end, 'overdueMinor', x.overdue::text) as facts
      from (${changed}) x join portfolios p on p.id = ${portfolio}
      where x.case_id is null
    ),
    hashed as materialized (select f.*, ${hashOf('null::bytea', 'f')} as hash from fresh f),
    logged as (
      insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v, occurred_at,
        recorded_at, actor_kind, actor_id, facts, previous_hash, hash)
      select id, tenant_id, ${portfolio}, customer_id, case_id, kind, v, occurred_at, occurred_at,
        actor_kind, actor_id, facts, null, hash from hashed
      returning seq, customer_id
    ),
    told as (${outboxRows}),
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
        debt, overdue, ${entry.currency}, oldest_due_on, ${at}, hash
      from hashed
      returning 1
    )
    select count(*) as opened from opened
  `.execute(tx);
  return rows[0]?.opened ?? 0n;
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

/**
 * Debt of each customer in the portfolio, in minor units: `isOverdue` of the domain in SQL. `oldest` is
 * the first day on which something of it fell due, with the account. No sort: a text has a least one.
 */
function sumsOf(scope: Scope, day: Day, entry: Entry): RawBuilder<unknown> {
  const overdue = isOverdue(day, entry);
  return sql`
    select customer_id, sum(balance_minor)::bigint as debt,
      coalesce(sum(balance_minor) filter (where ${overdue}), 0)::bigint as overdue,
      coalesce(sum(balance_minor - least(disputed_minor, balance_minor))
        filter (where ${overdue}), 0)::bigint as undisputed,
      min(due_on) filter (where ${overdue}) as oldest_due_on,
      min((due_on::text || account_id) collate "C") filter (where ${overdue}) as oldest
    from items
    where ${inScope(scope, 'customer_id')} and portfolio_id = ${scope.portfolioId}::uuid
      and balance_minor > 0
    group by customer_id`;
}

function isOverdue(day: Day, entry: Entry): RawBuilder<boolean> {
  const kinds = entry.kinds === null ? sql`true` : sql`kind = any(${[...entry.kinds]}::text[])`;
  return sql`(due_on < ${day.today}::date - ${entry.graceDays}::integer and ${kinds})`;
}
