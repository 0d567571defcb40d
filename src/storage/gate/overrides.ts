import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** A supervisor's recorded reason against a presumption, for one contact. */
export type NewOverride = {
  readonly id: string;
  readonly tenantId: string;
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly channel: string;
  readonly contactPointId: string;
  /** The presumptions it covers, and no others. */
  readonly rules: readonly string[];
  readonly factor: string;
  readonly evidence: string;
  readonly decisionId: string;
  readonly askedBy: string;
  readonly grantedBy: string;
  readonly grantedAt: Instant;
  readonly expiresAt: Instant;
};

/** Keeps an override. */
export async function insertOverride(tx: Kysely<DB>, override: NewOverride): Promise<void> {
  await tx
    .insertInto('overrides')
    .values({ ...override, rules: [...override.rules] })
    .execute();
}

/** What a reservation needs to know of an override. */
export type LiveOverride = { readonly id: string; readonly factor: string };

type Asked = {
  readonly customerId: string;
  readonly caseId: string;
  readonly channel: string;
  readonly contactPointId: string;
  readonly rules: readonly string[];
};

/** An override that is not used or expired, for this contact and all of these rules; locks it. */
export async function liveOverride(
  tx: Kysely<DB>,
  asked: Asked,
  at: Instant,
): Promise<LiveOverride | undefined> {
  const { rows } = await sql<LiveOverride>`
    select id, factor from overrides
    where customer_id = ${asked.customerId}::uuid and case_id = ${asked.caseId}::uuid
      and channel = ${asked.channel} and contact_point_id = ${asked.contactPointId}::uuid
      and rules @> ${[...asked.rules]}::text[] and used_at is null
      and expires_at > ${at}::timestamptz
    order by granted_at, id limit 1 for update
  `.execute(tx);
  return rows[0];
}

/** An override that waits to be used, with who granted it. */
export type WaitingOverride = {
  readonly contactPointId: string;
  readonly channel: string;
  readonly rules: readonly string[];
  readonly factor: string;
  readonly grantedBy: string | null;
  readonly expiresAt: Instant;
};

/** The overrides of a case that are neither used nor expired, the one used first before the others. */
export async function waitingOverrides(
  db: Kysely<DB>,
  customerId: string,
  caseId: string,
  at: Instant,
): Promise<readonly WaitingOverride[]> {
  const { rows } = await sql<WaitingOverride>`
    select o.contact_point_id, o.channel, o.rules, o.factor,
      ${nameAt('o.granted_by', 'o.granted_at')} as granted_by, o.expires_at
    from overrides o
    where o.customer_id = ${customerId}::uuid and o.case_id = ${caseId}::uuid
      and o.used_at is null and o.expires_at > ${at}::timestamptz
    order by o.granted_at, o.id
  `.execute(db);
  return rows;
}

/** Marks an override as used by an attempt. */
export async function spendOverride(
  tx: Kysely<DB>,
  customerId: string,
  overrideId: string,
  attemptId: string,
  at: Instant,
): Promise<void> {
  await sql`
    update overrides set used_by_attempt = ${attemptId}::uuid, used_at = ${at}::timestamptz
    where customer_id = ${customerId}::uuid and id = ${overrideId}::uuid and used_at is null
  `.execute(tx);
}

/** Whether the override that an attempt used covers all of these rules. */
export async function overrideCovers(
  tx: Kysely<DB>,
  customerId: string,
  overrideId: string,
  attemptId: string,
  rules: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from overrides
    where customer_id = ${customerId}::uuid and id = ${overrideId}::uuid
      and used_by_attempt = ${attemptId}::uuid and rules @> ${[...rules]}::text[]
  `.execute(tx);
  return rows.length === 1;
}
