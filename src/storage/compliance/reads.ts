import { type Kysely, type RawBuilder, sql } from 'kysely';
import { CLOCK_SKEW, NO_CALLER_ID } from '#domain/contact/operational-reasons.ts';
import {
  NO_CALENDAR,
  NO_LOG,
  NO_PACK,
  NO_PLACE,
  NO_WORD,
  NO_ZONE,
} from '#domain/gate/operator-holds.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { anyOf, dayOf, type Scope, type Sql, within } from '#storage/insight/rows.ts';
import { nameAt } from '#storage/name-at.ts';
import type { DB } from '#storage/tables.ts';

/** Into which one figure each decision falls: their sum is every decision kept. */
export const decisionFigures = [
  'permitted',
  'blocks',
  'presumed',
  'at-release',
  'operational',
] as const;

/**
 * What compliance counts. `caps` are the refused of them in which a count reached its limit;
 * `decisions` are all of `decisionFigures` together.
 */
export const figureNames = [
  ...decisionFigures,
  'decisions',
  'caps',
  'attempts',
  'overrides',
  'complaints',
  'disputes',
] as const;

/** One of `figureNames`. */
export type FigureName = (typeof figureNames)[number];

/**
 * Reasons that are law or house rule and no want of knowledge (`stopsForOperations`), as a JSON
 * path.
 */
const notOperational = `$.reasons[*] ? (!(${[
  NO_PACK,
  NO_PLACE,
  NO_ZONE,
  NO_CALENDAR,
  NO_WORD,
  NO_LOG,
  CLOCK_SKEW,
  NO_CALLER_ID,
]
  .map((rule) => `@.rule == "${rule}"`)
  .join(' || ')}) && !(@.details.location == "unknown"))`;

/** Days around a period in which an instant of it can lie, whatever the zone of the portfolio. */
function about(column: Sql, { from, to }: Scope): Sql {
  return sql`(${column} >= ${from}::date - 1 and ${column} < ${to}::date + 2)`;
}

/**
 * Decisions with the figure each falls into. Those kept before decisions named their portfolio have
 * it from their case; apart, so that each part is read by its index.
 */
function decisionRows(scope: Scope): Sql {
  const mine = anyOf(scope.portfolioIds);
  const columns = sql`
    select d.id, d.customer_id, d.case_id, p.id as portfolio_id, d.decided_at as happened_at,
      ${dayOf(sql`d.decided_at`)} as day, d.channel, d.campaign, d.rules, d.user_id, d.purpose,
      'decision' as kind,
      case when d.verdict = 'permitted' then 'permitted'
        when not jsonb_path_exists(d.decision, ${notOperational}::jsonpath) then 'operational'
        when d.purpose = 'release' then 'at-release'
        when d.verdict = 'presumed_violation' then 'presumed'
        else 'blocks' end as figure,
      d.verdict <> 'permitted' and jsonb_path_exists(d.decision, '$.reasons[*].details.limit')
        as capped
    from decisions d`;
  const during = sql`${about(sql`d.decided_at`, scope)} and ${within(sql`d.decided_at`, scope)}`;
  return sql`
    ${columns} join portfolios p on p.id = d.portfolio_id
    where d.portfolio_id = ${mine} and ${during}
    union all
    ${columns} join cases k on k.customer_id = d.customer_id and k.id = d.case_id
    join portfolios p on p.id = k.portfolio_id
    where d.portfolio_id is null and k.portfolio_id = ${mine} and ${during}`;
}

function attemptRows(scope: Scope): Sql {
  return sql`
    select a.id, a.customer_id, a.case_id, a.portfolio_id, a.attempted_at as happened_at,
      ${dayOf(sql`a.attempted_at`)} as day, a.channel, null::text as campaign,
      '{}'::text[] as rules, a.user_id, coalesce(a.result, a.state) as purpose,
      'attempt' as kind, 'attempts' as figure, false as capped
    from attempts a join portfolios p on p.id = a.portfolio_id
    where a.direction = 'outbound' and a.state <> 'refused'
      and a.portfolio_id = ${anyOf(scope.portfolioIds)}
      and ${about(sql`a.attempted_at`, scope)} and ${within(sql`a.attempted_at`, scope)}`;
}

function overrideRows(scope: Scope): Sql {
  return sql`
    select o.id, o.customer_id, o.case_id, o.portfolio_id, o.used_at as happened_at,
      ${dayOf(sql`o.used_at`)} as day, o.channel, null::text as campaign, o.rules,
      o.granted_by as user_id, o.factor as purpose, 'override' as kind, 'overrides' as figure,
      false as capped
    from overrides o join portfolios p on p.id = o.portfolio_id
    where o.portfolio_id = ${anyOf(scope.portfolioIds)}
      and ${about(sql`o.used_at`, scope)} and ${within(sql`o.used_at`, scope)}`;
}

function holdRows(scope: Scope): Sql {
  return sql`
    select h.id, h.customer_id, h.case_id, p.id as portfolio_id, h.set_at as happened_at,
      ${dayOf(sql`h.set_at`)} as day, null::text as channel, null::text as campaign,
      '{}'::text[] as rules, h.set_by as user_id,
      case when h.lifted_at is null then 'standing' else 'lifted' end as purpose,
      'hold' as kind, case h.kind when 'complaint' then 'complaints' else 'disputes' end as figure,
      false as capped
    from holds h join cases k on k.customer_id = h.customer_id and k.id = h.case_id
    join portfolios p on p.id = k.portfolio_id
    where h.kind in ('complaint', 'dispute') and p.id = ${anyOf(scope.portfolioIds)}
      and ${about(sql`h.set_at`, scope)} and ${within(sql`h.set_at`, scope)}`;
}

