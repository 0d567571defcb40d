import { type Kysely, sql } from 'kysely';
import type { Decision } from '#domain/gate/decision.ts';
import type { Instant } from '#kernel/time.ts';
import { baseFacts } from '#storage/gate/gate.ts';
import { nameAt } from '#storage/name-at.ts';
import { type StoredFacts, unpackFacts } from '#storage/packed-facts.ts';
import type { DB } from '#storage/tables.ts';
import { customerOf } from '#storage/whose.ts';

/** A supervisor's reason against a presumption, as it stands beside a decision. */
export type DecisionOverride = {
  readonly id: string;
  readonly factor: string;
  readonly evidence: string;
  readonly rules: readonly string[];
  readonly askedBy: string | null;
  readonly grantedBy: string | null;
  readonly grantedAt: Instant;
  readonly usedAt: Instant | null;
};

/** A decision as it was kept, with what it is known by and what came of it. */
export type DecisionRow = {
  readonly id: string;
  readonly decidedAt: Instant;
  readonly purpose: 'ask' | 'reserve' | 'release';
  readonly channel: string;
  readonly campaign: string | null;
  readonly verdict: 'permitted' | 'refused' | 'presumed_violation';
  readonly decision: Decision;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly factsHash: string;
  readonly packHashes: Readonly<Record<string, string>>;
  readonly previousHash: string | null;
  readonly hash: string | null;
  readonly caseId: string | null;
  readonly portfolioId: string;
  readonly portfolioName: string;
  readonly customerReference: string;
  readonly customerName: string;
  readonly userName: string | null;
  readonly point: {
    readonly kind: string;
    readonly value: string;
    readonly place: string | null;
  } | null;
  readonly attempt: {
    readonly id: string;
    readonly state: string;
    readonly result: string | null;
    readonly attemptedAt: Instant;
    readonly releasedAt: Instant | null;
    readonly endedAt: Instant | null;
  } | null;
  readonly overrides: readonly DecisionOverride[];
};

/** Overrides that one decision shows. */
const overrideLimit = 20;

/** One decision by its id, or undefined. */
export async function decisionRow(db: Kysely<DB>, id: string): Promise<DecisionRow | undefined> {
  const customerId = await customerOf(db, 'decisions', id);
  if (customerId === undefined) return undefined;
  const { rows } = await sql<Omit<DecisionRow, 'facts'> & StoredFacts>`
    select d.id, d.decided_at, d.purpose, d.channel, d.campaign, d.verdict, d.decision, d.facts,
      ${baseFacts}, d.facts_hash, d.pack_hashes, encode(d.previous_hash, 'hex') as previous_hash,
      encode(d.hash, 'hex') as hash, d.case_id, p.id as portfolio_id, p.name as portfolio_name,
      c.reference as customer_reference, c.name as customer_name,
      ${nameAt('d.user_id', 'd.decided_at')} as user_name,
      case when t.id is not null then
        json_build_object('kind', t.kind, 'value', t.value, 'place', t.place) end as point,
      (select json_build_object('id', a.id, 'state', a.state, 'result', a.result,
          'attemptedAt', a.attempted_at, 'releasedAt', a.released_at, 'endedAt', a.ended_at)
        from attempts a where a.customer_id = d.customer_id and (a.decision_id = d.id
          or (d.purpose = 'release' and a.case_id = d.case_id and a.released_at = d.decided_at))
        limit 1)
        as attempt,
      (select coalesce(json_agg(o), '[]') from (
        select o.id, o.factor, o.evidence, o.rules,
          ${nameAt('o.asked_by', 'o.granted_at')} as "askedBy",
          ${nameAt('o.granted_by', 'o.granted_at')} as "grantedBy",
          o.granted_at as "grantedAt", o.used_at as "usedAt"
        from overrides o
        where o.customer_id = d.customer_id and (o.decision_id = d.id or o.id = d.override_id)
        order by o.granted_at limit ${overrideLimit}) o) as overrides
    from decisions d
    left join cases k on k.customer_id = d.customer_id and k.id = d.case_id
    join portfolios p on p.id = coalesce(d.portfolio_id, k.portfolio_id)
    join customers c on c.id = d.customer_id
    left join contact_points t on t.customer_id = d.customer_id and t.id = d.contact_point_id
    where d.customer_id = ${customerId}::uuid and d.id = ${id}::uuid
  `.execute(db);
  const [row] = rows;
  if (!row) return undefined;
  const { facts, baseFacts: base, ...rest } = row;
  return { ...rest, facts: unpackFacts({ facts, baseFacts: base }) };
}
