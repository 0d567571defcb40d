import { type Kysely, sql } from 'kysely';
import type { RoleHeld } from '#domain/workforce/rights.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** Sign-ins looked at in one turn. */
const sweptAtOnce = 10_000;

/** A sign-in with its times and the user it belongs to. */
export type SignIn = {
  readonly id: string;
  readonly begunAt: Instant;
  readonly usedAt: Instant;
  readonly userId: string;
  readonly name: string;
  readonly active: boolean;
  readonly passwordDrawnAt: Instant | null;
  readonly hasSecondFactor: boolean;
  readonly providerFactors: number | null;
  readonly roles: readonly RoleHeld[];
};

/** One sign-in by its id, or undefined when it has ended. */
export async function signInById(db: Kysely<DB>, id: string): Promise<SignIn | undefined> {
  const { rows } = await sql<SignIn>`
    select s.id, s.created_at as begun_at, s.updated_at as used_at, u.id as user_id, u.name, u.active,
      u.password_drawn_at, s.provider_factors, exists (select from second_factors f
        where f.user_id = u.id and f.secret is not null) or exists (select from passkeys p
        where p.user_id = u.id) as has_second_factor,
      coalesce((select json_agg(json_build_object('role', r.role, 'portfolioId', r.portfolio_id))
        from user_roles r where r.user_id = u.id), '[]') as roles
    from auth_sessions s join users u on u.id = s.user_id where s.id = ${id}::uuid
  `.execute(db);
  return rows[0];
}

/** The sign-in that a cookie's token stands for. */
export async function signInOfToken(
  db: Kysely<DB>,
  token: string,
): Promise<
  { readonly id: string; readonly userId: string; readonly begunAt: Instant } | undefined
> {
  return db
    .selectFrom('authSessions')
    .select(['id', 'userId', 'createdAt as begunAt'])
    .where('token', '=', token)
    .executeTakeFirst();
}

/** Notes how many factors the identity provider saw at the beginning of a sign-in. */
export async function markProvider(
  tx: Kysely<DB>,
  id: string,
  providerFactors: number,
): Promise<void> {
  await tx.updateTable('authSessions').set({ providerFactors }).where('id', '=', id).execute();
}

/** Notes that somebody was there. */
export async function markUsed(db: Kysely<DB>, id: string, at: Instant): Promise<void> {
  await db.updateTable('authSessions').set({ updatedAt: at }).where('id', '=', id).execute();
}

/** A sign-in as its owner sees it. */
export type SignInLine = {
  readonly id: string;
  readonly begunAt: Instant;
  readonly usedAt: Instant;
  readonly ipAddress: string | null;
  readonly userAgent: string | null;
};

/** The sign-ins of a user, the last used first. */
export async function signInsOf(db: Kysely<DB>, userId: string): Promise<readonly SignInLine[]> {
  const { rows } = await sql<SignInLine>`
    select id, created_at as begun_at, updated_at as used_at, ip_address, user_agent
    from auth_sessions where user_id = ${userId}::uuid order by updated_at desc, id
  `.execute(db);
  return rows;
}

/** Ends one sign-in of a user; false when there is none such. */
export async function deleteSignIn(
  tx: Kysely<DB>,
  userId: string,
  signInId: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('authSessions')
    .where('id', '=', signInId)
    .where('userId', '=', userId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** Ends the sign-ins of a user but one; answers which ended. */
export async function deleteOtherSignIns(
  tx: Kysely<DB>,
  userId: string,
  exceptId: string | null,
): Promise<readonly string[]> {
  let others = tx.deleteFrom('authSessions').where('userId', '=', userId);
  if (exceptId !== null) others = others.where('id', '<>', exceptId);
  return (await others.returning('id').execute()).map(({ id }) => id);
}

/** The sign-ins of all people that have not ended, a batch of those that were used longest ago. */
export async function allSignIns(
  db: Kysely<DB>,
): Promise<readonly Pick<SignIn, 'id' | 'userId' | 'begunAt' | 'usedAt'>[]> {
  return db
    .selectFrom('authSessions')
    .select(['id', 'userId', 'createdAt as begunAt', 'updatedAt as usedAt'])
    .orderBy('updatedAt')
    .limit(sweptAtOnce)
    .execute();
}
