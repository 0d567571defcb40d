import { type Kysely, sql } from 'kysely';
import type { Decision, RuleResult } from '#domain/compliance/decision.ts';
import type { Facts } from '#domain/compliance/facts.ts';
import { LONGEST_COUNT_DAYS } from '#domain/compliance/moment.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from './tables.ts';

/** What the database knows that bears on contacting one customer; JSON as the rows have it. */
export type GateRows = {
  readonly customer: {
    readonly id: string;
    readonly country: string;
    readonly region: string | null;
    readonly city: string | null;
    readonly postalCode: string | null;
    readonly confirmedZone: string | null;
    readonly vulnerable: boolean;
    readonly kind: 'person' | 'company';
    /** Whether the log has any entry, of those left out below too. */
    readonly contacted: boolean;
  };
  readonly points: readonly {
    readonly id: string;
    readonly kind: string;
    readonly value: string;
    readonly place: string | null;
    readonly state: string;
    readonly zones: readonly string[];
  }[];
  readonly debts: readonly {
    readonly id: string;
    readonly portfolioId: string;
    readonly product: string;
    readonly creditor: string;
    readonly balance: number;
    readonly oldestDueOn: string | null;
  }[];
  readonly log: readonly {
    readonly id: string;
    readonly at: string;
    readonly direction: string;
    readonly channel: string;
    readonly pointId: string | null;
    readonly person: string;
    readonly state: string;
    readonly result: string | null;
    readonly debts: readonly string[];
    readonly conversationDebts: readonly string[];
    readonly mode: string;
  }[];
  readonly preferences: readonly {
    readonly id: string;
    readonly kind: string;
    readonly channel: string | null;
    readonly pointId: string | null;
    readonly details: Readonly<Record<string, unknown>>;
    readonly givenAt: string;
    readonly withdraws: string | null;
  }[];
  readonly consents: readonly {
    readonly kind: string;
    readonly pointId: string | null;
    readonly debts: readonly string[];
    readonly givenTo: string;
    readonly receivedAt: string;
    readonly revokedAt: string | null;
    readonly details: Readonly<Record<string, unknown>>;
  }[];
  readonly holds: readonly {
    readonly id: string;
    readonly caseId: string;
    readonly kind: string;
    readonly itemId: string | null;
    readonly amount: number | null;
    readonly details: Readonly<Record<string, unknown>>;
    readonly setAt: string;
  }[];
};

/** Log entries older than this matter to no rule of any pack. */
const logDays = 400;

/** Older calls to the person in which nobody spoke are counted by no rule; days of slack for zones. */
const countedDays = LONGEST_COUNT_DAYS + 5;

/** Everything about one customer that the gate decides from, in one round trip. */
export async function gateRows(
  db: Kysely<DB>,
  customerId: string,
  at: Instant,
  exceptAttempt: string | null,
): Promise<GateRows | undefined> {
  const counting = sql`t.customer_id = c.id and t.state <> 'refused'
    and t.id is distinct from ${exceptAttempt}::uuid
    and t.attempted_at > ${at}::timestamptz - make_interval(days => ${logDays})`;
  const { rows } = await sql<GateRows>`
    select
      json_build_object('id', c.id, 'country', c.country, 'region', c.region, 'city', c.city,
        'postalCode', c.postal_code, 'confirmedZone', c.confirmed_zone,
        'vulnerable', c.vulnerable, 'kind', c.kind, 'contacted', exists (
          select 1 from attempts t where ${counting})) as customer,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'value', p.value,
          'place', p.place, 'state', p.state, 'zones', p.zones) order by p.rank, p.id), '[]')
        from contact_points p where p.customer_id = c.id) as points,
      (select coalesce(json_agg(json_build_object('id', a.id, 'portfolioId', a.portfolio_id,
          'product', a.product, 'creditor', cr.name, 'balance', i.balance,
          'oldestDueOn', i.oldest)), '[]')
        from accounts a
        join portfolios po on po.id = a.portfolio_id
        join creditors cr on cr.id = po.creditor_id
        left join lateral (
          select coalesce(sum(balance_minor), 0) as balance,
            min(due_on) filter (where balance_minor > 0) as oldest
          from items i where i.customer_id = c.id and i.account_id = a.id
        ) i on true
        where a.customer_id = c.id) as debts,
      (select coalesce(json_agg(e), '[]') from (
        select t.id, t.attempted_at as at, t.direction, t.channel, t.contact_point_id as "pointId",
          t.person, t.state, t.result, t.debts, t.conversation_debts as "conversationDebts", t.mode
        from attempts t where ${counting}
          and (t.attempted_at > ${at}::timestamptz - make_interval(days => ${countedDays})
            or t.direction = 'inbound' or t.person <> 'consumer' or t.result = 'conversation')
      ) e) as log,
      (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind,
          'channel', f.channel, 'pointId', f.contact_point_id, 'details', f.details,
          'givenAt', f.given_at, 'withdraws', f.withdraws) order by f.given_at), '[]')
        from preferences f where f.customer_id = c.id
          and (f.ends_at is null or f.ends_at > ${at}::timestamptz)) as preferences,
      (select coalesce(json_agg(json_build_object('kind', s.kind, 'pointId', s.contact_point_id,
          'debts', s.debts, 'givenTo', s.given_to, 'receivedAt', s.received_at,
          'revokedAt', s.revoked_at, 'details', s.details)), '[]')
        from consents s where s.customer_id = c.id) as consents,
      (select coalesce(json_agg(json_build_object('id', h.id, 'caseId', h.case_id,
          'kind', h.kind, 'itemId', h.item_id, 'amount', h.amount_minor,
          'details', h.details, 'setAt', h.set_at)), '[]')
        from holds h where h.customer_id = c.id and h.lifted_at is null) as holds
    from customers c where c.id = ${customerId}::uuid
  `.execute(db);
  return rows[0];
}

