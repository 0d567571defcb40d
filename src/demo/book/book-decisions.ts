import { type Kysely, sql } from 'kysely';
import { verdictWord } from '#domain/gate/decision.ts';
import { decisionHashOf, type KeptDecision } from '#storage/gate/gate.ts';
import { packFacts } from '#storage/packed-facts.ts';
import type { DB } from '#storage/tables.ts';

/**
 * Writes the decisions of a past, each person's chained as if they had been kept one by one, each
 * with the newest number that their log had then. Only for people who have none yet.
 */
export async function writeDecisions(
  tx: Kysely<DB>,
  decisions: readonly KeptDecision[],
): Promise<void> {
  if (decisions.length === 0) return;
  const links = new Map<string, number>();
  const ordered = decisions.toSorted((a, b) => (a.decidedAt < b.decidedAt ? -1 : 1));
  const records = ordered.map((kept) => {
    const link = (links.get(kept.customerId) ?? 0) + 1;
    links.set(kept.customerId, link);
    const rules = kept.decision.reasons.map(({ rule }) => rule);
    const { bytes, hash } = packFacts(kept.facts);
    const facts = { facts: bytes.toString('base64'), factsHash: hash };
    return { ...kept, ...facts, link, rules, verdict: verdictWord(kept.decision) };
  });
  await sql`
    with recursive given as materialized (
      select x.*, coalesce((
          select max(e.seq) from event_log e
          where e.customer_id = x.customer_id and e.occurred_at <= x.decided_at), 0) as log_seq
      from (
        select link, id, "tenantId" as tenant_id, "customerId" as customer_id,
          "caseId" as case_id, "portfolioId" as portfolio_id, "userId" as user_id, purpose, channel,
          "contactPointId" as contact_point_id, campaign, verdict, rules, decision,
          decode(facts, 'base64') as facts, "factsHash" as facts_hash, "packHashes" as pack_hashes,
          "overrideId" as override_id, "decidedAt" as decided_at
        from json_to_recordset(${JSON.stringify(records)}::json) as r(
          link integer, id uuid, "tenantId" uuid, "customerId" uuid, "caseId" uuid,
          "portfolioId" uuid, "userId" uuid, purpose text, channel text, "contactPointId" uuid,
          campaign text, verdict text, rules text[], decision jsonb, facts text,
          "factsHash" text,
          "packHashes" jsonb, "overrideId" uuid, "decidedAt" timestamptz)
      ) x
    ), chain as (
      select g.id, g.customer_id, g.link, null::bytea as previous_hash,
        ${decisionHashOf('null::bytea', 'g')} as hash
      from given g where g.link = 1
      union all
      select g.id, g.customer_id, g.link, c.hash, ${decisionHashOf('c.hash', 'g')}
      from chain c join given g on g.customer_id = c.customer_id and g.link = c.link + 1
    ), written as (
      insert into decisions (id, tenant_id, customer_id, case_id, portfolio_id, user_id,
        purpose, channel, contact_point_id, campaign, verdict, rules, decision, facts, facts_hash,
        pack_hashes, log_seq, override_id, decided_at, previous_hash, hash)
      select g.id, g.tenant_id, g.customer_id, g.case_id, g.portfolio_id, g.user_id,
        g.purpose, g.channel, g.contact_point_id, g.campaign, g.verdict, g.rules, g.decision,
        g.facts, g.facts_hash, g.pack_hashes, g.log_seq, g.override_id, g.decided_at,
        c.previous_hash, c.hash
      from chain c join given g on g.id = c.id
    )
    update customers k set last_decision_hash = e.hash
    from (select distinct on (customer_id) customer_id, hash from chain
      order by customer_id, link desc) e
    where k.id = e.customer_id
  `.execute(tx);
}
