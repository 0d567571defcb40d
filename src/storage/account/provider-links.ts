import type { Kysely } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** Who somebody is to an identity provider: its address, and its own id for the person. */
export type ProviderSubject = { readonly issuer: string; readonly subject: string };

const providerOf = (issuer: string) => `oidc ${issuer}`;

/** The user that is linked to somebody at a provider, or undefined. */
export async function userLinkedTo(
  db: Kysely<DB>,
  { issuer, subject }: ProviderSubject,
): Promise<string | undefined> {
  const found = await db
    .selectFrom('authAccounts')
    .select('userId')
    .where('providerId', '=', providerOf(issuer))
    .where('accountId', '=', subject)
    .executeTakeFirst();
  return found?.userId;
}

/** Whether a user is linked to anybody at a provider. */
export async function isLinked(db: Kysely<DB>, userId: string, issuer: string): Promise<boolean> {
  const found = await db
    .selectFrom('authAccounts')
    .select('id')
    .where('userId', '=', userId)
    .where('providerId', '=', providerOf(issuer))
    .executeTakeFirst();
  return found !== undefined;
}

/** Undoes the links of a user with providers. */
export async function unlinkUser(tx: Kysely<DB>, userId: string): Promise<void> {
  await tx
    .deleteFrom('authAccounts')
    .where('userId', '=', userId)
    .where('providerId', 'like', 'oidc %')
    .execute();
}

/** Links a user to somebody at a provider. */
export async function linkUser(
  tx: Kysely<DB>,
  link: ProviderSubject & { readonly id: string; readonly userId: string },
  at: Instant,
): Promise<void> {
  const { id, userId, issuer, subject } = link;
  await tx
    .insertInto('authAccounts')
    .values({
      ...{ id, userId, accountId: subject, providerId: providerOf(issuer) },
      ...{ createdAt: at, updatedAt: at },
    })
    .execute();
}
