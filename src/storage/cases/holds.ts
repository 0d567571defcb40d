import { type Kysely, sql } from 'kysely';
import type { LocalDate } from '#kernel/time.ts';
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
