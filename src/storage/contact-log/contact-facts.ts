import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { Owned } from '#storage/cases/set-holds.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** The three times of a fact: when it happened, reached us and was written down. */
export type FactTimes = {
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly recordedAt: Instant;
};

/** A raw fact as it is kept; never changed afterwards. */
export type NewFact = Owned &
  FactTimes & {
    readonly id: string;
    readonly caseId: string | null;
    readonly portfolioId: string | null;
    readonly kind: string;
    readonly details: Readonly<Record<string, unknown>>;
    readonly recordedBy: string | null;
    readonly source: string;
    readonly evidenceRef: string | null;
    readonly withdraws: string | null;
    readonly transferable: boolean;
    /** The contact of ours that it tells of; none for most facts. */
    readonly attemptId?: string | null;
  };

/** Keeps a raw fact. */
export async function insertFact(tx: Kysely<DB>, fact: NewFact): Promise<void> {
  await tx
    .insertInto('contactFacts')
    .values({ ...fact, details: JSON.stringify(fact.details) })
    .execute();
}

/** An earlier fact that another one refers to. */
export type EarlierFact = {
  readonly id: string;
  readonly kind: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly occurredAt: Instant;
  readonly receivedAt: Instant;
  readonly withdraws: string | null;
  readonly portfolioId: string | null;
  readonly attemptId: string | null;
  /** Whether some fact refers to it already. */
  readonly answered: boolean;
};

/** A fact of one of these people by its id. */
export async function earlierFact(
  tx: Kysely<DB>,
  people: readonly string[],
  id: string,
): Promise<EarlierFact | undefined> {
  const { rows } = await sql<EarlierFact>`
    select f.id, f.kind, f.details, f.occurred_at, f.received_at, f.withdraws, f.portfolio_id,
      f.attempt_id, f.id in (select w.withdraws from contact_facts w
        where w.customer_id = any(${[...people]}::uuid[]) and w.withdraws is not null) as answered
    from contact_facts f
    where f.customer_id = any(${[...people]}::uuid[]) and f.id = ${id}::uuid
  `.execute(tx);
  return rows[0];
}

/** Whether other facts in force tell of the same contact as this one, or of such a notice at all. */
export async function standsBeside(
  tx: Kysely<DB>,
  people: readonly string[],
  { id, kind, portfolioId, attemptId }: EarlierFact,
): Promise<{ readonly sameContact: boolean; readonly sameKind: boolean }> {
  const { rows } = await sql<{ sameContact: boolean; sameKind: boolean }>`
    select coalesce(bool_or(f.attempt_id = ${attemptId}::uuid), false) as same_contact,
      coalesce(bool_or(f.kind = ${kind} and f.portfolio_id = ${portfolioId}::uuid), false) as same_kind
    from contact_facts f
    where f.customer_id = any(${[...people]}::uuid[]) and f.id <> ${id}::uuid
      and f.withdraws is null
      and f.id not in (select w.withdraws from contact_facts w
        where w.customer_id = any(${[...people]}::uuid[]) and w.withdraws is not null)
  `.execute(tx);
  return rows[0] ?? { sameContact: false, sameKind: false };
}

