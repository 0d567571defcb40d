import { type Kysely, sql } from 'kysely';
import type { Decision, RuleResult } from '#domain/compliance/decision.ts';
import type { Facts } from '#domain/compliance/facts.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from './tables.ts';

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
