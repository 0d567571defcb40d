import { type Kysely, type RawBuilder, sql } from 'kysely';
import { inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';
import { isInHand, waits } from '#storage/unapplied.ts';

const minor = sql.raw(waits('w'));
const moves = sql.raw(isInHand('w'));

/** SQL: money of the customer of a case `c` in its portfolio that no debt has taken, in minor units. */
export const inHandOfCase = sql<bigint>`(select coalesce(sum(${minor}), 0) from postings w
  where w.customer_id = c.customer_id and w.portfolio_id = c.portfolio_id
    and ${moves})`;

/** SQL: the same for every customer of a scope who has any, as rows of `customer_id` and `minor`. */
export function inHandRows(scope: Scope): RawBuilder<unknown> {
  return sql`
    select w.customer_id, sum(${minor})::bigint as minor from postings w
    where ${inScope(scope, 'w.customer_id')} and w.portfolio_id = ${scope.portfolioId}::uuid
      and ${moves}
    group by w.customer_id having sum(${minor}) > 0`;
}

/** A payment with what of it no debt has taken, in minor units. */
export type WaitingPayment = {
  readonly customerId: string;
  readonly paymentId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
};

/** Payments of a scope whose money waits while their customer owes undisputed debt, oldest first. */
export async function waitingPayments(
  tx: Kysely<DB>,
  scope: Scope,
): Promise<readonly WaitingPayment[]> {
  const { rows } = await sql<WaitingPayment>`
    select y.customer_id, y.id as payment_id, y.account_id, y.currency, w.minor as amount_minor
    from (
      select w.customer_id, w.payment_id, sum(${minor})::bigint as minor from postings w
      where ${inScope(scope, 'w.customer_id')} and w.portfolio_id = ${scope.portfolioId}::uuid
        and ${moves}
      group by w.customer_id, w.payment_id having sum(${minor}) > 0
    ) w
    join payments y on ${inScope(scope, 'y.customer_id')}
      and y.customer_id = w.customer_id and y.id = w.payment_id
    where exists (select 1 from items i where ${inScope(scope, 'i.customer_id')}
      and i.customer_id = y.customer_id
      and i.portfolio_id = ${scope.portfolioId}::uuid and i.balance_minor > i.disputed_minor)
    order by y.customer_id, y.received_on, y.id
  `.execute(tx);
  return rows;
}
