import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';
import type { CaseRef } from './read-file.ts';

/** What the rows of a case say of the decisions of the department. */
export type DepartmentFacts = {
  /** A name, a way to reach the customer, invoices with their dates, and a proven last warning. */
  readonly kitComplete: boolean;
  /** None of the customer's money waits to be applied to what they owe. */
  readonly moneyReconciled: boolean;
  /** At least one notice went out for certain and at least one contact was tried. */
  readonly evidence: boolean;
  /** Somebody else proposed what is approved now: two persons decide. */
  readonly approvalsComplete: boolean;
};

/** Reads the facts behind a decision of the department by `actorId`. */
export async function departmentFacts(
  tx: Kysely<DB>,
  { customerId, caseId }: CaseRef,
  actorId: string | null,
): Promise<DepartmentFacts> {
  const customer = sql`${customerId}::uuid`;
  const ofCase = sql`customer_id = ${customer} and case_id = ${caseId}::uuid`;
  const { rows } = await sql<DepartmentFacts>`
    select (select u.name <> '' from customers u where u.id = ${customer})
        and exists (select 1 from contact_points where customer_id = ${customer}
          and party_id is null and state in ('valid', 'unverified'))
        and not exists (select 1 from items where ${ofCase} and balance_minor > 0
          and issued_on is null)
        and exists (select 1 from notices where ${ofCase} and stage = 'final'
          and recorded_by is not null) as kit_complete,
      coalesce((select sum(case when credit = 'unapplied' then amount_minor else -amount_minor end)
          from postings where customer_id = ${customer}
            and 'unapplied' in (credit, debit)), 0) = 0 as money_reconciled,
      exists (select 1 from notices where ${ofCase} and recorded_by is not null)
        and exists (select 1 from attempts where ${ofCase}) as evidence,
      coalesce((select done_by is distinct from ${actorId}::uuid from tasks where ${ofCase}
        and outcome in ('write-off', 'nothing-left') and done_at is not null
        order by done_at desc limit 1), false) as approvals_complete
  `.execute(tx);
  const none = {
    kitComplete: false,
    moneyReconciled: false,
    evidence: false,
    approvalsComplete: false,
  };
  return rows[0] ?? none;
}
