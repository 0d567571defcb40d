import { type Kysely, sql } from 'kysely';
import type { ConsentKind } from '#domain/gate/facts/consent-kinds.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** A customer's or account's reference in a portfolio, and what it leads to. */
export type Known = {
  readonly reference: string;
  readonly customerId: string;
  readonly targetId: string;
};

/** Those references of a portfolio that the book knows. */
export async function knownReferences(
  tx: Kysely<DB>,
  place: { readonly tenantId: string; readonly portfolioId: string },
  kind: 'customer' | 'account',
  references: readonly string[],
): Promise<ReadonlyMap<string, Known>> {
  const { rows } = await sql<Known>`
    select reference, customer_id, target_id from client_references
    where tenant_id = ${place.tenantId}::uuid and portfolio_id = ${place.portfolioId}::uuid
      and kind = ${kind} and reference = any(${[...references]}::text[])
  `.execute(tx);
  return new Map(rows.map((row) => [row.reference, row]));
}

/** A number or address of a customer. */
export type PointOf = {
  readonly customerId: string;
  readonly id: string;
  readonly kind: string;
  readonly value: string;
};

/** The numbers and addresses of these customers that have one of the values, their own first. */
export async function pointsByValue(
  tx: Kysely<DB>,
  customerIds: readonly string[],
  values: readonly string[],
): Promise<readonly PointOf[]> {
  const { rows } = await sql<PointOf>`
    select customer_id, id, kind, value from contact_points
    where customer_id = any(${[...customerIds]}::uuid[]) and lower(value) = any(${[...values]}::text[])
    order by party_id nulls first, rank, id
  `.execute(tx);
  return rows;
}

/** A consent that is kept, by what tells it from others. */
export type StandingConsent = {
  readonly id: string;
  readonly customerId: string;
  readonly kind: ConsentKind;
  readonly portfolioId: string | null;
  readonly contactPointId: string | null;
  /** The number or address it is for, in small letters. */
  readonly value: string | null;
  readonly debts: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly givenTo: string;
  readonly occurredAt: Instant | null;
  readonly receivedAt: Instant;
  readonly revokedAt: Instant | null;
  /** How the end came: a person's word, `expired`, `import-taken-back`. */
  readonly revocationSource: string | null;
};

/** All consents of these customers. */
export async function consentsOf(
  tx: Kysely<DB>,
  customerIds: readonly string[],
): Promise<readonly StandingConsent[]> {
  const { rows } = await sql<StandingConsent>`
    select s.id, s.customer_id, s.kind, s.portfolio_id, s.contact_point_id, lower(p.value) as value,
      s.debts, s.details, s.given_to, s.occurred_at, s.received_at, s.revoked_at,
      s.revocation_source
    from consents s
    left join contact_points p on p.customer_id = s.customer_id and p.id = s.contact_point_id
    where s.customer_id = any(${[...customerIds]}::uuid[])
  `.execute(tx);
  return rows;
}

/** The people to whom an import brought consents, in one order for their locks. */
export async function peopleWithConsentsOf(
  tx: Kysely<DB>,
  importId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct customer_id from consents where import_id = ${importId}::uuid
    order by customer_id
  `.execute(tx);
  return rows.map(({ customerId }) => customerId);
}

/**
 * Ends the consents that an import brought and that still stand, from an instant on: what was decided
 * by them stays explained. Answers which.
 */
export async function endImportedConsents(
  tx: Kysely<DB>,
  importId: string,
  at: Instant,
  userId: string | null,
): Promise<readonly Pick<StandingConsent, 'id' | 'customerId' | 'kind'>[]> {
  const { rows } = await sql<Pick<StandingConsent, 'id' | 'customerId' | 'kind'>>`
    update consents set revoked_at = ${at}::timestamptz, revocation_source = 'import-taken-back',
      revocation_recorded_at = ${at}::timestamptz, revoked_by = ${userId}::uuid
    where import_id = ${importId}::uuid
      and (revoked_at is null or revoked_at > ${at}::timestamptz)
    returning id, customer_id, kind
  `.execute(tx);
  return rows;
}
