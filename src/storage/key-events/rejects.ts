import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { idFor } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';

/**
 * Counts refused payments (type B events) against the valid method of their account. A method that
 * reaches the limit is switched off: its open refusals no longer count as "method still valid", and
 * the limit is an event of its own. An event that says that the method is not good any more switches it
 * off at once, and one that it was cancelled (type A) ends it; a card that will expire is good until
 * then (`expireCards`). Answers the cases that reached the limit.
 */
export async function countRefusals(
  tx: Kysely<DB>,
  eventIds: readonly string[],
  limit: number,
  today: LocalDate,
  signed: { readonly at: Instant; readonly seed: string },
): Promise<readonly string[]> {
  const failed = await countOnMethods(tx, eventIds, limit);
  if (failed.length === 0) return [];
  const ended = await endMethodValid(tx, failed);
  const off = ended.filter(({ caseId }) => caseId !== null);
  await insertLimitEvents(tx, off, today, signed);
  return [...new Set(off.flatMap(({ caseId }) => caseId ?? []))];
}

/** An account whose method is switched off. */
type FailedMethod = { readonly customerId: string; readonly accountId: string };

async function countOnMethods(
  tx: Kysely<DB>,
  eventIds: readonly string[],
  limit: number,
): Promise<readonly FailedMethod[]> {
  const { rows } = await sql<FailedMethod>`
    with counted as (
      select customer_id, account_id, count(*) filter (where type = 'B') as refusals,
        bool_or(type = 'A' and sub_reason <> 'card-expired') as ended, bool_or(evidence ->> 'methodValid' = 'false') as bad
      from key_events
      where id = any(${[...eventIds]}::uuid[])
        and (type in ('A', 'B') or evidence ->> 'methodValid' = 'false')
      group by customer_id, account_id
    ), methods as (
      update payment_methods m set rejects = m.rejects + k.refusals,
        state = case when k.refusals > 0 and m.rejects + k.refusals >= ${limit} or k.bad then 'failed'
          when k.ended then 'cancelled' else m.state end
      from counted k
      where m.customer_id = k.customer_id and (m.account_id = k.account_id or m.account_id is null)
        and m.state = 'valid' and m.kind <> 'none'
      returning m.customer_id, k.account_id,
        k.refusals > 0 and m.rejects >= ${limit} as reached
    )
    select distinct customer_id, account_id from methods where reached and account_id is not null
  `.execute(tx);
  return rows;
}

/** An open refusal of such an account, with where it stands. */
type EndedRefusal = FailedMethod & {
  readonly caseId: string | null;
  readonly portfolioId: string;
  readonly tenantId: string;
};

/**
 * The open refusals of such accounts, in a case or not yet, no longer have a valid method: one that
 * comes to a case later is not presented again either. Answers them.
 */
async function endMethodValid(
  tx: Kysely<DB>,
  failed: readonly FailedMethod[],
): Promise<readonly EndedRefusal[]> {
  const { rows } = await sql<EndedRefusal>`
    update key_events e set evidence = e.evidence || '{"methodValid": false}'
    from unnest(${failed.map(({ customerId }) => customerId)}::uuid[],
      ${failed.map(({ accountId }) => accountId)}::uuid[]) off(customer_id, account_id)
    where e.customer_id = off.customer_id and e.account_id = off.account_id
      and e.type = 'B' and e.resolved_at is null
    returning e.customer_id, e.account_id, e.case_id, e.portfolio_id, e.tenant_id
  `.execute(tx);
  return rows;
}

/** That the limit was reached, once for each account and case. */
async function insertLimitEvents(
  tx: Kysely<DB>,
  off: readonly EndedRefusal[],
  today: LocalDate,
  signed: { readonly at: Instant; readonly seed: string },
): Promise<void> {
  await sql`
    insert into key_events (customer_id, id, tenant_id, portfolio_id, case_id,
      account_id, type, sub_reason, fault, source, evidence, happened_on, recorded_at)
    select distinct on ("accountId", "caseId") "customerId",
      ${idFor(signed.seed, sql`'limit' || "accountId" || "caseId"`)}, "tenantId", "portfolioId", "caseId",
      "accountId", 'B', 'reject-limit-reached', 'customer', 'reject-limit',
      '{"methodValid": false}'::jsonb, ${today}::date, ${signed.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(off)}::jsonb) as x("customerId" uuid,
      "accountId" uuid, "caseId" uuid, "portfolioId" uuid, "tenantId" uuid)
  `.execute(tx);
}

/** The kind of the newest payment method of an account, whatever its state; undefined without one. */
export async function methodKindOf(
  tx: Kysely<DB>,
  { customerId, accountId }: FailedMethod,
): Promise<'card' | 'mandate' | 'none' | undefined> {
  const { rows } = await sql<{ kind: 'card' | 'mandate' | 'none' }>`
    select kind from payment_methods
    where customer_id = ${customerId}::uuid and (account_id = ${accountId}::uuid or account_id is null)
    order by created_at desc, id desc limit 1
  `.execute(tx);
  return rows[0]?.kind;
}
