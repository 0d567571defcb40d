import { type Kysely, sql } from 'kysely';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** An attempt as reserved: it counts from now on, whatever becomes of it. */
export type ReservedAttempt = {
  readonly id: string;
  readonly tenantId: string;
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly decisionId: string;
  readonly channel: string;
  readonly contactPointId: string;
  readonly person: string;
  readonly mode: string;
  readonly purpose: string | null;
  /** What a claimed purpose rests on. */
  readonly purposeRef: string | null;
  /** The message of the other side that it answers. */
  readonly inResponseTo: string | null;
  readonly unsolicited: boolean;
  /** In whose name. */
  readonly collector: string;
  readonly overrideId: string | null;
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
  const times = { receivedAt: attempt.attemptedAt, recordedAt: attempt.attemptedAt };
  await tx
    .insertInto('attempts')
    .values({
      ...attempt,
      ...times,
      debts: [...attempt.debts],
      direction: 'outbound',
      state: 'reserved',
    })
    .execute();
}

/** What release needs to know of a reservation. */
export type Reservation = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly contactPointId: string;
  readonly userId: string | null;
  readonly state: string;
  readonly tokenHash: string | null;
  readonly tokenExpiresAt: Instant | null;
  readonly overrideId: string | null;
  readonly purposeRef: string | null;
  readonly unsolicited: boolean;
  /** What was decided on when it was reserved, and what asked for it. */
  readonly proposed: Facts['proposed'];
  readonly campaign: string | null;
  /** The number or address of the point as it is now. */
  readonly address: string | null;
};

/** Where an attempt of ours belongs: asked before the lock of the person, which comes first. */
export type AttemptPlace = Pick<
  Reservation,
  'customerId' | 'caseId' | 'portfolioId' | 'contactPointId' | 'userId'
>;

/** The place of an attempt of ours by its id. */
export async function placeOfAttempt(
  db: Kysely<DB>,
  attemptId: string,
): Promise<AttemptPlace | undefined> {
  const { rows } = await sql<AttemptPlace>`
    select customer_id, case_id, portfolio_id, contact_point_id, user_id
    from attempts where id = ${attemptId}::uuid and direction = 'outbound'
  `.execute(db);
  return rows[0];
}

/** The reservation under its row lock, or undefined when there is none. */
export async function lockReservation(
  tx: Kysely<DB>,
  customerId: string,
  attemptId: string,
): Promise<Reservation | undefined> {
  const { rows } = await sql<Reservation>`
    select t.customer_id, t.case_id, t.portfolio_id, t.contact_point_id, t.user_id, t.state,
      t.token_hash, t.token_expires_at, t.override_id, t.purpose_ref, t.unsolicited,
      d.facts -> 'proposed' as proposed, d.campaign, p.value as address
    from attempts t
    join decisions d on d.customer_id = t.customer_id and d.id = t.decision_id
    left join contact_points p on p.customer_id = t.customer_id and p.id = t.contact_point_id
    where t.customer_id = ${customerId}::uuid and t.id = ${attemptId}::uuid
      and t.direction = 'outbound'
    for update of t
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
export async function spendToken(
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
