import { type Kysely, sql } from 'kysely';
import type { RoleHeld } from '#domain/workforce/rights.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';

/** A user with the roles held now. */
export type UserRow = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly active: boolean;
  /** When the password was drawn for the person; null: it is their own. */
  readonly passwordDrawnAt: Instant | null;
  readonly roles: readonly RoleHeld[];
};

/** One user by id with roles, or undefined; inactive ones too. */
export async function userById(db: Kysely<DB>, id: string): Promise<UserRow | undefined> {
  const { rows } = await sql<UserRow>`
    select u.id, u.name, u.email, u.language, u.active, u.password_drawn_at,
      coalesce(json_agg(json_build_object('role', r.role, 'portfolioId', r.portfolio_id))
        filter (where r.id is not null), '[]') as roles
    from users u left join user_roles r on r.user_id = u.id
    where u.id = ${id}::uuid group by u.id
  `.execute(db);
  return rows[0];
}

/**
 * An active user with the roles held now, or undefined. Until the end of the transaction nobody
 * deactivates them or changes their roles.
 */
export async function activeUserKept(
  tx: Kysely<DB>,
  tenantId: string,
  id: string,
): Promise<UserRow | undefined> {
  await sql`select from users where id = ${id}::uuid and tenant_id = ${tenantId}::uuid
    for share`.execute(tx);
  const user = await userById(tx, id);
  return user?.active ? user : undefined;
}

/** The most people one list names. */
const peopleLimit = 1000;

/** Notes that the password of a user was drawn for them; null: that it is their own. */
export async function notePasswordDrawn(
  tx: Kysely<DB>,
  userId: string,
  passwordDrawnAt: Instant | null,
): Promise<void> {
  await tx.updateTable('users').set({ passwordDrawnAt }).where('id', '=', userId).execute();
}

/** Active users who hold one of the roles on that portfolio or on all, by name. */
export async function usersOnPortfolio(
  db: Kysely<DB>,
  tenantId: string,
  portfolioId: string,
  roles: readonly string[],
): Promise<readonly { readonly userId: string; readonly name: string }[]> {
  const { rows } = await sql<{ userId: string; name: string }>`
    select u.id as user_id, u.name from users u
    where u.tenant_id = ${tenantId}::uuid and u.active and exists (
      select 1 from user_roles r where r.user_id = u.id and r.role = any(${[...roles]})
        and (r.portfolio_id is null or r.portfolio_id = ${portfolioId}::uuid))
    order by u.name, u.id limit ${peopleLimit}
  `.execute(db);
  return rows;
}

/** The names of users by id; ids of nobody are left out. */
export async function userNames(
  db: Kysely<DB>,
  ids: readonly string[],
): Promise<Readonly<Record<string, string>>> {
  if (ids.length === 0) return {};
  const rows = await db
    .selectFrom('users')
    .select(['id', 'name'])
    .where('id', 'in', [...ids])
    .execute();
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

/** Names that users had before, the oldest first. */
export async function formerNames(
  db: Kysely<DB>,
  ids: readonly string[],
): Promise<readonly { readonly userId: string; readonly name: string; readonly until: Instant }[]> {
  if (ids.length === 0) return [];
  return db
    .selectFrom('formerNames')
    .select(['userId', 'name', 'until'])
    .where('userId', 'in', [...ids])
    .orderBy('until')
    .execute();
}

/** The user with an e-mail address, inactive ones too. */
export async function userIdOfEmail(db: Kysely<DB>, email: string): Promise<string | undefined> {
  const user = await db
    .selectFrom('users')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirst();
  return user?.id;
}

/** The active administrator with an e-mail address. */
export async function administratorOfEmail(
  db: Kysely<DB>,
  email: string,
): Promise<string | undefined> {
  const user = await db
    .selectFrom('users')
    .innerJoin('userRoles', 'userRoles.userId', 'users.id')
    .select('users.id')
    .where('users.email', '=', email)
    .where('users.active', '=', true)
    .where('userRoles.role', '=', 'administrator')
    .executeTakeFirst();
  return user?.id;
}
