import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { mayBeHanded } from '#storage/cases/for-specialists.ts';
import type { DB } from '#storage/tables.ts';

/** What waits in some portfolios. */
export type WaitingSummary = {
  readonly ready: number;
  readonly waiting: number;
  readonly leased: number;
  readonly readyZones: readonly string[];
  readonly nextAt: Instant | null;
  readonly nextCallbackAt: Instant | null;
};

/** Counts of the queue, for when it has nothing to hand out and for my day. */
export async function waitingSummary(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
): Promise<WaitingSummary> {
  const ids = sql`${[...portfolioIds]}::uuid[]`;
  const { rows } = await sql<WaitingSummary>`
    select count(*) filter (where state = 'ready')::int as ready,
      count(*) filter (where state = 'waiting')::int as waiting,
      count(*) filter (where state = 'leased')::int as leased,
      coalesce(array_agg(distinct zone) filter (where state = 'ready'), '{}') as ready_zones,
      min(next_callable_at) filter (where state = 'waiting') as next_at,
      (select min(b.due_at) from callbacks b
        join cases c on c.customer_id = b.customer_id and c.id = b.case_id
        where b.done_at is null and c.portfolio_id = any(${ids})) as next_callback_at
    from work_items where portfolio_id = any(${ids}) and state <> 'done'
  `.execute(db);
  const empty = { ready: 0, waiting: 0, leased: 0, readyZones: [], nextAt: null };
  return rows[0] ?? { ...empty, nextCallbackAt: null };
}

/** One ready case of the worklist. */
export type WorklistRow = {
  readonly caseId: string;
  readonly customerName: string;
  readonly portfolioName: string;
  readonly eventType: 'A' | 'B' | 'C' | 'D' | null;
  readonly state: string;
  readonly priorityTier: boolean;
  readonly zone: string;
};

const worklistLimit = 100;

/** The best of what is ready to work now in those portfolios and open zones, by name in each tier. */
export async function worklistRows(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
  zones: readonly string[],
  userId: string,
): Promise<readonly WorklistRow[]> {
  const { rows } = await sql<WorklistRow>`
    with best as (
      select w.* from unnest(${[...portfolioIds]}::uuid[]) p(portfolio_id)
      cross join (values (true), (false)) g(upper)
      cross join unnest(${[...zones]}::text[]) z(zone)
      cross join lateral (
        select w.customer_id, w.case_id, w.portfolio_id, w.priority_tier, w.priority, w.zone
        from work_items w where w.state = 'ready' and w.portfolio_id = p.portfolio_id
          and w.priority_tier = g.upper and w.zone = z.zone
        order by w.priority desc, w.id limit ${worklistLimit}
      ) w
    )
    select * from (select b.case_id, u.name as customer_name, po.name as portfolio_name, c.state,
      b.priority_tier, b.zone,
      (select e.type from key_events e where e.customer_id = c.customer_id and e.case_id = c.id
        order by e.resolved_at is null desc, e.recorded_at desc limit 1) as event_type
    from best b
    join cases c on c.customer_id = b.customer_id and c.id = b.case_id
    join customers u on u.id = b.customer_id
    join portfolios po on po.id = b.portfolio_id
    where (c.owner_id is null or c.owner_id = ${userId}::uuid) and ${mayBeHanded(sql`${userId}::uuid`, 'c')}
    order by b.priority_tier desc, b.priority desc, b.case_id limit ${worklistLimit}) chosen
    order by priority_tier desc, customer_name, case_id
  `.execute(db);
  return rows;
}

/** What an agent did today and has before them. */
export type DayRow = {
  readonly state: string | null;
  readonly since: Instant | null;
  readonly reason: string | null;
  readonly openConversationId: string | null;
  readonly openCaseId: string | null;
  readonly promisesDue: readonly {
    readonly caseId: string;
    readonly customerName: string;
    readonly dueOn: LocalDate;
    readonly state: string;
  }[];
  readonly callbacks: readonly {
    readonly id: string;
    readonly caseId: string;
    readonly customerName: string;
    readonly dueAt: string;
    readonly zone: string;
    readonly personal: boolean;
  }[];
  readonly answers: readonly {
    readonly caseId: string;
    readonly kind: string;
    readonly outcome: string | null;
    readonly at: string;
  }[];
  readonly contacts: number;
  readonly rightParty: number;
  readonly promises: number;
  readonly plans: number;
  readonly solved: number;
};

const listLimit = 100;

/** The day of one agent since `from` (the start of their local day), in one round trip. */
export async function dayRow(
  db: Kysely<DB>,
  userId: string,
  portfolioIds: readonly string[],
  from: Instant,
  today: LocalDate,
): Promise<DayRow | undefined> {
  const me = sql`${userId}::uuid`;
  const ids = sql`${[...portfolioIds]}::uuid[]`;
  const since = sql`${from}::timestamptz`;
  const { rows } = await sql<DayRow>`
    select s.state, s.began_at as since, s.reason,
      v.id as open_conversation_id, coalesce(v.case_id, l.case_id) as open_case_id,
      (select coalesce(json_agg(json_build_object('caseId', p.case_id, 'customerName', u.name,
          'dueOn', p.due_on, 'state', p.state) order by p.due_on, p.id), '[]')
        from (select * from promises_to_pay where made_by = ${me} and state = 'open'
          and due_on <= ${today}::date + 1 and portfolio_id = any(${ids})
          order by due_on limit ${listLimit}) p
        join customers u on u.id = p.customer_id) as promises_due,
      (select coalesce(json_agg(json_build_object('id', b.id, 'caseId', b.case_id,
          'customerName', u.name, 'dueAt', b.due_at, 'zone', coalesce(u.confirmed_zone,
            (select k.zones[1] from contact_points k where k.customer_id = b.customer_id
              and k.id = b.contact_point_id), 'UTC'),
          'personal', b.personal_to is not null) order by b.due_at, b.id), '[]')
        from (select b.* from callbacks b
          join cases c on c.customer_id = b.customer_id and c.id = b.case_id
          where b.done_at is null and (b.personal_to = ${me} or b.personal_to is null
            and c.portfolio_id = any(${ids}))
          order by b.due_at limit ${listLimit}) b
        join customers u on u.id = b.customer_id) as callbacks,
      (select coalesce(json_agg(json_build_object('caseId', r.case_id, 'kind', r.kind,
          'outcome', r.outcome, 'at', r.closed_at) order by r.closed_at desc), '[]')
        from (select * from supervisor_requests where asked_by = ${me}
          and closed_at >= ${since} order by closed_at desc limit ${listLimit}) r) as answers,
      (select count(*) from conversations c where c.user_id = ${me}
        and c.answered_at >= ${since} and c.answered_by = 'person')::int as contacts,
      (select count(*) from conversations c where c.user_id = ${me}
        and c.verified_at >= ${since})::int as right_party,
      (select count(*) from promises_to_pay p where p.made_by = ${me}
        and p.made_at >= ${since})::int as promises,
      (select count(*) from plans p where p.made_by = ${me} and p.made_at >= ${since})::int as plans,
      (select count(*) from event_log e where e.kind = 'key-event.resolved'
        and e.actor_id = ${me} and e.occurred_at >= ${since})::int as solved
    from (values (1)) one
    left join agent_states s on s.user_id = ${me} and s.ended_at is null
    left join lateral (select id, case_id from conversations
      where (user_id = ${me} or supervisor_id = ${me}) and finished_at is null
      order by began_at desc limit 1) v on true
    left join lateral (select case_id from customer_leases
      where user_id = ${me} order by until desc limit 1) l on true
  `.execute(db);
  return rows[0];
}
