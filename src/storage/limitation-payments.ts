import { acknowledgeNothing, type Payer } from '#domain/parties/payers.ts';
import type { LocalDate } from '#kernel/time.ts';

/** A payment that may bear on when a debt is time-barred. */
export type LimitationPayment = { readonly on: LocalDate; readonly payer: Payer };

const none = acknowledgeNothing.map((payer) => `'${payer}'`).join(', ');

/**
 * Payments of the account `a` that may acknowledge the debt, oldest first; `standing` says which of
 * `payments y` stand. The last one before it came here, as the creditor tells it, is among them: nobody
 * said who paid.
 */
export const limitationPayments = (customer: string, standing: string) => `(select
  coalesce(json_agg(json_build_object('on', z.day, 'payer', z.payer) order by z.day, z.id), '[]')
  from (select y.received_on as day, y.payer, y.id from payments y
      where y.customer_id = ${customer} and y.account_id = a.id
        and y.payer not in (${none}) and ${standing}
    union all select a.last_paid_on, 'unknown', a.id where a.last_paid_on is not null) z)`;
