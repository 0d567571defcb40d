import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { Owned } from '#storage/cases/set-holds.ts';
import { tellsDanger } from '#storage/cases/told-danger.ts';
import type { DB } from '#storage/tables.ts';
import { customerOf } from '#storage/whose.ts';

/** A request of an agent to the supervisors. */
export async function insertRequest(
  tx: Kysely<DB>,
  made: Owned & {
    readonly id: string;
    readonly portfolioId: string;
    readonly caseId: string;
    readonly conversationId: string | null;
    readonly kind: string;
    readonly askedAt: Instant;
    readonly askedBy: string;
    readonly details: Readonly<Record<string, unknown>>;
  },
): Promise<void> {
  await tx
    .insertInto('supervisorRequests')
    .values({ ...made, details: JSON.stringify(made.details) })
    .execute();
}

/** Whether a request of that kind waits on a case. */
export async function requestWaits(
  tx: Kysely<DB>,
  ref: { readonly customerId: string; readonly caseId: string },
  kind: string,
): Promise<boolean> {
  const found = await tx
    .selectFrom('supervisorRequests')
    .select('id')
    .where('customerId', '=', ref.customerId)
    .where('caseId', '=', ref.caseId)
    .where('kind', '=', kind)
    .where('closedAt', 'is', null)
    .executeTakeFirst();
  return found !== undefined;
}

/** One request with what deciding it needs. */
export type RequestRow = {
  readonly id: string;
  readonly customerId: string;
  readonly portfolioId: string;
  readonly caseId: string;
  readonly conversationId: string | null;
  readonly kind: string;
  readonly planId: string | null;
  readonly takenBy: string | null;
  readonly closedAt: Instant | null;
};

/** One request under its row lock. */
export async function lockRequest(
  tx: Kysely<DB>,
  requestId: string,
): Promise<RequestRow | undefined> {
  const customerId = await customerOf(tx, 'supervisor_requests', requestId);
  if (customerId === undefined) return undefined;
  const { rows } = await sql<RequestRow>`
    select id, customer_id, portfolio_id, case_id, conversation_id, kind,
      details->>'planId' as plan_id, taken_by, closed_at
    from supervisor_requests
    where customer_id = ${customerId}::uuid and id = ${requestId}::uuid for update
  `.execute(tx);
  return rows[0];
}

/** Writes that a request was taken, or is over. */
export async function changeRequest(
  tx: Kysely<DB>,
  request: Pick<RequestRow, 'id' | 'customerId'>,
  change: Partial<{ takenAt: Instant; takenBy: string; closedAt: Instant; outcome: string }>,
): Promise<void> {
  await tx
    .updateTable('supervisorRequests')
    .set(change)
    .where('customerId', '=', request.customerId)
    .where('id', '=', request.id)
    .execute();
}

/** The floor as it stands. */
export type FloorRow = {
  readonly agents: readonly {
    readonly userId: string;
    readonly name: string;
    readonly state: 'ready' | 'contact' | 'wrap_up' | 'away' | 'signed_out';
    readonly reason: string | null;
    readonly since: string;
    readonly conversationId: string | null;
    readonly caseId: string | null;
    readonly customerName: string | null;
    readonly contactsToday: number;
    readonly rightPartyToday: number;
  }[];
  readonly queues: readonly {
    readonly portfolioId: string;
    readonly portfolioName: string;
    readonly ready: number;
    readonly readyUpper: number;
    readonly waiting: number;
    readonly leased: number;
    readonly nextAt: string | null;
    readonly callbacksDue: number;
    readonly tasksOverdue: number;
    readonly readyZones: readonly string[];
  }[];
  readonly calls: readonly {
    readonly conversationId: string;
    readonly caseId: string;
    readonly customerName: string;
    readonly agentName: string | null;
    readonly direction: 'outbound' | 'inbound';
    readonly state: string;
    readonly since: string;
    readonly hostile: boolean;
  }[];
  readonly requests: readonly {
    readonly id: string;
    readonly kind:
      | 'supervisor_asked'
      | 'hostile_call'
      | 'authority'
      | 'help'
      | 'needs-specialist'
      | 'needs-language';
    readonly caseId: string;
    readonly conversationId: string | null;
    readonly customerName: string;
    readonly portfolioName: string;
    readonly askedBy: string;
    readonly askedAt: string;
    readonly takenBy: string | null;
    readonly planId: string | null;
  }[];
  /** Words that may speak of danger to life, which nobody has read yet; the oldest first. */
  readonly dangers: readonly {
    readonly caseId: string;
    readonly customerName: string;
    readonly portfolioName: string;
    readonly foundAt: string;
  }[];
  readonly unknownCallers: number;
  readonly waitingCallers: number;
};

const agentLimit = 500;
const callLimit = 200;
const dangerLimit = 50;

