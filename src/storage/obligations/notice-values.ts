import { type Kysely, sql } from 'kysely';
import type { LocalDate, Zone } from '#kernel/time.ts';
import { inHandOfCase } from '#storage/ledger/in-hand.ts';
import type { DB } from '#storage/tables.ts';

/** What the book knows of the debts of a case that a notice has to tell. Amounts in minor units. */
export type NoticeRow = {
  readonly tenantName: string;
  readonly collector: string | null;
  readonly callerId: string | null;
  readonly creditorName: string;
  readonly currency: string;
  readonly zone: Zone;
  readonly customerName: string;
  readonly customerReference: string;
  /** The postal address that is best known. */
  readonly mail: string | null;
  readonly accounts: readonly string[];
  /** The last day on which something was billed: the last statement. Null where nothing was. */
  readonly itemizedOn: LocalDate | null;
  readonly amountThen: bigint;
  readonly interest: bigint;
  readonly fees: bigint;
  readonly payments: bigint;
  /** With money in hand, which counts as credited though no debt has taken it yet. */
  readonly credits: bigint;
  readonly amountNow: bigint;
};

/**
 * The debts of a case as its books stand: what was owed at the end of the day of the last statement,
 * what came and went since, what is owed now. Then + interest + fees - payments - credits is now.
 */
export async function noticeRow(
  db: Kysely<DB>,
  customerId: string,
  caseId: string,
): Promise<NoticeRow | undefined> {
  const charged = sql`booked_on > on_day and kind in ('bill', 'fee', 'withdrawal')`;
  const paid = sql`booked_on > on_day and kind in
    ('payment', 'allocation', 'payment_reversal', 'refund')`;
  const { rows } = await sql<NoticeRow>`
    with mine as (
      select i.id, i.account_id from items i
      where i.customer_id = ${customerId}::uuid and i.case_id = ${caseId}::uuid
    ), moves as (
      select p.kind, p.component, p.booked_on,
        case when p.debit = 'receivable' then p.amount_minor else 0 end
          - case when p.credit = 'receivable' then p.amount_minor else 0 end as effect
      from postings p join mine on mine.id = p.item_id
      where p.customer_id = ${customerId}::uuid
    ), statement as (
      select max(booked_on) as on_day from moves where kind = 'bill' and component = 'principal'
    ), sums as (
      select sum(effect) filter (where booked_on <= on_day) as amount_then,
        sum(effect) filter (where ${charged} and component = 'interest') as interest,
        sum(effect) filter (where ${charged} and component in ('fee', 'cost')) as fees,
        -sum(effect) filter (where ${paid}) as payments,
        -sum(effect) filter (where booked_on > on_day and not (${paid})
          and (component = 'principal' or not (${charged}))) as credits,
        sum(effect) as amount_now
      from moves cross join statement
    )
    select t.name as tenant_name, po.collector, nullif(po.caller_id, '') as caller_id,
      cr.name as creditor_name, po.currency, po.zone, u.name as customer_name,
      u.reference as customer_reference,
      (select m.value from contact_points m where m.customer_id = u.id and m.kind = 'mail'
        and m.party_id is null and m.state in ('valid', 'unverified')
        order by m.state = 'valid' desc, m.rank, m.id limit 1) as mail,
      coalesce((select array_agg(a.reference order by a.reference) from accounts a
        where a.customer_id = u.id and a.id in (select account_id from mine)), '{}') as accounts,
      (select on_day from statement) as itemized_on,
      coalesce(s.amount_then, 0)::bigint as amount_then, coalesce(s.interest, 0)::bigint as interest,
      coalesce(s.fees, 0)::bigint as fees, coalesce(s.payments, 0)::bigint as payments,
      (coalesce(s.credits, 0) + w.in_hand)::bigint as credits,
      (coalesce(s.amount_now, 0) - w.in_hand)::bigint as amount_now
    from cases c
    join customers u on u.id = c.customer_id
    join portfolios po on po.id = c.portfolio_id
    join creditors cr on cr.id = po.creditor_id
    join tenants t on t.id = po.tenant_id
    cross join sums s
    cross join lateral (select greatest(0, least(${inHandOfCase}, s.amount_now)) as in_hand) w
    where c.customer_id = ${customerId}::uuid and c.id = ${caseId}::uuid
  `.execute(db);
  return rows[0];
}
