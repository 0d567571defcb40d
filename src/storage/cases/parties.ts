import { type Kysely, sql } from 'kysely';
import { nobody, type PartyRelation, type PartyRole } from '#domain/parties/party-roles.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import type { Owned } from './set-holds.ts';

/** What is said of somebody who is tied to a customer. */
export type PartyTold = {
  readonly role: PartyRole;
  readonly relation: PartyRelation | null;
  readonly name: string;
  readonly note: string | null;
  /** Null: tied to all accounts of the customer. */
  readonly accountId: string | null;
};

/**
 * The accounts of which the party of a point may hear, null for all: as `accountsAt` of the gate's
 * facts tells it. For a statement that has the customer and the party in these columns.
 */
export function accountsAtPoint(customer: string, party: string) {
  const [owner, tied] = [sql.raw(customer), sql.raw(party)];
  return sql`(select case when bool_or(z.account_id is null) then null
      else array_agg(distinct z.account_id::text) end
    from parties y join parties z on z.customer_id = ${owner} and (z.id = y.id
      or z.role = y.role and lower(z.name) = lower(y.name) and y.name <> ${nobody}
        and z.ended_at is null)
    join customers w on w.id = ${owner}
    where y.customer_id = ${owner} and y.id = ${tied} and y.role <> 'debtor'
      and not (y.role = 'payer' and w.kind = 'company'))`;
}

/** Ties somebody to a customer. */
export async function insertParty(
  tx: Kysely<DB>,
  made: Owned &
    PartyTold & {
      readonly id: string;
      readonly source: string;
      readonly createdAt: Instant;
      readonly recordedBy: string | null;
    },
): Promise<void> {
  await tx.insertInto('parties').values(made).execute();
}

/** What is said of somebody who is tied to a customer now; undefined for a tie that does not stand. */
export async function partyTold(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly partyId: string },
): Promise<PartyTold | undefined> {
  const { rows } = await sql<PartyTold>`
    select role, relation, name, note, account_id from parties
    where customer_id = ${of.customerId}::uuid and id = ${of.partyId}::uuid and ended_at is null
  `.execute(tx);
  return rows[0];
}

/** Corrects what is said of somebody; false when the customer has no such party that stands. */
export async function updateParty(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly partyId: string },
  { role, relation, name, note, accountId }: PartyTold,
): Promise<boolean> {
  const { rows } = await sql`
    update parties set role = ${role}, relation = ${relation}, name = ${name}, note = ${note},
      account_id = ${accountId}::uuid
    where customer_id = ${of.customerId}::uuid and id = ${of.partyId}::uuid and ended_at is null
    returning 1
  `.execute(tx);
  return rows.length === 1;
}

/** Who ended a tie, when and why. */
export type TieEnd = {
  readonly at: Instant;
  readonly by: string | null;
  readonly reason: string;
};

/** Ends a tie; false when it does not stand. */
export async function endTie(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly partyId: string },
  { at, by, reason }: TieEnd,
): Promise<boolean> {
  const { rows } = await sql`
    update parties set ended_at = ${at}::timestamptz, ended_by = ${by}::uuid,
      end_reason = ${reason}
    where customer_id = ${of.customerId}::uuid and id = ${of.partyId}::uuid and ended_at is null
    returning 1
  `.execute(tx);
  return rows.length === 1;
}

/**
 * Ends the ties of all attorneys of a customer on a portfolio, as nobody represents them any more; one
 * tied to an account of another portfolio stays.
 */
export async function endAttorneys(
  tx: Kysely<DB>,
  { customerId, portfolioId }: { readonly customerId: string; readonly portfolioId: string },
  { at, by, reason }: TieEnd,
): Promise<void> {
  await sql`
    update parties set ended_at = ${at}::timestamptz, ended_by = ${by}::uuid,
      end_reason = ${reason}
    where customer_id = ${customerId}::uuid and role = 'attorney' and ended_at is null
      and (account_id is null or account_id in (select a.id from accounts a
        where a.customer_id = ${customerId}::uuid and a.portfolio_id = ${portfolioId}::uuid))
  `.execute(tx);
}

/** Whether a customer has such a party that stands. */
export async function isPartyOf(
  tx: Kysely<DB>,
  customerId: string,
  partyId: string,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from parties where customer_id = ${customerId}::uuid and id = ${partyId}::uuid
      and ended_at is null
  `.execute(tx);
  return rows.length === 1;
}

/** Whose a point of contact is and where. */
export type PointOwned = {
  readonly partyId: string | null;
  readonly place: 'home' | 'work' | null;
  readonly employerProvided: boolean;
};

/** Whose a point of contact was said to be; undefined when the customer has no such point. */
export async function pointOwned(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly contactPointId: string },
): Promise<PointOwned | undefined> {
  const { rows } = await sql<PointOwned>`
    select party_id, place, employer_provided from contact_points
    where customer_id = ${of.customerId}::uuid and id = ${of.contactPointId}::uuid
  `.execute(tx);
  return rows[0];
}

/** Corrects whose a point of contact is and where. */
export async function updatePoint(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly contactPointId: string },
  told: PointOwned,
): Promise<void> {
  await sql`
    update contact_points set party_id = ${told.partyId}::uuid, place = ${told.place},
      employer_provided = ${told.employerProvided}
    where customer_id = ${of.customerId}::uuid and id = ${of.contactPointId}::uuid
  `.execute(tx);
}
