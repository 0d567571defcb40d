import { type Kysely, sql } from 'kysely';
import { isRejectRow } from '#storage/reject-rows.ts';
import type { DB } from '#storage/tables.ts';
import { anyOf, type RowSource, type Scope, type Sql } from './rows.ts';

/** The rejects of one reason, and in one currency what they cost; null currency: nobody knows. */
export type RejectSum = {
  readonly type: string;
  readonly subReason: string;
  readonly currency: string | null;
  readonly events: bigint;
  readonly minor: bigint;
};

/** Which rejects: all (counted), those with a known cost (their cost), those without (counted). */
export type RejectCell = 'all' | 'known' | 'unknown';

const rejects = ({ portfolioIds, from, to }: Scope): Sql => sql`
  v.portfolio_id = ${anyOf(portfolioIds)} and ${isRejectRow('v')}
    and v.happened_on between ${from}::date and ${to}::date`;

/** The rejects of a period by reason and by the currency of their cost. */
export async function rejectSums(db: Kysely<DB>, scope: Scope): Promise<readonly RejectSum[]> {
  const { rows } = await sql<RejectSum>`
    select v.type, v.sub_reason, v.cost_currency as currency, count(*) as events,
      coalesce(sum(v.cost_minor), 0)::bigint as minor
    from key_events v where ${rejects(scope)}
    group by v.type, v.sub_reason, v.cost_currency
    order by v.type, v.sub_reason, v.cost_currency
  `.execute(db);
  return rows;
}

const cells: Readonly<Record<RejectCell, { readonly of: Sql; readonly adds: Sql }>> = {
  all: { of: sql`true`, adds: sql`null::text as currency, 1::bigint as weight` },
  known: {
    of: sql`v.cost_minor is not null`,
    adds: sql`v.cost_currency as currency, v.cost_minor as weight`,
  },
  unknown: {
    of: sql`v.cost_minor is null`,
    adds: sql`null::text as currency, 1::bigint as weight`,
  },
};

/** The rejects behind a cell of one reason. */
export function rejectRows(
  scope: Scope,
  { type, subReason, cell }: { type: string; subReason: string; cell: RejectCell },
): RowSource {
  return {
    kind: 'event',
    keepsZero: true,
    select: sql`
      select v.id, v.customer_id, v.portfolio_id, v.case_id, v.account_id, v.item_id,
        v.happened_on as day, v.sub_reason as code, ${cells[cell].adds}
      from key_events v
      where ${rejects(scope)} and v.type = ${type} and v.sub_reason = ${subReason}
        and ${cells[cell].of}`,
  };
}
