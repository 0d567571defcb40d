import type { Kysely } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import { hotStatement, runOn } from '#storage/hot-path.ts';
import type { DB } from '#storage/tables.ts';

/** Locks the agent. */
export const agentStatement = hotStatement(
  'lock-agent',
  'select 1 from users where id = :userId::uuid for no key update',
);

/** What an agent holds now. */
export type HeldLease = {
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
};

/** The case an agent holds. */
export const heldStatement = hotStatement<HeldLease>(
  'held-lease',
  `select l.customer_id as "customerId", l.case_id as "caseId", c.portfolio_id as "portfolioId"
  from customer_leases l join cases c on c.customer_id = l.customer_id and c.id = l.case_id
  where l.user_id = :userId::uuid and l.until > :at::timestamptz
  order by l.until desc limit 1`,
);

/** Lets one transaction at a time change what an agent holds and does; others wait for its end. */
export async function lockAgent(tx: Kysely<DB>, userId: string): Promise<void> {
  await runOn(tx)(agentStatement, { userId });
}

/** The case an agent holds; undefined when none or when the lease is over. */
export async function heldLease(
  db: Kysely<DB>,
  userId: string,
  at: Instant,
): Promise<HeldLease | undefined> {
  const [held] = await runOn(db)(heldStatement, { userId, at });
  return held;
}
