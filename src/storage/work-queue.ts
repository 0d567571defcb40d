import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { CaseRef } from './cases-read-file.ts';
import type { DB } from './tables.ts';

/**
 * Reservations whose token ran out without a release: nobody knows any more whether something was
 * sent, so they become `unknown` and go on counting.
 */
export async function sweepReservations(db: Kysely<DB>, at: Instant): Promise<bigint> {
  const { numAffectedRows } = await sql`
    update attempts set state = 'unknown'
    where state = 'reserved' and token_expires_at <= ${at}::timestamptz
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

/** The last day each portfolio's daily run was finished for. */
export async function finishedRuns(db: Kysely<DB>): Promise<ReadonlyMap<string, LocalDate>> {
  const { rows } = await sql<{ portfolioId: string; runOn: LocalDate }>`
    select portfolio_id, max(run_on) as run_on from daily_runs
    where ended_at is not null group by portfolio_id
  `.execute(db);
  return new Map(rows.map(({ portfolioId, runOn }) => [portfolioId, runOn]));
}
