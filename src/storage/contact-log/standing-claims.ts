import { type Kysely, sql } from 'kysely';
import { factEnds, holdFactKinds } from '#domain/contact/hold-facts.ts';
import type { Day } from '#storage/cases/case-profiles.ts';
import { inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';

/** A fact on record that lays a hold and that nothing has ended. */
export type StandingClaim = {
  readonly kind: string;
  readonly source: string;
  readonly recordedBy: string | null;
  /** The accounts that are held by it still; null for all that the person has. */
  readonly debts: readonly string[] | null;
  /** Whether it is an attorney among the people of the file instead of a fact. */
  readonly isParty: boolean;
};

/**
 * The facts of a person that lay holds, with the attorneys of the file: those taken back are out, and of
 * those about debts each account that was answered.
 */
export async function standingClaims(
  tx: Kysely<DB>,
  customerId: string,
): Promise<readonly StandingClaim[]> {
  const kinds = [...holdFactKinds, ...factEnds.map(({ endedBy }) => endedBy)];
  const { rows } = await sql<StandingClaim>`
    with stands as (
      select f.id, f.kind, f.source, f.recorded_by, f.occurred_at, f.details -> 'debts' as debts,
        false as is_party
      from contact_facts f
      where f.customer_id = ${customerId}::uuid and f.withdraws is null
        and f.kind = any(${kinds}::text[])
        and not exists (select from contact_facts w
          where w.customer_id = ${customerId}::uuid and w.withdraws = f.id)
      union all
      select p.id, 'attorney', p.name, p.recorded_by, p.created_at,
        case when p.account_id is not null then jsonb_build_array(p.account_id) end, true
      from parties p
      where p.customer_id = ${customerId}::uuid and p.role = 'attorney' and p.ended_at is null
    ), ends as (
      select e.kind, e.occurred_at, e.debts, x.claim from stands e
      join unnest(${factEnds.map(({ kind }) => kind)}::text[],
        ${factEnds.map(({ endedBy }) => endedBy)}::text[]) x(claim, ended_by) on x.ended_by = e.kind
    )
    select c.kind, c.source, c.recorded_by, c.is_party,
      case when c.debts is not null then array(
        select d.id from jsonb_array_elements_text(c.debts) d(id)
        where not exists (select from ends e where e.claim = c.kind
          and e.occurred_at >= c.occurred_at
          and (e.debts is null or e.debts @> to_jsonb(d.id)))) end as debts
    from stands c
    where c.kind = any(${[...holdFactKinds]}::text[])
      and (c.debts is not null or not exists (select from ends e where e.claim = c.kind
        and e.occurred_at >= c.occurred_at))
    order by c.occurred_at, c.id
  `.execute(tx);
  return rows.filter(({ debts }) => debts === null || debts.length > 0);
}

/**
 * People with a fact that lays a hold to whom a case or an overdue item came on a day: whatever is new
 * may not be held yet.
 */
export async function newlyClaimed(
  tx: Kysely<DB>,
  scope: Scope,
  { today }: Day,
): Promise<readonly string[]> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct i.customer_id from items i
    where ${inScope(scope, 'i.customer_id')} and i.portfolio_id = ${scope.portfolioId}::uuid
      and i.case_id is not null and i.entered_collection_on = ${today}::date
      and (exists (select from contact_facts f where ${inScope(scope, 'f.customer_id')}
          and f.customer_id = i.customer_id
          and f.kind = any(${[...holdFactKinds]}::text[]) and f.withdraws is null)
        or exists (select from parties p where ${inScope(scope, 'p.customer_id')}
          and p.customer_id = i.customer_id and p.role = 'attorney' and p.ended_at is null))
    order by i.customer_id
  `.execute(tx);
  return rows.map(({ customerId }) => customerId);
}
