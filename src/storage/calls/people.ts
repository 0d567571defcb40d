import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import type { Owned } from '#storage/cases/set-holds.ts';
import type { DB } from '#storage/tables.ts';

/** Marks a customer as vulnerable, or no longer: who may know why is ruled by the notes. */
export async function markVulnerable(
  tx: Kysely<DB>,
  customerId: string,
  vulnerable: boolean,
): Promise<void> {
  await sql`
    update customers set vulnerable = ${vulnerable} where id = ${customerId}::uuid
  `.execute(tx);
}

/** Keeps the language that a customer prefers. */
export async function keepLanguage(
  tx: Kysely<DB>,
  customerId: string,
  language: string,
): Promise<void> {
  await sql`
    update customers set language = ${language} where id = ${customerId}::uuid
  `.execute(tx);
}

/** Takes the mark away unless a hold of any case of theirs still says that they are vulnerable. */
export async function clearVulnerable(tx: Kysely<DB>, customerId: string): Promise<void> {
  await sql`
    update customers set vulnerable = false
    where id = ${customerId}::uuid and not exists (
      select 1 from holds where customer_id = ${customerId}::uuid
        and kind = 'vulnerable' and lifted_at is null)
  `.execute(tx);
}

/** Whether a customer is marked as vulnerable. */
export async function isVulnerable(tx: Kysely<DB>, customerId: string): Promise<boolean> {
  const { rows } = await sql<{ vulnerable: boolean }>`
    select vulnerable from customers where id = ${customerId}::uuid
  `.execute(tx);
  return rows[0]?.vulnerable ?? false;
}

/** Says what a point of contact is good for; false when the customer has no such point. */
export async function setPointState(
  tx: Kysely<DB>,
  customerId: string,
  contactPointId: string,
  state: string,
): Promise<boolean> {
  const { rows } = await sql`
    update contact_points set state = ${state}
    where customer_id = ${customerId}::uuid and id = ${contactPointId}::uuid returning 1
  `.execute(tx);
  return rows.length === 1;
}

/** What a point of contact is known to be; undefined when the customer has no such point. */
export async function pointState(
  tx: Kysely<DB>,
  customerId: string,
  contactPointId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ state: string }>`
    select state from contact_points
    where customer_id = ${customerId}::uuid and id = ${contactPointId}::uuid
  `.execute(tx);
  return rows[0]?.state;
}

/** Phones of the customer's own that may still be right. */
export async function usablePhones(tx: Kysely<DB>, customerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from contact_points p
    where p.customer_id = ${customerId}::uuid and p.kind in ('mobile', 'landline')
      and p.party_id is null and p.state in ('valid', 'unverified')
      and not exists (select 1 from preferences f where f.customer_id = p.customer_id
        and f.kind = 'opt_out_address' and f.contact_point_id = p.id
        and not exists (select 1 from preferences w where w.customer_id = f.customer_id
          and w.withdraws = f.id))
  `.execute(tx);
  return rows[0]?.count ?? 0;
}

/** A point of contact that the book has already. */
export type KnownPoint = {
  readonly id: string;
  /** Whose it is; null: the customer's own. */
  readonly partyId: string | null;
  readonly place: 'home' | 'work' | null;
  readonly employerProvided: boolean;
};

/** The point of a customer with this number or address, whatever became of it. */
export async function knownPoint(
  tx: Kysely<DB>,
  customerId: string,
  value: string,
): Promise<KnownPoint | undefined> {
  const { rows } = await sql<KnownPoint>`
    select id, party_id, place, employer_provided from contact_points
    where customer_id = ${customerId}::uuid and value = ${value} order by rank, id limit 1
  `.execute(tx);
  return rows[0];
}

/** A point of contact that somebody gave and the book does not have. */
export async function insertPoint(
  tx: Kysely<DB>,
  made: Owned & {
    readonly id: string;
    readonly kind: string;
    readonly value: string;
    readonly place: string | null;
    readonly zones: readonly string[];
    /** Whose it is; null: the customer's own. */
    readonly partyId: string | null;
    readonly employerProvided: boolean;
    readonly source: string;
    readonly createdAt: Instant;
  },
): Promise<void> {
  const zones = [...made.zones];
  await tx
    .insertInto('contactPoints')
    .values({ ...made, zones })
    .execute();
}

/** The account of the item of a case that is due first. */
async function accountOf(tx: Kysely<DB>, ref: CaseRef): Promise<string | null> {
  const { rows } = await sql<{ accountId: string }>`
    select account_id from items where customer_id = ${ref.customerId}::uuid
      and case_id = ${ref.caseId}::uuid order by due_on limit 1
  `.execute(tx);
  return rows[0]?.accountId ?? null;
}

/** A payment method by its last digits only, and the key events of type A that it solves. */
export async function insertMethod(
  tx: Kysely<DB>,
  ref: CaseRef,
  made: Owned & {
    readonly id: string;
    readonly kind: string;
    readonly masked: string;
    readonly expiresOn: LocalDate | null;
    readonly chargingDay: number | null;
    readonly createdAt: Instant;
  },
): Promise<readonly string[]> {
  const account = await accountOf(tx, ref);
  const { rows } = await sql<{ id: string }>`
    with added as (
      insert into payment_methods (customer_id, id, tenant_id, account_id, kind, state,
        masked, expires_on, charging_day, created_at)
      values (${made.customerId}::uuid, ${made.id}::uuid, ${made.tenantId}::uuid,
        ${account}::uuid, ${made.kind}, 'valid', ${made.masked},
        ${made.expiresOn}::date, ${made.chargingDay}::smallint, ${made.createdAt}::timestamptz)
    )
    update key_events set resolved_at = ${made.createdAt}::timestamptz, resolution = 'new-method'
    where customer_id = ${ref.customerId}::uuid and case_id = ${ref.caseId}::uuid and type = 'A'
      and resolved_at is null
    returning id
  `.execute(tx);
  return rows.map(({ id }) => id);
}

/** Keeps why a payment is late on the case, and on its type D events as one of their three reasons. */
export async function keepLateReason(
  tx: Kysely<DB>,
  ref: CaseRef,
  lateReason: string,
  invoice: {
    readonly reason: string;
    readonly detail: string | null;
    readonly fault: string;
  } | null,
): Promise<void> {
  await sql`
    update cases set late_reason = ${lateReason}
    where customer_id = ${ref.customerId}::uuid and id = ${ref.caseId}::uuid
  `.execute(tx);
  if (invoice === null) return;
  await sql`
    update key_events set sub_reason = ${invoice.reason}, fault = ${invoice.fault},
      evidence = evidence || jsonb_build_object('detail', ${invoice.detail}::text)
    where customer_id = ${ref.customerId}::uuid and case_id = ${ref.caseId}::uuid and type = 'D'
      and sub_reason = 'unknown' and resolved_at is null
  `.execute(tx);
}

/** The country in which a customer lives, ISO 3166-1. */
export async function countryOf(tx: Kysely<DB>, customerId: string): Promise<string | null> {
  const { rows } = await sql<{ country: string }>`
    select country from customers where id = ${customerId}::uuid
  `.execute(tx);
  return rows[0]?.country ?? null;
}
