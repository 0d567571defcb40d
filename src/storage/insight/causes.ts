import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';
import { anyOf, type RowSource, type Scope, type Sql } from './rows.ts';

/** A cause of debts that were the organisation’s own fault. */
export type CauseSum = {
  readonly type: string;
  readonly subReason: string;
  readonly events: bigint;
  readonly customers: bigint;
};

function ours({ portfolioIds, from, to }: Scope): Sql {
  return sql`v.portfolio_id = ${anyOf(portfolioIds)} and v.fault = 'organisation'
    and v.happened_on between ${from}::date and ${to}::date`;
}

/** Key events of our own fault by cause, the commonest first. */
export async function causeSums(db: Kysely<DB>, scope: Scope): Promise<readonly CauseSum[]> {
  const { rows } = await sql<CauseSum>`
    select v.type, v.sub_reason, count(*) as events, count(distinct v.customer_id) as customers
    from key_events v where ${ours(scope)}
    group by v.type, v.sub_reason order by events desc, v.type, v.sub_reason
  `.execute(db);
  return rows;
}

/** What the items of those events were billed for, each item once a cause. */
export async function causeMoney(
  db: Kysely<DB>,
  scope: Scope,
): Promise<readonly { type: string; subReason: string; currency: string; minor: bigint }[]> {
  const { rows } = await sql<{
    type: string;
    subReason: string;
    currency: string;
    minor: bigint;
  }>`
    select v.type, v.sub_reason, i.currency, sum(i.amount_minor)::bigint as minor
    from (select distinct v.type, v.sub_reason, v.customer_id, v.item_id
      from key_events v where ${ours(scope)}) v
    join items i on i.customer_id = v.customer_id and i.id = v.item_id
    group by v.type, v.sub_reason, i.currency order by i.currency
  `.execute(db);
  return rows;
}

/** The key events of one cause. */
export function causeRows(scope: Scope, type: string, subReason: string): RowSource {
  return {
    kind: 'event',
    select: sql`
      select v.id, v.customer_id, v.portfolio_id, v.case_id, v.account_id, v.item_id,
        v.happened_on as day, v.sub_reason as code, null::text as currency, 1::bigint as weight
      from key_events v
      where ${ours(scope)} and v.type = ${type} and v.sub_reason = ${subReason}`,
  };
}
