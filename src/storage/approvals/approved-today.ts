import { type Kysely, sql } from 'kysely';
import type { ApprovalKind } from '#domain/approvals/approval-kinds.ts';
import type { Instant } from '#kernel/time.ts';
import { dayBegan } from '#storage/local-day.ts';
import type { DB } from '#storage/tables.ts';

/** Whose approvals are summed, for which customer and on which day. */
export type ApprovedBy = {
  readonly kinds: readonly ApprovalKind[];
  readonly customerId: string;
  readonly portfolioId: string;
  readonly userId: string;
  /** The portfolio's time zone; its day counts. */
  readonly zone: string;
  readonly at: Instant;
  /** The request that is being answered, which is not counted. */
  readonly exceptId: string;
};

/** What one person approved of some kinds for one customer since the day began, in minor units. */
export async function approvedToday(db: Kysely<DB>, of: ApprovedBy): Promise<bigint> {
  const { kinds, customerId, portfolioId, userId, zone, at, exceptId } = of;
  const { rows } = await sql<{ minor: bigint }>`
    select coalesce(sum(a.amount_minor), 0)::bigint as minor
    from approvals a
    where a.customer_id = ${customerId}::uuid and a.portfolio_id = ${portfolioId}::uuid
      and a.kind = any(${[...kinds]}::text[]) and a.state = 'approved'
      and a.decided_by = ${userId}::uuid and a.id <> ${exceptId}::uuid
      and a.decided_at >= ${dayBegan(at, zone)}
  `.execute(db);
  return rows[0]?.minor ?? 0n;
}
