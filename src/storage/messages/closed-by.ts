import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';

/** The requests that stand because of a refusal: one, or each other medium of `only by letter`. */
export async function closedBy(
  tx: Kysely<DB>,
  customerId: string,
  refusal: { readonly id: string; readonly preferenceId: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select p.id from preferences p
    where p.customer_id = ${customerId}::uuid and p.kind <> 'withdrawn'
      and (p.id = ${refusal.preferenceId}::uuid or p.details ->> 'refusalId' = ${refusal.id})
      and not exists (select 1 from preferences w
        where w.customer_id = p.customer_id and w.withdraws = p.id)
    order by p.id
  `.execute(tx);
  return rows.map(({ id }) => id);
}
