import { type Kysely, type RawBuilder, sql } from 'kysely';
import { type Decision, type RuleResult, verdictWord } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Instant } from '#kernel/time.ts';
import { hotStatement, type Run, runOn } from '#storage/hot-path.ts';
import {
  areErased,
  type FactsBase,
  factsHold,
  packFacts,
  type StoredFacts,
} from '#storage/packed-facts.ts';
import type { DB } from '#storage/tables.ts';

/** A decision as it is kept, with the facts it can be replayed from. */
export type KeptDecision = {
  readonly id: string;
  readonly tenantId: string;
  readonly customerId: string;
  readonly caseId: string;
  readonly portfolioId: string;
  readonly userId: string | null;
  readonly purpose: 'ask' | 'reserve' | 'release';
  readonly channel: string;
  readonly contactPointId: string | null;
  /** The queue, step or campaign that asked; null for a person at a desk. */
  readonly campaign: string | null;
  readonly decision: Decision;
  readonly facts: Facts;
  /** SHA-256 of each pack that spoke and of the engine, hexadecimal, by pack. */
  readonly packHashes: Readonly<Record<string, string>>;
  readonly overrideId: string | null;
  readonly decidedAt: Instant;
};

/**
 * What a link of a person's chain of decisions is the hash of: SHA-256 over the hash before it and
 * the decision as a JSON list of its columns. One expression over stored columns, so that whoever
 * writes and whoever checks say the same.
 */
export const decisionHashText = (previous: string, alias: string) =>
  `sha256(coalesce(${previous}, ''::bytea) || convert_to(jsonb_build_array(${alias}.id,
    ${alias}.customer_id, ${alias}.case_id, ${alias}.portfolio_id, ${alias}.user_id,
    ${alias}.purpose, ${alias}.channel, ${alias}.contact_point_id, ${alias}.campaign,
    ${alias}.verdict, ${alias}.decision, ${alias}.facts_hash, ${alias}.pack_hashes,
    ${alias}.log_seq, ${alias}.override_id,
    (extract(epoch from ${alias}.decided_at) * 1000)::bigint)::text, 'UTF8'))`;

/** The same for a statement that is put together. */
export const decisionHashOf = (previous: string, alias: string) =>
  sql.raw(decisionHashText(previous, alias));

/** Columns of a decision as values, to stand before `decisionInsert` as `d`. */
export const decisionValues = `
  select :id::uuid as id, :tenantId::uuid as tenant_id,
    :customerId::uuid as customer_id, :caseId::uuid as case_id,
    :portfolioId::uuid as portfolio_id, :userId::uuid as user_id, :purpose::text as purpose,
    :channel::text as channel, :contactPointId::uuid as contact_point_id,
    :campaign::text as campaign, :verdict::text as verdict, :rules::text[] as rules,
    :decision::jsonb as decision, :facts::bytea as facts, :factsBase::uuid as facts_base,
    :factsHash::text as facts_hash, :packHashes::jsonb as pack_hashes,
    :logSeq::bigint as log_seq, :overrideId::uuid as override_id,
    :decidedAt::timestamptz as decided_at`;

/** Writes the decision `d` behind the one with the hash `:previousDecision`; answers its hash. */
export const decisionInsert = `
  insert into decisions (id, tenant_id, customer_id, case_id, portfolio_id, user_id,
    purpose, channel, contact_point_id, campaign, verdict, rules, decision, facts, facts_base,
    facts_hash, pack_hashes, log_seq, override_id, decided_at, previous_hash, hash)
  select d.id, d.tenant_id, d.customer_id, d.case_id, d.portfolio_id, d.user_id,
    d.purpose, d.channel, d.contact_point_id, d.campaign, d.verdict, d.rules, d.decision, d.facts,
    d.facts_base, d.facts_hash, d.pack_hashes, d.log_seq, d.override_id, d.decided_at,
    :previousDecision::bytea, ${decisionHashText(':previousDecision::bytea', 'd')}
  from d returning hash`;

/** The values of `decisionValues` and `decisionInsert`, but for the hash before. */
export function decisionParameters(kept: KeptDecision, base: FactsBase | null = null) {
  const { decision, facts, packHashes, overrideId: _, ...columns } = kept;
  const packed = packFacts(facts, base);
  return {
    ...columns,
    verdict: verdictWord(decision),
    rules: decision.reasons.map(({ rule }: RuleResult) => rule),
    decision: JSON.stringify(decision),
    facts: packed.bytes,
    factsBase: packed.baseId,
    factsHash: packed.hash,
    packHashes: JSON.stringify(packHashes),
    overrideId: kept.overrideId,
  };
}

const personStatement = hotStatement<LockedPerson>(
  'lock-person',
  `select linked, last_decision_hash as "lastDecisionHash" from customers
  where id = :customerId::uuid for no key update`,
);

