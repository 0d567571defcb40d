import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** The holds of a case under their row locks, the first set first. */
export async function lockHolds(tx: Kysely<DB>, customerId: string, caseId: string) {
  return tx
    .selectFrom('holds')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('caseId', '=', caseId)
    .orderBy('setAt')
    .orderBy('id')
    .forUpdate()
    .execute();
}

/** Puts off the review of a standing hold, with the task of whoever looks at it. */
export async function putOffReview(
  tx: Kysely<DB>,
  customerId: string,
  holdId: string,
  reviewOn: LocalDate,
): Promise<void> {
  await sql`
    with put_off as (
      update holds set review_on = ${reviewOn}::date
      where customer_id = ${customerId}::uuid and id = ${holdId}::uuid and lifted_at is null
    )
    update tasks set due_on = ${reviewOn}::date
    where customer_id = ${customerId}::uuid and done_at is null
      and details ->> 'holdId' = ${holdId}
  `.execute(tx);
}

/**
 * Makes the review of a standing hold due on a day, with the task of whoever looks at it, since what
 * laid it was told of somebody else.
 */
export async function askAboutHold(
  tx: Kysely<DB>,
  customerId: string,
  holdId: string,
  on: LocalDate,
): Promise<void> {
  await sql`
    with asked as (
      update holds set review_on = ${on}::date
      where customer_id = ${customerId}::uuid and id = ${holdId}::uuid and lifted_at is null
    )
    update tasks set due_on = ${on}::date, details = details || '{"ofAnother": true}'
    where customer_id = ${customerId}::uuid and done_at is null
      and details ->> 'holdId' = ${holdId}
  `.execute(tx);
}

/** Keeps the day on the case itself: the first review among its standing holds. */
export async function refreshHoldReview(
  tx: Kysely<DB>,
  customerId: string,
  caseId: string,
): Promise<void> {
  await sql`
    update cases set hold_review_on = (select min(review_on) from holds
      where customer_id = ${customerId}::uuid and case_id = ${caseId}::uuid and lifted_at is null)
    where customer_id = ${customerId}::uuid and id = ${caseId}::uuid
  `.execute(tx);
}

/** Moves the live announced dates of a case by the days its clock stood still. */
export async function shiftNotices(
  tx: Kysely<DB>,
  customerId: string,
  caseId: string,
  pausedOn: LocalDate,
  resumedOn: LocalDate,
): Promise<void> {
  await sql`
    update notices set promised_on = ${resumedOn}::date
      + greatest(0, promised_on - ${pausedOn}::date)
    where customer_id = ${customerId}::uuid and case_id = ${caseId}::uuid
      and cancelled_at is null and sent_on <= ${pausedOn}::date
  `.execute(tx);
}

/** Opens the task that reviews a standing hold on its day, for whoever owns it. */
export async function insertHoldReview(
  tx: Kysely<DB>,
  review: {
    readonly customerId: string;
    readonly tenantId: string;
    readonly portfolioId: string;
    readonly caseId: string;
    readonly holdId: string;
    readonly taskId: string;
    /** The day before which it is not due. */
    readonly earliest: LocalDate;
    readonly openedAt: Instant;
    readonly openedBy: string | null;
    readonly queue: string;
  },
): Promise<void> {
  await sql`
    insert into tasks (customer_id, id, tenant_id, portfolio_id, case_id, kind, details, queue,
      owner_id, due_on, opened_at, opened_by)
    select h.customer_id, ${review.taskId}::uuid, ${review.tenantId}::uuid,
      ${review.portfolioId}::uuid, h.case_id, 'review-hold',
      jsonb_build_object('holdId', h.id::text), ${review.queue}, h.owner_id,
      greatest(h.review_on, ${review.earliest}::date), ${review.openedAt}::timestamptz,
      ${review.openedBy}::uuid
    from holds h where h.customer_id = ${review.customerId}::uuid
      and h.case_id = ${review.caseId}::uuid and h.id = ${review.holdId}::uuid
      and h.lifted_at is null
  `.execute(tx);
}
