import { type Kysely, type RawBuilder, sql } from 'kysely';
import { likelyDays } from '#domain/intake/likely-owner.ts';
import type { LocalDate } from '#kernel/time.ts';
import { inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';
import { isInHand, waits } from '#storage/unapplied.ts';

const minor = sql.raw(waits('w'));
const moves = sql.raw(isInHand('w'));

/** SQL: money of the customer of a case `c` in its portfolio that no debt has taken, in minor units. */
export const inHandOfCase = sql<bigint>`(select coalesce(sum(${minor}), 0) from postings w
  where w.customer_id = c.customer_id and w.portfolio_id = c.portfolio_id
    and ${moves})`;

/** SQL: the same for every customer of a scope who has any, as rows of `customer_id` and `minor`. */
export function inHandRows(scope: Scope): RawBuilder<unknown> {
  return sql`
    select w.customer_id, sum(${minor})::bigint as minor from postings w
    where ${inScope(scope, 'w.customer_id')} and w.portfolio_id = ${scope.portfolioId}::uuid
      and ${moves}
    group by w.customer_id having sum(${minor}) > 0`;
}

/** SQL: the same for every customer of a portfolio who has any. */
export function inHandOfPortfolio(portfolioId: string): RawBuilder<unknown> {
  return sql`
    select w.customer_id, sum(${minor})::bigint as minor from postings w
    where w.portfolio_id = ${portfolioId}::uuid and ${moves}
    group by w.customer_id having sum(${minor}) > 0`;
}

/**
 * SQL: bank entries `b` of a day in a portfolio that wait for a person and are probably somebody's; both
 * are columns or values.
 */
const likely = (portfolioId: RawBuilder<unknown>, today: RawBuilder<unknown>) => sql`
  b.portfolio_id = ${portfolioId} and b.state = 'unmatched' and b.amount_minor > 0
    and b.booked_on > ${today} - ${sql.lit(likelyDays)}`;

/** SQL: what waits at the office and is probably money of the customer of a case `c`, minor units. */
export const likelyOfCase = (today: RawBuilder<unknown>) => sql<bigint>`(
  select coalesce(sum(b.amount_minor + b.charges_minor), 0) from bank_entries b
  where ${likely(sql`c.portfolio_id`, today)} and b.likely_customer_id = c.customer_id)`;

/** SQL: the same for every customer of a scope who has any, as rows of `customer_id` and `minor`. */
export function likelyRows(scope: Scope, today: LocalDate): RawBuilder<unknown> {
  return sql`
    select b.likely_customer_id as customer_id,
      sum(b.amount_minor + b.charges_minor)::bigint as minor from bank_entries b
    where ${likely(sql`${scope.portfolioId}::uuid`, sql`${today}::date`)}
      and ${inScope(scope, 'b.likely_customer_id')}
    group by b.likely_customer_id`;
}

/** What money in hand comes from. */
export type MoneySource = 'payment' | 'credit';

/** A payment or credit note with what of it no debt has taken, in minor units. */
export type WaitingMoney = {
  readonly of: MoneySource;
  /** The payment or credit note. */
  readonly sourceId: string;
  readonly customerId: string;
  readonly accountId: string;
  readonly currency: string;
  readonly amountMinor: bigint;
};

/**
 * SQL: the payments and credit notes of a scope of which something waits, as rows of `of`, `source_id`,
 * its customer, account, currency, day and reference, and `minor`, what waits; all of them, or only of
 * customers who owe undisputed debt.
 */
function waitingSources(scope: Scope, of: 'all' | 'who-owe'): RawBuilder<unknown> {
  const sums = sql`(select w.customer_id, w.payment_id, sum(${minor})::bigint as minor from postings w
      where ${inScope(scope, 'w.customer_id')} and w.portfolio_id = ${scope.portfolioId}::uuid
        and ${moves}
      group by w.customer_id, w.payment_id having sum(${minor}) > 0)`;
  const owes = sql`where exists (select 1 from items i where ${inScope(scope, 'i.customer_id')}
      and i.customer_id = y.customer_id
      and i.portfolio_id = ${scope.portfolioId}::uuid and i.balance_minor > i.disputed_minor)`;
  const one = sql`${inScope(scope, 'y.customer_id')} and y.customer_id = w.customer_id
    and y.id = w.payment_id ${of === 'all' ? sql`` : owes}`;
  return sql`
    select 'payment' as of, y.id as source_id, y.customer_id, y.account_id, y.currency,
      y.received_on as day, y.reference, w.minor
    from ${sums} w join payments y on ${one}
    union all
    select 'credit', y.id, y.customer_id, y.account_id, y.currency, y.issued_on, y.reference, w.minor
    from ${sums} w join credit_notes y on ${one}`;
}

/** Money in hand of a scope whose customers owe undisputed debt, the oldest first. */
export async function waitingMoney(tx: Kysely<DB>, scope: Scope): Promise<readonly WaitingMoney[]> {
  const { rows } = await sql<WaitingMoney>`
    select s.of, s.source_id, s.customer_id, s.account_id, s.currency, s.minor as amount_minor
    from (${waitingSources(scope, 'who-owe')}) s
    order by s.customer_id, s.day, s.source_id
  `.execute(tx);
  return rows;
}

/** A payment or credit note of a customer of which something waits, with its day and reference. */
export type MoneySourceRow = WaitingMoney & {
  readonly day: LocalDate;
  readonly reference: string | null;
  readonly accountReference: string;
};

/** What of which payments and credit notes of a customer waits in a portfolio, the oldest first. */
export async function moneyOf(
  db: Kysely<DB>,
  portfolioId: string,
  customerId: string,
): Promise<readonly MoneySourceRow[]> {
  const scope = { kind: 'cases', portfolioId, customerIds: [customerId], caseIds: [] } as const;
  const { rows } = await sql<MoneySourceRow>`
    select s.of, s.source_id, s.customer_id, s.account_id, s.currency, s.minor as amount_minor,
      s.day, s.reference, a.reference as account_reference
    from (${waitingSources(scope, 'all')}) s
    join accounts a on a.customer_id = ${customerId}::uuid and a.id = s.account_id
    order by s.day, s.source_id
  `.execute(db);
  return rows;
}

/** A customer with money in hand in a portfolio, and what they owe there; minor units. */
export type CustomerInHand = {
  readonly portfolioId: string;
  readonly portfolioName: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly customerReference: string;
  readonly currency: string;
  readonly inHandMinor: bigint;
  /** The first day on which any of it was booked. */
  readonly since: LocalDate;
  readonly owedMinor: bigint;
  readonly disputedMinor: bigint;
};

/** Customers on one page of those with money in hand. */
export const customersAPage = 200;

/** Customers with money in hand on the portfolios of a reader, the longest waiting first. */
export async function customersInHand(
  db: Kysely<DB>,
  tenantId: string,
  portfolioIds: 'all' | readonly string[],
): Promise<readonly CustomerInHand[]> {
  const all = portfolioIds === 'all';
  const ids = all ? [] : [...portfolioIds];
  const { rows } = await sql<CustomerInHand>`
    select h.portfolio_id, po.name as portfolio_name, h.customer_id, u.name as customer_name,
      u.reference as customer_reference, po.currency, h.minor as in_hand_minor, h.since,
      coalesce(o.owed, 0)::bigint as owed_minor, coalesce(o.disputed, 0)::bigint as disputed_minor
    from (
      select w.portfolio_id, w.customer_id, sum(${minor})::bigint as minor, min(w.booked_on) as since
      from postings w
      where ${moves} and w.tenant_id = ${tenantId}::uuid
        and (${all} or w.portfolio_id = any(${ids}::uuid[]))
      group by w.portfolio_id, w.customer_id having sum(${minor}) > 0
    ) h
    join portfolios po on po.id = h.portfolio_id
    join customers u on u.id = h.customer_id
    left join lateral (
      select sum(i.balance_minor) as owed, sum(i.disputed_minor) as disputed from items i
      where i.customer_id = u.id and i.portfolio_id = h.portfolio_id
        and i.balance_minor > 0
    ) o on true
    order by h.since, h.customer_id limit ${customersAPage}
  `.execute(db);
  return rows;
}
