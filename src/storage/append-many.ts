import { type Kysely, sql } from 'kysely';
import { actorKindOf, eventJson, type LoggedEvent } from '#domain/events/event.ts';
import { hashOf, noCustomer, outboxRows } from './event-log.ts';
import type { DB } from './tables.ts';

/** Events written by one statement. */
const eventsAtOnce = 5_000;

/**
 * Appends many events set-based: one statement for the first event of every case, one for the
 * second, and so on, so that each case's chain is kept. Takes the row locks of the cases in the
 * order of their keys.
 */
export async function appendMany(tx: Kysely<DB>, events: readonly LoggedEvent[]): Promise<void> {
  for (const round of roundsOf(events)) {
    for (let i = 0; i < round.length; i += eventsAtOnce) {
      await appendRound(tx, round.slice(i, i + eventsAtOnce));
    }
  }
}

/** Splits events so that no case comes twice in a round and its order is kept. */
function roundsOf(events: readonly LoggedEvent[]): LoggedEvent[][] {
  const rounds: LoggedEvent[][] = [];
  const seen = new Map<string, number>();
  for (const event of events) {
    const round = event.caseId === null ? 0 : (seen.get(event.caseId) ?? 0);
    if (event.caseId !== null) seen.set(event.caseId, round + 1);
    const list = rounds[round] ?? [];
    if (list.length === 0) rounds[round] = list;
    list.push(event);
  }
  return rounds;
}

async function appendRound(tx: Kysely<DB>, events: readonly LoggedEvent[]): Promise<void> {
  await sql`
    with given as materialized (
      select x.*, row_number() over () as place from jsonb_to_recordset(${textOf(events)}::jsonb)
        as x(id uuid, "tenantId" uuid, "portfolioId" uuid, "customerId" uuid, "caseId" uuid,
          kind text, v smallint, "occurredAt" timestamptz, "recordedAt" timestamptz,
          "receivedAt" timestamptz, "actorKind" text, "actorId" uuid, facts jsonb)
    ), chain as materialized (
      select c.customer_id, c.id, c.last_hash from cases c
      where (c.customer_id, c.id) in (select "customerId", "caseId" from given)
      order by c.customer_id, c.id for update
    ), n as (
      select g.id, g."tenantId" as tenant_id, g."portfolioId" as portfolio_id,
        coalesce(g."customerId", ${noCustomer}::uuid) as customer_id, g."caseId" as case_id, g.kind, g.v,
        g."occurredAt" as occurred_at, g."recordedAt" as recorded_at,
        g."receivedAt" as received_at, g."actorKind" as actor_kind, g."actorId" as actor_id,
        g.facts, chain.last_hash, g.place
      from given g left join chain
        on chain.customer_id = g."customerId" and chain.id = g."caseId"
    ), logged as (
      insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v,
        occurred_at, recorded_at, received_at, actor_kind, actor_id, facts, previous_hash, hash)
      select id, tenant_id, portfolio_id, customer_id, case_id, kind, v, occurred_at, recorded_at,
        received_at, actor_kind, actor_id, facts, last_hash, ${hashOf('n.last_hash', 'n', 'n.received_at')}
      from n order by place
      returning seq, customer_id, case_id, hash
    ), told as (${outboxRows})
    update cases c set last_hash = i.hash from logged i
    where c.customer_id = i.customer_id and c.id = i.case_id
  `.execute(tx);
}

function textOf(events: readonly LoggedEvent[]): string {
  return eventJson(events.map((event) => ({ ...event, actorKind: actorKindOf(event) })));
}

/** A case whose chain does not hold: an event was changed, lost or put in from outside. */
export type BrokenChain = { readonly caseId: string; readonly seq: bigint | null };

/** Cases whose events do not follow from each other, at most `limit`; none when all is well. */
export async function verifyChains(db: Kysely<DB>, limit = 100): Promise<readonly BrokenChain[]> {
  const { rows } = await sql<BrokenChain>`
    with links as (
      select e.customer_id, e.case_id, e.seq, e.hash, e.previous_hash,
        lag(e.hash) over chain as hash_before,
        e.hash = ${hashOf('e.previous_hash', 'e', 'e.received_at')} as is_own,
        row_number() over (partition by e.customer_id, e.case_id order by e.seq desc) as from_end
      from event_log e where e.case_id is not null
      window chain as (partition by e.customer_id, e.case_id order by e.seq)
    )
    select case_id, seq from links
    where not is_own or previous_hash is distinct from hash_before
    union all
    select c.id, null from cases c left join links l
      on l.customer_id = c.customer_id and l.case_id = c.id and l.from_end = 1
    where c.last_hash is distinct from l.hash
    limit ${limit}
  `.execute(db);
  return rows;
}
