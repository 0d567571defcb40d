import { type Kysely, sql } from 'kysely';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import type { FlagCause, LookFrom } from './decision-flags.ts';

/** Decisions that are still to be looked at again, because there were too many at once. */
export type Recheck = LookFrom & {
  readonly id: string;
  readonly tenantId: string;
  readonly customerId: string | null;
  readonly portfolioId: string | null;
  readonly cause: FlagCause;
  readonly causeId: string;
};

/** Asks for the rest of a look through past decisions. */
export async function insertRecheck(
  tx: Kysely<DB>,
  recheck: Recheck & { readonly askedAt: Instant },
): Promise<void> {
  await tx.insertInto('rechecks').values(recheck).execute();
}

/** The oldest open one, held for this transaction; undefined when there is none to take. */
export async function takeRecheck(tx: Kysely<DB>): Promise<Recheck | undefined> {
  const { rows } = await sql<Recheck>`
    select id, tenant_id, customer_id, portfolio_id, cause, cause_id, since, after_id
    from rechecks where done_at is null order by asked_at, id limit 1 for update skip locked
  `.execute(tx);
  return rows[0];
}

/** Keeps how far it came; `doneAt` ends it. */
export async function moveRecheck(
  tx: Kysely<DB>,
  id: string,
  moved: LookFrom & {
    readonly looked: number;
    readonly flagged: number;
    readonly doneAt: Instant | null;
  },
): Promise<void> {
  await sql`
    update rechecks set since = ${moved.since}::timestamptz, after_id = ${moved.afterId}::uuid,
      looked_at = looked_at + ${moved.looked}, flagged = flagged + ${moved.flagged},
      done_at = ${moved.doneAt}::timestamptz
    where id = ${id}::uuid
  `.execute(tx);
}
