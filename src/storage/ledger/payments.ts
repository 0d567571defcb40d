import { type Kysely, sql } from 'kysely';
import type { Payer } from '#domain/parties/payers.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { customerOf } from '#storage/whose.ts';

/** The open case of each customer in a portfolio, where there is one. */
export async function openCasesOf(
  tx: Kysely<DB>,
  portfolioId: string,
  customerIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql<{ customerId: string; id: string }>`
    select customer_id, id from cases
    where customer_id = any(${[...customerIds]}::uuid[])
      and portfolio_id = ${portfolioId}::uuid and closed_at is null
  `.execute(tx);
  return new Map(rows.map(({ customerId, id }) => [customerId, id]));
}

/** One payment for the office, newest first; amounts in minor units. */
export type PaymentRow = {
  readonly id: string;
  readonly portfolioId: string;
  readonly portfolioName: string;
  readonly customerId: string;
  readonly customerName: string;
  readonly accountReference: string;
  readonly amountMinor: bigint;
  readonly unappliedMinor: bigint;
  readonly currency: string;
  readonly receivedOn: LocalDate;
  readonly recordedAt: Instant;
  readonly source: string;
  readonly payer: Payer;
  readonly reference: string | null;
  readonly reversedAt: Instant | null;
  readonly reversalReason: string | null;
};

/** What to list: one customer, one portfolio, or all of `portfolioIds`; newest first. */
export type PaymentFilter = {
  readonly tenantId: string;
  readonly portfolioIds: 'all' | readonly string[];
  readonly customerId: string | null;
  readonly before: Instant | null;
  readonly onlyUnapplied: boolean;
};

/** Payments on one page of a list. */
export const paymentsAPage = 100;

/** A page of payments. */
export async function listedPayments(
  db: Kysely<DB>,
  filter: PaymentFilter,
): Promise<readonly PaymentRow[]> {
  const all = filter.portfolioIds === 'all';
  const ids = filter.portfolioIds === 'all' ? [] : [...filter.portfolioIds];
  const { rows } = await sql<PaymentRow>`
    select y.id, y.portfolio_id, po.name as portfolio_name, y.customer_id, u.name as customer_name,
      a.reference as account_reference, y.amount_minor, y.currency, y.received_on, y.recorded_at,
      y.source, y.payer, y.reference, y.reversed_at, y.reversal_reason,
      coalesce(w.unapplied, 0)::bigint as unapplied_minor
    from payments y
    join portfolios po on po.id = y.portfolio_id
    join customers u on u.id = y.customer_id
    join accounts a on a.customer_id = y.customer_id and a.id = y.account_id
    left join lateral (
      select sum(case when p.credit = 'unapplied' then p.amount_minor
        when p.debit = 'unapplied' then -p.amount_minor end) as unapplied
      from postings p
      where p.customer_id = y.customer_id and p.payment_id = y.id
    ) w on true
    where y.tenant_id = ${filter.tenantId}::uuid
      and (${all} or y.portfolio_id = any(${ids}::uuid[]))
      and (${filter.customerId}::uuid is null or y.customer_id = ${filter.customerId}::uuid)
      and (${filter.before}::timestamptz is null or y.recorded_at < ${filter.before}::timestamptz)
      and (not ${filter.onlyUnapplied} or w.unapplied > 0)
    order by y.recorded_at desc, y.id desc limit ${paymentsAPage}
  `.execute(db);
  return rows;
}

/** One payment under its row lock, or undefined. */
export async function lockPayment(tx: Kysely<DB>, paymentId: string) {
  const customerId = await customerOf(tx, 'payments', paymentId);
  if (customerId === undefined) return undefined;
  return tx
    .selectFrom('payments')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('id', '=', paymentId)
    .forUpdate()
    .executeTakeFirst();
}

/** Writes down whose money a payment was. */
export async function writePayer(
  tx: Kysely<DB>,
  payment: { readonly customerId: string; readonly id: string },
  payer: Payer,
): Promise<void> {
  await tx
    .updateTable('payments')
    .set({ payer })
    .where('customerId', '=', payment.customerId)
    .where('id', '=', payment.id)
    .execute();
}

/** Marks a payment as withdrawn. */
export async function markReversed(
  tx: Kysely<DB>,
  payment: { readonly customerId: string; readonly id: string },
  at: Instant,
  reason: string,
): Promise<void> {
  await tx
    .updateTable('payments')
    .set({ reversedAt: at, reversalReason: reason })
    .where('customerId', '=', payment.customerId)
    .where('id', '=', payment.id)
    .execute();
}

/** The case that this payment's money ended or cured, made ready to go back to where it was. */
export async function reopenAfterReversal(
  tx: Kysely<DB>,
  customerId: string,
  portfolioId: string,
  since: Instant,
  today: LocalDate,
  at: Instant,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with ended as (
      select c.id, coalesce(c.closed_at, c.state_since) as ended_at, c.state_before,
        (select l.facts ->> 'stepBefore' from event_log l
          where l.customer_id = c.customer_id and l.case_id = c.id and l.kind = 'case.moved'
            and l.facts ->> 'from' = c.state_before
          order by l.seq desc limit 1) as step_before
      from cases c
      where c.customer_id = ${customerId}::uuid and c.portfolio_id = ${portfolioId}::uuid
        and c.state_before is not null and c.state in ('closed', 'watch', 'service')
        and coalesce(c.closed_at, c.state_since) >= ${since}::timestamptz
        and (c.closed_at is null or not exists (select 1 from cases o
          where o.customer_id = c.customer_id and o.portfolio_id = c.portfolio_id
            and o.closed_at is null))
      order by c.closed_at is null desc, c.closed_at desc limit 1
      for update
    ), revived as (
      update notices n set cancelled_at = null, promised_on = ${today}::date
        + greatest(0, n.promised_on - n.cancelled_at::date)
      from ended e where n.customer_id = ${customerId}::uuid and n.case_id = e.id
        and n.cancelled_at = e.ended_at
    ), unsolved as (
      update key_events k set resolved_at = null, resolution = null
      from ended e where k.customer_id = ${customerId}::uuid and k.case_id = e.id
        and k.resolved_at = e.ended_at
    )
    update cases c set closed_at = null, close_reason = null, step = coalesce(e.step_before, c.step),
      queue = 'system', next_action = 'wait', next_action_at = ${at}::timestamptz
    from ended e where c.customer_id = ${customerId}::uuid and c.id = e.id
    returning c.id
  `.execute(tx);
  return rows[0]?.id ?? null;
}
