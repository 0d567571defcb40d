import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { lockCustomers } from '#storage/ledger/ledger.ts';
import type { DB } from '#storage/tables.ts';
import { customerOf } from '#storage/whose.ts';

/** A task as it is opened. */
export type NewTask = {
  readonly customerId: string;
  readonly id: string;
  readonly tenantId: string;
  readonly portfolioId: string;
  readonly caseId: string | null;
  readonly kind: string;
  readonly queue: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly dueOn: LocalDate;
  readonly openedAt: Instant;
  readonly openedBy: string | null;
};

/** Opens one task. */
export async function openTask(tx: Kysely<DB>, task: NewTask): Promise<void> {
  await tx
    .insertInto('tasks')
    .values({ ...task, details: JSON.stringify(task.details) })
    .execute();
}

/** A task for the office with what one needs to see to do it; amounts in minor units. */
export type TaskRow = {
  readonly id: string;
  readonly kind: string;
  readonly queue: string;
  readonly portfolioId: string;
  readonly portfolioName: string;
  readonly caseId: string | null;
  readonly customerId: string;
  readonly customerName: string;
  readonly customerReference: string;
  readonly details: Readonly<Record<string, unknown>>;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly dueOn: LocalDate;
  readonly openedAt: Instant;
  readonly overdueMinor: bigint | null;
  readonly currency: string;
};

/** Which tasks to list: open ones, by day; at most a page. */
export type TaskFilter = {
  readonly tenantId: string;
  readonly portfolioIds: 'all' | readonly string[];
  readonly kind: string | null;
  readonly queue: string | null;
  /** Only those of this person. */
  readonly ownerId: string | null;
  readonly page: number;
  /** A kind that tells of vulnerability, and the portfolios on which it may be listed. */
  readonly reserved: { readonly kind: string; readonly portfolioIds: 'all' | readonly string[] };
};

/** Tasks on one page of a list. */
export const tasksAPage = 100;