const sources = [decisionRows, attemptRows, overrideRows, holdRows] as const;

/** Where the rows of a figure are; decisions for those that are not named. */
const sourceOf: { readonly [Name in FigureName]?: (scope: Scope) => Sql } = {
  attempts: attemptRows,
  overrides: overrideRows,
  complaints: holdRows,
  disputes: holdRows,
};

/** How often a figure fell on one day, portfolio, campaign or channel. */
export type FigureCount = {
  readonly by: 'day' | 'portfolio' | 'campaign' | 'channel';
  readonly key: string | null;
  readonly figure: FigureName;
  readonly count: bigint;
};

/** Every figure by day, portfolio, campaign and channel; `caps` beside what they are part of. */
export async function figureCounts(db: Kysely<DB>, scope: Scope): Promise<readonly FigureCount[]> {
  const found = await Promise.all(sources.map((source) => countsOf(db, source(scope))));
  return found.flat();
}

async function countsOf(db: Kysely<DB>, source: Sql): Promise<readonly FigureCount[]> {
  const { rows } = await sql<FigureCount & { caps: bigint }>`
    select case when grouping(day) = 0 then 'day' when grouping(portfolio_id) = 0 then 'portfolio'
        when grouping(campaign) = 0 then 'campaign' else 'channel' end as by,
      coalesce(day::text, portfolio_id::text, campaign, channel) as key, figure,
      count(*) as count, count(*) filter (where capped) as caps
    from (${source}) s
    group by grouping sets ((figure, day), (figure, portfolio_id), (figure, campaign),
      (figure, channel))
  `.execute(db);
  return rows.flatMap(({ caps, ...row }): FigureCount[] =>
    caps > 0n ? [row, { ...row, figure: 'caps', count: caps }] : [row],
  );
}

/** In how many decisions of each figure a rule stood among the reasons. */
export type RuleCount = {
  readonly rule: string;
  readonly figure: FigureName;
  readonly count: bigint;
};

/** Figures by rule. A decision with several reasons counts once for each. */
export async function ruleCounts(db: Kysely<DB>, scope: Scope): Promise<readonly RuleCount[]> {
  const { rows } = await sql<RuleCount>`
    select r.rule, s.figure, count(*) as count
    from (${decisionRows(scope)}) s cross join lateral unnest(s.rules) as r(rule)
    where s.figure <> 'permitted' group by r.rule, s.figure
  `.execute(db);
  return rows;
}

/** Which rows behind a figure are wanted. An empty campaign means: without one. */
export type RowFilter = {
  readonly figure: FigureName;
  readonly day?: LocalDate | undefined;
  readonly rule?: string | undefined;
  readonly campaign?: string | undefined;
  readonly channel?: string | undefined;
};

/** One row behind a figure. `purpose` is the purpose, result, factor or state, by `kind`. */
export type ComplianceRow = {
  readonly id: string;
  readonly kind: 'decision' | 'attempt' | 'override' | 'hold';
  readonly figure: FigureName;
  readonly happenedAt: Instant;
  readonly day: LocalDate;
  readonly channel: string | null;
  readonly campaign: string | null;
  readonly rules: readonly string[];
  readonly purpose: string | null;
  readonly caseId: string | null;
  readonly portfolioId: string;
  readonly portfolioName: string;
  readonly customerReference: string;
  readonly customerName: string;
  readonly userName: string | null;
};

/** Where a page of rows goes on: after this row. */
export type RowMark = { readonly at: Instant; readonly id: string };

function filtered(scope: Scope, filter: RowFilter): RawBuilder<unknown> {
  const { figure, day, rule, campaign, channel } = filter;
  const source = sourceOf[figure] ?? decisionRows;
  const only =
    figure === 'decisions'
      ? sql`true`
      : figure === 'caps'
        ? sql`s.capped`
        : sql`s.figure = ${figure}`;
  return sql`(${source(scope)}) s where ${only}
    ${day ? sql`and s.day = ${day}::date` : sql``}
    ${rule ? sql`and ${rule}::text = any(s.rules)` : sql``}
    ${channel ? sql`and s.channel = ${channel}` : sql``}
    ${campaign === undefined ? sql`` : sql`and coalesce(s.campaign, '') = ${campaign}`}`;
}

/** How many rows a figure has. */
export async function countRows(db: Kysely<DB>, scope: Scope, filter: RowFilter): Promise<number> {
  const { rows } = await sql<{ count: bigint }>`
    select count(*) as count from ${filtered(scope, filter)}
  `.execute(db);
  return Number(rows[0]?.count ?? 0n);
}

/** Rows behind a figure, newest first, from after `mark` on. */
export async function figureRows(
  db: Kysely<DB>,
  scope: Scope,
  filter: RowFilter,
  mark: RowMark | null,
  limit: number,
): Promise<readonly ComplianceRow[]> {
  const after = mark
    ? sql`and (s.happened_at, s.id) < (${mark.at}::timestamptz, ${mark.id}::uuid)`
    : sql``;
  const { rows } = await sql<ComplianceRow>`
    with page as (
      select s.* from ${filtered(scope, filter)} ${after}
      order by s.happened_at desc, s.id desc limit ${limit}
    )
    select g.id, g.kind, g.figure, g.happened_at, g.day, g.channel, g.campaign, g.rules, g.purpose,
      g.case_id, g.portfolio_id, p.name as portfolio_name, c.reference as customer_reference,
      c.name as customer_name, ${nameAt('g.user_id', 'g.happened_at')} as user_name
    from page g
    join portfolios p on p.id = g.portfolio_id
    join customers c on c.id = g.customer_id
    order by g.happened_at desc, g.id desc
  `.execute(db);
  return rows;
}
