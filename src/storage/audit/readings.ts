import { type Kysely, sql } from 'kysely';
import type { FileView } from '#domain/events/file-views.ts';
import type { Instant } from '#kernel/time.ts';
import { noCustomer } from '#storage/event-log.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** Where the row lies by whose id a file is opened. */
const tables = {
  case: 'cases',
  conversation: 'conversations',
  decision: 'decisions',
  obligation: 'obligations',
  task: 'tasks',
} as const satisfies Record<FileView, string>;

/** Whose file a row belongs to, and on which portfolio; undefined when there is no such row. */
export async function fileOf(
  db: Kysely<DB>,
  view: FileView,
  id: string,
): Promise<{ customerId: string; portfolioId: string | null } | undefined> {
  const { rows } = await sql<{ customerId: string; portfolioId: string | null }>`
    select customer_id, portfolio_id from ${sql.table(tables[view])} where id = ${id}::uuid
  `.execute(db);
  return rows[0];
}

/**
 * Whether a customer is somebody's own work now: handed to them, of a case that they own, in a
 * conversation with them, or of a task or an obligation that they have in hand.
 */
export async function isOwnWork(
  db: Kysely<DB>,
  customerId: string,
  userId: string,
  at: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    select 1 from customer_leases where customer_id = ${customerId}::uuid
      and user_id = ${userId}::uuid and until > ${at}::timestamptz
    union all
    select 1 from cases where customer_id = ${customerId}::uuid
      and owner_id = ${userId}::uuid and closed_at is null
    union all
    select 1 from conversations where customer_id = ${customerId}::uuid
      and user_id = ${userId}::uuid and finished_at is null
    union all
    select 1 from tasks where customer_id = ${customerId}::uuid
      and owner_id = ${userId}::uuid and done_at is null
    union all
    select 1 from obligations where customer_id = ${customerId}::uuid
      and owner_id = ${userId}::uuid and fulfilled_at is null and cancelled_at is null
    limit 1
  `.execute(db);
  return rows.length > 0;
}

/** Whether it stands in the record already that somebody opened a customer's file since then. */
export async function isReadingKnown(
  tx: Kysely<DB>,
  { userId, customerId, since }: { userId: string; customerId: string; since: Instant },
): Promise<boolean> {
  // Two requests of one person come one after the other, so that the later one sees the event.
  await sql`select from users where id = ${userId}::uuid for no key update`.execute(tx);
  const { rows } = await sql`
    select 1 from event_log e where e.customer_id = ${noCustomer}::uuid
      and e.kind = 'user.file-read' and e.facts ->> 'customerId' = ${customerId}
      and e.occurred_at >= ${since}::timestamptz and e.facts ->> 'userId' = ${userId}
    limit 1
  `.execute(tx);
  return rows.length > 0;
}

/** Something that was read or taken out, as the record has it. */
export type Reading = {
  readonly id: string;
  readonly at: Instant;
  readonly kind: 'file' | 'list' | 'evidence';
  readonly userId: string | null;
  readonly userName: string | null;
  readonly view: FileView | null;
  /** The endpoint of a list that was taken out, and how many lines it had; null: not counted. */
  readonly list: string | null;
  readonly lines: number | null;
  readonly customerId: string | null;
};

/** Which readings are wanted; null: all. */
export type ReadingFilter = {
  readonly customerId: string | null;
  readonly userId: string | null;
  /** Portfolios of the files; null shows every file, and the lists that belong to no portfolio. */
  readonly portfolioIds: readonly string[] | null;
  readonly before: Instant | null;
  readonly limit: number;
};

/** What was read and taken out, newest first. */
export async function readingRows(
  db: Kysely<DB>,
  filter: ReadingFilter,
): Promise<readonly Reading[]> {
  const found = await Promise.all([
    fileRows(db, filter),
    listRows(db, filter),
    paperRows(db, filter),
  ]);
  const newestFirst = (a: Reading, b: Reading) =>
    a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1;
  return found.flat().toSorted(newestFirst).slice(0, filter.limit);
}

const by = sql`e.actor_id as user_id, ${nameAt('e.actor_id', 'e.occurred_at')} as user_name`;

/** What all of them ask: who, where, until when, newest first. */
function asked({ userId, portfolioIds, before, limit }: ReadingFilter) {
  return sql`
    ${userId === null ? sql`` : sql`and e.actor_id = ${userId}::uuid`}
    ${portfolioIds === null ? sql`` : sql`and e.portfolio_id = any(${[...portfolioIds]}::uuid[])`}
    ${before === null ? sql`` : sql`and e.occurred_at < ${before}::timestamptz`}
    order by e.occurred_at desc, e.id desc limit ${limit}`;
}

async function fileRows(db: Kysely<DB>, filter: ReadingFilter): Promise<readonly Reading[]> {
  const { customerId } = filter;
  const { rows } = await sql<Reading>`
    select e.id, e.occurred_at as at, 'file' as kind, ${by}, e.facts ->> 'view' as view,
      null as list, null as lines, e.facts ->> 'customerId' as customer_id
    from event_log e where e.kind = 'user.file-read'
      ${customerId === null ? sql`` : sql`and e.facts ->> 'customerId' = ${customerId}`}
      ${asked(filter)}
  `.execute(db);
  return rows;
}

async function listRows(db: Kysely<DB>, filter: ReadingFilter): Promise<readonly Reading[]> {
  if (filter.customerId !== null || filter.portfolioIds !== null) return [];
  const { rows } = await sql<Reading>`
    select e.id, e.occurred_at as at, 'list' as kind, ${by}, null as view,
      e.facts ->> 'list' as list, (e.facts ->> 'lines')::integer as lines, null as customer_id
    from event_log e where e.kind = 'user.exported' ${asked(filter)}
  `.execute(db);
  return rows;
}

async function paperRows(db: Kysely<DB>, filter: ReadingFilter): Promise<readonly Reading[]> {
  const { customerId } = filter;
  const { rows } = await sql<Reading>`
    select e.id, e.occurred_at as at, 'evidence' as kind, ${by}, null as view, null as list,
      null as lines, e.customer_id
    from event_log e where e.kind = 'evidence.exported'
      ${customerId === null ? sql`` : sql`and e.customer_id = ${customerId}::uuid`}
      ${asked(filter)}
  `.execute(db);
  return rows;
}

/** How customers are called, by their ids. */
export async function customerNames(
  db: Kysely<DB>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, { readonly reference: string; readonly name: string }>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; reference: string; name: string }>`
    select id, reference, name from customers where id = any(${[...ids]}::uuid[])
  `.execute(db);
  return new Map(rows.map(({ id, ...names }) => [id, names]));
}
