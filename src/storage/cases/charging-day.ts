import { sql } from 'kysely';

/**
 * The day of the month on which the newest valid payment method of the case `c` is charged; null when
 * it has none. A method of no account is of all the customer's.
 */
export const chargingDay = sql`(select m.charging_day from payment_methods m
  where m.customer_id = c.customer_id and m.state = 'valid' and m.charging_day is not null
    and (m.account_id is null or m.account_id in (select i.account_id from items i
      where i.customer_id = c.customer_id and i.case_id = c.id))
  order by m.created_at desc, m.id desc limit 1)`;
