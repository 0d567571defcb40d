import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';
import { customerOf } from '#storage/whose.ts';

/** An obligation as it is opened. */
export type NewObligation = {
  readonly customerId: string;
  readonly id: string;
  readonly tenantId: string;
  readonly portfolioId: string;
  readonly caseId: string;
  readonly kind: string;
  readonly rule: string;
  /** What it comes from, so that it arises once: `hold:<id>`, `attempt:<id>`, `fact:<id>`. */
  readonly sourceKey: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly dueAt: Instant;
  readonly escalatesAt: Instant;
  readonly queue: string;
  readonly openedAt: Instant;
};

/** Opens an obligation; false when the same source has opened it before. */
export async function openObligation(tx: Kysely<DB>, obligation: NewObligation): Promise<boolean> {
  const { rows } = await sql`
    insert into obligations (customer_id, id, tenant_id, portfolio_id, case_id, kind, rule,
      source_key, details, due_at, escalates_at, queue, opened_at)
    values (${obligation.customerId}, ${obligation.id}, ${obligation.tenantId}, ${obligation.portfolioId},
      ${obligation.caseId}, ${obligation.kind}, ${obligation.rule}, ${obligation.sourceKey},
      ${JSON.stringify(obligation.details)}::jsonb, ${obligation.dueAt}::timestamptz,
      ${obligation.escalatesAt}::timestamptz, ${obligation.queue}, ${obligation.openedAt}::timestamptz)
    on conflict (customer_id, kind, source_key) do nothing returning 1
  `.execute(tx);
  return rows.length === 1;
}

