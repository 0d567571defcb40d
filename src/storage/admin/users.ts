import { type Kysely, sql } from 'kysely';
import type { EventKind } from '#domain/events/event-kinds.ts';
import type { RoleHeld } from '#domain/workforce/rights.ts';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** A user as an administrator sees it. */
export type UserLine = {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly language: string;
  readonly active: boolean;
  readonly createdAt: Instant;
  readonly lastSeenAt: Instant | null;
  readonly openSessions: number;
  readonly hasSecondFactor: boolean;
  readonly passkeys: number;
  readonly roles: readonly RoleHeld[];
};

/** Users whose name or e-mail holds the text, by name, and how many there are in all. */
export async function usersLike(
  db: Kysely<DB>,
  tenantId: string,
  { search, at, limit, offset }: { search: string; at: Instant; limit: number; offset: number },
): Promise<{ readonly users: readonly UserLine[]; readonly total: number }> {
  const pattern = `%${search.replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<UserLine & { readonly total: number }>`
    select u.id, u.name, u.email, u.language, u.active, u.created_at,
      (select max(s.updated_at) from auth_sessions s where s.user_id = u.id) as last_seen_at,
      (select count(*)::int from auth_sessions s
        where s.user_id = u.id and s.expires_at > ${at}::timestamptz) as open_sessions,
      exists (select from second_factors f
        where f.user_id = u.id and f.secret is not null) as has_second_factor,
      (select count(*)::int from passkeys p where p.user_id = u.id) as passkeys,
      coalesce((select json_agg(json_build_object('role', r.role, 'portfolioId', r.portfolio_id)
          order by r.role, r.portfolio_id)
        from user_roles r where r.user_id = u.id), '[]') as roles,
      count(*) over ()::int as total
    from users u
    where u.tenant_id = ${tenantId}::uuid and (u.name ilike ${pattern} or u.email ilike ${pattern})
    order by u.active desc, u.name, u.id limit ${limit} offset ${offset}
  `.execute(db);
  return { users: rows.map(({ total: _, ...user }) => user), total: rows[0]?.total ?? 0 };
}

/**
 * Makes everyone wait who changes administrators: two of them who step down at the same moment
 * must not both believe that the other one stays.
 */
export async function lockAdministration(tx: Kysely<DB>, tenantId: string): Promise<void> {
  await sql`select from tenants where id = ${tenantId}::uuid for update`.execute(tx);
}

/** A user under its row lock, or undefined. */
export async function lockUser(
  tx: Kysely<DB>,
  tenantId: string,
  userId: string,
): Promise<{ readonly active: boolean; readonly roles: readonly RoleHeld[] } | undefined> {
  const user = await tx
    .selectFrom('users')
    .select('active')
    .where('id', '=', userId)
    .where('tenantId', '=', tenantId)
    .forUpdate()
    .executeTakeFirst();
  if (!user) return undefined;
  const { rows } = await sql<RoleHeld>`
    select role, portfolio_id from user_roles where user_id = ${userId}::uuid
  `.execute(tx);
  return { active: user.active, roles: rows };
}

/** How many other active users are administrators of everything. */
export async function otherAdministrators(
  tx: Kysely<DB>,
  tenantId: string,
  userId: string,
): Promise<number> {
  const { rows } = await sql<{ others: number }>`
    select count(distinct u.id)::int as others
    from users u join user_roles r on r.user_id = u.id
    where u.tenant_id = ${tenantId}::uuid and u.active and u.id <> ${userId}::uuid
      and r.role = 'administrator' and r.portfolio_id is null
  `.execute(tx);
  return rows[0]?.others ?? 0;
}

/** Writes a new user; false when the e-mail address is taken. */
export async function insertUser(
  tx: Kysely<DB>,
  user: { id: string; tenantId: string; name: string; email: string; language: string },
  at: Instant,
): Promise<boolean> {
  const made = await tx
    .insertInto('users')
    .values({ ...user, emailVerified: true, createdAt: at, updatedAt: at })
    .onConflict((conflict) => conflict.column('email').doNothing())
    .returning('id')
    .executeTakeFirst();
  return made !== undefined;
}

/** Opens or ends a user's access. */
export async function setActive(
  tx: Kysely<DB>,
  userId: string,
  active: boolean,
  at: Instant,
): Promise<void> {
  await tx.updateTable('users').set({ active, updatedAt: at }).where('id', '=', userId).execute();
}

/**
 * Gives a user another name and keeps the one before; null when it is the same. Answers from when the
 * name counts: just after the last change where one was made at the very instant, so that each name
 * is kept.
 */
export async function renameUser(
  tx: Kysely<DB>,
  userId: string,
  name: string,
  at: Instant,
): Promise<Instant | null> {
  const { rows } = await sql<{ since: Instant }>`
    with before as (
      select u.id, u.name, greatest(${at}::timestamptz, (select max(n.until)
        from former_names n where n.user_id = u.id) + interval '1 millisecond') as until
      from users u where u.id = ${userId}::uuid and u.name <> ${name}
    ), kept as (
      insert into former_names (user_id, until, name) select id, until, name from before
    )
    update users u set name = ${name}, updated_at = before.until
    from before where u.id = before.id returning before.until as since
  `.execute(tx);
  return rows[0]?.since ?? null;
}

/** Gives a role that the user does not hold yet. */
export async function grantRole(
  tx: Kysely<DB>,
  id: string,
  userId: string,
  { role, portfolioId }: RoleHeld,
  granted: { readonly at: Instant; readonly by: string | null },
): Promise<void> {
  await tx
    .insertInto('userRoles')
    .values({ id, userId, role, portfolioId, grantedAt: granted.at, grantedBy: granted.by })
    .execute();
}

/** Takes a role away. */
export async function revokeRole(
  tx: Kysely<DB>,
  userId: string,
  { role, portfolioId }: RoleHeld,
): Promise<void> {
  await sql`
    delete from user_roles where user_id = ${userId}::uuid and role = ${role}
      and portfolio_id is not distinct from ${portfolioId}::uuid
  `.execute(tx);
}

/** An event about a user or a portfolio's policy, with who did it. */
export type AdminEvent = {
  readonly id: string;
  readonly kind: EventKind;
  readonly occurredAt: Instant;
  readonly actorName: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
  /** Of a rename: the name until then. */
  readonly nameBefore: string | null;
  /** Of a rename: the name from then on. */
  readonly nameAfter: string | null;
};

const nameBefore = sql`(select n.name from former_names n where e.kind = 'user.renamed'
  and n.user_id = (e.facts ->> 'userId')::uuid and n.until = e.occurred_at)`;

const nameAfter = sql`case when e.kind = 'user.renamed' then
  (select ${nameAt('r.user_id', 'r.at')} from (
    select (e.facts ->> 'userId')::uuid as user_id, e.occurred_at as at) r) end`;

/** What was done to a user, newest first. */
export async function userEvents(
  db: Kysely<DB>,
  userId: string,
  kinds: readonly EventKind[],
  limit: number,
): Promise<readonly AdminEvent[]> {
  const { rows } = await sql<AdminEvent>`
    select e.id, e.kind, e.occurred_at, ${nameAt('e.actor_id', 'e.recorded_at')} as actor_name, e.facts,
      ${nameBefore} as name_before, ${nameAfter} as name_after
    from event_log e
    where e.kind = any(${[...kinds]}::text[]) and e.facts ->> 'userId' = ${userId}
    order by e.seq desc limit ${limit}
  `.execute(db);
  return rows;
}
