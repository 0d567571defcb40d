import { type Kysely, sql } from 'kysely';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/**
 * Makes the open tasks of a kind on a case, and the review of their holds, due by a day and first of all;
 * false when there is none.
 */
export async function makeUrgent(
  tx: Kysely<DB>,
  { customerId, caseId }: { readonly customerId: string; readonly caseId: string },
  kind: string,
  dueOn: LocalDate,
): Promise<boolean> {
  const { rows } = await sql`
    with urgent as (
      update tasks set due_on = least(due_on, ${dueOn}::date),
        details = details || '{"urgent": true}'
      where customer_id = ${customerId}::uuid and case_id = ${caseId}::uuid and kind = ${kind}
        and done_at is null
      returning details ->> 'holdId' as hold_id
    ), reviewed as (
      update holds h set review_on = least(h.review_on, ${dueOn}::date) from urgent u
      where h.customer_id = ${customerId}::uuid and h.id = u.hold_id::uuid and h.lifted_at is null
    )
    select 1 from urgent
  `.execute(tx);
  return rows.length > 0;
}
