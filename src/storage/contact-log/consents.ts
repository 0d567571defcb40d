import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { Owned } from '#storage/cases/set-holds.ts';
import type { DB } from '#storage/tables.ts';
import type { FactTimes } from './contact-facts.ts';

/** A consent as it is kept; its details are spread into what the gate reads of it. */
export type NewConsent = Owned &
  FactTimes & {
    readonly id: string;
    readonly kind: string;
    /** The portfolio of whose debts it was given; it opens nothing for another. */
    readonly portfolioId: string;
    readonly contactPointId: string | null;
    /** None means every debt of the portfolio. */
    readonly debts: readonly string[];
    readonly details: Readonly<Record<string, unknown>>;
    /** The collector it was given to. */
    readonly givenTo: string;
    readonly conversationId: string | null;
    readonly recordedBy: string | null;
    /** Who or what told of it; null for one given in a conversation. */
    readonly source: string | null;
    readonly evidenceRef: string | null;
    /** The import that brought it, and its end where the file told of that too. */
    readonly importId?: string;
    readonly revokedAt?: Instant | null;
    readonly revocationSource?: string | null;
    readonly revocationRecordedAt?: Instant | null;
  };

/** Keeps a consent, in force from its receipt. */
export async function insertConsent(tx: Kysely<DB>, consent: NewConsent): Promise<void> {
  await insertConsents(tx, [consent]);
}

/** As `insertConsent`, for several. */
export async function insertConsents(
  tx: Kysely<DB>,
  consents: readonly NewConsent[],
): Promise<void> {
  if (consents.length === 0) return;
  const values = consents.map((consent) => ({
    ...consent,
    debts: [...consent.debts],
    details: JSON.stringify(consent.details),
  }));
  await tx.insertInto('consents').values(values).execute();
}

/** A consent as its revocation needs it. */
export type KeptConsent = {
  readonly id: string;
  readonly customerId: string;
  readonly kind: string;
  /** None means every debt. */
  readonly debts: readonly string[];
  readonly receivedAt: Instant;
  readonly revokedAt: Instant | null;
};

/** A consent of one of these people by its id. */
export async function consentOf(
  tx: Kysely<DB>,
  people: readonly string[],
  id: string,
): Promise<KeptConsent | undefined> {
  const { rows } = await sql<KeptConsent>`
    select id, customer_id, kind, debts, received_at, revoked_at from consents
    where customer_id = any(${[...people]}::uuid[]) and id = ${id}::uuid
  `.execute(tx);
  return rows[0];
}

/** The end of a consent: from when it no longer holds, who told, who wrote it down and when. */
export type Revocation = {
  readonly revokedAt: Instant;
  readonly revocationSource: string;
  readonly revocationRecordedAt: Instant;
  readonly revokedBy: string | null;
};

/** Ends a consent that stands; one with an end to come ends earlier. */
export async function endConsent(
  tx: Kysely<DB>,
  consent: Pick<KeptConsent, 'customerId' | 'id'>,
  end: Revocation,
): Promise<void> {
  await tx
    .updateTable('consents')
    .set(end)
    .where('customerId', '=', consent.customerId)
    .where('id', '=', consent.id)
    .where((where) =>
      where.or([where('revokedAt', 'is', null), where('revokedAt', '>', end.revokedAt)]),
    )
    .execute();
}

/** The kind of a contact point of one of these people; undefined when it is of none. */
export async function pointKindOf(
  tx: Kysely<DB>,
  people: readonly string[],
  pointId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ kind: string }>`
    select kind from contact_points
    where customer_id = any(${[...people]}::uuid[]) and id = ${pointId}::uuid
  `.execute(tx);
  return rows[0]?.kind;
}
