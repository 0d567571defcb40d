import type { Kysely } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** The second factor of a user; secrets are sealed. */
export type SecondFactor = {
  /** Null until a first code showed that the app has it. */
  readonly secret: string | null;
  /** Shown to the user, not in force yet. */
  readonly pendingSecret: string | null;
  readonly enrolledAt: Instant | null;
};

/** The second factor of a user, or undefined where none was ever set up. */
export async function secondFactorOf(
  db: Kysely<DB>,
  userId: string,
): Promise<SecondFactor | undefined> {
  return db
    .selectFrom('secondFactors')
    .select(['secret', 'pendingSecret', 'enrolledAt'])
    .where('userId', '=', userId)
    .executeTakeFirst();
}

/** Keeps a secret that was shown and waits for its first code. */
export async function keepPending(
  db: Kysely<DB>,
  userId: string,
  pendingSecret: string,
): Promise<void> {
  await db
    .insertInto('secondFactors')
    .values({ userId, pendingSecret })
    .onConflict((conflict) => conflict.column('userId').doUpdateSet({ pendingSecret }))
    .execute();
}

/** Drops a secret that waits for its first code; the one in force stays. */
export async function dropPending(db: Kysely<DB>, userId: string): Promise<void> {
  await db
    .updateTable('secondFactors')
    .set({ pendingSecret: null })
    .where('userId', '=', userId)
    .execute();
}

/** Puts the pending secret in force; its first code is used with that. False: not pending any more. */
export async function enrol(
  tx: Kysely<DB>,
  userId: string,
  secret: string,
  lastStep: number,
  enrolledAt: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('secondFactors')
    .set({ secret, pendingSecret: null, enrolledAt, lastStep })
    .where('userId', '=', userId)
    .where('pendingSecret', '=', secret)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Uses the code of a step: each once, and none before the last. False: it was used already. */
export async function takeStep(db: Kysely<DB>, userId: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('secondFactors')
    .set({ lastStep: step })
    .where('userId', '=', userId)
    .where('lastStep', '<', step)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Takes the second factor away, with what waits; true when one was in force. */
export async function removeSecondFactor(tx: Kysely<DB>, userId: string): Promise<boolean> {
  const removed = await tx
    .deleteFrom('secondFactors')
    .where('userId', '=', userId)
    .returning('enrolledAt')
    .executeTakeFirst();
  return removed !== undefined && removed.enrolledAt !== null;
}

/** Removes the recovery codes of a user. */
export async function removeRecoveryCodes(tx: Kysely<DB>, userId: string): Promise<void> {
  await tx.deleteFrom('recoveryCodes').where('userId', '=', userId).execute();
}

/** Keeps hashes of recovery codes; they are drawn with more bits than anybody can try. */
export async function insertRecoveryCodes(
  tx: Kysely<DB>,
  userId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await tx
    .insertInto('recoveryCodes')
    .values(hashes.map((codeHash) => ({ userId, codeHash })))
    .execute();
}

/** Uses a recovery code up; false when there is none such. */
export async function takeRecoveryCode(
  db: Kysely<DB>,
  userId: string,
  codeHash: Buffer,
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('recoveryCodes')
    .where('userId', '=', userId)
    .where('codeHash', '=', codeHash)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** How many recovery codes are left. */
export async function recoveryCodesLeft(db: Kysely<DB>, userId: string): Promise<number> {
  const { left } = await db
    .selectFrom('recoveryCodes')
    .select(({ fn }) => fn.countAll<bigint>().as('left'))
    .where('userId', '=', userId)
    .executeTakeFirstOrThrow();
  return Number(left);
}
