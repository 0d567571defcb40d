/**
 * Since when the account `a` is in default: the earliest day an item was ever due that is open, or was
 * paid when one that is open had already entered collection. Paying the oldest does not move it.
 */
export const defaultSince = (customer: string) => `(select min(least(i.due_on, i.first_due_on))
  from items i where i.customer_id = ${customer} and i.account_id = a.id
    and (i.balance_minor > 0 or i.left_collection_on >= (select min(o.entered_collection_on)
      from items o where o.customer_id = ${customer} and o.account_id = a.id
        and o.balance_minor > 0)))`;
