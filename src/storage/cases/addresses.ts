import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** Where a customer lives, as the book has it. */
export type Address = {
  readonly country: string;
  readonly region: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  /** The IANA zone of the clock there, where the customer said it; null: read from the place. */
  readonly confirmedZone: string | null;
};

/** The address of a customer; undefined when there is no such customer. */
export async function addressOf(db: Kysely<DB>, customerId: string): Promise<Address | undefined> {
  return db
    .selectFrom('customers')
    .select(['country', 'region', 'city', 'postalCode', 'confirmedZone'])
    .where('id', '=', customerId)
    .executeTakeFirst();
}

/** Corrects an address, with the zone that was confirmed for it. */
export async function putAddress(
  tx: Kysely<DB>,
  customerId: string,
  { country, region, city, postalCode, confirmedZone }: Address,
): Promise<void> {
  await sql`
    update customers set country = ${country}, region = ${region}::text, city = ${city}::text,
      postal_code = ${postalCode}::text, confirmed_zone = ${confirmedZone}::text
    where id = ${customerId}::uuid
  `.execute(tx);
}
