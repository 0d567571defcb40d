import { type Kysely, sql } from 'kysely';
import { type Decision, type RuleResult, verdictWord } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Instant } from '#kernel/time.ts';
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

/** The hash of a decision's facts, hexadecimal SHA-256 of their canonical JSON in the database. */
export const factsHashOf = (facts: string) =>
  sql.raw(`encode(sha256(convert_to(${facts}::text, 'UTF8')), 'hex')`);

/**
 * What a link of a person's chain of decisions is the hash of: SHA-256 over the hash before it and
 * the decision as a JSON list of its columns. One expression over stored columns, so that whoever
 * writes and whoever checks say the same.
 */
export const decisionHashOf = (previous: string, alias: string) =>
  sql.raw(`sha256(coalesce(${previous}, ''::bytea) || convert_to(jsonb_build_array(${alias}.id,
    ${alias}.customer_id, ${alias}.case_id, ${alias}.portfolio_id, ${alias}.user_id,
    ${alias}.purpose, ${alias}.channel, ${alias}.contact_point_id, ${alias}.campaign,
    ${alias}.verdict, ${alias}.decision, ${alias}.facts_hash, ${alias}.pack_hashes,
    ${alias}.log_seq, ${alias}.override_id,
    (extract(epoch from ${alias}.decided_at) * 1000)::bigint)::text, 'UTF8'))`);

/**
 * Keeps a decision for good, as the next link of the person's chain, with the newest number of
 * their log. Takes the row lock of the customer.
 */
export async function keepDecision(tx: Kysely<DB>, kept: KeptDecision): Promise<void> {
  const rules = kept.decision.reasons.map(({ rule }: RuleResult) => rule);
  await sql`
    with chain as (
      select last_decision_hash as last_hash from customers
      where id = ${kept.customerId}::uuid for no key update
    ), given as materialized (
      select ${kept.id}::uuid as id, ${kept.tenantId}::uuid as tenant_id,
        ${kept.customerId}::uuid as customer_id,
        ${kept.caseId}::uuid as case_id, ${kept.portfolioId}::uuid as portfolio_id,
        ${kept.userId}::uuid as user_id, ${kept.purpose}::text as purpose,
        ${kept.channel}::text as channel, ${kept.contactPointId}::uuid as contact_point_id,
        ${kept.campaign}::text as campaign, ${verdictWord(kept.decision)}::text as verdict,
        ${rules}::text[] as rules, ${JSON.stringify(kept.decision)}::jsonb as decision,
        ${JSON.stringify(kept.facts)}::jsonb as facts,
        ${JSON.stringify(kept.packHashes)}::jsonb as pack_hashes,
        (select coalesce(max(seq), 0) from event_log
          where customer_id = ${kept.customerId}::uuid) as log_seq,
        ${kept.overrideId}::uuid as override_id,
        ${kept.decidedAt}::timestamptz as decided_at
    ), n as materialized (
      select given.*, ${factsHashOf('given.facts')} as facts_hash from given
    ), inserted as (
      insert into decisions (id, tenant_id, customer_id, case_id, portfolio_id, user_id,
        purpose, channel, contact_point_id, campaign, verdict, rules, decision, facts, facts_hash,
        pack_hashes, log_seq, override_id, decided_at, previous_hash, hash)
      select n.id, n.tenant_id, n.customer_id, n.case_id, n.portfolio_id, n.user_id,
        n.purpose, n.channel, n.contact_point_id, n.campaign, n.verdict, n.rules, n.decision,
        n.facts, n.facts_hash, n.pack_hashes, n.log_seq, n.override_id, n.decided_at,
        chain.last_hash, ${decisionHashOf('chain.last_hash', 'n')}
      from n left join chain on true
      returning hash
    )
    update customers set last_decision_hash = (select hash from inserted)
    where id = ${kept.customerId}::uuid
  `.execute(tx);
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
      or d.facts_hash <> ${factsHashOf('d.facts')}
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
  return rows;
}
