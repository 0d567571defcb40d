import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate, Zone } from '#kernel/time.ts';
import { mayBeHanded } from '#storage/cases/for-specialists.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import type { DB } from '#storage/tables.ts';

/** Whose number a caller has, with the case to open. */
export type FoundCaller = CaseRef & {
  readonly portfolioId: string;
  readonly contactPointId: string;
  readonly zone: Zone;
  readonly debts: readonly string[];
};

/** The person behind a number and their case: an open one of the portfolio that was called first. */
export async function findCaller(
  tx: Kysely<DB>,
  from: string,
  to: string,
): Promise<FoundCaller | undefined> {
  const { rows } = await sql<FoundCaller>`
    select c.customer_id, c.id as case_id, c.portfolio_id, p.id as contact_point_id,
      coalesce(case when p.party_id is null then u.confirmed_zone end, p.zones[1],
        u.confirmed_zone, po.zone) as zone,
      coalesce((select array_agg(a.id) from accounts a where a.customer_id = c.customer_id
        and a.portfolio_id = c.portfolio_id), '{}') as debts
    from contact_points p
    join customers u on u.id = p.customer_id
    join cases c on c.customer_id = p.customer_id
    join portfolios po on po.id = c.portfolio_id
    where p.value = ${from} and p.kind in ('mobile', 'landline') and p.state <> 'wrong_person'
    order by c.closed_at is null desc, po.caller_id = ${to} desc, p.state = 'valid' desc,
      c.opened_at desc, c.id
    limit 1
  `.execute(tx);
  return rows[0];
}

/** The portfolio that shows this number, for calls of nobody we know. */
export async function portfolioOfNumber(tx: Kysely<DB>, to: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from portfolios where caller_id = ${to} order by name limit 1
  `.execute(tx);
  return rows[0]?.id;
}

/** Writes the attempt of an inbound call, named by the call. */
export async function insertInbound(
  tx: Kysely<DB>,
  made: FoundCaller & {
    readonly id: string;
    readonly tenantId: string;
    readonly localDay: LocalDate;
    readonly localHour: number;
    /** The process that has the call in hand. */
    readonly instanceId: string;
    readonly at: Instant;
  },
): Promise<void> {
  const { at, debts, ...rest } = made;
  await tx
    .insertInto('attempts')
    .values({
      ...rest,
      debts: [...debts],
      channel: 'phone_call',
      direction: 'inbound',
      mode: 'live_agent',
      state: 'released',
      attemptedAt: at,
      receivedAt: at,
      recordedAt: at,
      releasedAt: at,
    })
    .execute();
}

/** Who a waiting call goes to. */
export type ChosenAgent = { readonly userId: string };

/**
 * Who takes a call on this case: whoever has the customer open and is not talking, else a specialist
 * when the customer is vulnerable (anybody ready rather than nobody), else the ready owner, else the
 * ready agent who has waited longest. Locks that agent's stretch of time.
 */
export async function chooseAgent(
  tx: Kysely<DB>,
  ref: CaseRef & { readonly portfolioId: string },
  at: Instant,
): Promise<ChosenAgent | undefined> {
  const { rows } = await sql<ChosenAgent>`
    select s.user_id
    from agent_states s
    join users u on u.id = s.user_id and u.active
    left join customer_leases l on l.customer_id = ${ref.customerId}::uuid
      and l.until > ${at}::timestamptz
    left join cases c on c.customer_id = ${ref.customerId}::uuid and c.id = ${ref.caseId}::uuid
    where s.ended_at is null
      and (l.user_id = s.user_id and s.state in ('ready', 'contact')
        or l.user_id is null and s.state = 'ready')
      and exists (select 1 from user_roles r where r.user_id = s.user_id
        and r.role in ('agent', 'supervisor')
        and (r.portfolio_id is null or r.portfolio_id = ${ref.portfolioId}::uuid))
      and not exists (select 1 from conversations v where v.user_id = s.user_id
        and v.finished_at is null)
    order by l.user_id is not null desc,
      ${mayBeHanded(sql`s.user_id`, 'c')} desc,
      s.user_id = c.owner_id desc nulls last, s.began_at, s.id
    limit 1 for update of s skip locked
  `.execute(tx);
  return rows[0];
}

const waitingLimit = 20;

/** Calls that ring and nobody has, the longest waiting first. */
export async function waitingCalls(db: Kysely<DB>): Promise<readonly string[]> {
  const { rows } = await sql<{ attemptId: string }>`
    select attempt_id from conversations
    where user_id is null and finished_at is null and direction = 'inbound' and state = 'ringing'
    order by began_at limit ${waitingLimit}
  `.execute(db);
  return rows.map(({ attemptId }) => attemptId);
}

/** Whether a case is open, and whose it is. */
export async function caseIsOpen(
  tx: Kysely<DB>,
  ref: CaseRef,
): Promise<{ readonly open: boolean; readonly ownerId: string | null }> {
  const { rows } = await sql<{ open: boolean; ownerId: string | null }>`
    select closed_at is null as open, owner_id from cases
    where customer_id = ${ref.customerId}::uuid and id = ${ref.caseId}::uuid
  `.execute(tx);
  return rows[0] ?? { open: false, ownerId: null };
}

/** A call that was up when the product stopped. */
export type LostCall = {
  readonly attemptId: string;
  readonly customerId: string;
};

const isLost = sql`state in ('reserved', 'released') and not exists (
  select from instances i where i.id = attempts.instance_id and i.taken_at is null)`;

/** Attempts without an outcome that no living process has in hand. */
export async function lostCalls(db: Kysely<DB>): Promise<readonly LostCall[]> {
  const { rows } = await sql<LostCall>`
    select id as attempt_id, customer_id from attempts
    where ${isLost}
    order by attempted_at
  `.execute(db);
  return rows;
}

/**
 * Writes down that nobody knows what became of a lost attempt; false when it got an outcome or a living
 * owner since it was listed, which then stands.
 */
export async function settleLost(tx: Kysely<DB>, lost: LostCall, at: Instant): Promise<boolean> {
  const { rows } = await sql`
    update attempts set state = 'unknown', ended_at = ${at}::timestamptz,
      received_at = ${at}::timestamptz, recorded_at = ${at}::timestamptz
    where customer_id = ${lost.customerId}::uuid and id = ${lost.attemptId}::uuid and ${isLost}
    returning 1
  `.execute(tx);
  return rows.length === 1;
}