/** A page of open tasks, those that can wait for nothing first, then the earliest due. */
export async function listedTasks(db: Kysely<DB>, filter: TaskFilter): Promise<readonly TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    select t.id, t.kind, t.queue, t.portfolio_id, po.name as portfolio_name, t.case_id,
      t.customer_id, u.name as customer_name, u.reference as customer_reference, t.details,
      t.owner_id, o.name as owner_name, t.due_on, t.opened_at, c.overdue_minor, po.currency
    from tasks t
    join portfolios po on po.id = t.portfolio_id
    join customers u on u.id = t.customer_id
    left join users o on o.id = t.owner_id
    left join cases c on c.customer_id = t.customer_id and c.id = t.case_id
    where ${openTasks(filter)}
    order by (t.details ->> 'urgent') is not null desc, t.due_on, t.opened_at, t.id
    limit ${tasksAPage} offset ${filter.page * tasksAPage}
  `.execute(db);
  return rows;
}

/** How many open tasks there are of each kind, and how many of those are past their day. */
export async function taskCounts(
  db: Kysely<DB>,
  filter: TaskFilter,
  today: LocalDate,
): Promise<readonly { readonly kind: string; readonly open: number; readonly late: number }[]> {
  const { rows } = await sql<{ kind: string; open: number; late: number }>`
    select t.kind, count(*)::integer as open,
      (count(*) filter (where t.due_on < ${today}::date))::integer as late
    from tasks t where ${openTasks({ ...filter, kind: null })} group by t.kind order by t.kind
  `.execute(db);
  return rows;
}

function openTasks(filter: TaskFilter) {
  const all = filter.portfolioIds === 'all';
  const ids = filter.portfolioIds === 'all' ? [] : [...filter.portfolioIds];
  const { kind: reserved, portfolioIds: open } = filter.reserved;
  return sql`t.tenant_id = ${filter.tenantId}::uuid and t.done_at is null
    and (${all} or t.portfolio_id = any(${ids}::uuid[]))
    and (t.kind <> ${reserved} or ${open === 'all'}
      or t.portfolio_id = any(${open === 'all' ? [] : [...open]}::uuid[]))
    and (${filter.kind}::text is null or t.kind = ${filter.kind})
    and (${filter.queue}::text is null or t.queue = ${filter.queue})
    and (${filter.ownerId}::uuid is null or t.owner_id = ${filter.ownerId}::uuid)`;
}

/** One task, or undefined. */
export async function taskById(db: Kysely<DB>, taskId: string) {
  const customerId = await customerOf(db, 'tasks', taskId);
  if (customerId === undefined) return undefined;
  return db
    .selectFrom('tasks')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('id', '=', taskId)
    .executeTakeFirst();
}

/** One task under its row lock, which is taken after its customer's; or undefined. */
export async function lockTask(tx: Kysely<DB>, taskId: string) {
  const customerId = await customerOf(tx, 'tasks', taskId);
  if (customerId === undefined) return undefined;
  await lockCustomers(tx, [customerId]);
  return tx
    .selectFrom('tasks')
    .selectAll()
    .where('customerId', '=', customerId)
    .where('id', '=', taskId)
    .forUpdate()
    .executeTakeFirst();
}

/** A task by its whole key. */
export type TaskKey = { readonly customerId: string; readonly id: string };

/** Open tasks of one kind and portfolio behind a task, in the order of their ids; not locked. */
export async function openTasksOf(
  tx: Kysely<DB>,
  portfolioId: string,
  kind: string,
  { limit, after }: { readonly limit: number; readonly after: string | null },
): Promise<readonly TaskKey[]> {
  return tx
    .selectFrom('tasks')
    .select(['customerId', 'id'])
    .where('portfolioId', '=', portfolioId)
    .where('kind', '=', kind)
    .where('doneAt', 'is', null)
    .$if(after !== null, (query) => query.where('id', '>', after ?? ''))
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Those of these tasks that are open still, read under the locks of their customers. */
export async function stillOpen(tx: Kysely<DB>, keys: readonly TaskKey[]) {
  return tx
    .selectFrom('tasks')
    .innerJoin(keysOf(keys), (join) =>
      join.onRef('x.customerId', '=', 'tasks.customerId').onRef('x.id', '=', 'tasks.id'),
    )
    .selectAll('tasks')
    .where('tasks.doneAt', 'is', null)
    .orderBy('tasks.dueOn')
    .orderBy('tasks.id')
    .execute();
}

const keysOf = (keys: readonly TaskKey[]) =>
  sql<TaskKey>`unnest(${keys.map(({ customerId }) => customerId)}::uuid[],
    ${keys.map(({ id }) => id)}::uuid[])`.as<'x'>(sql`x(customer_id, id)`);

/** Gives an open task to a person. */
export async function ownTask(
  tx: Kysely<DB>,
  task: { readonly customerId: string; readonly id: string },
  userId: string | null,
): Promise<void> {
  await tx
    .updateTable('tasks')
    .set({ ownerId: userId })
    .where('customerId', '=', task.customerId)
    .where('id', '=', task.id)
    .execute();
}

/** Ends tasks with their outcome. */
export async function endTasks(
  tx: Kysely<DB>,
  tasks: readonly TaskKey[],
  at: Instant,
  by: string | null,
  outcome: string,
): Promise<void> {
  await sql`
    update tasks t set done_at = ${at}::timestamptz, done_by = ${by}::uuid, outcome = ${outcome}
    from unnest(${tasks.map(({ customerId }) => customerId)}::uuid[],
      ${tasks.map(({ id }) => id)}::uuid[]) as x(customer_id, id)
    where t.customer_id = x.customer_id and t.id = x.id and t.done_at is null
  `.execute(tx);
}

/**
 * Ends the open tasks that would tell of what a payment recovered; answers those that were told of
 * already, with the amount in minor units.
 */
export async function endRecoveryTasks(
  tx: Kysely<DB>,
  payment: { readonly customerId: string; readonly id: string },
  at: Instant,
): Promise<readonly { readonly caseId: string; readonly recoveredMinor: bigint }[]> {
  const ofPayment = sql`customer_id = ${payment.customerId}::uuid and kind = 'report-recovery'
    and details ->> 'paymentId' = ${payment.id}`;
  // First this, which waits for whoever is finishing one: what is read next has their outcome.
  await sql`
    update tasks set done_at = ${at}::timestamptz, outcome = 'overtaken'
    where ${ofPayment} and done_at is null
  `.execute(tx);
  const { rows } = await sql<{ caseId: string; recoveredMinor: bigint }>`
    select case_id, (details ->> 'recoveredMinor')::bigint as recovered_minor from tasks
    where ${ofPayment} and outcome = 'done'
  `.execute(tx);
  return rows;
}

/** A notice as it is recorded. */
export type NewNotice = {
  readonly customerId: string;
  readonly id: string;
  readonly tenantId: string;
  readonly caseId: string;
  readonly stage: string;
  readonly announces: string;
  readonly sentOn: LocalDate;
  readonly promisedOn: LocalDate;
  readonly how: string;
  readonly recordedAt: Instant;
  readonly recordedBy: string | null;
};

/** Records notices that went out. */
export async function insertNotices(tx: Kysely<DB>, notices: readonly NewNotice[]): Promise<void> {
  if (notices.length > 0)
    await tx
      .insertInto('notices')
      .values([...notices])
      .execute();
}

/** Items of open "invoice not received" events of a case, with their dates. */
export async function missingInvoices(
  tx: Kysely<DB>,
  customerId: string,
  caseId: string,
): Promise<
  readonly { readonly id: string; readonly issuedOn: LocalDate | null; readonly dueOn: LocalDate }[]
> {
  const { rows } = await sql<{ id: string; issuedOn: LocalDate | null; dueOn: LocalDate }>`
    select i.id, i.issued_on, i.due_on from items i
    where i.customer_id = ${customerId}::uuid and i.case_id = ${caseId}::uuid
      and i.balance_minor > 0 and exists (
        select 1 from key_events e where e.customer_id = i.customer_id and e.case_id = i.case_id
          and e.type = 'D' and e.sub_reason = 'not-received' and e.resolved_at is null
          and (e.item_id is null or e.item_id = i.id))
  `.execute(tx);
  return rows;
}

/** Makes the open tasks of a kind on a case due on a day, where they were due later; false for none. */
export async function bringForward(
  tx: Kysely<DB>,
  { customerId, caseId }: { readonly customerId: string; readonly caseId: string },
  kind: string,
  dueOn: LocalDate,
): Promise<boolean> {
  const { rows } = await sql`
    update tasks set due_on = least(due_on, ${dueOn}::date)
    where customer_id = ${customerId}::uuid and case_id = ${caseId}::uuid and kind = ${kind}
      and done_at is null
    returning 1
  `.execute(tx);
  return rows.length > 0;
}
