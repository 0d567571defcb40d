import { sql } from 'kysely';
import { ownValue } from '#kernel/own-value.ts';
import { assert } from '#kernel/refusal.ts';
import { lineRows, recoverableRows } from './money.ts';
import { anyOf, dayOf, type RowSource, type Scope, type Sql, within } from './rows.ts';

/** Reasons of a closed case for which nothing was overdue any more (`CaseFact.cured`). */
const curedReasons = ['paid', 'cured'] as const;

/** The verified right person spoke in conversation `c`: said by an event, never by the result. */
export const isVerified = sql`exists (
  select from event_log e
  where e.customer_id = c.customer_id and e.case_id = c.case_id and e.kind = 'contact.verified'
    and e.occurred_at >= c.began_at and (c.finished_at is null or e.occurred_at <= c.finished_at))`;

/** A promise or a plan was made in conversation `c`. */
export const isAgreed = sql`(
  exists (select from promises_to_pay r
    where r.customer_id = c.customer_id and r.conversation_id = c.id)
  or exists (select from plans n
    where n.customer_id = c.customer_id and n.conversation_id = c.id))`;

const conversationOf = (test: Sql) => sql`exists (
  select from conversations c
  where c.customer_id = t.customer_id and (c.attempt_id = t.id or c.id = t.conversation_id)
    and ${test})`;

/** A person answered attempt `t`. */
export const wasReached = conversationOf(sql`c.answered_by = 'person'`);

/** The conversation of attempt `t` was with the verified person. */
export const wasVerified = conversationOf(isVerified);

/** From the start of conversation `c` to the end of its wrap-up. */
export const handleMs = sql`(extract(epoch from c.finished_at - c.began_at) * 1000)::bigint`;

const always = sql`true`;

/** Attempts of ours that really left, and of which the test holds (`AttemptFact`). */
function attempts(scope: Scope, test: Sql): RowSource {
  return {
    kind: 'attempt',
    select: sql`
      select t.id, t.customer_id, t.portfolio_id, t.case_id, null::uuid as account_id,
        null::uuid as item_id, ${dayOf(sql`t.attempted_at`)} as day,
        coalesce(t.result, t.state) as code, null::text as currency, 1::bigint as weight
      from attempts t join portfolios p on p.id = t.portfolio_id
      where p.id = ${anyOf(scope.portfolioIds)} and t.direction = 'outbound'
        and t.released_at is not null and ${within(sql`t.attempted_at`, scope)} and ${test}`,
  };
}

/** Conversations that an agent finished, and of which the test holds (`ConversationFact`). */
function conversations(scope: Scope, test: Sql, weight: Sql = sql`1::bigint`): RowSource {
  return {
    kind: 'conversation',
    keepsZero: true,
    select: sql`
      select c.id, c.customer_id, c.portfolio_id, c.case_id, null::uuid as account_id,
        null::uuid as item_id, ${dayOf(sql`c.finished_at`)} as day,
        coalesce(c.result, c.state) as code, null::text as currency, ${weight} as weight
      from conversations c join portfolios p on p.id = c.portfolio_id
      where p.id = ${anyOf(scope.portfolioIds)} and ${within(sql`c.finished_at`, scope)}
        and ${test}`,
  };
}

/** Promises whose deadline, with its tolerance, lies in the period (`PromiseFact`). */
function promises({ portfolioIds, from, to }: Scope, test: Sql): RowSource {
  const deadline = sql`(r.due_on + r.tolerance_days)`;
  return {
    kind: 'promise',
    select: sql`
      select r.id, r.customer_id, r.portfolio_id, r.case_id, null::uuid as account_id,
        null::uuid as item_id, ${deadline} as day, r.state as code, null::text as currency,
        1::bigint as weight
      from promises_to_pay r
      where r.portfolio_id = ${anyOf(portfolioIds)} and r.due_on <= ${to}::date
        and ${deadline} between ${from}::date and ${to}::date and ${test}`,
  };
}