/** Whether an obligation of a kind stands open on a case; with `by`: one that arose by then. */
export async function standsOpen(
  tx: Kysely<DB>,
  of: { readonly customerId: string; readonly caseId: string },
  kind: string,
  by: Instant | null = null,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from obligations
    where customer_id = ${of.customerId}::uuid and case_id = ${of.caseId}::uuid and kind = ${kind}
      and fulfilled_at is null and cancelled_at is null
      and (${by}::timestamptz is null or opened_at <= ${by}::timestamptz) limit 1
  `.execute(tx);
  return rows.length > 0;
}

/** An obligation that was met. */
export type MetObligation = { readonly id: string; readonly kind: string };

/**
 * Meets the open obligations of some kinds on a case, or one of them; answers which they were. What
 * was done at `doneAt` meets no obligation that a fact of a later time laid.
 */
export async function meetObligations(
  tx: Kysely<DB>,
  of: {
    readonly customerId: string;
    readonly caseId: string;
    readonly kinds: readonly string[];
    readonly obligationId: string | null;
    readonly doneAt: Instant | null;
    readonly at: Instant;
    readonly by: string | null;
    readonly fulfilment: Readonly<Record<string, unknown>>;
  },
): Promise<readonly MetObligation[]> {
  if (of.kinds.length === 0) return [];
  const { rows } = await sql<MetObligation>`
    update obligations set fulfilled_at = ${of.at}::timestamptz, fulfilled_by = ${of.by}::uuid,
      fulfilment = ${JSON.stringify(of.fulfilment)}::jsonb
    where customer_id = ${of.customerId}::uuid and case_id = ${of.caseId}::uuid
      and kind = any(${[...of.kinds]}::text[])
      and fulfilled_at is null and cancelled_at is null
      and (${of.obligationId}::uuid is null or id = ${of.obligationId}::uuid)
      and not exists (select 1 from contact_facts f
        where f.customer_id = ${of.customerId}::uuid and f.occurred_at > ${of.doneAt}::timestamptz
          and obligations.source_key in ('fact:' || f.id, 'returned:' || f.id))
    returning id, kind
  `.execute(tx);
  return rows;
}

type ReopenedObligation = MetObligation & { readonly rule: string; readonly dueAt: Instant };

/** Opens again, due as before, what a fact met that never held; answers which obligations. */
export async function reopenObligations(
  tx: Kysely<DB>,
  customerIds: readonly string[],
  factId: string,
): Promise<readonly ReopenedObligation[]> {
  const { rows } = await sql<ReopenedObligation>`
    update obligations set fulfilled_at = null, fulfilled_by = null, fulfilment = null
    where customer_id = any(${[...customerIds]}::uuid[]) and fulfilled_at is not null
      and fulfilment ->> 'factId' = ${factId}
    returning id, kind, rule, due_at
  `.execute(tx);
  return rows;
}

/** An obligation with what one needs to see to do it. */
export type ObligationRow = {
  readonly id: string;
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly portfolioName: string;
  readonly customerName: string;
  readonly customerReference: string;
  readonly kind: string;
  readonly rule: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly dueAt: Instant;
  readonly queue: string;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly openedAt: Instant;
  readonly escalation: number;
  readonly fulfilledAt: Instant | null;
  readonly fulfilledBy: string | null;
  readonly fulfilment: Readonly<Record<string, unknown>> | null;
  readonly cancelledAt: Instant | null;
  readonly cancelReason: string | null;
};

/** Obligations on one page of a list. */
export const obligationsAPage = 100;

const columns = sql`o.id, o.customer_id, o.case_id, o.portfolio_id, p.name as portfolio_name,
  u.name as customer_name, u.reference as customer_reference, o.kind, o.rule, o.details, o.due_at,
  o.queue, o.owner_id, w.name as owner_name, o.opened_at, o.escalation, o.fulfilled_at,
  ${nameAt('o.fulfilled_by', 'o.fulfilled_at')} as fulfilled_by, o.fulfilment, o.cancelled_at, o.cancel_reason
  from obligations o
  join portfolios p on p.id = o.portfolio_id
  join customers u on u.id = o.customer_id
  left join users w on w.id = o.owner_id`;

const scope = (portfolios: 'all' | readonly string[]) =>
  portfolios === 'all' ? sql`` : sql`and o.portfolio_id = any(${[...portfolios]}::uuid[])`;

/** A page of obligations: open ones by due time, or those that ended, the newest first. */
export async function listedObligations(
  db: Kysely<DB>,
  filter: {
    readonly tenantId: string;
    readonly portfolios: 'all' | readonly string[];
    readonly open: boolean;
    readonly kind: string | null;
    readonly page: number;
  },
): Promise<readonly ObligationRow[]> {
  const which = filter.open
    ? sql`o.fulfilled_at is null and o.cancelled_at is null`
    : sql`(o.fulfilled_at is not null or o.cancelled_at is not null)`;
  const order = filter.open
    ? sql`o.due_at, o.id`
    : sql`coalesce(o.fulfilled_at, o.cancelled_at) desc, o.id`;
  const { rows } = await sql<ObligationRow>`
    select ${columns}
    where o.tenant_id = ${filter.tenantId}::uuid and ${which} ${scope(filter.portfolios)}
      ${filter.kind ? sql`and o.kind = ${filter.kind}` : sql``}
    order by ${order} limit ${obligationsAPage + 1} offset ${filter.page * obligationsAPage}
  `.execute(db);
  return rows;
}

/** Open obligations by kind, and how many of them are late. */
export type ObligationCount = {
  readonly kind: string;
  readonly open: number;
  readonly late: number;
};

/** How many obligations of each kind are open. */
export async function obligationCounts(
  db: Kysely<DB>,
  tenantId: string,
  portfolios: 'all' | readonly string[],
  at: Instant,
): Promise<readonly ObligationCount[]> {
  const { rows } = await sql<ObligationCount>`
    select o.kind, count(*)::integer as open,
      (count(*) filter (where o.due_at < ${at}::timestamptz))::integer as late
    from obligations o
    where o.tenant_id = ${tenantId}::uuid and o.fulfilled_at is null and o.cancelled_at is null
      ${scope(portfolios)}
    group by o.kind order by o.kind
  `.execute(db);
  return rows;
}

/** One obligation under its row lock, or undefined. */
export async function lockObligation(
  tx: Kysely<DB>,
  id: string,
): Promise<ObligationRow | undefined> {
  return oneObligation(tx, id, sql`for update of o`);
}

/** One obligation, or undefined. */
export async function obligationById(
  db: Kysely<DB>,
  id: string,
): Promise<ObligationRow | undefined> {
  return oneObligation(db, id, sql``);
}

async function oneObligation(
  db: Kysely<DB>,
  id: string,
  lock: RawBuilder<unknown>,
): Promise<ObligationRow | undefined> {
  const customerId = await customerOf(db, 'obligations', id);
  if (customerId === undefined) return undefined;
  const { rows } = await sql<ObligationRow>`
    select ${columns}
    where o.customer_id = ${customerId}::uuid and u.id = ${customerId}::uuid
      and o.id = ${id}::uuid ${lock}
  `.execute(db);
  return rows[0];
}

type Kept = { readonly customerId: string; readonly id: string };

/** Sets who works an obligation. */
export async function ownObligation(
  tx: Kysely<DB>,
  { customerId, id }: Kept,
  ownerId: string | null,
): Promise<void> {
  await sql`
    update obligations set owner_id = ${ownerId}::uuid
    where customer_id = ${customerId}::uuid and id = ${id}::uuid
  `.execute(tx);
}

/** Ends an obligation that need not be met, with the reason. */
export async function cancelObligation(
  tx: Kysely<DB>,
  { customerId, id }: Kept,
  at: Instant,
  reason: string,
): Promise<void> {
  await sql`
    update obligations set cancelled_at = ${at}::timestamptz, cancel_reason = ${reason}
    where customer_id = ${customerId}::uuid and id = ${id}::uuid
  `.execute(tx);
}
