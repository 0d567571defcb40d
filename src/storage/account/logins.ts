import type { Kysely } from 'kysely';
import type { Role } from '#domain/workforce/rights.ts';
import type { IdMaker } from '#kernel/ids.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** How the sign-in library names passwords among the ways to sign in. */
const byPassword = 'credential';

/** Somebody who is made with their roles on all portfolios and a password. */
export type NewLogin = {
  readonly tenantId: string;
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly hash: string;
  /** When the password was drawn for them, which opens the account only; null for one that stays. */
  readonly passwordDrawnAt: Instant | null;
  readonly at: Instant;
};

/** Makes a user who can sign in. Answers null, and touches nothing, where the address is taken. */
export async function insertLogin(
  tx: Kysely<DB>,
  newId: IdMaker,
  { roles, hash, at, ...login }: NewLogin,
): Promise<string | null> {
  const user = await tx
    .insertInto('users')
    .values({ id: newId(), ...login, emailVerified: true, createdAt: at, updatedAt: at })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!user) return null;
  const userId = user.id;
  await tx
    .insertInto('userRoles')
    .values(roles.map((role) => ({ id: newId(), userId, role, grantedAt: at })))
    .execute();
  await insertPassword(tx, { id: newId(), userId, hash, at });
  return userId;
}

type Password = {
  readonly id: string;
  readonly userId: string;
  readonly hash: string;
  readonly at: Instant;
};

async function insertPassword(tx: Kysely<DB>, { id, userId, hash, at }: Password): Promise<void> {
  await tx
    .insertInto('authAccounts')
    .values({
      ...{ id, userId, accountId: userId, providerId: byPassword, password: hash },
      ...{ createdAt: at, updatedAt: at },
    })
    .execute();
}

/** Sets the password of a user in place of the one before. */
export async function replacePassword(tx: Kysely<DB>, password: Password): Promise<void> {
  await tx
    .deleteFrom('authAccounts')
    .where('userId', '=', password.userId)
    .where('providerId', '=', byPassword)
    .execute();
  await insertPassword(tx, password);
}

/** The hash of a user's password; null where they have none. */
export async function passwordHashOf(db: Kysely<DB>, userId: string): Promise<string | null> {
  const account = await db
    .selectFrom('authAccounts')
    .select('password')
    .where('userId', '=', userId)
    .where('providerId', '=', byPassword)
    .executeTakeFirst();
  return account?.password ?? null;
}

/** The addresses of all users. */
export async function allEmails(db: Kysely<DB>): Promise<ReadonlySet<string>> {
  const users = await db.selectFrom('users').select('email').execute();
  return new Set(users.map(({ email }) => email));
}
