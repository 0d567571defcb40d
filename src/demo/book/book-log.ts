import { type Kysely, sql } from 'kysely';
import { actorKindOf, eventJson, type LoggedEvent } from '#domain/events/event.ts';
import { hashOf, noCustomer } from '#storage/event-log.ts';
import type { DB } from '#storage/tables.ts';

/** Events sent in one statement. */
const eventsAtOnce = 10_000;

/**
 * Writes a whole past into the log in the order of time, each case's events chained as if they had
 * been appended one by one; the outbox hears nothing, as it is no news. Only for cases that have no
 * event yet. Events of one moment keep the order in which they are given.
 */
export async function writePast(tx: Kysely<DB>, events: readonly LoggedEvent[]): Promise<void> {
  await sql`
    create temporary table if not exists past_events (place integer, link integer, id uuid, tenant_id uuid,
      portfolio_id uuid, customer_id uuid, case_id uuid, kind text, v smallint,
      occurred_at timestamptz, recorded_at timestamptz, actor_kind text, actor_id uuid,
      facts jsonb) on commit drop
  `.execute(tx);
  await sql`create index if not exists past_links on past_events (link, case_id)`.execute(tx);
  await sql`truncate past_events`.execute(tx);
  const links = new Map<string, number>();
  const ordered = events.toSorted((a, b) => (a.occurredAt < b.occurredAt ? -1 : 1));
  const records = ordered.map((event, place) => {
    const link = (links.get(event.caseId ?? '') ?? 0) + 1;
    links.set(event.caseId ?? '', link);
    return { ...event, actorKind: actorKindOf(event), place, link };
  });
  for (let i = 0; i < records.length; i += eventsAtOnce) {
    await sql`
      insert into past_events
      select place, link, id, "tenantId", "portfolioId", "customerId", "caseId", kind, v,
        "occurredAt", "recordedAt", "actorKind", "actorId", facts
      from json_to_recordset(${eventJson(records.slice(i, i + eventsAtOnce))}::json) as x(
        place integer, link integer, id uuid, "tenantId" uuid, "portfolioId" uuid,
        "customerId" uuid, "caseId" uuid, kind text, v smallint, "occurredAt" timestamptz,
        "recordedAt" timestamptz, "actorKind" text, "actorId" uuid, facts jsonb)
    `.execute(tx);
  }
  await sql`analyze past_events`.execute(tx);
  await sql`
    with recursive chain as (
      select p.place, p.case_id, p.link, null::bytea as previous_hash,
        ${hashOf('null::bytea', 'p', {})} as hash
      from past_events p where p.link = 1
      union all
      select p.place, p.case_id, p.link, c.hash, ${hashOf('c.hash', 'p', {})}
      -- The limit keeps the planner from reading the whole table for each link of the chain.
      from chain c cross join lateral (
        select * from past_events n where n.link = c.link + 1 and n.case_id = c.case_id limit 1
      ) p
    ), written as (
      insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v,
        occurred_at, recorded_at, actor_kind, actor_id, facts, previous_hash, hash)
      select p.id, p.tenant_id, p.portfolio_id, coalesce(p.customer_id, ${noCustomer}::uuid),
        p.case_id, p.kind, p.v, p.occurred_at, p.recorded_at, p.actor_kind, p.actor_id, p.facts, c.previous_hash, c.hash
      from chain c join past_events p on p.place = c.place order by p.place
    )
    update cases k set last_hash = e.hash
    from (select distinct on (case_id) case_id, hash from chain order by case_id, link desc) e
    where k.id = e.case_id
  `.execute(tx);
}
