import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/**
 * Whether the words of a refusal `alias` speak of danger to life: the claim read from them is kept, and
 * no review of the customer's vulnerability was finished since.
 */
export const tellsDanger = (alias: string): RawBuilder<unknown> =>
  sql.raw(`(exists (select 1 from contact_facts f where f.customer_id = ${alias}.customer_id
    and f.kind = 'vulnerable' and f.withdraws is null
    and f.evidence_ref = 'refusal:' || ${alias}.id)
    and not exists (select 1 from event_log v where v.kind = 'hold.reviewed'
      and v.customer_id = ${alias}.customer_id and v.occurred_at >= ${alias}.found_at
      and v.facts ->> 'kind' = 'vulnerable'
      and (v.facts ->> 'outcome' = 'cleared' or v.facts ->> 'reviewOn' is not null)))`);

/** Whether such words of the customer of a case `alias` wait for a person to read them. */
export const dangerWaits = (alias: string): RawBuilder<unknown> =>
  sql`exists (select 1 from refusals r where r.customer_id = ${sql.raw(alias)}.customer_id
    and r.read_at is null and ${tellsDanger('r')})`;

/** Refusals of a customer that nobody has read and that may tell of danger and ask for nothing else. */
export async function unreadDangers(
  tx: Kysely<DB>,
  customerId: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select r.id from refusals r where r.customer_id = ${customerId}::uuid and r.read_at is null
      and r.scope = 'danger' and ${tellsDanger('r')} order by r.found_at, r.id
  `.execute(tx);
  return rows.map(({ id }) => id);
}

/** Closes the alarms about a customer's words on which no words that may tell of danger wait. */
export async function closeDangerAlarms(
  tx: Kysely<DB>,
  {
    customerId,
    by,
    at,
  }: {
    readonly customerId: string;
    readonly by: string | null;
    readonly at: Instant;
  },
): Promise<void> {
  await sql`
    update gate_alarms a set closed_at = ${at}::timestamptz, closed_by = ${by}::uuid
    where a.kind = 'danger-told' and a.closed_at is null
      and a.key in (select coalesce(r.case_id, r.id)::text from refusals r
        where r.customer_id = ${customerId}::uuid)
      and not exists (select 1 from refusals r where r.customer_id = ${customerId}::uuid
        and r.read_at is null and coalesce(r.case_id, r.id)::text = a.key and ${tellsDanger('r')})
  `.execute(tx);
}
