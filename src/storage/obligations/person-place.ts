import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** Where a person lives and which clock they live by, as far as known. */
export type PersonPlace = {
  readonly kind: string;
  readonly country: string;
  readonly region: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  /** The confirmed zone, else that of the best point of contact, else UTC. */
  readonly zone: string;
};

/** The place of a customer, or undefined when there is no such customer. */
export async function whereAbouts(
  db: Kysely<DB>,
  customerId: string,
): Promise<PersonPlace | undefined> {
  const { rows } = await sql<PersonPlace>`
    select c.kind, c.country, c.region, c.city, c.postal_code, coalesce(c.confirmed_zone, (
        select p.zones[1] from contact_points p
        where p.customer_id = c.id and p.party_id is null and p.zones <> '{}' order by p.rank, p.id limit 1
      ), 'UTC') as zone
    from customers c where c.id = ${customerId}::uuid
  `.execute(db);
  return rows[0];
}

/** The debts of a customer on a portfolio by what they are: a type that was told, or the product. */
export async function debtProducts(
  db: Kysely<DB>,
  customerId: string,
  portfolioId: string,
): Promise<readonly { readonly debtType: string | null; readonly product: string }[]> {
  const { rows } = await sql<{ debtType: string | null; product: string }>`
    select a.debt_type, a.product from accounts a
    where a.customer_id = ${customerId}::uuid and a.portfolio_id = ${portfolioId}::uuid
  `.execute(db);
  return rows;
}
