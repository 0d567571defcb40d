import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type EventKind, versionOf } from '#domain/events/event-kinds.ts';
import type { Instant } from '#kernel/time.ts';
import type { Day } from '#storage/cases/case-profiles.ts';
import { type CaseRef, lockCase } from '#storage/cases/read-file.ts';
import { atOnce, hashOf, outboxRows } from '#storage/event-log.ts';
import { inHandRows } from '#storage/ledger/in-hand.ts';
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

/**
 * Brings the figures of open cases up to the day and opens cases, in one statement: for customers
 * whose undisputed overdue debt, less money in hand, meets the entry rules, and for those with a new key event. A case
 * opened for overdue debt alone gets a key event D with no reason yet. A case that somebody else
 * wrote to meanwhile is brought up to date after that, under its row lock.
 */
export async function refreshAndOpen(
  tx: Kysely<DB>,
  scope: Scope,
  day: Day,
  entry: Entry,
  signed: { readonly at: Instant; readonly seed: string },
): Promise<{ readonly refreshed: bigint; readonly opened: bigint }> {
  const { rows } = await sql<{ refreshed: bigint; opened: bigint; missed: readonly CaseRef[] }>`
    with changed as materialized (${changedRows(scope, day, entry)}),
    refreshed as (
      update cases c set debt_minor = x.debt, overdue_minor = x.overdue,
        oldest_due_on = x.oldest_due_on
      from changed x
      where ${inScope(scope, 'c.customer_id')} and c.customer_id = x.customer_id
        and c.id = x.case_id and ${isAsRead}
      returning c.customer_id
    ),
    ${openedOf(scope, day, entry, signed)}
    select (select count(*) from refreshed) as refreshed, (select count(*) from opened) as opened,
      (select coalesce(jsonb_agg(jsonb_build_object('customerId', x.customer_id,
          'caseId', x.case_id)), '[]')
        from changed x left join refreshed r on r.customer_id = x.customer_id
        where x.case_id is not null and r.customer_id is null) as missed
  `.execute(tx);
  const { refreshed, opened, missed } = rows[0] ?? { refreshed: 0n, opened: 0n, missed: [] };
  const again = await refreshMissed(tx, scope.portfolioId, missed, day, entry);
  const late = again.filter(({ isChanged }) => isChanged).length;
  return { refreshed: refreshed + BigInt(late), opened };
}

/** Nobody wrote to the case `c` since its figures `x` were read; each change leaves an event. */
const isAsRead = sql<boolean>`(c.closed_at is null and c.last_hash is not distinct from x.last_hash)`;

/** Customers whose open case has other figures than the items say, and those who need a case. */
function changedRows(scope: Scope, day: Day, entry: Entry): RawBuilder<unknown> {
  const portfolio = sql`${scope.portfolioId}::uuid`;
  return sql`
    select coalesce(s.customer_id, o.customer_id, e.customer_id) as customer_id, o.id as case_id, o.last_hash,
      coalesce(s.debt, 0) as debt, coalesce(s.overdue, 0) as overdue, s.oldest_due_on,
      substr(s.oldest, 11)::uuid as account_id, e.customer_id is not null as has_event
    from (${sumsOf(scope, day, entry)}) s
    full join (
      select customer_id, id, last_hash, debt_minor, overdue_minor, oldest_due_on from cases
      where ${inScope(scope, 'customer_id')} and portfolio_id = ${portfolio} and closed_at is null
    ) o on o.customer_id = s.customer_id
    full join (
      select distinct customer_id from key_events
      where ${inScope(scope, 'customer_id')} and portfolio_id = ${portfolio}
        and case_id is null and resolved_at is null
    ) e on e.customer_id = coalesce(s.customer_id, o.customer_id)
    left join (${inHandRows(scope)}) z on z.customer_id = s.customer_id
    where case
      when o.id is null then e.customer_id is not null
        or s.overdue - coalesce(z.minor, 0) > ${day.exitMinor.toString()}::bigint
          and s.undisputed - coalesce(z.minor, 0)
            >= greatest(${entry.minMinor.toString()}::bigint, 1)
      else (o.debt_minor, o.overdue_minor, o.oldest_due_on)
        is distinct from (coalesce(s.debt, 0), coalesce(s.overdue, 0), s.oldest_due_on) end`;
}