/** Who does what in those portfolios, queues, calls and open requests, in one round trip. */
export async function floorRow(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
  dayStart: Instant,
  at: Instant,
): Promise<FloorRow | undefined> {
  const ids = sql`${[...portfolioIds]}::uuid[]`;
  const since = sql`${dayStart}::timestamptz`;
  const { rows } = await sql<FloorRow>`
    select
      (select coalesce(json_agg(json_build_object('userId', a.user_id, 'name', a.name,
          'state', a.state, 'reason', a.reason, 'since', a.began_at,
          'conversationId', v.id, 'caseId', coalesce(v.case_id, a.case_id),
          'customerName', coalesce(v.name, k.name),
          'contactsToday', d.contacts, 'rightPartyToday', d.right_party)
          order by a.name, a.user_id), '[]')
        from (select s.user_id, u.name, s.state, s.reason, s.began_at, s.case_id
          from agent_states s join users u on u.id = s.user_id and u.active
          where s.ended_at is null and exists (select 1 from user_roles r
            where r.user_id = s.user_id and r.role in ('agent', 'supervisor')
              and (r.portfolio_id is null or r.portfolio_id = any(${ids})))
          order by u.name limit ${agentLimit}) a
        left join lateral (select c.id, c.case_id, x.name from conversations c
          join customers x on x.id = c.customer_id
          where c.user_id = a.user_id and c.finished_at is null
          order by c.began_at desc limit 1) v on true
        left join lateral (select x.name from cases c join customers x on x.id = c.customer_id
          where c.id = a.case_id) k on true
        cross join lateral (select
          count(*) filter (where c.answered_by = 'person')::int as contacts,
          count(*) filter (where c.verified_at is not null)::int as right_party
          from conversations c where c.user_id = a.user_id and c.began_at >= ${since}) d
      ) as agents,
      (select coalesce(json_agg(json_build_object('portfolioId', p.id, 'portfolioName', p.name,
          'ready', coalesce(w.ready, 0), 'readyUpper', coalesce(w.ready_upper, 0),
          'waiting', coalesce(w.waiting, 0), 'leased', coalesce(w.leased, 0),
          'nextAt', w.next_at, 'readyZones', coalesce(w.zones, '{}'),
          'callbacksDue', (select count(*) from callbacks b
            join cases c on c.customer_id = b.customer_id and c.id = b.case_id
            where b.done_at is null and b.due_at <= ${at}::timestamptz
              and c.portfolio_id = p.id),
          'tasksOverdue', (select count(*) from tasks t where t.portfolio_id = p.id
            and t.done_at is null
            and t.due_on < (${at}::timestamptz at time zone p.zone)::date))
          order by p.name), '[]')
        from portfolios p left join (
          select portfolio_id, count(*) filter (where state = 'ready') as ready,
            count(*) filter (where state = 'ready' and priority_tier) as ready_upper,
            count(*) filter (where state = 'waiting') as waiting,
            count(*) filter (where state = 'leased') as leased,
            min(next_callable_at) filter (where state = 'waiting') as next_at,
            array_agg(distinct zone) filter (where state = 'ready') as zones
          from work_items where state <> 'done' and portfolio_id = any(${ids}) group by portfolio_id
        ) w on w.portfolio_id = p.id
        where p.id = any(${ids})) as queues,
      (select coalesce(json_agg(json_build_object('conversationId', c.id, 'caseId', c.case_id,
          'customerName', x.name, 'agentName', u.name, 'direction', c.direction,
          'state', c.state, 'since', coalesce(c.answered_at, c.began_at),
          'hostile', c.hostile_at is not null) order by c.began_at), '[]')
        from (select * from conversations where finished_at is null and ended_at is null
          and portfolio_id = any(${ids}) order by began_at limit ${callLimit}) c
        join customers x on x.id = c.customer_id
        left join users u on u.id = c.user_id) as calls,
      (select coalesce(json_agg(json_build_object('id', r.id, 'kind', r.kind,
          'caseId', r.case_id, 'conversationId', r.conversation_id, 'customerName', x.name,
          'portfolioName', p.name, 'askedBy', u.name, 'askedAt', r.asked_at, 'takenBy', t.name,
          'planId', r.details->>'planId')
          order by r.kind = 'hostile_call' desc, r.asked_at), '[]')
        from supervisor_requests r
        join customers x on x.id = r.customer_id
        join portfolios p on p.id = r.portfolio_id
        join users u on u.id = r.asked_by
        left join users t on t.id = r.taken_by
        where r.closed_at is null and r.portfolio_id = any(${ids})) as requests,
      (select coalesce(json_agg(json_build_object('caseId', d.case_id, 'customerName', d.customer,
          'portfolioName', d.portfolio, 'foundAt', d.found_at) order by d.found_at), '[]')
        from (select r.case_id, r.found_at, x.name as customer, p.name as portfolio
          from refusals r join customers x on x.id = r.customer_id
          join portfolios p on p.id = r.portfolio_id
          where r.read_at is null and r.case_id is not null and r.portfolio_id = any(${ids})
            and ${tellsDanger('r')}
          order by r.found_at limit ${dangerLimit}) d) as dangers,
      (select count(*) from event_log e where e.kind = 'call.unknown-caller'
        and e.occurred_at >= ${since}
        and (e.portfolio_id is null or e.portfolio_id = any(${ids})))::int as unknown_callers,
      (select count(*) from conversations c where c.user_id is null and c.finished_at is null
        and c.direction = 'inbound' and c.portfolio_id = any(${ids}))::int as waiting_callers
  `.execute(db);
  return rows[0];
}