/** What is read of a record of a person with its lock. */
export type LockedPerson = {
  /** Whether other records are the same human. */
  readonly linked: boolean;
  readonly lastDecisionHash: Buffer | null;
};

/** Locks one record of a person; undefined for an unknown one. */
export async function lockPerson(run: Run, customerId: string): Promise<LockedPerson | undefined> {
  return (await run(personStatement, { customerId }))[0];
}

/** The number of the newest event about a person. */
export const newestEvent = `(select coalesce(max(seq), 0)::text from event_log
  where customer_id = :customerId::uuid) as "logSeq"`;

const newestStatement = hotStatement<{ logSeq: string }>('newest-event', `select ${newestEvent}`);

const keepStatement = hotStatement(
  'keep-decision',
  `with d as materialized (${decisionValues}), decided as (${decisionInsert})
  update customers set last_decision_hash = (select hash from decided)
  where id = :customerId::uuid`,
);

/**
 * Keeps a decision for good, as the next link of the person's chain, with the newest number of
 * their log. Takes the row lock of the customer.
 */
export async function keepDecision(tx: Kysely<DB>, kept: KeptDecision): Promise<void> {
  const run = runOn(tx);
  const { customerId } = kept;
  const previousDecision = (await lockPerson(run, customerId))?.lastDecisionHash ?? null;
  const [{ logSeq } = { logSeq: '0' }] = await run(newestStatement, { customerId });
  await run(keepStatement, { ...decisionParameters(kept), previousDecision, logSeq });
}

/** A person whose decisions do not follow from each other: one was changed, lost or put in. */
export type BrokenDecisions = { readonly customerId: string; readonly decisionId: string | null };

/**
 * Persons whose chain of decisions does not hold, at most `limit`; none when all is well. Decisions
 * from before the chain began carry neither a hash nor a place in the log and are left out.
 */
export async function verifyDecisions(
  db: Kysely<DB>,
  limit = 100,
): Promise<readonly BrokenDecisions[]> {
  const { rows } = await sql<BrokenDecisions>`
    select d.customer_id, d.id as decision_id from decisions d
    where d.hash is not null and (
      d.hash <> ${decisionHashOf('d.previous_hash', 'd')}
      or (d.previous_hash is not null and not exists (select 1 from decisions b
        where b.customer_id = d.customer_id and b.hash = d.previous_hash)))
    union all
    select customer_id, id from decisions where hash is null and log_seq is not null
    union all
    select customer_id, null from decisions where hash is not null
    group by customer_id, previous_hash having count(*) > 1
    union all
    select c.id, null from customers c where c.last_decision_hash is distinct from (
      select d.hash from decisions d where d.customer_id = c.id and d.hash is not null
        and not exists (select 1 from decisions f
          where f.customer_id = d.customer_id and f.previous_hash = d.hash) limit 1)
    limit ${limit}
  `.execute(db);
  const found = [...rows];
  for await (const row of storedFacts(db, sql`d.hash is not null`)) {
    if (found.length >= limit) break;
    const holds = areErased(row) ? row.erasureOnRecord : factsHold(row);
    if (!holds) found.push({ customerId: row.customerId, decisionId: row.id });
  }
  return found;
}

/** Decisions whose facts are looked at in one page. */
const factsAtOnce = 500;

type FactsRow = StoredFacts & {
  readonly id: string;
  readonly customerId: string;
  readonly factsHash: string;
  /** The record says that facts of this person were erased. */
  readonly erasureOnRecord: boolean;
};

/** The facts of all decisions `d` for which something is true, page by page. */
export async function* storedFacts(
  db: Kysely<DB>,
  which: RawBuilder<unknown>,
): AsyncGenerator<FactsRow> {
  let last: FactsRow | null = null;
  for (;;) {
    const after: RawBuilder<unknown> = last
      ? sql`(d.customer_id, d.id) > (${last.customerId}::uuid, ${last.id}::uuid)`
      : sql`true`;
    const { rows }: { readonly rows: readonly FactsRow[] } = await sql<FactsRow>`
      select d.customer_id, d.id, d.facts, d.facts_hash, ${baseFacts},
        length(d.facts) = 0 and exists (select 1 from event_log e
          where e.customer_id = d.customer_id and e.kind = 'person.data-erased'
            and e.occurred_at >= d.decided_at and e.facts -> 'kinds' ? 'evidence') as erasure_on_record
      from decisions d
      where ${which} and ${after} order by d.customer_id, d.id limit ${factsAtOnce}
    `.execute(db);
    yield* rows;
    last = rows.at(-1) ?? null;
    if (rows.length < factsAtOnce) return;
  }
}

/** The facts that those of the decision `d` repeat, for `StoredFacts`. */
export const baseFacts = sql`(select b.facts from decisions b
  where b.customer_id = d.customer_id and b.id = d.facts_base) as base_facts`;
