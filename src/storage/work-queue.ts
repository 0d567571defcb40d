import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { CaseRef } from './cases-read-file.ts';
import type { DB } from './tables.ts';

/** Work items made ready in one turn. */
const promotedAtOnce = 20_000;

/** Makes waiting work ready whose time has come; answers how many. */
export async function promoteWaiting(db: Kysely<DB>, at: Instant): Promise<bigint> {
  const { numAffectedRows } = await sql`
    update work_items w set state = 1
    from (
      select customer_id, id from work_items
      where state = 0 and next_callable_at <= ${at}::timestamptz
      order by next_callable_at limit ${promotedAtOnce} for update skip locked
    ) d
    where w.customer_id = d.customer_id and w.id = d.id
  `.execute(db);
  return numAffectedRows ?? 0n;
}

/** Gives back work whose lease ran out, and lets its customers be taken by others. */
export async function sweepLeases(db: Kysely<DB>, at: Instant): Promise<bigint> {
  await sql`delete from customer_leases where until <= ${at}::timestamptz`.execute(db);
  const { numAffectedRows } = await sql`
    update work_items set state = 1, lease_owner = null, lease_until = null
    where state = 2 and lease_until <= ${at}::timestamptz
  `.execute(db);
  return numAffectedRows ?? 0n;
}

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
