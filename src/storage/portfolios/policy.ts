import { type Kysely, sql } from 'kysely';
import type { AdminEvent } from '#storage/admin/users.ts';
import type { DB } from '#storage/tables.ts';

/** The fingerprint of a stored policy: it differs after any change. */
export async function policyRevision(
  db: Kysely<DB>,
  portfolioId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ revision: string }>`
    select md5(policy::text) as revision from portfolios where id = ${portfolioId}::uuid
  `.execute(db);
  return rows[0]?.revision;
}

/** Takes the row lock of a portfolio. */
export async function lockPortfolio(tx: Kysely<DB>, portfolioId: string): Promise<void> {
  await sql`select from portfolios where id = ${portfolioId}::uuid for update`.execute(tx);
}

/** Replaces the policy of a portfolio. */
export async function savePolicy(
  tx: Kysely<DB>,
  portfolioId: string,
  policy: Readonly<Record<string, unknown>>,
): Promise<void> {
  await sql`
    update portfolios set policy = ${JSON.stringify(policy)}::jsonb where id = ${portfolioId}::uuid
  `.execute(tx);
}

/** The changes of a portfolio's policy, newest first. */
export async function policyEvents(
  db: Kysely<DB>,
  portfolioId: string,
  kind: string,
  limit: number,
): Promise<readonly AdminEvent[]> {
  const { rows } = await sql<AdminEvent>`
    select e.id, e.kind, e.occurred_at, a.name as actor_name, e.facts
    from event_log e left join users a on a.id = e.actor_id
    where e.kind = ${kind} and e.portfolio_id = ${portfolioId}::uuid
    order by e.seq desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Open cases by portfolio. */
export async function openCasesByPortfolio(db: Kysely<DB>): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; open: number }>`
    select portfolio_id as id, count(*)::int as open from cases where closed_at is null group by 1
  `.execute(db);
  return new Map(rows.map(({ id, open }) => [id, open]));
}
