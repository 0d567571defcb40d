import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** A version of a portfolio's policy to be kept. */
export type NewPolicyVersion = {
  readonly portfolioId: string;
  readonly version: number;
  readonly settings: unknown;
  readonly madeAt: Instant;
  /** Null: the system. */
  readonly madeBy: string | null;
  /** Null: it needed nobody else. */
  readonly confirmedBy: string | null;
  readonly reason: string;
};

/** Keeps a version; a portfolio made after it may point at it. */
export async function insertPolicyVersion(db: Kysely<DB>, made: NewPolicyVersion): Promise<void> {
  await db
    .insertInto('portfolioPolicies')
    .values({ ...made, settings: JSON.stringify(made.settings) })
    .execute();
}

/** The stored settings of one version; undefined when there is none. */
export async function policyVersion(
  db: Kysely<DB>,
  portfolioId: string,
  version: number,
): Promise<{ readonly settings: unknown } | undefined> {
  const { rows } = await sql<{ settings: unknown }>`
    select settings from portfolio_policies
    where portfolio_id = ${portfolioId}::uuid and version = ${version}::integer
  `.execute(db);
  return rows[0];
}

/** A version with who made it, when and why. */
export type PolicyVersionRow = {
  readonly version: number;
  readonly settings: unknown;
  readonly madeAt: Instant;
  readonly madeBy: string | null;
  readonly confirmedBy: string | null;
  readonly reason: string;
};

/** The latest versions of a portfolio's policy, the newest first. */
export async function policyVersions(
  db: Kysely<DB>,
  portfolioId: string,
  limit: number,
): Promise<readonly PolicyVersionRow[]> {
  const { rows } = await sql<PolicyVersionRow>`
    select v.version, v.settings, v.made_at, ${nameAt('v.made_by', 'v.made_at')} as made_by,
      ${nameAt('v.confirmed_by', 'v.made_at')} as confirmed_by, v.reason
    from portfolio_policies v
    where v.portfolio_id = ${portfolioId}::uuid order by v.version desc limit ${limit}
  `.execute(db);
  return rows;
}

/** Puts a version that is kept in force. */
export async function putPolicyInForce(
  tx: Kysely<DB>,
  portfolioId: string,
  version: number,
): Promise<void> {
  await sql`
    update portfolios set policy_version = ${version}::integer where id = ${portfolioId}::uuid
  `.execute(tx);
}
