import { createHash } from 'node:crypto';
import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** Failures that cost nothing, and the waits after them: doubled each time, up to the longest. */
export type Waits = {
  readonly free: number;
  readonly firstSeconds: number;
  readonly longestSeconds: number;
};

/** Doublings beyond which a wait is the longest anyway. */
const mostDoublings = 20;

/** SHA-256 of a text: accounts, devices and addresses are kept as nothing else. */
export function hashOfText(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

/**
 * Counts a try as failed before it is looked at, so that tries at once do not pass together. Answers
 * until when none is looked at, or null when this one may be.
 */
export async function countTry(
  db: Kysely<DB>,
  account: Buffer,
  place: Buffer,
  at: Instant,
  { free, firstSeconds, longestSeconds }: Waits,
): Promise<Instant | null> {
  const { rows } = await sql<{ blockedUntil: Instant | null }>`
    insert into sign_in_tries as t (account_hash, place_hash, failures, tried_at)
    values (${account}, ${place}, 1, ${at}::timestamptz)
    on conflict (account_hash, place_hash) do update set
      failures = t.failures + 1, tried_at = excluded.tried_at,
      blocked_until = case when t.failures + 1 >= ${free}::int then
        excluded.tried_at + make_interval(secs => least(${longestSeconds}::int,
          ${firstSeconds}::int * power(2, least(${mostDoublings}::int,
            t.failures + 1 - ${free}::int)))) end
      where coalesce(t.blocked_until <= excluded.tried_at, true)
    returning null::timestamptz as blocked_until
  `.execute(db);
  if (rows.length > 0) return null;
  return waitAt(db, account, place, at);
}

/** Until when no try of an account at a place is looked at; null when the next one is. */
export async function waitAt(
  db: Kysely<DB>,
  account: Buffer,
  place: Buffer,
  at: Instant,
): Promise<Instant | null> {
  const blocked = await db
    .selectFrom('signInTries')
    .select('blockedUntil')
    .where('accountHash', '=', account)
    .where('placeHash', '=', place)
    .where('blockedUntil', '>', at)
    .executeTakeFirst();
  return blocked?.blockedUntil ?? null;
}

/** Forgets the failures of an account: at the given places, or everywhere. */
export async function forgetTries(
  tx: Kysely<DB>,
  account: Buffer,
  places?: readonly Buffer[],
): Promise<void> {
  let forget = tx.deleteFrom('signInTries').where('accountHash', '=', account);
  if (places) forget = forget.where('placeHash', 'in', [...places]);
  await forget.execute();
}

/** Removes what is older than an instant. */
export async function sweepTries(tx: Kysely<DB>, before: Instant): Promise<void> {
  await tx.deleteFrom('signInTries').where('triedAt', '<', before).execute();
}

/** Whether a user has signed in from a device before. */
export async function isKnownDevice(
  db: Kysely<DB>,
  userId: string,
  device: Buffer,
): Promise<boolean> {
  const found = await db
    .selectFrom('signInDevices')
    .select('userId')
    .where('userId', '=', userId)
    .where('deviceHash', '=', device)
    .executeTakeFirst();
  return found !== undefined;
}

/** Notes that a user signed in from a device. */
export async function keepDevice(
  tx: Kysely<DB>,
  userId: string,
  device: Buffer,
  at: Instant,
): Promise<void> {
  await tx
    .insertInto('signInDevices')
    .values({ userId, deviceHash: device, seenAt: at })
    .onConflict((conflict) =>
      conflict.columns(['userId', 'deviceHash']).doUpdateSet({ seenAt: at }),
    )
    .execute();
}

/**
 * Makes strangers of the devices and networks of a user, but for those that the given sign-in began
 * from: they were seen at the very instant it began.
 */
export async function forgetDevices(
  tx: Kysely<DB>,
  userId: string,
  exceptSignInId: string | null,
): Promise<void> {
  await sql`
    delete from sign_in_devices d where d.user_id = ${userId}::uuid and not exists (
      select from auth_sessions s where s.id = ${exceptSignInId}::uuid
        and s.user_id = d.user_id and s.created_at = d.seen_at)
  `.execute(tx);
}

/** Removes devices that nobody signed in from since an instant. */
export async function sweepDevices(tx: Kysely<DB>, before: Instant): Promise<void> {
  await tx.deleteFrom('signInDevices').where('seenAt', '<', before).execute();
}
