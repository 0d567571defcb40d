import { acknowledgeNothing, type Payer } from '#domain/parties/payers.ts';
import type { LocalDate } from '#kernel/time.ts';

/** A payment that may bear on when a debt is time-barred. */
export type LimitationPayment = { readonly on: LocalDate; readonly payer: Payer };

const none = acknowledgeNothing.map((payer) => `'${payer}'`).join(', ');

/**
 * Payments of the account `a` that may acknowledge the debt, oldest first; `standing` says which of
 * `payments y` stand.
 */
export const limitationPayments = (customer: string, standing: string) => `(select
  coalesce(json_agg(json_build_object('on', y.received_on, 'payer', y.payer)
    order by y.received_on, y.id), '[]')
  from payments y where y.customer_id = ${customer} and y.account_id = a.id
    and y.payer not in (${none}) and ${standing})`;
