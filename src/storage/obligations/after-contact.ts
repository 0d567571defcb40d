import { type Kysely, sql } from 'kysely';
import { OWN_DEBT_TYPES } from '#domain/gate/checks/debtors.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import { unpackFacts } from '#storage/packed-facts.ts';
import type { DB } from '#storage/tables.ts';

/**
 * Whether a talk that the person began was the first in which today's collector of the case told them
 * something about it (12 CFR 1006.34(b)(2)): nothing was conveyed before, no notice went out that did
 * not come back. What an earlier collector did begins nothing.
 */
export async function isFirstConversation(
  tx: Kysely<DB>,
  of: {
    readonly customerId: string;
    readonly caseId: string;
    readonly attemptId: string;
    /** Whom telling of the debt is telling the customer. */
    readonly hearers: readonly string[];
  },
): Promise<boolean> {
  const { caseId, attemptId } = of;
  const customer = sql`${of.customerId}::uuid`;
  const { rows } = await sql`
    with mine as (
      select c.id, p.id as portfolio_id, coalesce((select max(x.occurred_at)
        from portfolio_transfers x where x.portfolio_id = p.id), '-infinity') as since
      from cases c join portfolios p on p.id = c.portfolio_id
      where c.customer_id = ${customer} and c.id = ${caseId}::uuid
        and p.collector_role <> all (${OWN_DEBT_TYPES}::text[])
    )
    select 1 from mine m
    where not exists (select 1 from obligations o
        where o.customer_id = ${customer} and o.case_id = m.id and o.kind = 'validation_notice'
          and o.opened_at > m.since)
      and not exists (select 1 from contact_facts f
        where f.customer_id = ${customer} and f.kind = 'validation_notice' and f.withdraws is null
          and f.occurred_at > m.since
          and not exists (select 1 from contact_facts w
            where w.customer_id = ${customer} and w.withdraws = f.id))
      and not exists (select 1 from accounts a
        where a.customer_id = ${customer} and a.portfolio_id = m.portfolio_id
          and a.first_communication_on > m.since::date)
      and not exists (select 1 from attempts a
        where a.customer_id = ${customer} and a.case_id = m.id and a.about_debt
          and a.person = any (${of.hearers}::text[])
          and a.id <> ${attemptId}::uuid and a.attempted_at > m.since)
  `.execute(tx);
  return rows.length > 0;
}

type AttemptDuties = {
  readonly facts: Facts;
  readonly zone: string;
  readonly obligations: readonly { readonly rule: string; readonly due?: string }[];
};

/** The obligations that the decision behind an attempt named, and the zone it was decided in. */
export async function obligationsOfAttempt(
  tx: Kysely<DB>,
  customerId: string,
  attemptId: string,
): Promise<AttemptDuties | undefined> {
  const { rows } = await sql<Omit<AttemptDuties, 'facts'> & { readonly facts: Buffer }>`
    select d.facts, a.zone, d.decision -> 'obligations' as obligations
    from attempts a join decisions d on d.customer_id = a.customer_id and d.id = a.decision_id
    where a.customer_id = ${customerId}::uuid and a.id = ${attemptId}::uuid
  `.execute(tx);
  return rows.map(({ facts, ...rest }) => {
    return { ...rest, facts: unpackFacts({ facts, baseFacts: null }) };
  })[0];
}
