import { type Kysely, sql } from 'kysely';
import { actorKindOf, eventJson, type LoggedEvent } from '#domain/events/event.ts';
import { asKept, hashOf, noCustomer, outboxRows } from '#storage/event-log.ts';
import type { DB } from '#storage/tables.ts';

/**
 * Appends an event about a user, chained to the one about the same user before it. Takes the row
 * lock of the user. An event about a user who is not there stands alone.
 */
export async function appendOfUser(
  tx: Kysely<DB>,
  userId: string,
  event: LoggedEvent,
): Promise<void> {
  await sql`
    with new_event as (
      select ${event.id}::uuid as id, ${event.tenantId}::uuid as tenant_id,
        ${event.portfolioId}::uuid as portfolio_id, ${noCustomer}::uuid as customer_id,
        null::uuid as case_id,
        ${event.kind}::text as kind, ${event.v}::smallint as v,
        ${event.occurredAt}::timestamptz as occurred_at,
        ${event.recordedAt}::timestamptz as recorded_at,
        ${actorKindOf(event)}::text as actor_kind, ${event.actorId}::uuid as actor_id,
        ${eventJson(event.facts)}::jsonb as facts
    ), chain as (
      select last_event_hash from users where id = ${userId}::uuid for no key update
    ), logged as (
      insert into event_log (id, tenant_id, portfolio_id, customer_id, kind, v, occurred_at, recorded_at,
        actor_kind, actor_id, facts, previous_hash, hash)
      select n.id, n.tenant_id, n.portfolio_id, n.customer_id, n.kind, n.v, n.occurred_at, n.recorded_at,
        n.actor_kind, n.actor_id, n.facts, chain.last_event_hash,
        ${hashOf('chain.last_event_hash', 'n', {})}
      from new_event n left join chain on true
      returning seq, customer_id, hash
    ), told as (${outboxRows})
    update users set last_event_hash = (select hash from logged) where id = ${userId}::uuid
  `.execute(tx);
}

/** A user whose chain does not hold: an event was changed, lost or put in from outside. */
export type BrokenUserChain = { readonly userId: string; readonly seq: bigint | null };

/** Users whose events do not follow from each other, at most `limit`; none when all is well. */
export async function verifyUserChains(
  db: Kysely<DB>,
  limit = 100,
): Promise<readonly BrokenUserChain[]> {
  const { rows } = await sql<BrokenUserChain>`
    with links as (
      select (e.facts ->> 'userId')::uuid as user_id, e.seq, e.hash, e.previous_hash,
        lag(e.hash) over chain as hash_before,
        e.hash = ${hashOf('e.previous_hash', 'e', asKept('e'))} as is_own,
        row_number() over (partition by e.facts ->> 'userId' order by e.seq desc) as from_end
      from event_log e
      where e.customer_id = ${noCustomer}::uuid and e.kind like 'user.%'
        and e.facts ->> 'userId' is not null
      window chain as (partition by e.facts ->> 'userId' order by e.seq)
    )
    select user_id, seq from links
    where not is_own or previous_hash is distinct from hash_before
    union all
    select u.id, null from users u left join links l on l.user_id = u.id and l.from_end = 1
    where u.last_event_hash is distinct from l.hash
    limit ${limit}
  `.execute(db);
  return rows;
}
