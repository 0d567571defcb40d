import { type Kysely, sql } from 'kysely';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** How an item was sent. */
export type Delivery = {
  readonly deliveredOn: LocalDate | null;
  readonly deliveredTo: string | null;
  readonly deliveryFailedOn: LocalDate | null;
};

/** Corrects how an item of the customer on the portfolio was sent; false where there is none of that id. */
export async function updateDelivery(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly portfolioId: string; readonly itemId: string },
  told: Delivery,
): Promise<boolean> {
  const { rows } = await sql`
    update items set delivered_on = ${told.deliveredOn}::date, delivered_to = ${told.deliveredTo},
      delivery_failed_on = ${told.deliveryFailedOn}::date
    where customer_id = ${of.customerId}::uuid and id = ${of.itemId}::uuid
      and portfolio_id = ${of.portfolioId}::uuid
    returning id`.execute(tx);
  return rows.length > 0;
}

/** What is known of a payment method beside its kind and state. */
export type MethodFacts = {
  readonly expiresOn: LocalDate | null;
  readonly renews: boolean | null;
  readonly chargingDay: number | null;
};

/** Corrects a payment method of the customer on the portfolio; false where there is none of that id. */
export async function updateMethod(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly portfolioId: string; readonly methodId: string },
  told: MethodFacts,
): Promise<boolean> {
  const { rows } = await sql`
    update payment_methods m set expires_on = ${told.expiresOn}::date,
      renews = ${told.renews}::boolean, charging_day = ${told.chargingDay}::smallint
    where m.customer_id = ${of.customerId}::uuid and m.id = ${of.methodId}::uuid
      and (m.account_id is null or exists (select from accounts a
        where a.customer_id = m.customer_id and a.id = m.account_id
          and a.portfolio_id = ${of.portfolioId}::uuid))
    returning id`.execute(tx);
  return rows.length > 0;
}

/** Corrects the day of the month on which a customer is paid; null: not known. */
export async function updatePayDay(
  tx: Kysely<DB>,
  customerId: string,
  payDay: number | null,
): Promise<void> {
  await sql`update customers set pay_day = ${payDay}::smallint where id = ${customerId}::uuid`.execute(
    tx,
  );
}
