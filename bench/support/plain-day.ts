import { sql } from 'kysely';
import { atOnce, hashOf, outboxRows } from '#storage/event-log.ts';
import type { Db } from '#usecases/app.ts';
import { agedPortfolio } from './aged-book.ts';

/**
 * The baseline of the daily run: one ordinary day of the aged book in hand-written statements, in one
 * transaction, for this process and these events only. It writes the same rows: figures, new cases
 * with event, log and task, items in collection, cases that go to calling with log and work item,
 * and ranks with their reasons. It knows no holds, agreements, notices, other events or states.
 */
export async function plainDay(db: Db, day: string): Promise<void> {
  const today = sql`${day}::date`;
  const at = sql`(${day}::date::timestamp at time zone 'America/New_York' + interval '10 hours')`;
  const portfolio = sql`${agedPortfolio}::uuid`;
  const overdue = sql`due_on < ${today} - 3`;
  const id = (kind: string, key: string) =>
    sql.raw(`(substr(md5('${kind}' || ${key}), 1, 8) || '-0000-7000-8000-'
      || substr(md5('${kind}' || ${key}), 9, 12))::uuid`);
  await db.transaction().execute(async (tx) => {
    await sql`select set_config('work_mem', '256MB', true), set_config('jit', 'off', true),
      set_config('enable_nestloop', 'off', true)`.execute(tx);
    await sql`
      with sums as materialized (
        select customer_id, sum(balance_minor)::bigint as debt,
          coalesce(sum(balance_minor) filter (where ${overdue}), 0)::bigint as overdue,
          min(due_on) filter (where ${overdue}) as oldest,
          (array_agg(account_id) filter (where ${overdue}))[1] as account_id
        from items where portfolio_id = ${portfolio} and balance_minor > 0 group by customer_id
      ), refreshed as (
        update cases c set debt_minor = s.debt, overdue_minor = s.overdue, oldest_due_on = s.oldest
        from sums s where s.customer_id = c.customer_id and c.closed_at is null
          and (c.debt_minor, c.overdue_minor, c.oldest_due_on)
            is distinct from (s.debt, s.overdue, s.oldest)
      ), n as materialized (
        select ${id('case', 's.customer_id')} as case_id, ${id('open', 's.customer_id')} as id,
          s.*, u.tenant_id, ${portfolio} as portfolio_id, 'case.opened'::text as kind, ${at} as occurred_at,
          1::smallint as v, 'system'::text as actor_kind, null::uuid as actor_id, jsonb_build_object('on', ${today}, 'by', 'overdue') as facts
        from sums s join customers u on u.id = s.customer_id
        left join cases c on c.customer_id = s.customer_id
        where s.overdue > 0 and c.id is null
      ), o as materialized (select n.*, ${hashOf('null::bytea', 'n', atOnce('n'))} as hash from n),
      m as materialized (
        select o.case_id, ${id('move', 'o.customer_id')} as id, o.customer_id, o.tenant_id, o.portfolio_id,
          'case.moved'::text as kind, o.v, o.occurred_at, o.actor_kind, o.actor_id, o.hash as first_hash,
          jsonb_build_object('from', 'event', 'to', 'requested', 'on', 'classified',
            'stepBefore', 'classify') as facts
        from o
      ), l as materialized (select m.*, ${hashOf('m.first_hash', 'm', atOnce('m'))} as hash from m),
      logged as (
        insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v,
          occurred_at, recorded_at, actor_kind, actor_id, facts, previous_hash, hash)
        select id, tenant_id, ${portfolio}, customer_id, case_id, kind, v, occurred_at, occurred_at,
          actor_kind, actor_id, facts, null, hash from o
        union all
        select id, tenant_id, ${portfolio}, customer_id, case_id, kind, v, occurred_at, occurred_at,
          actor_kind, actor_id, facts, first_hash, hash from l
        returning seq, customer_id
      ), told as (${outboxRows}
      ), late as (
        insert into key_events (customer_id, id, tenant_id, portfolio_id, case_id,
          account_id, type, sub_reason, fault, source, happened_on, recorded_at)
        select customer_id, ${id('late', 'customer_id')}, tenant_id, ${portfolio}, case_id,
          account_id, 'D', 'unknown', 'customer', 'bench', ${today}, ${at} from o
      ), asked as (
        insert into tasks (customer_id, id, tenant_id, portfolio_id, case_id, kind,
          details, queue, due_on, opened_at)
        select customer_id, ${id('task', 'customer_id')}, tenant_id, ${portfolio}, case_id,
          'send-request', jsonb_build_object('step', 'send-request', 'action', 'task'),
          'back-office', ${today} + 2, ${at} from o
      )
      insert into cases (customer_id, id, tenant_id, portfolio_id, state, state_since,
        shape, step, step_on, queue, next_action, next_action_at, next_action_why, debt_minor,
        overdue_minor, currency, oldest_due_on, judged_on, opened_at, last_hash)
      select o.customer_id, o.case_id, o.tenant_id, ${portfolio}, 'requested', ${at},
        'short-firm', 'send-request', ${today}, 'back-office', 'task', ${at},
        jsonb_build_object('code', 'step-announce-next'), o.debt, o.overdue, 'USD', o.oldest,
        ${today}, ${at}, l.hash
      from o join l on l.case_id = o.case_id
    `.execute(tx);
    await sql`
      update items i set case_id = c.id, entered_collection_on = ${today}
      from cases c where c.customer_id = i.customer_id and c.closed_at is null
        and i.portfolio_id = ${portfolio} and i.balance_minor > 0 and i.${overdue}
        and i.entered_collection_on is null
    `.execute(tx);
    await sql`
      with n as materialized (
        select c.customer_id, c.id as case_id, c.tenant_id, c.portfolio_id, c.last_hash,
          ${id('call', 'c.id')} as id, 'case.moved'::text as kind, ${at} as occurred_at,
          1::smallint as v, 'system'::text as actor_kind, null::uuid as actor_id, jsonb_build_object('from', 'requested', 'to', 'working',
            'on', 'call-due', 'stepBefore', 'start-calls') as facts,
          p.zones[1] as zone
        from cases c left join contact_points p on p.customer_id = c.customer_id
          and p.kind = 'mobile' and p.state in ('valid', 'unverified')
        where c.closed_at is null and c.next_action = 'wait' and c.step = 'start-calls'
          and (c.next_action_at at time zone 'America/New_York')::date <= ${today}
      ), h as materialized (select n.*, ${hashOf('n.last_hash', 'n', atOnce('n'))} as hash from n),
      logged as (
        insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v,
          occurred_at, recorded_at, actor_kind, actor_id, facts, previous_hash, hash)
        select id, tenant_id, ${portfolio}, customer_id, case_id, kind, v, occurred_at, occurred_at,
          actor_kind, actor_id, facts, last_hash, hash from h
        returning seq, customer_id
      ), told as (${outboxRows}
      ), queued as (
        insert into work_items (customer_id, id, tenant_id, case_id, portfolio_id, zone,
          state, next_callable_at)
        select customer_id, ${id('work', 'case_id')}, tenant_id, case_id, ${portfolio},
          zone, 'ready', ${at} from h
      )
      update cases c set state = 'working', state_since = ${at}, step = 'call-1',
        step_on = ${today}, queue = 'agents', next_action = 'call', next_action_at = ${at},
        next_action_why = jsonb_build_object('code', 'step-agree-payment'), judged_on = ${today},
        last_hash = h.hash
      from h where c.customer_id = h.customer_id and c.id = h.case_id
    `.execute(tx);
    await sql`
      with t as materialized (
        select percentile_disc(0.5) within group (order by overdue_minor) as typical
        from cases where closed_at is null and overdue_minor > 0
      ), r as materialized (
        select c.customer_id, c.id, w.id as work_id, x.amount + y.age + 22 as points,
          jsonb_build_array(
            jsonb_build_object('code', 'amount', 'points', x.amount,
              'facts', '{}'::jsonb),
            jsonb_build_object('code', 'age', 'points', y.age,
              'facts', '{}'::jsonb),
            jsonb_build_object('code', 'payment-pattern', 'points', 12,
              'facts', jsonb_build_object('pattern', 'first-time')),
            jsonb_build_object('code', 'event-type', 'points', 10,
              'facts', jsonb_build_object('type', 'D'))) as why
        from work_items w join cases c on c.customer_id = w.customer_id and c.id = w.case_id,
        t,
        lateral (select c.overdue_minor * 100 / t.typical as percent,
          ${today} - c.oldest_due_on as days) f,
        lateral (select case when f.percent <= 50 then 5 when f.percent <= 100 then 10
          when f.percent <= 200 then 15 when f.percent <= 500 then 20 else 25 end as amount) x,
        lateral (select case when f.days <= 30 then 12 when f.days <= 60 then 18
          when f.days <= 90 then 14 when f.days <= 150 then 8 else 4 end as age) y
        where w.state <> 'done'
      ), ranked as (
        update cases c set priority = r.points, priority_why = r.why from r
        where c.customer_id = r.customer_id and c.id = r.id
          and (c.priority, c.priority_why) is distinct from (r.points, r.why)
      )
      update work_items w set priority = r.points from r
      where w.customer_id = r.customer_id and w.id = r.work_id and w.priority <> r.points
    `.execute(tx);
  });
}
