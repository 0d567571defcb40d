import { type Kysely, sql } from 'kysely';
import { callbackToleranceMinutes } from '#domain/contact/callback-tolerance.ts';
import type { Instant } from '#kernel/time.ts';
import { handedPart, mayBeHanded } from '#storage/cases/for-specialists.ts';
import type { CaseRef } from '#storage/cases/read-file.ts';
import { hotStatement, runOn } from '#storage/hot-path.ts';
import type { DB } from '#storage/tables.ts';

/** A callback whose time has come. */
export type DueCallback = CaseRef & {
  readonly id: string;
  readonly portfolioId: string;
  readonly dueAt: Instant;
};

/** Due callbacks that are tried, one after the other. */
const candidateLimit = 12;

/**
 * The oldest due callbacks this agent may make: their own, or those anybody may make. A personal one
 * whose tolerance is over is open to everybody, so that no customer waits in vain.
 */
async function dueCallbacks(
  tx: Kysely<DB>,
  userId: string,
  portfolioIds: readonly string[],
  at: Instant,
): Promise<readonly DueCallback[]> {
  const { rows } = await sql<DueCallback>`
    select b.id, b.customer_id, b.case_id, c.portfolio_id, b.due_at
    from callbacks b join cases c on c.customer_id = b.customer_id and c.id = b.case_id
    where b.done_at is null and b.due_at <= ${at}::timestamptz and c.closed_at is null
      and c.portfolio_id = any(${[...portfolioIds]}::uuid[])
      and (b.personal_to is null or b.personal_to = ${userId}::uuid
        or b.due_at + make_interval(mins => ${callbackToleranceMinutes}::integer) < ${at}::timestamptz)
      and ${mayBeHanded(sql`${userId}::uuid`, 'c')}
      and not exists (select 1 from customer_leases l where l.customer_id = b.customer_id
        and l.until > ${at}::timestamptz and l.user_id <> ${userId}::uuid)
    order by b.personal_to is not null desc, b.due_at, b.id
    limit ${candidateLimit}
  `.execute(tx);
  return rows;
}

/** The first due callback that nobody else is taking, with its case locked. */
export async function dueCallback(
  tx: Kysely<DB>,
  userId: string,
  portfolioIds: readonly string[],
  at: Instant,
): Promise<DueCallback | undefined> {
  for (const callback of await dueCallbacks(tx, userId, portfolioIds, at)) {
    const { customerId, caseId, id } = callback;
    const { rows } = await sql`
      select 1 from callbacks b join cases c on c.customer_id = b.customer_id and c.id = b.case_id
      where b.customer_id = ${customerId}::uuid and b.id = ${id}::uuid
        and c.customer_id = ${customerId}::uuid and c.id = ${caseId}::uuid
        and b.done_at is null and b.due_at <= ${at}::timestamptz and c.closed_at is null
        and not exists (select 1 from customer_leases l where l.customer_id = ${customerId}::uuid
          and l.until > ${at}::timestamptz and l.user_id <> ${userId}::uuid)
      for update of c, b skip locked
    `.execute(tx);
    if (rows.length > 0) return callback;
  }
  return undefined;
}

const dueStatement = hotStatement(
  'callback-due',
  `select 1 from callbacks b join cases c on c.customer_id = b.customer_id and c.id = b.case_id
  where b.done_at is null and b.due_at <= :at::timestamptz and c.closed_at is null
    and c.portfolio_id = any(:portfolioIds::uuid[])
    and ${handedPart('c')}
    and (b.personal_to is null or b.personal_to = :userId::uuid
      or b.due_at + interval '${callbackToleranceMinutes} minutes' < :at::timestamptz)
  limit 1`,
);

/** Whether there is a due callback that this agent may make; most of the time there is none. */
export async function callbackDue(
  db: Kysely<DB>,
  userId: string,
  portfolioIds: readonly string[],
  at: Instant,
): Promise<boolean> {
  const ids = [...portfolioIds];
  return (await runOn(db)(dueStatement, { userId, portfolioIds: ids, at })).length > 0;
}

/** Moves a callback to the next time it may be made; without one it is over, with that outcome. */
export async function shiftCallback(
  tx: Kysely<DB>,
  callback: Pick<DueCallback, 'id' | 'customerId'>,
  to: { readonly dueAt: Instant | null; readonly outcome: string; readonly at: Instant },
): Promise<void> {
  await sql`
    update callbacks set due_at = coalesce(${to.dueAt}::timestamptz, due_at),
      done_at = case when ${to.dueAt}::timestamptz is null then ${to.at}::timestamptz end,
      outcome = case when ${to.dueAt}::timestamptz is null then ${to.outcome} end
    where customer_id = ${callback.customerId}::uuid and id = ${callback.id}::uuid
  `.execute(tx);
}

/** A callback as it is written down. */
export type NewCallback = CaseRef & {
  readonly id: string;
  readonly tenantId: string;
  readonly contactPointId: string | null;
  readonly personalTo: string | null;
  readonly dueAt: Instant;
  readonly askedAt: Instant;
  readonly askedBy: string | null;
};

/** Writes a callback; open ones of the same case give way to it. */
export async function insertCallback(tx: Kysely<DB>, made: NewCallback): Promise<void> {
  await sql`
    update callbacks set done_at = ${made.askedAt}::timestamptz, outcome = 'replaced'
    where customer_id = ${made.customerId}::uuid and case_id = ${made.caseId}::uuid
      and done_at is null
  `.execute(tx);
  await tx.insertInto('callbacks').values(made).execute();
}

/** A call that was promised on a case and is not made yet. */
export type PromisedCall = { readonly id: string; readonly dueAt: Instant };

/** The call that was promised on a case, under its lock; undefined when there is none. */
export async function promisedCall(
  tx: Kysely<DB>,
  { customerId, caseId }: CaseRef,
): Promise<PromisedCall | undefined> {
  const { rows } = await sql<PromisedCall>`
    select id, due_at from callbacks
    where customer_id = ${customerId}::uuid and case_id = ${caseId}::uuid and done_at is null
    order by due_at limit 1 for update
  `.execute(tx);
  return rows[0];
}

/** Ends a promised call that a hold forbids, and gives its time to the task of that hold. */
export async function endPromisedCall(
  tx: Kysely<DB>,
  { customerId }: CaseRef,
  ended: PromisedCall & { readonly at: Instant; readonly taskId: string },
): Promise<void> {
  await sql`
    with ended as (
      update callbacks set done_at = ${ended.at}::timestamptz, outcome = 'held'
      where customer_id = ${customerId}::uuid and id = ${ended.id}::uuid
    )
    update tasks set details = details || jsonb_build_object('promisedCallAt', ${ended.dueAt}::text)
    where customer_id = ${customerId}::uuid and id = ${ended.taskId}::uuid
  `.execute(tx);
}

/** Opens the promised calls of a case to every specialist, unless one was promised by a specialist. */
export async function openToSpecialists(tx: Kysely<DB>, ref: CaseRef): Promise<void> {
  await sql`
    update callbacks b set personal_to = null
    where b.customer_id = ${ref.customerId}::uuid and b.case_id = ${ref.caseId}::uuid
      and b.done_at is null and not exists (select 1 from user_roles r
        where r.user_id = b.personal_to and r.role = 'specialist')
  `.execute(tx);
}