/** The debts of a customer on one portfolio. */
export async function debtsOn(
  tx: Kysely<DB>,
  customerId: string,
  portfolioId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from accounts
    where customer_id = ${customerId}::uuid and portfolio_id = ${portfolioId}::uuid order by id
  `.execute(tx);
  return rows.map(({ id }) => id);
}

/** Those of the ids that are debts of these people, with the portfolio of each. */
export async function debtsAmong(
  tx: Kysely<DB>,
  people: readonly string[],
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ id: string; portfolioId: string }>`
    select id, portfolio_id from accounts where customer_id = any(${[...people]}::uuid[])
      and id = any(${[...ids]}::uuid[])
  `.execute(tx);
  return new Map(rows.map(({ id, portfolioId }) => [id, portfolioId]));
}

/** Whose point of contact it is, among these people; undefined when it is of none. */
export async function ownerOfPoint(
  tx: Kysely<DB>,
  people: readonly string[],
  pointId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ customerId: string }>`
    select customer_id from contact_points
    where customer_id = any(${[...people]}::uuid[]) and id = ${pointId}::uuid
  `.execute(tx);
  return rows[0]?.customerId;
}

/** Facts in force that a number or address belongs to somebody else. */
export async function wrongNumberFacts(
  tx: Kysely<DB>,
  people: readonly string[],
  pointId: string,
): Promise<readonly Pick<EarlierFact, 'id' | 'occurredAt'>[]> {
  const { rows } = await sql<Pick<EarlierFact, 'id' | 'occurredAt'>>`
    select f.id, f.occurred_at from contact_facts f
    where f.customer_id = any(${[...people]}::uuid[]) and f.kind = 'wrong_party'
      and f.withdraws is null and f.details ->> 'address' = ${pointId}
      and f.id not in (select w.withdraws from contact_facts w
        where w.customer_id = any(${[...people]}::uuid[]) and w.withdraws is not null)
    order by f.occurred_at, f.id
  `.execute(tx);
  return rows;
}

/** One line of the log of contact, of whatever sort, with its three times and who wrote it. */
export type LogLine = FactTimes & {
  readonly id: string;
  readonly sort: 'fact' | 'attempt' | 'correction' | 'preference' | 'consent';
  readonly customerId: string;
  readonly portfolioId: string | null;
  readonly kind: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly source: string | null;
  readonly evidenceRef: string | null;
  readonly withdraws: string | null;
  readonly recordedBy: string | null;
};

/** The most lines one look at a log shows. */
export const logLinesLimit = 500;

/** The raw log of these people, the last written first. */
export async function logLines(
  db: Kysely<DB>,
  people: readonly string[],
): Promise<readonly LogLine[]> {
  const theirs = sql`customer_id = any(${[...people]}::uuid[])`;
  const { rows } = await sql<LogLine>`
    select l.*, ${nameAt('l.user_id', 'l.recorded_at')} as recorded_by from (
      select id, 'fact' as sort, customer_id, portfolio_id, kind, details, source, evidence_ref,
        withdraws, recorded_by as user_id, occurred_at, received_at, recorded_at
      from contact_facts where ${theirs}
      union all
      select id, 'attempt', customer_id, portfolio_id, channel, json_build_object(
          'direction', direction, 'state', state, 'result', result, 'person', person,
          'mode', mode, 'purpose', purpose, 'address', contact_point_id)::jsonb,
        null, null, null, user_id, attempted_at, coalesce(received_at, attempted_at),
        coalesce(recorded_at, attempted_at)
      from attempts where ${theirs}
      union all
      select r.id, 'correction', r.customer_id, t.portfolio_id, t.channel,
        json_build_object('attemptId', r.attempt_id, 'was', r.was, 'becomes', r.becomes,
          'reason', r.reason)::jsonb,
        null, null, null, r.recorded_by, r.occurred_at, r.received_at, r.recorded_at
      from attempt_corrections r
      join attempts t on t.customer_id = r.customer_id and t.id = r.attempt_id
      where r.${theirs}
      union all
      select id, 'preference', customer_id, null, kind, details
          || jsonb_strip_nulls(jsonb_build_object('medium', channel, 'address', contact_point_id)),
        source, null, withdraws, recorded_by, given_at, coalesce(received_at, given_at),
        coalesce(recorded_at, given_at)
      from preferences where ${theirs}
      union all
      select id, 'consent', customer_id, null, kind, details
          || jsonb_strip_nulls(jsonb_build_object('address', contact_point_id,
            'given_to', given_to, 'revoked_at', revoked_at)),
        source, evidence_ref, null, recorded_by, coalesce(occurred_at, received_at), received_at,
        coalesce(recorded_at, received_at)
      from consents where ${theirs}
    ) l
    order by l.recorded_at desc, l.id desc limit ${logLinesLimit}
  `.execute(db);
  return rows;
}

/** Since when the accounts of a customer on a portfolio stand in this book; null for none. */
export async function inBookSince(
  db: Kysely<DB>,
  customerId: string,
  portfolioId: string,
): Promise<Instant | null> {
  const { rows } = await sql<{ since: Instant | null }>`
    select min(created_at) as since from accounts
    where customer_id = ${customerId}::uuid and portfolio_id = ${portfolioId}::uuid
  `.execute(db);
  return rows[0]?.since ?? null;
}
