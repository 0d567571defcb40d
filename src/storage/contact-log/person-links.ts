import { type Kysely, type RawBuilder, sql } from 'kysely';
import { assert } from '#kernel/refusal.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import { lockInOrder } from '#storage/whose.ts';

/** Most records that may be said to be one human being. */
export const peopleLimit = 20;

/** How often the lock is taken again because somebody joined or left while it was waited for. */
const lockTries = 5;

/**
 * Every record that is the same human as one of these, themselves among them, as a recursive
 * `people(id)` to stand behind `with recursive`. Links that were ended do not count.
 */
export const peopleOf = (...customerIds: readonly string[]) => sql`people(id) as (
    select unnest(${[...customerIds]}::uuid[])
    union
    select case when l.one_id = p.id then l.other_id else l.one_id end
    from people p join person_links l
      on l.ended_at is null and (l.one_id = p.id or l.other_id = p.id)
  )`;

/** The ids of all records that are the same human as one of these, in order. */
export async function groupOf(
  db: Kysely<DB>,
  ...customerIds: readonly string[]
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive ${peopleOf(...customerIds)} select id from people order by id
  `.execute(db);
  return rows.map(({ id }) => id);
}

/**
 * Takes the one lock under which contact with a human being is decided: the rows of all records that
 * are the same person, in the order of their ids. Answers those ids; empty when there is no such
 * customer. Links are made and ended under the same locks, so what it answers stays true. Several
 * customers are locked with all that are the same as any of them.
 *
 * What follows in the transaction goes by the indexes of one person, whoever it is: it runs by the
 * plans a connection keeps, since planning what the gate reads takes longer than reading it.
 */
export async function lockPeople(
  tx: Kysely<DB>,
  ...customerIds: readonly string[]
): Promise<readonly string[]> {
  const [only, ...others] = customerIds;
  if (only !== undefined && others.length === 0) {
    // Nearly everybody is one record: locked by the first statement, and only while that holds.
    if (await lockPerson(tx, only, sql`and not linked`)) return [only];
  }
  let group = await groupOf(tx, ...customerIds);
  for (let tries = 0; tries < lockTries; tries += 1) {
    const ids: string[] = [];
    await lockInOrder(group, async (id) => {
      if (await lockPerson(tx, id, sql``)) ids.push(id);
    });
    const now = await groupOf(tx, ...customerIds);
    if (now.join() === group.join()) return ids;
    group = now;
  }
  assert(false, 'people join and leave faster than they can be locked');
}

/** Locks one record; false when there is none of which the condition holds. */
async function lockPerson(
  tx: Kysely<DB>,
  id: string,
  condition: RawBuilder<unknown>,
): Promise<boolean> {
  const { rows } = await sql`
    select set_config('plan_cache_mode', 'force_generic_plan', true)
    from customers where id = ${id}::uuid ${condition} for no key update
  `.execute(tx);
  return rows.length === 1;
}

/** A statement that two records are one human. */
export type PersonLink = {
  readonly id: string;
  readonly oneId: string;
  readonly otherId: string;
};

/** Keeps that two records are one. False when a standing link says so already. */
export async function insertLink(
  tx: Kysely<DB>,
  link: PersonLink & {
    readonly tenantId: string;
    readonly reason: string;
    readonly occurredAt: Instant;
    readonly receivedAt: Instant;
    readonly recordedAt: Instant;
    readonly recordedBy: string | null;
  },
): Promise<boolean> {
  const { rows } = await sql`
    with made as (
      insert into person_links (id, tenant_id, one_id, other_id, reason, occurred_at, received_at,
        recorded_at, recorded_by)
      values (${link.id}, ${link.tenantId}, ${link.oneId}, ${link.otherId}, ${link.reason},
        ${link.occurredAt}::timestamptz, ${link.receivedAt}::timestamptz,
        ${link.recordedAt}::timestamptz, ${link.recordedBy}::uuid)
      on conflict (one_id, other_id) where ended_at is null do nothing
      returning one_id, other_id
    )
    update customers c set linked = true from made where c.id in (made.one_id, made.other_id)
    returning 1
  `.execute(tx);
  return rows.length > 0;
}

/** A standing link by its id; undefined when there is none or it was ended. */
export async function currentLink(
  db: Kysely<DB>,
  tenantId: string,
  id: string,
): Promise<PersonLink | undefined> {
  const { rows } = await sql<PersonLink>`
    select id, one_id, other_id from person_links
    where id = ${id}::uuid and tenant_id = ${tenantId}::uuid and ended_at is null
  `.execute(db);
  return rows[0];
}

/** Ends a standing link; false when it was ended already. Nothing else is changed. */
export async function endLink(
  tx: Kysely<DB>,
  id: string,
  ended: { readonly at: Instant; readonly by: string | null; readonly reason: string },
): Promise<boolean> {
  const { rows } = await sql<{ oneId: string; otherId: string }>`
    update person_links set ended_at = ${ended.at}::timestamptz, ended_by = ${ended.by}::uuid,
      end_reason = ${ended.reason}
    where id = ${id}::uuid and ended_at is null returning one_id, other_id
  `.execute(tx);
  const [link] = rows;
  if (!link) return false;
  await sql`
    update customers c set linked = false
    where c.id in (${link.oneId}::uuid, ${link.otherId}::uuid) and not exists (
      select 1 from person_links l
      where l.ended_at is null and (l.one_id = c.id or l.other_id = c.id))
  `.execute(tx);
  return true;
}

/** A standing link as the log shows it, with the record at its other end. */
export type LinkRow = {
  readonly id: string;
  readonly customerId: string;
  readonly name: string;
  readonly reference: string;
  /** The portfolios on which the other record has a case. */
  readonly portfolioIds: readonly string[];
};

/** The links that stand between a record and others, the oldest first. */
export async function linksOf(db: Kysely<DB>, customerId: string): Promise<readonly LinkRow[]> {
  const { rows } = await sql<LinkRow>`
    select l.id, c.id as customer_id, c.name, c.reference,
      array(select distinct k.portfolio_id::text from cases k where k.customer_id = c.id)
        as portfolio_ids
    from person_links l
    join customers c on c.id =
      case when l.one_id = ${customerId}::uuid then l.other_id else l.one_id end
    where l.ended_at is null
      and (l.one_id = ${customerId}::uuid or l.other_id = ${customerId}::uuid)
    order by l.recorded_at, l.id limit ${peopleLimit}
  `.execute(db);
  return rows;
}
