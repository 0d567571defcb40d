import { type Kysely, sql } from 'kysely';
import type { Decision } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { Instant } from '#kernel/time.ts';
import type { Owned } from '#storage/cases/set-holds.ts';
import { nameAt } from '#storage/name-at.ts';
import { type StoredFacts, unpackFacts } from '#storage/packed-facts.ts';
import type { DB } from '#storage/tables.ts';
import { customerOf } from '#storage/whose.ts';
import { baseFacts } from './gate.ts';

/** What a past decision came to, or would have. */
export type PastVerdict = 'permitted' | 'refused' | 'presumed_violation';

/**
 * What was learned late. `sent-before` is a contact that was written down days after it was made,
 * `breach` that such a one went out although it was not permitted.
 */
export type FlagCause =
  | 'fact'
  | 'correction'
  | 'people-linked'
  | 'people-split'
  | 'transfer'
  | 'sent-before'
  | 'breach';

/** Whose past decisions are looked at again: those about some people, or on one portfolio. */
export type Touched = { readonly people: readonly string[] } | { readonly portfolioId: string };

/** Where a look through decisions stands: in the order of their time. */
export type LookFrom = { readonly since: Instant; readonly afterId: string | null };

/** A kept decision with what it takes to make it again. */
export type PastDecision = {
  readonly id: string;
  readonly customerId: string;
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  readonly verdict: PastVerdict;
  readonly decision: Decision;
  readonly facts: Facts;
  readonly decidedAt: Instant;
  /** The attempt that it let through: it does not count against itself. */
  readonly attemptId: string | null;
};

const nobody = '00000000-0000-0000-0000-000000000000';

/** The decisions about contact from an instant on, the oldest first, at most `limit`. */
export async function pastDecisions(
  db: Kysely<DB>,
  touched: Touched,
  from: LookFrom,
  limit: number,
): Promise<readonly PastDecision[]> {
  const theirs =
    'people' in touched
      ? sql`d.customer_id = any(${[...touched.people]}::uuid[])`
      : sql`c.portfolio_id = ${touched.portfolioId}::uuid`;
  const { rows } = await sql<Omit<PastDecision, 'facts'> & StoredFacts>`
    select d.id, d.customer_id, d.case_id, c.portfolio_id, d.verdict, d.decision,
      d.facts, ${baseFacts}, d.decided_at, (
        select t.id from attempts t where t.customer_id = d.customer_id
          and (t.decision_id = d.id or (d.purpose = 'release' and t.case_id = d.case_id
            and t.released_at = d.decided_at)) limit 1) as attempt_id
    from decisions d
    left join cases c on c.customer_id = d.customer_id and c.id = d.case_id
    where ${theirs} and length(d.facts) > 0
      and (d.decided_at, d.id) > (${from.since}::timestamptz, ${from.afterId ?? nobody}::uuid)
    order by d.decided_at, d.id limit ${limit}
  `.execute(db);
  return rows.map(({ baseFacts: base, ...row }) => {
    return { ...row, facts: unpackFacts({ facts: row.facts, baseFacts: base }) };
  });
}

/** A past decision that would have been different. */
export type NewFlag = Owned & {
  readonly id: string;
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  readonly decisionId: string;
  readonly cause: FlagCause;
  readonly causeId: string;
  readonly was: PastVerdict;
  readonly becomes: PastVerdict;
  readonly rulesWas: readonly string[];
  readonly rulesBecomes: readonly string[];
  readonly decidedAt: Instant;
  readonly foundAt: Instant;
};

/** Keeps flags; one that is there already for the same cause is left as it is. */
export async function insertFlags(tx: Kysely<DB>, flags: readonly NewFlag[]): Promise<void> {
  if (flags.length === 0) return;
  await tx
    .insertInto('decisionFlags')
    .values(
      flags.map((flag) => ({
        ...flag,
        rulesWas: [...flag.rulesWas],
        rulesBecomes: [...flag.rulesBecomes],
      })),
    )
    .onConflict((conflict) => conflict.columns(['customerId', 'decisionId', 'causeId']).doNothing())
    .execute();
}

/** A flag as it is listed. */
export type FlagRow = {
  readonly id: string;
  readonly decisionId: string;
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  readonly portfolioName: string | null;
  readonly customerName: string;
  readonly channel: string;
  readonly cause: FlagCause;
  readonly was: PastVerdict;
  readonly becomes: PastVerdict;
  readonly rulesWas: readonly string[];
  readonly rulesBecomes: readonly string[];
  readonly decidedAt: Instant;
  readonly foundAt: Instant;
  readonly reviewedAt: Instant | null;
  readonly reviewedBy: string | null;
  readonly remark: string | null;
};

/** Flags on these portfolios (null: on all), the last found first; one more than `limit` at most. */
export async function flagRows(
  db: Kysely<DB>,
  asked: {
    readonly tenantId: string;
    readonly portfolioIds: readonly string[] | null;
    readonly reviewed: boolean;
    readonly limit: number;
    readonly offset: number;
  },
): Promise<readonly FlagRow[]> {
  const { rows } = await sql<FlagRow>`
    select f.id, f.decision_id, f.case_id, f.portfolio_id, p.name as portfolio_name,
      k.name as customer_name, d.channel, f.cause, f.was, f.becomes, f.rules_was, f.rules_becomes,
      f.decided_at, f.found_at, f.reviewed_at,
      ${nameAt('f.reviewed_by', 'f.reviewed_at')} as reviewed_by, f.remark
    from decision_flags f
    join decisions d on d.customer_id = f.customer_id and d.id = f.decision_id
    join customers k on k.id = f.customer_id
    left join portfolios p on p.id = f.portfolio_id
    where f.tenant_id = ${asked.tenantId}::uuid
      and (f.reviewed_at is not null) = ${asked.reviewed}
      and (${asked.portfolioIds === null}
        or f.portfolio_id = any(${[...(asked.portfolioIds ?? [])]}::uuid[]))
    order by f.found_at desc, f.id desc limit ${asked.limit} offset ${asked.offset}
  `.execute(db);
  return rows;
}

/** A flag under its row lock. */
export async function lockFlag(tx: Kysely<DB>, tenantId: string, id: string) {
  const customerId = await customerOf(tx, 'decision_flags', id);
  if (customerId === undefined) return undefined;
  return tx
    .selectFrom('decisionFlags')
    .select(['id', 'customerId', 'caseId', 'portfolioId', 'decisionId', 'reviewedAt'])
    .where('tenantId', '=', tenantId)
    .where('customerId', '=', customerId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** Keeps what somebody made of a flag. */
export async function reviewRow(
  tx: Kysely<DB>,
  flag: { readonly customerId: string; readonly id: string },
  review: { readonly by: string | null; readonly at: Instant; readonly remark: string },
): Promise<void> {
  await tx
    .updateTable('decisionFlags')
    .set({ reviewedBy: review.by, reviewedAt: review.at, remark: review.remark })
    .where('customerId', '=', flag.customerId)
    .where('id', '=', flag.id)
    .execute();
}
