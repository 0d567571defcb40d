import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** An obligation that is nearly or already late. */
export type EscalatedObligation = {
  readonly id: string;
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly kind: string;
  readonly escalation: number;
};

/** Raises open obligations: once when their time runs short (1), once when it is over (2). */
export async function escalateObligations(
  tx: Kysely<DB>,
  at: Instant,
  limit: number,
): Promise<readonly EscalatedObligation[]> {
  const { rows } = await sql<EscalatedObligation>`
    update obligations o set escalation = due.level, escalated_at = ${at}::timestamptz
    from (
      select customer_id, id, case when due_at < ${at}::timestamptz then 2 else 1 end as level
      from obligations
      where fulfilled_at is null and cancelled_at is null
        and (escalation = 0 and escalates_at <= ${at}::timestamptz
          or escalation < 2 and due_at < ${at}::timestamptz)
      order by due_at limit ${limit}
    ) due
    where o.customer_id = due.customer_id and o.id = due.id and o.escalation < due.level
      and o.fulfilled_at is null and o.cancelled_at is null
    returning o.id, o.customer_id, o.case_id, o.portfolio_id, o.kind, o.escalation
  `.execute(tx);
  return rows;
}
