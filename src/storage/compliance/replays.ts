import { type Kysely, sql } from 'kysely';
import type { VerdictWord } from '#domain/gate/decision.ts';
import type { Facts } from '#domain/gate/facts/facts.ts';
import type { ReplayQuestion } from '#domain/gate/replay.ts';
import type { Instant } from '#kernel/time.ts';
import { nameAt } from '#storage/name-at.ts';
import { unpackFacts } from '#storage/packed-facts.ts';
import type { DB } from '#storage/tables.ts';

/** A replay as it stands; counts grow while it runs. */
export type ReplayRow = {
  readonly id: string;
  readonly askedBy: string | null;
  readonly askedByName: string | null;
  readonly askedAt: Instant;
  readonly question: ReplayQuestion;
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly total: number;
  readonly done: number;
  readonly newlyRefused: number;
  readonly newlyAllowed: number;
  readonly otherwiseChanged: number;
  readonly state: 'running' | 'done' | 'failed' | 'stopped';
  /** When it last added to its counts. */
  readonly beatAt: Instant;
  readonly finishedAt: Instant | null;
  readonly error: string | null;
};

/** Replays shown at most. */
const replaysListed = 50;

/** Writes a replay that is about to run. */
export async function insertReplay(
  db: Kysely<DB>,
  replay: {
    id: string;
    tenantId: string;
    askedBy: string | null;
    askedAt: Instant;
    question: ReplayQuestion;
    fromAt: Instant;
    toAt: Instant;
    total: number;
  },
): Promise<void> {
  await sql`
    insert into replays (id, tenant_id, asked_by, asked_at, question, from_at, to_at, total, state,
      beat_at)
    values (${replay.id}, ${replay.tenantId}, ${replay.askedBy}, ${replay.askedAt}::timestamptz,
      ${JSON.stringify(replay.question)}::jsonb, ${replay.fromAt}::timestamptz,
      ${replay.toAt}::timestamptz, ${replay.total}, 'running', ${replay.askedAt}::timestamptz)
  `.execute(db);
}

/** The latest replays, or the one of an id. */
export async function replayRows(
  db: Kysely<DB>,
  tenantId: string,
  id: string | null = null,
): Promise<readonly ReplayRow[]> {
  const { rows } = await sql<ReplayRow>`
    select r.id, r.asked_by, ${nameAt('r.asked_by', 'r.asked_at')} as asked_by_name, r.asked_at, r.question, r.from_at, r.to_at,
      r.total, r.done, r.newly_refused, r.newly_allowed, r.otherwise_changed, r.state,
      r.beat_at, r.finished_at, r.error
    from replays r
    where r.tenant_id = ${tenantId} and (${id}::uuid is null or r.id = ${id}::uuid)
    order by r.asked_at desc limit ${replaysListed}
  `.execute(db);
  return rows;
}

const inPortfolios = (portfolios: ReplayQuestion['portfolios']) =>
  portfolios === 'all' ? sql`` : sql`and portfolio_id = any(${portfolios}::uuid[])`;

/** A stretch of time, `[fromAt, toAt)`, and how many decisions it holds. */
export type DecisionBatch = {
  readonly fromAt: Instant;
  readonly toAt: Instant;
  readonly count: number;
};

/**
 * The contacts asked for in a period by the hour, oldest first; hours without any are left out. The
 * release of a contact that was reserved is no contact of its own.
 */
export async function decisionsByHour(
  db: Kysely<DB>,
  tenantId: string,
  portfolios: ReplayQuestion['portfolios'],
  fromAt: Instant,
  toAt: Instant,
): Promise<readonly DecisionBatch[]> {
  const { rows } = await sql<DecisionBatch>`
    select greatest(h, ${fromAt}::timestamptz) as from_at,
      least(h + interval '1 hour', ${toAt}::timestamptz) as to_at, n as count
    from (
      select date_trunc('hour', decided_at) as h, count(*)::integer as n from decisions
      where tenant_id = ${tenantId} and decided_at >= ${fromAt}::timestamptz
        and decided_at < ${toAt}::timestamptz and purpose = 'reserve' and length(facts) > 0 ${inPortfolios(portfolios)}
      group by 1
    ) hours order by h
  `.execute(db);
  return rows;
}

/** A decision as a replay reads it. */
export type ReplayedRow = {
  readonly id: string;
  readonly customerId: string;
  readonly caseId: string | null;
  readonly portfolioId: string | null;
  readonly channel: string;
  readonly verdict: VerdictWord;
  readonly rules: readonly string[];
  readonly facts: Facts;
  readonly decidedAt: Instant;
  /** The same with all its digits, for the next page. */
  readonly exactly: string;
};

/** The next decisions of a slice after one already read, in order of time and id. */
export async function decisionsAfter(
  db: Kysely<DB>,
  tenantId: string,
  portfolios: ReplayQuestion['portfolios'],
  slice: DecisionBatch,
  last: Pick<ReplayedRow, 'exactly' | 'id'> | null,
  limit: number,
): Promise<readonly ReplayedRow[]> {
  const after = last
    ? sql`and (decided_at, id) > (${last.exactly}::timestamptz, ${last.id}::uuid)`
    : sql``;
  const { rows } = await sql<Omit<ReplayedRow, 'facts'> & { facts: Buffer }>`
    select id, customer_id, case_id, portfolio_id, channel, verdict, rules, facts, decided_at,
      decided_at::text as exactly
    from decisions
    where tenant_id = ${tenantId} and decided_at >= ${slice.fromAt}::timestamptz
      and decided_at < ${slice.toAt}::timestamptz and purpose = 'reserve' and length(facts) > 0
      ${inPortfolios(portfolios)} ${after}
    order by decided_at, id limit ${limit}
  `.execute(db);
  // What was reserved repeats no other decision.
  return rows.map((row) => {
    return { ...row, facts: unpackFacts({ facts: row.facts, baseFacts: null }) };
  });
}

