import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import type { CaseRef } from './read-file.ts';

/** Common columns of a row that belongs to a customer. */
export type Owned = {
  readonly customerId: string;
  readonly tenantId: string;
};

/** A hold as it is laid, with the task of whoever must look at it. */
export type NewHold = Owned &
  CaseRef & {
    readonly id: string;
    readonly taskId: string;
    readonly portfolioId: string;
    readonly kind: string;
    readonly accountId: string | null;
    readonly itemId: string | null;
    readonly amountMinor: bigint | null;
    readonly reason: string;
    readonly details: Readonly<Record<string, unknown>>;
    readonly ownerId: string;
    readonly reviewOn: LocalDate;
    readonly setAt: Instant;
    readonly setBy: string | null;
    readonly task: string;
    readonly queue: string;
  };

/** Writes a hold and its task. */
export async function insertHold(tx: Kysely<DB>, hold: NewHold): Promise<void> {
  const { taskId, task, queue, portfolioId, details, ...row } = hold;
  await tx
    .insertInto('holds')
    .values({ ...row, details: JSON.stringify(details) })
    .execute();
  await tx
    .insertInto('tasks')
    .values({
      customerId: row.customerId,
      tenantId: row.tenantId,
      id: taskId,
      portfolioId,
      caseId: row.caseId,
      kind: task,
      details: JSON.stringify({ holdId: row.id }),
      queue,
      ownerId: row.ownerId,
      dueOn: row.reviewOn,
      openedAt: row.setAt,
      openedBy: row.setBy,
    })
    .execute();
}

/** The person with one of these roles on a portfolio who has the fewest open tasks. */
export async function leastBusy(
  tx: Kysely<DB>,
  roles: readonly string[],
  portfolioId: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select u.id from users u
    left join (select owner_id, count(*) as open from tasks
      where done_at is null and owner_id is not null group by owner_id) t on t.owner_id = u.id
    where u.active and exists (select 1 from user_roles r where r.user_id = u.id
      and r.role = any(${[...roles]}::text[])
      and (r.portfolio_id is null or r.portfolio_id = ${portfolioId}::uuid))
    order by coalesce(t.open, 0), u.id limit 1
  `.execute(tx);
  return rows[0]?.id;
}

/** How much of an item a dispute keeps out of collection. */
export type DisputedPart = { readonly itemId: string; readonly minor: bigint };

/** The parts as they are kept with the hold, which end with it. */
export const keptParts = (parts: readonly DisputedPart[]) =>
  parts.map(({ itemId, minor }) => ({ itemId, minor: minor.toString() }));

/** Says of each item how much of it is disputed. */
export async function setDisputed(
  tx: Kysely<DB>,
  customerId: string,
  parts: readonly DisputedPart[],
): Promise<void> {
  await sql`
    update items i set disputed_minor = least(i.balance_minor, i.disputed_minor + d.minor)
    from unnest(${parts.map(({ itemId }) => itemId)}::uuid[],
      ${parts.map(({ minor }) => minor.toString())}::bigint[]) d(id, minor)
    where i.customer_id = ${customerId}::uuid and i.id = d.id
  `.execute(tx);
}

/**
 * Ends a standing hold; nothing happens when it is not there or lifted already. Its task ends too,
 * and what this dispute kept out of collection comes back: nothing of any other.
 */
export async function endHold(
  tx: Kysely<DB>,
  ref: CaseRef,
  holdId: string,
  lifted: { readonly at: Instant; readonly by: string | null; readonly why: string },
): Promise<void> {
  await sql`
    with ended as (
      update holds set lifted_at = ${lifted.at}::timestamptz, lifted_by = ${lifted.by}::uuid,
        lift_reason = ${lifted.why}
      where customer_id = ${ref.customerId}::uuid and case_id = ${ref.caseId}::uuid
        and id = ${holdId}::uuid and lifted_at is null
      returning details
    ), closed as (
      update tasks set done_at = ${lifted.at}::timestamptz, done_by = ${lifted.by}::uuid,
        outcome = 'hold-lifted'
      where customer_id = ${ref.customerId}::uuid and done_at is null
        and details->>'holdId' = ${holdId} and exists (select 1 from ended)
    ), undisputed as (
      update items i set disputed_minor = greatest(0, i.disputed_minor - p.minor)
      from ended e cross join lateral jsonb_to_recordset(
        coalesce(e.details -> 'parts', '[]')) p("itemId" uuid, minor bigint)
      where i.customer_id = ${ref.customerId}::uuid and i.case_id = ${ref.caseId}::uuid
        and i.id = p."itemId"
    )
    select 1 from ended
  `.execute(tx);
}

/** A request about contact, in force from now. */
export async function insertPreference(
  tx: Kysely<DB>,
  made: Owned & {
    readonly id: string;
    readonly kind: string;
    readonly channel: string | null;
    readonly contactPointId: string | null;
    readonly details: Readonly<Record<string, unknown>>;
    readonly givenAt: Instant;
    readonly conversationId: string | null;
    readonly recordedBy: string | null;
  },
): Promise<void> {
  await tx
    .insertInto('preferences')
    .values({
      ...made,
      details: JSON.stringify(made.details),
      receivedAt: made.givenAt,
      recordedAt: made.givenAt,
      source: made.conversationId === null ? null : 'call',
    })
    .execute();
}