/** Cases open at some moment of the period, and of which the test holds (`CaseFact`). */
function cases(scope: Scope, test: Sql): RowSource {
  return {
    kind: 'case',
    select: sql`
      select k.id, k.customer_id, k.portfolio_id, k.id as case_id, null::uuid as account_id,
        null::uuid as item_id, ${dayOf(sql`coalesce(k.closed_at, k.opened_at)`)} as day,
        coalesce(k.close_reason, k.state) as code, null::text as currency, 1::bigint as weight
      from cases k join portfolios p on p.id = k.portfolio_id
      where p.id = ${anyOf(scope.portfolioIds)}
        and k.opened_at < ((${scope.to}::date + 1)::timestamp at time zone p.zone)
        and (k.closed_at is null
          or k.closed_at >= (${scope.from}::date::timestamp at time zone p.zone))
        and ${test}`,
  };
}

/** As many as `cases` has: those opened by the end of the period, less those closed before it. */
function openedLessClosed({ portfolioIds, from, to }: Scope): Sql {
  return sql`
    select null::text as currency, (select count(*) from cases k where k.portfolio_id = p.id
        and k.opened_at < ((${to}::date + 1)::timestamp at time zone p.zone))
      - (select count(*) from cases k where k.portfolio_id = p.id
        and k.closed_at < (${from}::date::timestamp at time zone p.zone)) as weight
    from portfolios p where p.id = ${anyOf(portfolioIds)}`;
}

/** Accounts of the customers in those conversations, each once. */
function accounts(scope: Scope): RowSource {
  return {
    kind: 'account',
    flat: sql`
      select null::text as currency, count(*) as weight from (
        select distinct c.customer_id, c.portfolio_id
        from portfolios p join conversations c on c.portfolio_id = p.id
        where p.id = ${anyOf(scope.portfolioIds)} and ${within(sql`c.finished_at`, scope)}
      ) c join accounts a on a.customer_id = c.customer_id and a.portfolio_id = c.portfolio_id`,
    select: sql`
      select a.id, a.customer_id, a.portfolio_id, min(c.case_id::text)::uuid as case_id,
        a.id as account_id,
        null::uuid as item_id, max(${dayOf(sql`c.finished_at`)}) as day, min(a.product) as code,
        null::text as currency, 1::bigint as weight
      from conversations c join portfolios p on p.id = c.portfolio_id
      join accounts a on a.customer_id = c.customer_id and a.portfolio_id = c.portfolio_id
      where p.id = ${anyOf(scope.portfolioIds)} and ${within(sql`c.finished_at`, scope)}
      group by a.id, a.customer_id, a.portfolio_id`,
  };
}

type MakeRows = (scope: Scope, currency: string | null) => RowSource;

/** By the wording key of the side, as `domain/insight/kpi.ts` names it. */
const sources: Readonly<Record<string, MakeRows>> = {
  'kpi.side.attempts': (scope) => attempts(scope, always),
  'kpi.side.answered-by-person': (scope) => attempts(scope, wasReached),
  'kpi.side.verified': (scope) => attempts(scope, wasVerified),
  'kpi.side.conversations': (scope) => conversations(scope, always),
  'kpi.side.right-party-conversations': (scope) => conversations(scope, isVerified),
  'kpi.side.agreed': (scope) => conversations(scope, sql`${isVerified} and ${isAgreed}`),
  'kpi.side.handle-time': (scope) => conversations(scope, always, handleMs),
  'kpi.side.accounts': accounts,
  'kpi.side.kept-promises': (scope) => promises(scope, sql`r.state = 'kept'`),
  'kpi.side.judged-promises': (scope) =>
    promises(scope, sql`r.state in ('kept', 'partly_kept', 'broken')`),
  'kpi.side.cases': (scope) => ({ ...cases(scope, always), flat: openedLessClosed(scope) }),
  'kpi.side.cured-cases': (scope) =>
    cases(
      scope,
      sql`${within(sql`k.closed_at`, scope)} and k.close_reason = any(${[...curedReasons]}::text[])`,
    ),
  'kpi.side.collected': (scope, currency) => lineRows('collected', scope, currency),
  'kpi.side.opening-and-new': recoverableRows,
  'kpi.side.new-debt': (scope, currency) => lineRows('newDebt', scope, currency),
};

/** The rows of one side of a figure; `currency` narrows those that are money. */
export function sideRows(key: string, scope: Scope, currency: string | null = null): RowSource {
  const make = ownValue(sources, key);
  assert(make, `the side ${key} has no rows`);
  return make(scope, currency);
}
