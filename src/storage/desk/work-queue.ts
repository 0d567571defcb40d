import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import type { DB } from '#storage/tables.ts';

/**
 * Reservations whose token ran out without a release: nobody knows any more whether something was
 * sent, so they become `unknown` and go on counting. So do released calls that never became a
 * conversation, because the database was lost in between.
 */
export async function sweepReservations(db: Kysely<DB>, at: Instant): Promise<bigint> {
  const { numAffectedRows } = await sql`
    update attempts set state = 'unknown'
    where state in ('reserved', 'released')
      and (state = 'reserved' or channel = 'phone_call'
        and direction = 'outbound' and conversation_id is null and token_hash is not null)
      and token_expires_at <= ${at}::timestamptz
  `.execute(db);
  return numAffectedRows ?? 0n;
}

/** Gives an open case to a person, or to the agents' queue. False for a closed one. */
export async function assignCase(
  tx: Kysely<DB>,
  ref: CaseRef,
  userId: string | null,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update cases set owner_id = ${userId}::uuid,
      queue = case when ${userId}::uuid is null then coalesce(queue, 'agents') end
    where customer_id = ${ref.customerId}::uuid and id = ${ref.caseId}::uuid and closed_at is null
  `.execute(tx);
  return numAffectedRows === 1n;
}

/** Whether a book was loaded after the run `d` of `daily_runs` began, and may have been missed. */
export const bookCameAfter = sql<boolean>`exists (
  select from imports i where i.portfolio_id = d.portfolio_id and i.kind = 'book'
    and i.state = 'done' and not i.dry_run and i.ended_at > d.started_at)`;

/** The last day each portfolio's daily run was finished for, with every book that has come since. */
export async function finishedRuns(db: Kysely<DB>): Promise<ReadonlyMap<string, LocalDate>> {
  const { rows } = await sql<{ portfolioId: string; runOn: LocalDate }>`
    select d.portfolio_id, max(d.run_on) as run_on from daily_runs d
    where d.ended_at is not null and not ${bookCameAfter} group by d.portfolio_id
  `.execute(db);
  return new Map(rows.map(({ portfolioId, runOn }) => [portfolioId, runOn]));
}
