import type { Kysely } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import type { Owned } from './set-holds.ts';

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
