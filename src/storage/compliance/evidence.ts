import { type Kysely, sql } from 'kysely';
import type { EvidenceRow } from '#domain/evidence/evidence.ts';
import { asKept, hashOf } from '#storage/event-log.ts';
import { baseFacts, decisionHashOf, storedFacts } from '#storage/gate/gate.ts';
import { areErased, factsHold, type StoredFacts, unpackFacts } from '#storage/packed-facts.ts';
import type { DB } from '#storage/tables.ts';

/** What is handed out of a person's record, in this order; each table with what it is sorted by. */
export const evidenceTables = [
  ['contact_points', 'rank'],
  ['accounts', 'created_at'],
  ['items', 'due_on'],
  ['cases', 'opened_at'],
  ['attempts', 'attempted_at'],
  ['attempt_corrections', 'recorded_at'],
  ['conversations', 'began_at'],
  ['utterances', 'said_at'],
  ['verifications', 'asked_at'],
  ['messages', 'occurred_at'],
  ['preferences', 'given_at'],
  ['consents', 'received_at'],
  ['contact_facts', 'occurred_at'],
  ['refusals', 'found_at'],
  ['holds', 'set_at'],
  ['notices', 'recorded_at'],
  ['obligations', 'due_at'],
  ['promises_to_pay', 'due_on'],
  ['decisions', 'decided_at'],
  ['overrides', 'granted_at'],
  ['decision_flags', 'found_at'],
  ['documents', 'added_at'],
] as const;

/** Name of a table that is handed out. */
export type EvidenceTable = (typeof evidenceTables)[number][0];

/** Nobody's record is longer; a table cut here says so in the export. */
export const evidenceRowLimit = 50_000;

/**
 * The rows of one table about some customers. Tokens, even used ones, are left out, and so are the files of
 * documents, which travel beside the rows.
 */
export async function evidenceRows(
  db: Kysely<DB>,
  table: EvidenceTable,
  orderBy: string,
  customerIds: readonly string[],
): Promise<readonly EvidenceRow[]> {
  if (table === 'decisions') return decisionRows(db, customerIds);
  const { rows } = await sql<{ row: EvidenceRow }>`
    select to_jsonb(t) - array['token_hash', 'token_expires_at', 'content'] as row
    from ${sql.table(table)} t where t.customer_id = any(${[...customerIds]}::uuid[])
    order by t.${sql.ref(orderBy)} limit ${evidenceRowLimit}
  `.execute(db);
  return rows.map(({ row }) => row);
}

/** Decisions with their facts as they were decided on, not as they are kept. */
async function decisionRows(
  db: Kysely<DB>,
  customerIds: readonly string[],
): Promise<readonly EvidenceRow[]> {
  const { rows } = await sql<StoredFacts & { row: EvidenceRow }>`
    select to_jsonb(d) - array['facts', 'facts_base'] as row, d.facts, ${baseFacts}
    from decisions d where d.customer_id = any(${[...customerIds]}::uuid[])
    order by d.decided_at limit ${evidenceRowLimit}
  `.execute(db);
  return rows.map(({ row, ...stored }) => ({ ...row, facts: unpackFacts(stored) }));
}

/** The customers themselves and the events of the log about them. */
export async function evidencePeople(
  db: Kysely<DB>,
  customerIds: readonly string[],
): Promise<{
  readonly customers: readonly EvidenceRow[];
  readonly events: readonly EvidenceRow[];
  readonly links: readonly EvidenceRow[];
}> {
  const ids = [...customerIds];
  const read = async (query: ReturnType<typeof sql<{ row: EvidenceRow }>>) =>
    (await query.execute(db)).rows.map(({ row }) => row);
  return {
    customers: await read(sql<{ row: EvidenceRow }>`
      select to_jsonb(c) as row from customers c where c.id = any(${ids}::uuid[])
      order by c.id`),
    events: await read(sql<{ row: EvidenceRow }>`
      select to_jsonb(e) as row from event_log e
      where e.customer_id = any(${ids}::uuid[]) order by e.seq limit ${evidenceRowLimit}`),
    links: await read(sql<{ row: EvidenceRow }>`
      select to_jsonb(l) as row from person_links l
      where l.one_id = any(${ids}::uuid[]) or l.other_id = any(${ids}::uuid[])
      order by l.recorded_at`),
  };
}

/** What a recomputed chain says: how many links it has, its last hash, and whether every link holds. */
export type ChainState = {
  readonly links: number;
  readonly lastHash: string | null;
  readonly holds: boolean;
};

/** The chain of events of each case of some customers, computed anew from the stored rows. */
export async function eventChains(
  db: Kysely<DB>,
  customerIds: readonly string[],
): Promise<readonly (ChainState & { readonly caseId: string })[]> {
  const { rows } = await sql<ChainState & { caseId: string }>`
    with links as (
      select e.customer_id, e.case_id, e.seq, e.hash, e.previous_hash,
        lag(e.hash) over (partition by e.customer_id, e.case_id order by e.seq) as hash_before,
        e.hash = ${hashOf('e.previous_hash', 'e', asKept('e'))} as is_own
      from event_log e where e.customer_id = any(${[...customerIds]}::uuid[])
        and e.case_id is not null
    )
    select c.id as case_id, count(l.seq)::integer as links,
      encode(c.last_hash, 'hex') as last_hash,
      coalesce(bool_and(l.is_own and l.previous_hash is not distinct from l.hash_before), true)
        and c.last_hash is not distinct from (array_agg(l.hash order by l.seq desc))[1] as holds
    from cases c left join links l on l.customer_id = c.customer_id and l.case_id = c.id
    where c.customer_id = any(${[...customerIds]}::uuid[])
    group by c.customer_id, c.id order by c.id
  `.execute(db);
  return rows;
}

/** The chain of decisions of each customer, computed anew from the stored rows. */
export async function decisionChains(
  db: Kysely<DB>,
  customerIds: readonly string[],
): Promise<readonly (ChainState & { readonly customerId: string })[]> {
  const { rows } = await sql<ChainState & { customerId: string }>`
    select c.id as customer_id, count(d.id)::integer as links,
      encode(c.last_decision_hash, 'hex') as last_hash,
      coalesce(bool_and(d.hash = ${decisionHashOf('d.previous_hash', 'd')}
        and (d.previous_hash is null or exists (select 1 from decisions b
          where b.customer_id = d.customer_id and b.hash = d.previous_hash))), true)
        and (c.last_decision_hash is null or coalesce(bool_or(d.hash = c.last_decision_hash), false))
        as holds
    from customers c left join decisions d on d.customer_id = c.id and d.hash is not null
    where c.id = any(${[...customerIds]}::uuid[])
    group by c.id order by c.id
  `.execute(db);
  const broken = new Set<string>();
  const theirs = sql`d.hash is not null and d.customer_id = any(${[...customerIds]}::uuid[])`;
  for await (const row of storedFacts(db, theirs)) {
    if (!(areErased(row) ? row.erasureOnRecord : factsHold(row))) broken.add(row.customerId);
  }
  return rows.map((row) => ({ ...row, holds: row.holds && !broken.has(row.customerId) }));
}
