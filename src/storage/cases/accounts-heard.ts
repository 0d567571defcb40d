import { type Kysely, sql } from 'kysely';
import type { AccountHeard } from '#domain/contact/tied-accounts.ts';
import type { PartyRole } from '#domain/parties/party-roles.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { accountsAtPoint } from './parties.ts';

/**
 * The accounts of a customer where the point belongs to somebody who is tied to some of them only;
 * null where whoever has it may hear of all.
 */
export async function accountsHeard(
  db: Kysely<DB>,
  of: { readonly customerId: string; readonly contactPointId: string | null },
): Promise<readonly AccountHeard[] | null> {
  if (of.contactPointId === null) return null;
  const { rows } = await sql<AccountHeard>`
    with heard as (
      select ${accountsAtPoint('p.customer_id', 'p.party_id')} as accounts from contact_points p
      where p.customer_id = ${of.customerId}::uuid and p.id = ${of.contactPointId}::uuid
    )
    select a.id, a.reference, a.id::text = any (h.accounts) as tied, po.currency,
      (select coalesce(json_agg(i.reference), '[]') from items i
        where i.customer_id = ${of.customerId}::uuid and i.account_id = a.id) as items,
      (select coalesce(json_agg(i.balance_minor::text), '[]') from items i
        where i.customer_id = ${of.customerId}::uuid and i.account_id = a.id
          and i.balance_minor > 0) as balances
    from heard h join accounts a on a.customer_id = ${of.customerId}::uuid
    join portfolios po on po.id = a.portfolio_id
    where h.accounts is not null
  `.execute(db);
  return rows.length > 0 ? rows : null;
}

/** Somebody tied to a customer who has the point, with what decides whether they speak for them. */
export type OwnerAtPoint = {
  readonly partyId: string;
  readonly role: PartyRole;
  readonly kind: 'person' | 'company';
  readonly country: string;
  readonly birthDate: LocalDate | null;
};

/** Who has the point by a tie that stands; undefined where it is the customer's own. */
export async function ownerAtPoint(
  db: Kysely<DB>,
  of: { readonly customerId: string; readonly contactPointId: string | null },
): Promise<OwnerAtPoint | undefined> {
  if (of.contactPointId === null) return undefined;
  const { rows } = await sql<OwnerAtPoint>`
    select y.id as party_id, case when y.ended_at is null then y.role else 'third_party' end as role,
      w.kind, w.country, w.birth_date
    from contact_points p
    join parties y on y.customer_id = ${of.customerId}::uuid and y.id = p.party_id
    join customers w on w.id = ${of.customerId}::uuid
    where p.customer_id = ${of.customerId}::uuid and p.id = ${of.contactPointId}::uuid
  `.execute(db);
  return rows[0];
}

/** The phones of somebody who is tied to a customer. */
export async function phonesOfParty(
  db: Kysely<DB>,
  of: { readonly customerId: string; readonly partyId: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from contact_points where customer_id = ${of.customerId}::uuid
      and party_id = ${of.partyId}::uuid and kind in ('mobile', 'landline') order by id
  `.execute(db);
  return rows.map(({ id }) => id);
}

/** Who else than the customer has the point, by their tie; null where it is the customer's own. */
export async function otherAtPoint(
  db: Kysely<DB>,
  of: { readonly customerId: string; readonly contactPointId: string | null },
): Promise<string | null> {
  if (of.contactPointId === null) return null;
  const { rows } = await sql<{ partyId: string }>`
    select y.id as party_id from contact_points p
    join parties y on y.customer_id = ${of.customerId}::uuid and y.id = p.party_id
    join customers w on w.id = ${of.customerId}::uuid
    where p.customer_id = ${of.customerId}::uuid and p.id = ${of.contactPointId}::uuid
      and y.role <> 'debtor' and not (y.role = 'payer' and w.kind = 'company')
  `.execute(db);
  return rows[0]?.partyId ?? null;
}
