import { type Kysely, sql } from 'kysely';
import type { Returnable } from '#domain/intake/returned-payment.ts';
import type { DB } from '#storage/tables.ts';

/** A payment that money sent back may belong to, with what its entry and the book call it. */
export type ReturnedPayment = Returnable & {
  readonly paymentId: string;
  readonly accountId: string;
};

/** Standing payments of the portfolio of one of these amounts, newest first. */
export async function paymentsOfAmount(
  tx: Kysely<DB>,
  portfolioId: string,
  amountsMinor: readonly bigint[],
  currency: string,
): Promise<readonly ReturnedPayment[]> {
  const { rows } = await sql<ReturnedPayment>`
    select y.id as payment_id, y.customer_id, y.amount_minor, y.account_id, y.received_on,
      array_remove(coalesce(b.given_references, '{}') || array[y.reference, b.reference], null)
        as given,
      b.mandate_id, b.remittance, a.reference as account_reference,
      c.reference as customer_reference,
      array(select distinct i.reference from postings p
        join items i on i.customer_id = p.customer_id and i.id = p.item_id
        where p.customer_id = y.customer_id and p.payment_id = y.id) as items
    from payments y left join bank_entries b on b.id = y.bank_entry_id
    join accounts a on a.customer_id = y.customer_id and a.id = y.account_id
    join customers c on c.id = y.customer_id
    where y.portfolio_id = ${portfolioId}::uuid and y.amount_minor = any(${amountsMinor.map(String)}::bigint[])
      and y.currency = ${currency} and y.reversed_at is null
    order by y.received_on desc, y.id desc limit 2000`.execute(tx);
  return rows;
}

/** Whether some of a payment's money was paid back to the customer: then it cannot go back whole. */
export async function wasRefunded(
  tx: Kysely<DB>,
  { customerId, paymentId }: { readonly customerId: string; readonly paymentId: string },
): Promise<boolean> {
  const row = await tx
    .selectFrom('postings')
    .select('id')
    .where('customerId', '=', customerId)
    .where('paymentId', '=', paymentId)
    .where('kind', '=', 'refund')
    .executeTakeFirst();
  return row !== undefined;
}