/** Takes the one lock under which contact with a person is decided. False when unknown. */
export async function lockPerson(tx: Kysely<DB>, customerId: string): Promise<boolean> {
  const { rows } = await sql`
    select 1 from customers where id = ${customerId}::uuid for no key update
  `.execute(tx);
  return rows.length === 1;
}

/**
 * Whether somebody is in contact with a person or about to be: a token not used up, a call that has
 * not ended, a talk that is not wrapped up. Asked under the person's lock.
 */
export async function inContact(tx: Kysely<DB>, customerId: string, at: Instant): Promise<boolean> {
  const { rows } = await sql`
    select 1 from attempts where customer_id = ${customerId}::uuid and (state = 'released'
      or (state = 'reserved' and token_expires_at > ${at}::timestamptz))
    union all
    select 1 from conversations where customer_id = ${customerId}::uuid and finished_at is null
    limit 1
  `.execute(tx);
  return rows.length > 0;
}

/** A decision as it is kept, with the facts it can be replayed from. */
export type KeptDecision = {
  readonly id: string;
  readonly tenantId: string;
  readonly bucket: number;
  readonly customerId: string;
  readonly caseId: string;
  readonly userId: string | null;
  readonly purpose: 'ask' | 'reserve' | 'release';
  readonly channel: string;
  readonly contactPointId: string | null;
  readonly decision: Decision;
  readonly facts: Facts;
  readonly factsHash: string;
  readonly decidedAt: Instant;
};

/** The verdict in the words of the table. */
export function verdictWord(decision: Decision): 'permitted' | 'refused' | 'presumed_violation' {
  if (decision.permitted === true) return 'permitted';
  return decision.permitted === false ? 'refused' : 'presumed_violation';
}

/** Keeps a decision for good. */
export async function keepDecision(tx: Kysely<DB>, kept: KeptDecision): Promise<void> {
  const rules = kept.decision.reasons.map(({ rule }: RuleResult) => rule);
  await sql`
    insert into decisions (customer_id, id, tenant_id, bucket, case_id, user_id, purpose, channel,
      contact_point_id, verdict, rules, decision, facts, facts_hash, decided_at)
    values (${kept.customerId}, ${kept.id}, ${kept.tenantId}, ${kept.bucket}, ${kept.caseId},
      ${kept.userId}, ${kept.purpose}, ${kept.channel}, ${kept.contactPointId},
      ${verdictWord(kept.decision)}, ${rules}, ${JSON.stringify(kept.decision)}::jsonb,
      ${JSON.stringify(kept.facts)}::jsonb, ${kept.factsHash}, ${kept.decidedAt}::timestamptz)
  `.execute(tx);
}

/** An attempt as reserved: it counts from now on, whatever becomes of it. */
export type ReservedAttempt = {
  readonly id: string;
  readonly tenantId: string;
  readonly bucket: number;
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly decisionId: string;
  readonly channel: string;
  readonly contactPointId: string;
  readonly mode: string;
  readonly debts: readonly string[];
  readonly userId: string | null;
  readonly tokenHash: string;
  readonly tokenExpiresAt: Instant;
  readonly zone: string;
  readonly localDay: string;
  readonly localHour: number;
  readonly attemptedAt: Instant;
};

/** Writes the attempt as reserved. */
export async function insertReservation(tx: Kysely<DB>, attempt: ReservedAttempt): Promise<void> {
  await tx
    .insertInto('attempts')
    .values({ ...attempt, debts: [...attempt.debts], direction: 'outbound', state: 'reserved' })
    .execute();
}

/** What release needs to know of a reservation. */
export type Reservation = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly contactPointId: string;
  readonly channel: string;
  readonly debts: readonly string[];
  readonly state: string;
  readonly tokenHash: string | null;
  readonly tokenExpiresAt: Instant | null;
  readonly bucket: number;
};

/** The reservation under its row lock, or undefined when there is none. */
export async function lockReservation(
  tx: Kysely<DB>,
  attemptId: string,
): Promise<Reservation | undefined> {
  const { rows } = await sql<Reservation>`
    select customer_id, case_id, portfolio_id, contact_point_id, channel, debts, state, token_hash,
      token_expires_at, bucket
    from attempts where id = ${attemptId}::uuid for update
  `.execute(tx);
  return rows[0];
}

/** Sets the outcome of a release: `released`, or `refused` (which no longer counts). */
export async function settleReservation(
  tx: Kysely<DB>,
  attemptId: string,
  state: 'released' | 'refused',
  at: Instant,
): Promise<void> {
  await sql`
    update attempts set state = ${state}, released_at = ${at}::timestamptz
    where id = ${attemptId}::uuid
  `.execute(tx);
}

/** Uses a released token up: true once, and only for the attempt it was made for. */
export async function useToken(
  db: Kysely<DB>,
  attemptId: string,
  tokenHash: string,
  at: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    update attempts set token_hash = null
    where id = ${attemptId}::uuid and token_hash = ${tokenHash} and state = 'released'
      and token_expires_at > ${at}::timestamptz
    returning 1
  `.execute(db);
  return rows.length === 1;
}