/** A case with its first event for each changed customer who has none. */
function openedOf(
  scope: Scope,
  day: Day,
  entry: Entry,
  signed: { readonly at: Instant; readonly seed: string },
): RawBuilder<unknown> {
  const today = sql`${day.today}::date`;
  const at = sql`${signed.at}::timestamptz`;
  const portfolio = sql`${scope.portfolioId}::uuid`;
  return sql`
    fresh as (
      select ${idFor(signed.seed, sql`'case' || x.customer_id`)} as case_id,
        ${idFor(signed.seed, sql`'opened' || x.customer_id`)} as id, x.customer_id, x.debt,
        x.overdue, x.oldest_due_on, x.account_id, x.has_event, p.tenant_id,
        p.id as portfolio_id,
        ${openedKind}::text as kind, ${versionOf(openedKind)}::smallint as v, ${at} as occurred_at,
        'system'::text as actor_kind, null::uuid as actor_id,
        jsonb_build_object('on', ${today}, 'by', case when x.has_event then 'key-event'
          else 'overdue' end, 'overdueMinor', x.overdue::text) as facts
      from changed x join portfolios p on p.id = ${portfolio}
      where x.case_id is null and (select count(*) from refreshed) >= 0
    ),
    hashed as materialized (select f.*, ${hashOf('null::bytea', 'f', atOnce('f'))} as hash from fresh f),
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
    )`;
}

/**
 * Brings the figures of the open cases of a scope up to date, where they changed; answers all those
 * cases. For the moment money moved, without opening anything.
 */
export async function refreshFigures(
  tx: Kysely<DB>,
  scope: Scope,
  day: Day,
  entry: Entry,
): Promise<readonly CaseRef[]> {
  const open = await refreshOnce(tx, scope, day, entry);
  const missed = open.filter(({ isMissed }) => isMissed);
  const again = await refreshMissed(tx, scope.portfolioId, missed, day, entry);
  const all = [...open.filter(({ isMissed }) => !isMissed), ...again];
  return all.map(({ customerId, caseId }) => ({ customerId, caseId }));
}

/** The open cases of these customers, read again and brought up to date under their row locks. */
async function refreshMissed(
  tx: Kysely<DB>,
  portfolioId: string,
  missed: readonly CaseRef[],
  day: Day,
  entry: Entry,
): Promise<readonly RefreshedCase[]> {
  if (missed.length === 0) return [];
  const inOrder = missed.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1));
  for (const one of inOrder) await lockCase(tx, one);
  const customerIds = inOrder.map(({ customerId }) => customerId);
  const caseIds = inOrder.map(({ caseId }) => caseId);
  return refreshOnce(tx, { kind: 'cases', portfolioId, customerIds, caseIds }, day, entry);
}

type RefreshedCase = CaseRef & {
  /** Its figures were not what the items say. */
  readonly isChanged: boolean;
  /** They still are not: somebody else wrote to the case meanwhile. */
  readonly isMissed: boolean;
};

async function refreshOnce(
  tx: Kysely<DB>,
  scope: Scope,
  day: Day,
  entry: Entry,
): Promise<readonly RefreshedCase[]> {
  const { rows } = await sql<RefreshedCase>`
    with open as materialized (
      select c.customer_id, c.id as case_id, c.last_hash, coalesce(s.debt, 0) as debt,
        coalesce(s.overdue, 0) as overdue, s.oldest_due_on,
        (c.debt_minor, c.overdue_minor, c.oldest_due_on) is distinct from
          (coalesce(s.debt, 0), coalesce(s.overdue, 0), s.oldest_due_on) as is_changed
      from cases c left join (${sumsOf(scope, day, entry)}) s on s.customer_id = c.customer_id
      where ${inScope(scope, 'c.customer_id')} and c.portfolio_id = ${scope.portfolioId}::uuid
        and c.closed_at is null
    ), refreshed as (
      update cases c set debt_minor = x.debt, overdue_minor = x.overdue,
        oldest_due_on = x.oldest_due_on
      from open x where x.is_changed and c.customer_id = x.customer_id and c.id = x.case_id
        and ${isAsRead}
      returning c.customer_id, c.id as case_id
    )
    select o.customer_id, o.case_id, o.is_changed, o.is_changed and r.case_id is null as is_missed
    from open o left join refreshed r on r.customer_id = o.customer_id and r.case_id = o.case_id
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