/** A contact that would have gone otherwise. */
export type ReplayChange = Omit<ReplayedRow, 'facts' | 'exactly' | 'verdict' | 'rules' | 'id'> & {
  readonly decisionId: string;
  readonly was: VerdictWord;
  readonly becomes: VerdictWord;
  readonly rulesWas: readonly string[];
  readonly rulesBecomes: readonly string[];
};

/** What a page of a replay adds to its counts. */
export type ReplayCounts = {
  readonly done: number;
  readonly newlyRefused: number;
  readonly newlyAllowed: number;
  readonly otherwiseChanged: number;
};

/** Keeps what a page found and adds up; false when somebody stopped the replay meanwhile. */
export async function keepReplayPage(
  db: Kysely<DB>,
  id: string,
  counts: ReplayCounts,
  changes: readonly ReplayChange[],
  at: Instant,
): Promise<boolean> {
  const { rows } = await sql`
    with running as (
      select 1 from replays where id = ${id}::uuid and state = 'running' for update
    ), found as (
      insert into replay_changes (replay_id, decision_id, customer_id, case_id, portfolio_id,
        channel, decided_at, was, becomes, rules_was, rules_becomes)
      select ${id}::uuid, x."decisionId", x."customerId", x."caseId", x."portfolioId", x.channel,
        x."decidedAt", x.was, x.becomes, x."rulesWas", x."rulesBecomes"
      from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as x("decisionId" uuid,
        "customerId" uuid, "caseId" uuid, "portfolioId" uuid, channel text,
        "decidedAt" timestamptz, was text, becomes text, "rulesWas" text[], "rulesBecomes" text[])
      where exists (select 1 from running)
    )
    update replays set done = done + ${counts.done},
      newly_refused = newly_refused + ${counts.newlyRefused},
      newly_allowed = newly_allowed + ${counts.newlyAllowed},
      otherwise_changed = otherwise_changed + ${counts.otherwiseChanged},
      beat_at = ${at}::timestamptz
    where id = ${id}::uuid and exists (select 1 from running) returning 1
  `.execute(db);
  return rows.length === 1;
}

/** Ends a running replay; one that ended otherwise stays as it is. */
export async function endReplay(
  db: Kysely<DB>,
  id: string,
  state: 'done' | 'failed' | 'stopped',
  error: string | null,
  at: Instant,
): Promise<void> {
  await sql`
    update replays set state = ${state}, error = ${error}, finished_at = ${at}::timestamptz
    where id = ${id}::uuid and state = 'running'
  `.execute(db);
}

/** Holds back whoever else wants to start a replay, until the transaction ends. */
export async function lockReplays(tx: Kysely<DB>): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('dunlin replays'))`.execute(tx);
}

/** Replays of a server that died are over: their counts end where they were. */
export async function endAbandonedReplays(db: Kysely<DB>, before: Instant, at: Instant) {
  await sql`
    update replays set state = 'failed', error = 'abandoned', finished_at = ${at}::timestamptz
    where state = 'running' and beat_at < ${before}::timestamptz
  `.execute(db);
}

/** A changed contact as the screen lists it. */
export type ListedChange = ReplayChange & {
  readonly portfolioName: string | null;
  readonly customerReference: string;
};

/** The contacts of a replay that would have gone otherwise, a page after the last one seen. */
export async function replayChanges(
  db: Kysely<DB>,
  replayId: string,
  of: {
    kind: 'newly_refused' | 'newly_allowed' | 'otherwise' | null;
    portfolios: 'all' | readonly string[];
    after: string | null;
    limit: number;
  },
): Promise<readonly ListedChange[]> {
  const kind = {
    newly_refused: sql`and c.was = 'permitted' and c.becomes <> 'permitted'`,
    newly_allowed: sql`and c.was <> 'permitted' and c.becomes = 'permitted'`,
    otherwise: sql`and (c.was <> 'permitted' and c.becomes <> 'permitted' or c.was = c.becomes)`,
  };
  const scope =
    of.portfolios === 'all' ? sql`` : sql`and c.portfolio_id = any(${of.portfolios}::uuid[])`;
  const after = of.after
    ? sql`and (c.decided_at, c.decision_id) < (
        select decided_at, decision_id from replay_changes
        where replay_id = ${replayId}::uuid and decision_id = ${of.after}::uuid)`
    : sql``;
  const { rows } = await sql<ListedChange>`
    select c.decision_id, c.customer_id, c.case_id, c.portfolio_id, c.channel, c.decided_at, c.was,
      c.becomes, c.rules_was, c.rules_becomes, p.name as portfolio_name,
      u.reference as customer_reference
    from replay_changes c
    join customers u on u.id = c.customer_id
    left join portfolios p on p.id = c.portfolio_id
    where c.replay_id = ${replayId}::uuid ${of.kind ? kind[of.kind] : sql``} ${scope} ${after}
    order by c.decided_at desc, c.decision_id desc limit ${of.limit}
  `.execute(db);
  return rows;
}
