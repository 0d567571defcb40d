import { type Kysely, sql } from 'kysely';
import type { ChallengePurpose, Passkey } from '#domain/workforce/passkeys.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** Keeps a challenge as a hash, and removes those whose time has passed. */
export async function keepChallenge(
  db: Kysely<DB>,
  challenge: {
    readonly challengeHash: Buffer;
    readonly purpose: ChallengePurpose;
    readonly userId: string | null;
    readonly expiresAt: Instant;
  },
  at: Instant,
): Promise<void> {
  await db.deleteFrom('signInChallenges').where('expiresAt', '<', at).execute();
  await db.insertInto('signInChallenges').values(challenge).execute();
}

/** Takes a challenge, once; false when it was never drawn for this, was taken or has expired. */
export async function takeChallenge(
  db: Kysely<DB>,
  challengeHash: Buffer,
  { purpose, userId }: { readonly purpose: ChallengePurpose; readonly userId: string | null },
  at: Instant,
): Promise<boolean> {
  const taken = await db
    .deleteFrom('signInChallenges')
    .where('challengeHash', '=', challengeHash)
    .where('purpose', '=', purpose)
    .where('userId', 'is not distinct from', userId)
    .where('expiresAt', '>', at)
    .executeTakeFirst();
  return taken.numDeletedRows > 0n;
}

const kept = [
  ...(['id', 'userId', 'credentialId', 'publicKey', 'transports'] as const),
  sql<number>`counter::float8`.as('counter'),
] as const;

/** The passkeys of a user, for an authenticator to choose from. */
export async function passkeysOf(db: Kysely<DB>, userId: string): Promise<readonly Passkey[]> {
  return db
    .selectFrom('passkeys')
    .select(kept)
    .where('userId', '=', userId)
    .orderBy('id')
    .execute();
}

/** The passkey that a browser names, or undefined. */
export async function passkeyOf(
  db: Kysely<DB>,
  credentialId: string,
): Promise<Passkey | undefined> {
  return db
    .selectFrom('passkeys')
    .select(kept)
    .where('credentialId', '=', credentialId)
    .executeTakeFirst();
}

/** The passkeys of a user as their owner sees them, the first added first. */
export async function passkeyLines(db: Kysely<DB>, userId: string) {
  return db
    .selectFrom('passkeys')
    .select(['id', 'name', 'addedAt', 'usedAt'])
    .where('userId', '=', userId)
    .orderBy('addedAt')
    .orderBy('id')
    .execute();
}

/** Keeps a new passkey; false when there is one with that id already. */
export async function insertPasskey(
  tx: Kysely<DB>,
  passkey: Passkey & { readonly name: string },
  addedAt: Instant,
): Promise<boolean> {
  const { transports, counter, ...rest } = passkey;
  const inserted = await tx
    .insertInto('passkeys')
    .values({ ...rest, counter: BigInt(counter), transports: [...transports], addedAt })
    .onConflict((conflict) => conflict.column('credentialId').doNothing())
    .executeTakeFirst();
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** Notes that a passkey signed; false when its counter went up elsewhere meanwhile. */
export async function markSigned(
  db: Kysely<DB>,
  { id, counter: before }: Passkey,
  counter: number,
  usedAt: Instant,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkeys')
    .set({ counter: BigInt(counter), usedAt })
    .where('id', '=', id)
    .where('counter', '=', BigInt(before))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Removes a passkey of a user, or all of them; answers which. */
export async function removePasskeys(
  tx: Kysely<DB>,
  userId: string,
  passkeyId: string | null,
): Promise<readonly string[]> {
  let remove = tx.deleteFrom('passkeys').where('userId', '=', userId);
  if (passkeyId !== null) remove = remove.where('id', '=', passkeyId);
  return (await remove.returning('id').execute()).map(({ id }) => id);
}
