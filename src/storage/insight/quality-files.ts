import { sql } from 'kysely';
import { isInHand, waits } from '#storage/unapplied.ts';
import type { QualityScope, QualitySource } from './quality.ts';
import { anyOf, type Sql } from './rows.ts';

const noCustomer = sql`null::uuid as customer_id, null::uuid as case_id`;
const noMoney = sql`null::text as currency, null::bigint as minor`;
const noFacts = sql`null::jsonb as facts`;

/** The open case of a customer on a portfolio, where there is one. */
const caseOf = (of: string): Sql => sql`left join cases k
  on k.customer_id = ${sql.raw(of)}.customer_id and k.portfolio_id = ${sql.raw(of)}.portfolio_id
    and k.closed_at is null`;

/** Bank entries that match no debt. */
export function unmatchedEntries({ portfolioIds }: QualityScope): QualitySource {
  return sql`
    select b.id::text as id, b.portfolio_id, ${noCustomer}, b.id as target_id,
      case when b.same_as is null then 'unmatched' else 'known-perhaps' end as why,
      b.payer_name as about, ${noFacts}, b.booked_on as day, b.currency, b.amount_minor as minor
    from bank_entries b
    where b.state = 'unmatched' and b.portfolio_id = ${anyOf(portfolioIds)}`;
}

/** Payments of which some money is on no debt, with that money. */
export function unappliedPayments({ portfolioIds }: QualityScope): QualitySource {
  const minor = sql.raw(waits('w'));
  return sql`
    select y.id::text as id, y.portfolio_id, y.customer_id, k.id as case_id, y.id as target_id,
      'on-account' as why, y.reference as about, ${noFacts}, y.received_on as day, y.currency,
      u.minor
    from (
      select w.customer_id, w.payment_id, sum(${minor})::bigint as minor from postings w
      where w.portfolio_id = ${anyOf(portfolioIds)} and ${sql.raw(isInHand('w'))}
        and w.payment_id is not null
      group by w.customer_id, w.payment_id having sum(${minor}) > 0
    ) u
    join payments y on y.customer_id = u.customer_id and y.id = u.payment_id
    ${caseOf('y')}`;
}

/** Items owed that came by a file, and that no file has told of since the day of their portfolio. */
export function staleBalances({ portfolioIds, staleBefore }: QualityScope): QualitySource {
  return sql`
    select i.id::text as id, i.portfolio_id, i.customer_id, k.id as case_id,
      null::uuid as target_id, 'not-refreshed' as why, i.reference as about,
      ${noFacts}, i.refreshed_on as day, i.currency, i.balance_minor as minor
    from items i
    join unnest(${[...portfolioIds]}::uuid[], ${[...staleBefore]}::date[]) as s(id, before)
      on s.id = i.portfolio_id
    ${caseOf('i')}
    where i.balance_minor > 0 and i.refreshed_on < s.before`;
}

/** The newest file of each kind that came into each portfolio, whole or in part. */
const newest = (portfolioIds: readonly string[]): Sql => sql`(
  select distinct on (m.portfolio_id, m.kind) m.* from imports m
  where m.portfolio_id = ${anyOf(portfolioIds)} and m.state = 'done' and not m.dry_run
  order by m.portfolio_id, m.kind, m.ended_at desc, m.id desc)`;

const lineOf = sql`r.line || coalesce(' · ' || r.column_name, '')`;

/** Rows of the newest files that did not come in, each with the first thing wrong with it. */
export function refusedRows({ portfolioIds }: QualityScope): QualitySource {
  return sql`
    select distinct on (m.id, r.line) m.id::text || '/' || r.line as id, m.portfolio_id,
      ${noCustomer}, m.id as target_id, r.reason as why, ${lineOf} as about, r.facts,
      m.ended_at::date as day, ${noMoney}
    from ${newest(portfolioIds)} m join import_rejects r on r.import_id = m.id
    where not r.row_kept and r.reason not like 'row-%'
    order by m.id, r.line, r.position`;
}

/** Details that were left out of rows of the newest files, with the customer where they are known. */
export function leftOutDetails({ portfolioIds }: QualityScope): QualitySource {
  return sql`
    select m.id::text || '/' || r.line || '/' || r.position as id, m.portfolio_id,
      c.customer_id, k.id as case_id, m.id as target_id, r.reason as why, ${lineOf} as about, r.facts,
      m.ended_at::date as day, ${noMoney}
    from ${newest(portfolioIds)} m join import_rejects r on r.import_id = m.id
    left join client_references c on c.tenant_id = m.tenant_id
      and c.portfolio_id = m.portfolio_id and c.kind = 'customer'
      and c.reference = r.facts ->> 'customer'
    ${caseOf('c')}
    where r.row_kept`;
}

/** Words of the newest files that somebody has to say the meaning of, with how many rows have them. */
export function unknownWords(
  { portfolioIds }: QualityScope,
  reasons: readonly string[],
): QualitySource {
  return sql`
    select m.id::text || '/' || u.place as id, m.portfolio_id, ${noCustomer}, m.id as target_id,
      u.told ->> 'reason' as why,
      nullif(u.told ->> 'value', '') as about,
      jsonb_build_object('value', u.told ->> 'value', 'field', u.told ->> 'field',
        'rows', u.told ->> 'rows') as facts,
      m.ended_at::date as day, ${noMoney}
    from ${newest(portfolioIds)} m
    cross join lateral jsonb_array_elements(m.unread) with ordinality as u(told, place)
    where u.told ->> 'reason' = any(${[...reasons]}::text[])`;
}
