import { type RawBuilder, sql } from 'kysely';

/** Whether the words of a refusal `alias` speak of danger to life: the claim read from them is kept. */
export const tellsDanger = (alias: string): RawBuilder<unknown> =>
  sql.raw(`exists (select 1 from contact_facts f where f.customer_id = ${alias}.customer_id
    and f.kind = 'vulnerable' and f.withdraws is null
    and f.evidence_ref = 'refusal:' || ${alias}.id)`);

/** Whether such words of the customer of a case `alias` wait for a person to read them. */
export const dangerWaits = (alias: string): RawBuilder<unknown> =>
  sql`exists (select 1 from refusals r where r.customer_id = ${sql.raw(alias)}.customer_id
    and r.read_at is null and ${tellsDanger('r')})`;
