import { type Kysely, sql } from 'kysely';
import { type BridgeLine, lineOf } from '#domain/ledger/bridge.ts';
import type { LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { anyOf, listOf, type RowSource, type Scope, type Sql } from './rows.ts';

/** What posting `s` does to the debt, in minor units (`domain/ledger/bridge.ts`). */
export const effect = sql`case when s.debit = 'receivable' then s.amount_minor else -s.amount_minor end`;
/** The ledger on the other side of posting `s`. */
const otherSide = sql`case when s.debit = 'receivable' then s.credit else s.debit end`;
/** Whether posting `s` changes a debt. */
export const onDebt = sql`(s.debit = 'receivable' or s.credit = 'receivable')`;

function ledgersOf(line: BridgeLine): string[] {
  return Object.entries(lineOf).flatMap(([ledger, its]) => (its === line ? [ledger] : []));
}

/** How much a posting adds to a line: debt for `newDebt`, less debt for the others. */
function added(line: BridgeLine): Sql {
  return line === 'newDebt' ? sql`(${effect})` : sql`(-(${effect}))`;
}

function isOf(line: BridgeLine): Sql {
  return sql`(${otherSide}) in (${listOf(ledgersOf(line))})`;
}

function lineSum(line: BridgeLine): Sql {
  return sql`coalesce(sum(${added(line)}) filter (where ${isOf(line)}), 0)::bigint`;
}

/** What one day did to the debt in one currency, in minor units; `change` is measured apart. */
export type DayLines = Readonly<Record<BridgeLine, bigint>> & {
  readonly currency: string;
  readonly day: LocalDate;
  readonly change: bigint;
};

/** The days of a scope on which anything was booked, oldest first. */
export async function bridgeDays(db: Kysely<DB>, scope: Scope): Promise<readonly DayLines[]> {
  const { rows } = await sql<DayLines>`
    select s.currency, s.booked_on as day, sum(${effect})::bigint as change,
      ${lineSum('newDebt')} as new_debt, ${lineSum('collected')} as collected,
      ${lineSum('credited')} as credited, ${lineSum('writtenOff')} as written_off,
      ${lineSum('moved')} as moved
    from postings s
    where s.portfolio_id = ${anyOf(scope.portfolioIds)} and ${onDebt}
      and s.booked_on between ${scope.from}::date and ${scope.to}::date
    group by s.currency, s.booked_on order by s.currency, s.booked_on
  `.execute(db);
  return rows;
}

/** The debt before a day, by currency, from all postings before it. */
export async function debtBefore(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
  day: LocalDate,
): Promise<ReadonlyMap<string, bigint>> {
  const { rows } = await sql<{ currency: string; debt: bigint }>`
    select s.currency, sum(${effect})::bigint as debt from postings s
    where s.portfolio_id = ${anyOf(portfolioIds)} and ${onDebt} and s.booked_on < ${day}::date
    group by s.currency
  `.execute(db);
  return new Map(rows.map(({ currency, debt }) => [currency, debt]));
}

/** Two independent sums of the whole debt, by currency: all postings, and all stored balances. */
export async function debtProof(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
): Promise<readonly { currency: string; ledger: bigint; items: bigint }[]> {
  const { rows } = await sql<{ currency: string; ledger: bigint; items: bigint }>`
    with ledger as (
      select s.currency, sum(${effect})::bigint as debt from postings s
      where s.portfolio_id = ${anyOf(portfolioIds)} and ${onDebt} group by s.currency
    ), item_sums as (
      select currency, sum(balance_minor)::bigint as debt from items
      where portfolio_id = ${anyOf(portfolioIds)} and balance_minor > 0 group by currency
    )
    select currency, coalesce(l.debt, 0)::bigint as ledger, coalesce(i.debt, 0)::bigint as items
    from ledger l full join item_sums i using (currency) order by currency
  `.execute(db);
  return rows;
}

/** The postings that make up a line of the bridge, in one currency or in all. */
export function lineRows(line: BridgeLine, scope: Scope, currency: string | null): RowSource {
  return {
    kind: 'posting',
    select: sql`
      select s.id, s.customer_id, s.portfolio_id, null::uuid as case_id, s.account_id,
        s.item_id, s.booked_on as day, s.kind as code, s.currency,
        ${added(line)} as weight
      from postings s
      where s.portfolio_id = ${anyOf(scope.portfolioIds)} and ${onDebt} and ${isOf(line)}
        and s.booked_on between ${scope.from}::date and ${scope.to}::date
        and (${currency}::text is null or s.currency = ${currency})`,
  };
}

type Asked = { readonly portfolioIds: readonly string[]; readonly currency: string | null };

/**
 * Items with what is stored as owed on them now, less what `undone` postings did: few postings are
 * younger than the day asked for, and all of them would be many.
 */
function itemRows({ portfolioIds, currency }: Asked, undone: Sql): RowSource {
  return {
    kind: 'item',
    select: sql`
      select i.id, i.customer_id, i.portfolio_id, i.case_id, null::uuid as account_id,
        i.id as item_id, null::date as day, 'owed' as code, i.currency,
        i.balance_minor - coalesce(u.change, 0) as weight
      from items i left join (
        select s.customer_id, s.item_id, sum(${effect})::bigint as change from postings s
        where s.portfolio_id = ${anyOf(portfolioIds)} and ${onDebt} and ${undone}
        group by s.customer_id, s.item_id
      ) u on u.customer_id = i.customer_id and u.item_id = i.id
      where i.portfolio_id = ${anyOf(portfolioIds)} and (i.balance_minor > 0 or u.change <> 0)
        and (${currency}::text is null or i.currency = ${currency})`,
  };
}

/** The items owed at the end of a day, with what was owed on each. */
export function owedRows(
  portfolioIds: readonly string[],
  day: LocalDate,
  currency: string | null,
): RowSource {
  return itemRows({ portfolioIds, currency }, sql`s.booked_on > ${day}::date`);
}

/**
 * What could be recovered in a scope: the debt before it and the debt that came in it, by item.
 * Their sum is made from the postings (`debtCounted`).
 */
export function recoverableRows(scope: Scope, currency: string | null): RowSource {
  const { portfolioIds, from, to } = scope;
  const isNew = sql`(s.booked_on <= ${to}::date and ${isOf('newDebt')})`;
  return itemRows({ portfolioIds, currency }, sql`s.booked_on >= ${from}::date and not ${isNew}`);
}

/** New debt by calendar month and currency, from the month that `since` lies in. */
export async function newDebtByMonth(
  db: Kysely<DB>,
  portfolioIds: readonly string[],
  since: LocalDate,
): Promise<readonly { currency: string; month: string; amount: bigint }[]> {
  const { rows } = await sql<{ currency: string; month: string; amount: bigint }>`
    select s.currency, to_char(s.booked_on, 'YYYY-MM') as month,
      sum(${added('newDebt')})::bigint as amount
    from postings s
    where s.portfolio_id = ${anyOf(portfolioIds)} and ${onDebt} and ${isOf('newDebt')}
      and s.booked_on >= date_trunc('month', ${since}::date)
    group by 1, 2 order by 1, 2
  `.execute(db);
  return rows;
}
