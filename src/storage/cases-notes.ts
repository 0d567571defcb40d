import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { CaseRef } from './cases-read-file.ts';
import type { Owned } from './desk-holds.ts';
import type { DB } from './tables.ts';

/** A note as it is written; notes are never changed. */
export async function insertNote(
  tx: Kysely<DB>,
  made: Owned & {
    readonly id: string;
    readonly caseId: string;
    readonly conversationId: string | null;
    readonly restricted: boolean;
    readonly words: string;
    readonly writtenAt: Instant;
    readonly writtenBy: string;
  },
): Promise<void> {
  await tx.insertInto('notes').values(made).execute();
}

/** What happens next on a case; both null once it is closed. */
export type CaseClock = {
  readonly nextAction: string | null;
  readonly nextActionAt: Instant | null;
};

/** The clock of one case. */
export async function caseClock(db: Kysely<DB>, ref: CaseRef): Promise<CaseClock> {
  const { rows } = await sql<CaseClock>`
    select next_action, next_action_at from cases
    where customer_id = ${ref.customerId}::uuid and id = ${ref.caseId}::uuid
  `.execute(db);
  return rows[0] ?? { nextAction: null, nextActionAt: null };
}
