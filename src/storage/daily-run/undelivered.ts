import { type Kysely, sql } from 'kysely';
import { inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';

/** A case whose event is now that an invoice was not received. */
export type Undelivered = { readonly customerId: string; readonly caseId: string };

/**
 * Says of the open events D without a reason whose account's oldest open item came back, and was not sent again
 * since, that it was not received: the delay is the creditor's (M-013, M-033), whenever that becomes known.
 * Answers their cases. Call it before the cases are moved.
 */
export async function markUndelivered(
  tx: Kysely<DB>,
  scope: Scope,
): Promise<readonly Undelivered[]> {
  const { rows } = await sql<Undelivered>`
    update key_events e
    set sub_reason = 'not-received', fault = 'organisation', item_id = i.id
    from items i
    where ${inScope(scope, 'e.customer_id')} and ${inScope(scope, 'i.customer_id')}
      and e.portfolio_id = ${scope.portfolioId}::uuid and e.case_id is not null and e.type = 'D'
      and e.sub_reason = 'unknown' and e.resolved_at is null
      and i.customer_id = e.customer_id and i.account_id = e.account_id
      and i.balance_minor > 0 and i.delivery_failed_on is not null
      and (i.delivered_on is null or i.delivered_on <= i.delivery_failed_on)
      and not exists (select from items o where ${inScope(scope, 'o.customer_id')}
        and o.customer_id = i.customer_id and o.account_id = i.account_id
        and o.balance_minor > 0 and o.due_on < i.due_on)
    returning e.customer_id, e.case_id`.execute(tx);
  return rows;
}
