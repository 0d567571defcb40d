import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { idFor } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';

/**
 * Counts refused payments (type B events) against the valid method of their account. A method that
 * reaches the limit is switched off: its open refusals no longer count as "method still valid", and
 * the limit is an event of its own. Answers the cases concerned.
 */
export async function countRefusals(
  tx: Kysely<DB>,
  eventIds: readonly string[],
  limit: number,
  today: LocalDate,
  signed: { readonly at: Instant; readonly seed: string },
): Promise<readonly string[]> {
  const at = sql`${signed.at}::timestamptz`;
  const { rows } = await sql<{ caseId: string }>`
    with counted as (
      select customer_id, account_id, count(*) as refusals from key_events
      where id = any(${[...eventIds]}::uuid[]) and type = 'B'
      group by customer_id, account_id
    ), methods as (
      update payment_methods m set rejects = m.rejects + k.refusals,
        state = case when m.rejects + k.refusals >= ${limit} then 'failed' else m.state end
      from counted k
      where m.customer_id = k.customer_id and (m.account_id = k.account_id or m.account_id is null)
        and m.state = 'valid' and m.kind <> 'none'
      returning m.customer_id, k.account_id, m.state
    ), off as (
      select distinct e.customer_id, e.account_id, e.case_id, e.portfolio_id, e.tenant_id
      from methods m join key_events e
        on e.customer_id = m.customer_id and e.account_id = m.account_id
      where m.state = 'failed' and e.case_id is not null and e.resolved_at is null
        and e.type = 'B'
    ), ended as (
      update key_events e set evidence = e.evidence || '{"methodValid": false}'
      from off where e.customer_id = off.customer_id and e.account_id = off.account_id
        and e.type = 'B' and e.resolved_at is null
      returning 1
    ), own as (
      insert into key_events (customer_id, id, tenant_id, portfolio_id, case_id,
        account_id, type, sub_reason, fault, source, evidence, happened_on, recorded_at)
      select customer_id, ${idFor(signed.seed, sql`'limit' || account_id`)}, tenant_id,
        portfolio_id, case_id, account_id, 'B', 'reject-limit-reached', 'customer', 'reject-limit',
        '{"methodValid": false}', ${today}::date, ${at}
      from off where (select count(*) from ended) >= 0
    )
    select distinct case_id from off
  `.execute(tx);
  return rows.map(({ caseId }) => caseId);
}
