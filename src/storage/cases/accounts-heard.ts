import { type Kysely, sql } from 'kysely';
import type { AccountHeard } from '#domain/contact/tied-accounts.ts';
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
