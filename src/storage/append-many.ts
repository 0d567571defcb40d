import { type Kysely, sql } from 'kysely';
import { actorKindOf, eventJson, type LoggedEvent } from '#domain/events/event.ts';
import { asKept, hashOf, noCustomer, outboxRows } from './event-log.ts';
import type { DB } from './tables.ts';

/** Events written by one statement. */
const eventsAtOnce = 5_000;

/**
 * Appends many events set-based: one statement for the first event of every case, one for the
 * second, and so on, so that each case's chain is kept. Takes the row locks of the cases. An event
 * whose case somebody else wrote to meanwhile is appended after it, under the lock of that case.
 */
export async function appendMany(tx: Kysely<DB>, events: readonly LoggedEvent[]): Promise<void> {
  for (const round of roundsOf(events)) {
    for (let i = 0; i < round.length; i += eventsAtOnce) {
      const some = round.slice(i, i + eventsAtOnce);
      const missed = await appendRound(tx, some);
      if (missed.size === 0) continue;
      const late = some.filter(({ id }) => missed.has(id));
      for (const { customerId, caseId } of late.toSorted((a, b) => (key(a) < key(b) ? -1 : 1))) {
        await sql`select from cases where customer_id = ${customerId}::uuid
          and id = ${caseId}::uuid for update`.execute(tx);
      }
      await appendRound(tx, late);
    }
  }
}

const key = ({ customerId, caseId }: LoggedEvent): string => `${customerId} ${caseId}`;

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

/** Writes the links of the chains, then their events. Answers the events that found a newer link. */
async function appendRound(
  tx: Kysely<DB>,
  events: readonly LoggedEvent[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with given as materialized (
      select row_number() over () as place, x.id, x."tenantId" as tenant_id,
        x."portfolioId" as portfolio_id, coalesce(x."customerId", ${noCustomer}::uuid) as customer_id,
        x."caseId" as case_id, x.kind, x.v, x."occurredAt" as occurred_at,
        x."recordedAt" as recorded_at, x."receivedAt" as received_at,
        x."actorKind" as actor_kind, x."actorId" as actor_id, x.facts
      from jsonb_to_recordset(${textOf(events)}::jsonb)
        as x(id uuid, "tenantId" uuid, "portfolioId" uuid, "customerId" uuid, "caseId" uuid,
          kind text, v smallint, "occurredAt" timestamptz, "recordedAt" timestamptz,
          "receivedAt" timestamptz, "actorKind" text, "actorId" uuid, facts jsonb)
    ), n as materialized (
      select g.*, c.id is not null as has_case, c.last_hash,
        ${hashOf('c.last_hash', 'g', asKept('g'))} as hash
      from given g left join cases c on c.customer_id = g.customer_id and c.id = g.case_id
    ), linked as (
      update cases c set last_hash = n.hash from n
      where c.customer_id = n.customer_id and c.id = n.case_id
        and c.last_hash is not distinct from n.last_hash
      returning n.place
    ), logged as (
      insert into event_log (id, tenant_id, portfolio_id, customer_id, case_id, kind, v,
        occurred_at, recorded_at, received_at, actor_kind, actor_id, facts, previous_hash, hash)
      select n.id, n.tenant_id, n.portfolio_id, n.customer_id, n.case_id, n.kind, n.v,
        n.occurred_at, n.recorded_at, n.received_at, n.actor_kind, n.actor_id, n.facts,
        n.last_hash, n.hash
      from n left join linked l on l.place = n.place
      where l.place is not null or not n.has_case order by n.place
      returning seq, customer_id
    ), told as (${outboxRows})
    select n.id from n left join linked l on l.place = n.place
    where l.place is null and n.has_case
  `.execute(tx);
  return new Set(rows.map(({ id }) => id));
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
        e.hash = ${hashOf('e.previous_hash', 'e', asKept('e'))} as is_own,
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
