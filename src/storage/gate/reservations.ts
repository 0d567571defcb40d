import { type Kysely, sql } from 'kysely';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Instant } from '#kernel/time.ts';
import { hotStatement, type Run } from '#storage/hot-path.ts';
import { type FactsBase, unpackedText, unpackFacts } from '#storage/packed-facts.ts';
import type { DB } from '#storage/tables.ts';

/** An attempt as reserved: it counts from now on, whatever becomes of it. */
export type ReservedAttempt = {
  readonly attemptId: string;
  readonly person: string;
  readonly mode: string;
  readonly contactPurpose: string | null;
  /** What a claimed purpose rests on. */
  readonly purposeRef: string | null;
  /** The message of the other side that it answers. */
  readonly inResponseTo: string | null;
  readonly unsolicited: boolean;
  /** Sent by a machine of itself. */
  readonly automated: boolean;
  /** In whose name. */
  readonly collector: string;
  readonly debts: readonly string[];
  readonly tokenHash: string;
  readonly tokenExpiresAt: Instant;
  readonly zone: string;
  readonly localDay: string;
  readonly localHour: number;
  /** The process that has it in hand. */
  readonly instanceId: string;
};

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
  /** What was decided on when it was reserved. */
  readonly proposed: Facts['proposed'];
  /** That decision, which the decision of its release repeats. */
  readonly base: FactsBase;
  /** What asked for it. */
  readonly campaign: string | null;
  /** The number or address of the point as it is now. */
  readonly address: string | null;
};

/** Where an attempt of ours belongs: asked before the lock of the person, which comes first. */
export type AttemptPlace = Pick<
  Reservation,
  'customerId' | 'caseId' | 'portfolioId' | 'contactPointId' | 'userId'
>;

/** The place of an attempt of ours. */
export async function placeOfAttempt(
  db: Kysely<DB>,
  customerId: string,
  attemptId: string,
): Promise<AttemptPlace | undefined> {
  const { rows } = await sql<AttemptPlace>`
    select customer_id, case_id, portfolio_id, contact_point_id, user_id
    from attempts where customer_id = ${customerId}::uuid and id = ${attemptId}::uuid
      and direction = 'outbound'
  `.execute(db);
  return rows[0];
}

/** What was proposed when an attempt of ours was reserved; undefined for what had no decision. */
export async function proposedOfAttempt(
  db: Kysely<DB>,
  customerId: string,
  attemptId: string,
): Promise<Facts['proposed'] | undefined> {
  const { rows } = await sql<{ facts: Buffer }>`
    select d.facts from attempts a
    join decisions d on d.customer_id = ${customerId}::uuid and d.id = a.decision_id
    where a.customer_id = ${customerId}::uuid and a.id = ${attemptId}::uuid
  `.execute(db);
  return rows.map(({ facts }) => unpackFacts({ facts, baseFacts: null }).proposed)[0];
}

type ReservationRow = Omit<Reservation, 'proposed' | 'base'> & {
  readonly decisionId: string;
  readonly facts: Buffer;
};

const reservationStatement = hotStatement<ReservationRow>(
  'lock-reservation',
  `select t.customer_id as "customerId", t.case_id as "caseId", t.portfolio_id as "portfolioId",
    t.contact_point_id as "contactPointId", t.user_id as "userId", t.state,
    t.token_hash as "tokenHash", t.token_expires_at as "tokenExpiresAt",
    t.override_id as "overrideId", t.purpose_ref as "purposeRef", t.unsolicited,
    d.id as "decisionId", d.facts, d.campaign, p.value as address
  from attempts t
  join decisions d on d.customer_id = :customerId::uuid and d.id = t.decision_id
  left join contact_points p on p.customer_id = :customerId::uuid and p.id = t.contact_point_id
  where t.customer_id = :customerId::uuid and t.id = :attemptId::uuid and t.direction = 'outbound'
  for update of t`,
);

/** The reservation under its row lock, or undefined when there is none. */
export async function lockReservation(
  run: Run,
  customerId: string,
  attemptId: string,
): Promise<Reservation | undefined> {
  const [row] = await run(reservationStatement, { customerId, attemptId });
  if (!row) return undefined;
  const { decisionId, facts, ...reservation } = row;
  const text = unpackedText({ facts, baseFacts: null });
  const { proposed }: Facts = JSON.parse(text);
  return { ...reservation, proposed, base: { id: decisionId, text } };
}

const spendStatement = hotStatement(
  'spend-token',
  `update attempts set token_hash = null
  where customer_id = :customerId::uuid and id = :attemptId::uuid and token_hash = :tokenHash
    and state = 'released' and token_expires_at > :at::timestamptz
    and exists (select 1 from contact_points p where p.customer_id = :customerId::uuid
      and p.id = contact_point_id and p.value = :to)
  returning 1`,
);

/** Uses a released token up: true once, and only for the attempt it was made for. */
export async function spendToken(
  run: Run,
  token: {
    readonly customerId: string;
    readonly attemptId: string;
    readonly tokenHash: string;
    /** The number or address it is used for. */
    readonly to: string;
    readonly at: Instant;
  },
): Promise<boolean> {
  return (await run(spendStatement, token)).length === 1;
}
