import { type Kysely, sql } from 'kysely';
import type { HoldKind } from '#domain/cases/holds.ts';
import { inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';

/** The kind of the hold on what was left out of a transfer. */
export const leftOut = 'not-transferred' satisfies HoldKind;

/** What was left out of a transfer under a case that is over, with the case that is open now. */
export type LeftOutBefore = {
  readonly customerId: string;
  readonly caseId: string;
  readonly endedCaseId: string;
  readonly holdId: string;
  readonly reason: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly setBy: string | null;
};

/** Customers of a scope with an open case whose debt was left out of a transfer under an earlier one. */
export async function leftOutBefore(
  tx: Kysely<DB>,
  scope: Scope,
): Promise<readonly LeftOutBefore[]> {
  const { rows } = await sql<LeftOutBefore>`
    select h.customer_id, o.id as case_id, c.id as ended_case_id, h.id as hold_id, h.reason,
      h.details, h.set_by
    from holds h
    join cases c on ${inScope(scope, 'c.customer_id')} and c.customer_id = h.customer_id
      and c.id = h.case_id and c.closed_at is not null
      and c.portfolio_id = ${scope.portfolioId}::uuid
    join cases o on ${inScope(scope, 'o.customer_id')} and o.customer_id = h.customer_id
      and o.portfolio_id = c.portfolio_id and o.closed_at is null
    where ${inScope(scope, 'h.customer_id')} and h.kind = ${leftOut} and h.lifted_at is null
    order by h.customer_id, h.id
  `.execute(tx);
  return rows;
}
