import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** That a question was asked and whether the answer was right; never the answer. */
export type KeptVerification = {
  readonly id: string;
  readonly customerId: string;
  readonly tenantId: string;
  readonly conversationId: string;
  readonly question: string;
  readonly passed: boolean;
  readonly askedAt: Instant;
  readonly userId: string;
};

/** Keeps that a question was asked. */
export async function keepVerification(tx: Kysely<DB>, kept: KeptVerification): Promise<void> {
  await tx.insertInto('verifications').values(kept).execute();
}

/**
 * The right person was reached here: the point is good, and worth trying first. One that was marked
 * wrong stays so until somebody takes the mark back with a reason (12 CFR 1006.6(d)).
 */
export async function pointReached(
  tx: Kysely<DB>,
  customerId: string,
  contactPointId: string,
  at: Instant,
): Promise<void> {
  await sql`
    update contact_points set last_success_at = ${at}::timestamptz,
      verified_at = coalesce(verified_at, ${at}::timestamptz),
      state = case when state = 'unverified' then 'valid' else state end
    where customer_id = ${customerId}::uuid and id = ${contactPointId}::uuid
  `.execute(tx);
}
