import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import type { Owned } from '#storage/cases/set-holds.ts';
import type { DB } from '#storage/tables.ts';

/** What earlier agreements say about new ones. */
export type AgreementHistory = {
  readonly promises: readonly { readonly state: string; readonly dueOn: LocalDate }[];
  readonly brokenPlans: number;
};

/**
 * The promises and broken plans of a customer so far, on whichever of their accounts and cases: one who
 * did not keep their word is the same person on the next case.
 */
export async function agreementHistory(
  db: Kysely<DB>,
  customerId: string,
): Promise<AgreementHistory> {
  const { rows } = await sql<AgreementHistory>`
    select (select coalesce(json_agg(json_build_object('state', p.state, 'dueOn', p.due_on)), '[]')
        from promises_to_pay p where p.customer_id = ${customerId}::uuid) as promises,
      (select count(*) from plans l where l.customer_id = ${customerId}::uuid
        and l.state = 'broken')::int as broken_plans
  `.execute(db);
  return rows[0] ?? { promises: [], brokenPlans: 0 };
}

/** A promise as it is made. */
export type NewPromise = Owned & {
  readonly id: string;
  readonly portfolioId: string;
  readonly caseId: string;
  readonly amountMinor: bigint;
  readonly currency: string;
  /** The items that it is about: money for others does not keep it. */
  readonly itemIds: string[];
  readonly dueOn: LocalDate;
  readonly method: string;
  readonly toleranceDays: number;
  readonly toleranceMinor: bigint;
  readonly madeAt: Instant;
  readonly madeBy: string | null;
  readonly conversationId: string | null;
};

/** Writes promises; the open ones of the case give way to the first of them. */
export async function insertPromises(
  tx: Kysely<DB>,
  ref: CaseRef,
  made: readonly NewPromise[],
): Promise<void> {
  const first = made[0]?.id ?? null;
  await sql`
    update promises_to_pay set state = 'replaced', replaced_by = ${first}::uuid
    where customer_id = ${ref.customerId}::uuid and case_id = ${ref.caseId}::uuid
      and state = 'open'
  `.execute(tx);
  await tx
    .insertInto('promisesToPay')
    .values(made.map((promise) => ({ ...promise, state: 'open' })))
    .execute();
}

/** A plan as it is made, with its instalments. */
export type NewPlan = Owned & {
  readonly id: string;
  readonly portfolioId: string;
  readonly caseId: string;
  readonly totalMinor: bigint;
  readonly currency: string;
  readonly frequency: string;
  /** The items it pays off: money for others does not keep it. */
  readonly itemIds: string[];
  readonly state: 'proposed' | 'active';
  readonly affordability: Readonly<Record<string, string>> | null;
  readonly madeAt: Instant;
  readonly madeBy: string | null;
  readonly conversationId: string | null;
};

/** Writes a plan; a live one of the case gives way to it, and so do its open promises. */
export async function insertPlan(
  tx: Kysely<DB>,
  ref: CaseRef,
  plan: NewPlan,
  parts: readonly {
    readonly number: number;
    readonly dueOn: LocalDate;
    readonly amount: bigint;
  }[],
): Promise<void> {
  if (plan.state === 'active') await endAgreements(tx, ref, plan.madeAt);
  await tx
    .insertInto('plans')
    .values({
      ...plan,
      affordability: plan.affordability === null ? null : JSON.stringify(plan.affordability),
    })
    .execute();
  const { customerId, tenantId } = plan;
  await tx
    .insertInto('planInstalments')
    .values(
      parts.map(({ number, dueOn, amount }) => ({
        customerId,
        tenantId,
        planId: plan.id,
        number,
        dueOn,
        amountMinor: amount,
        state: 'open',
      })),
    )
    .execute();
}

/** Ends what was agreed before: live plans are cancelled, open promises replaced. */
export async function endAgreements(tx: Kysely<DB>, ref: CaseRef, at: Instant): Promise<void> {
  await sql`
    with ended as (
      update plans set state = 'cancelled', ended_at = ${at}::timestamptz
      where customer_id = ${ref.customerId}::uuid and case_id = ${ref.caseId}::uuid
        and state in ('approved', 'active', 'late') returning id
    ), parts as (
      update plan_instalments set state = 'cancelled'
      where customer_id = ${ref.customerId}::uuid and plan_id in (select id from ended)
        and state in ('open', 'late')
    )
    update promises_to_pay set state = 'replaced'
    where customer_id = ${ref.customerId}::uuid and case_id = ${ref.caseId}::uuid
      and state = 'open'
  `.execute(tx);
}

/** Decides a proposed plan; false when it waits no more. */
export async function decidePlan(
  tx: Kysely<DB>,
  customerId: string,
  planId: string,
  decided: { readonly approved: boolean; readonly at: Instant },
): Promise<boolean> {
  const state = decided.approved ? 'active' : 'cancelled';
  const { rows } = await sql`
    with decided as (
      update plans set state = ${state},
        ended_at = case when ${decided.approved} then null else ${decided.at}::timestamptz end
      where customer_id = ${customerId}::uuid and id = ${planId}::uuid and state = 'proposed'
      returning id
    ), parts as (
      update plan_instalments set state = 'cancelled'
      where not ${decided.approved}::boolean and customer_id = ${customerId}::uuid
        and plan_id in (select id from decided)
    )
    select 1 from decided
  `.execute(tx);
  return rows.length === 1;
}

/** A plan that waits for approval, as it was agreed. */
export type WaitingPlan = {
  readonly totalMinor: bigint;
  readonly instalments: readonly {
    readonly number: number;
    readonly dueOn: LocalDate;
    readonly amount: bigint;
  }[];
};

/** The terms of a plan, or undefined. */
export async function planTerms(
  tx: Kysely<DB>,
  customerId: string,
  planId: string,
): Promise<WaitingPlan | undefined> {
  const plan = await tx
    .selectFrom('plans')
    .select('totalMinor')
    .where('customerId', '=', customerId)
    .where('id', '=', planId)
    .executeTakeFirst();
  if (!plan) return undefined;
  const instalments = await tx
    .selectFrom('planInstalments')
    .select(['number', 'dueOn', 'amountMinor as amount'])
    .where('customerId', '=', customerId)
    .where('planId', '=', planId)
    .orderBy('number')
    .execute();
  return { ...plan, instalments };
}
