import { type RawBuilder, sql } from 'kysely';
import type { PaidInHand } from '#domain/ledger/collectable.ts';
import type { Cause } from '#domain/strategy/case-snapshot.ts';
import type { LocalDate, Zone } from '#kernel/time.ts';
import { inHandRows, likelyRows } from '#storage/ledger/in-hand.ts';
import { inScope, type Scope } from '#storage/set-writes.ts';

/** Which day it is for a portfolio, and the rest of an amount that counts as nothing owed. */
export type Day = {
  readonly today: LocalDate;
  readonly zone: Zone;
  readonly exitMinor: bigint;
};

/** What happened to which case, for the next move. */
export type Happened = Pick<Cause, 'on' | 'stepDone' | 'known'> & { readonly caseId: string };

/**
 * Dates and codes of a case, without names, amounts or ids: cases that look alike share one. What it
 * does not have is null in the text, since taking nulls out there costs more than here.
 */
export type ProfileRow = {
  readonly state: string;
  readonly shape: 'short-firm' | 'long-service';
  readonly step: string;
  readonly count: number;
  readonly action?: string;
  readonly on?: LocalDate;
  readonly due: boolean;
  /** Overdue: nothing, no more than the exit amount, or more. */
  readonly figure: 'none' | 'small' | 'debt';
  readonly free: boolean;
  readonly covered?: boolean;
  readonly paidInHand?: PaidInHand;
  readonly contacted?: boolean;
  readonly broken: number;
  readonly upper?: boolean;
  readonly exempt?: boolean;
  readonly owned?: boolean;
  readonly agreement?: LocalDate;
  readonly before?: string;
  readonly happened?: Cause['on'];
  readonly stepDone?: boolean;
  readonly known?: Cause['known'];
  readonly events?: readonly {
    readonly type: 'A' | 'B' | 'C' | 'D';
    readonly reason: string;
    readonly fault: string;
    readonly on: LocalDate;
    readonly code?: string;
    readonly evidence?: Readonly<Record<string, unknown>>;
  }[];
  readonly payDay?: number;
  readonly presented?: { readonly times: number; readonly on: LocalDate };
  readonly costsMore?: boolean;
  readonly holds?: readonly {
    readonly kind: string;
    readonly reviewOn: LocalDate;
    readonly setOn: LocalDate;
    readonly part?: boolean;
    readonly owned: boolean;
  }[];
  readonly notices?: readonly {
    readonly stage: string;
    readonly announces: string;
    readonly sentOn: LocalDate;
    readonly promisedOn: LocalDate;
    readonly proven?: boolean;
  }[];
};

/** The cases of a scope that need a look: `which` says when, beside those something happened to. */
export type Looked = {
  readonly scope: Scope;
  readonly day: Day;
  readonly happened: readonly Happened[];
  readonly which: 'due' | 'named';
};

/**
 * The cases of a scope that need a look, each with its profile as text. Nothing is locked: whoever
 * writes checks that the event a case ends with (`last_hash`) is still the one read here.
 */
export function profiled(looked: Looked): RawBuilder<unknown> {
  const { day, scope } = looked;
  const today = sql`${day.today}::date`;
  const flag = (condition: RawBuilder<unknown>) => sql`case when ${condition} then true end`;
  return sql`
    with picked as materialized (${pickedRows(looked)}),
    events as materialized (${eventRows(scope)}),
    refused as materialized (select customer_id, case_id from events where has_refusal)
    select c.customer_id, c.case_id, c.tenant_id, c.portfolio_id, c.last_hash,
      c.step as old_step, c.priority_tier as old_upper, c.priority as old_priority,
      c.next_action_at as old_at,
      json_build_object(
        'state', c.state, 'shape', c.shape, 'step', c.step, 'count', c.step_count,
        'action', c.next_action,
        'on', case when c.on_day > ${today} then c.on_day end,
        'due', coalesce(c.on_day <= ${today}, false),
        'figure', case when c.overdue_minor <= 0 then 'none'
          when c.overdue_minor <= ${day.exitMinor.toString()}::bigint then 'small' else 'debt' end,
        'free', c.overdue_minor > coalesce(h.held_minor, 0),
        'covered', ${flag(sql`coalesce(m.covered_minor, 0) + coalesce(n.covered_minor, 0) > 0
          and coalesce(m.covered_minor, 0) + coalesce(n.covered_minor, 0)
            >= c.overdue_minor - coalesce(h.held_minor, 0)`)},
'paidInHand', case when f.open_minor <= 0 then null
          when z.minor > 0 and f.open_minor - z.minor <= ${day.exitMinor.toString()}::bigint then to_json(true)
          when g.minor > 0 and f.open_minor - coalesce(z.minor, 0) - g.minor
            <= ${day.exitMinor.toString()}::bigint then to_json('likely'::text) end,
        'contacted', ${flag(sql`v.customer_id is not null`)},
        'broken', c.broken_promises, 'upper', ${flag(sql`c.priority_tier`)},
        'exempt', ${flag(sql`u.id is not null`)}, 'owned', ${flag(sql`c.owner_id is not null`)},
        'agreement', least(m.due_on, n.due_on), 'events', e.list, 'holds', h.list,
        'notices', t.list, 'payDay', y.charging_day, 'presented', r.presented,
        'costsMore', ${flag(sql`e.cost_minor >= c.overdue_minor - coalesce(h.held_minor, 0)`)},
        'before', case when w.case_id is not null then c.state_before end,
        'happened', w.happened, 'known', w.known, 'stepDone', ${flag(sql`w.step_done`)}
      )::text as profile
    from picked c
    left join (select id from customers where ${inScope(scope, 'id')} and vulnerable) u
      on u.id = c.customer_id
    left join (${happenedRows(looked.happened)}) w on w.case_id = c.case_id
    left join events e on ${ofCase('e')}
    left join (${holdRows(scope, day)}) h on ${ofCase('h')}
    left join (${noticeRows(scope)}) t on ${ofCase('t')}
    left join (${promiseRows(scope)}) m on ${ofCase('m')}
    left join (${planRows(scope, day)}) n on ${ofCase('n')}
    left join (${inHandRows(scope)}) z on z.customer_id = c.customer_id
    left join (${likelyRows(scope, day.today)}) g on g.customer_id = c.customer_id
    cross join lateral (select c.overdue_minor - coalesce(h.held_minor, 0)
      - coalesce(m.covered_minor, 0) - coalesce(n.covered_minor, 0) as open_minor) f
    left join (${verifiedRows(scope)}) v on ${ofCase('v')}
    left join (${presentedRows(scope, day)}) r on ${ofCase('r')}
    left join (${chargedRows(scope)}) y on ${ofCase('y')}`;
}

/** The cases to look at, before anything is read about them, with the day of their action. */
function pickedRows(looked: Looked): RawBuilder<unknown> {
  const { scope, day, happened } = looked;
  return sql`
    select c.customer_id, c.id as case_id, c.tenant_id, c.portfolio_id, c.last_hash, c.state,
      c.state_before, c.shape, c.step, c.step_count, c.next_action, c.next_action_at,
      c.overdue_minor, c.currency, c.broken_promises, c.priority, c.priority_tier, c.owner_id,
      (c.next_action_at at time zone ${day.zone})::date as on_day
    from cases c
    where ${inScope(scope, 'c.customer_id')} and c.portfolio_id = ${scope.portfolioId}::uuid
      and c.closed_at is null and ${wanted(looked, happened)}`;
}

/** A task or review counts as handed over once the case was looked at on or after its day. */
function wanted({ scope, day, which }: Looked, happened: readonly Happened[]): RawBuilder<unknown> {
  if (scope.kind === 'cases') return sql`c.id = any(${[...scope.caseIds]}::uuid[])`;
  const named = sql`c.id = any(${happened.map(({ caseId }) => caseId)}::uuid[])`;
  if (which === 'named') return named;
  return sql`(${named}
    or c.overdue_minor <= ${day.exitMinor.toString()}::bigint and c.state <> 'watch'
    or c.next_action_at < (${day.today}::date + 1)::timestamp at time zone ${day.zone}
      and (c.next_action in ('wait', 're-present')
      or c.next_action in ('task', 'review') and (c.judged_on is null
        or c.judged_on < (c.next_action_at at time zone ${day.zone})::date)))`;
}

function happenedRows(happened: readonly Happened[]): RawBuilder<unknown> {
  const rows = happened.map(({ caseId, on, stepDone = false, known }) => ({
    case_id: caseId,
    happened: on,
    known,
    step_done: stepDone,
  }));
  return sql`select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as x(case_id uuid, happened jsonb, step_done boolean, known jsonb)`;
}

/** That a row of an alias is about the picked case. */
const ofCase = (alias: string) =>
  sql.raw(`${alias}.customer_id = c.customer_id and ${alias}.case_id = c.case_id`);

/**
 * SQL: what is kept about the picked cases in a table, as `k`. Read for all of them at once, since a
 * look at each case by itself costs more than the reading.
 */
const aboutPicked = (table: string, scope: Scope) => sql`
  from picked c join ${sql.table(table)} k on ${ofCase('k')}
  where ${inScope(scope, 'k.customer_id')}`;

const byCase = sql.raw('group by k.customer_id, k.case_id');

/** SQL: what the newest open reject of a case cost in the case's currency, among rows `k`. */
const newestCost = sql`(array_agg(k.cost_minor order by k.happened_on desc, k.id desc)
  filter (where k.type = 'B' and k.cost_currency = c.currency))[1]`;

const eventRows = (scope: Scope) => sql`
  select k.customer_id, k.case_id,
    bool_or(k.type in ('B', 'C') or k.evidence ? 'correctedOn') as has_refusal,
    ${newestCost} as cost_minor,
    json_agg(json_build_object('type', k.type, 'reason', k.sub_reason, 'fault', k.fault,
      'on', k.happened_on, 'code', k.reason_code, 'evidence',
      case when k.evidence <> '{}' then json_build_object(
        'methodValid', k.evidence -> 'methodValid', 'detail', k.evidence -> 'detail',
        'ordinarySince', k.evidence -> 'ordinarySince',
        'correctedOn', k.evidence -> 'correctedOn') end)
      order by k.happened_on, k.type, k.sub_reason, k.id) as list
  ${aboutPicked('key_events', scope)} and k.resolved_at is null ${byCase}`;

const noticeRows = (scope: Scope) => sql`
  select k.customer_id, k.case_id,
    json_agg(json_build_object('stage', k.stage, 'announces', k.announces,
      'sentOn', k.sent_on, 'promisedOn', k.promised_on,
      'proven', case when k.recorded_by is not null then true end)
      order by k.sent_on, k.stage, k.announces, k.id) as list
  ${aboutPicked('notices', scope)} and k.cancelled_at is null ${byCase}`;

const promiseRows = (scope: Scope) => sql`
  select k.customer_id, k.case_id,
    sum(greatest(k.amount_minor - k.paid_minor, 0)) as covered_minor,
    min(k.due_on + k.tolerance_days + 1) as due_on
  ${aboutPicked('promises_to_pay', scope)} and k.state = 'open' ${byCase}`;

const verifiedRows = (scope: Scope) => sql`
  select k.customer_id, k.case_id
  ${aboutPicked('conversations', scope)} and k.verified_at is not null ${byCase}`;

const holdRows = (scope: Scope, day: Day) => sql`
  select k.customer_id, k.case_id,
    coalesce(sum(k.amount_minor), 0) + coalesce((select sum(i.balance_minor) from items i
      where i.customer_id = k.customer_id and i.case_id = k.case_id
        and i.entered_collection_on is not null
        and (i.id = any(array_agg(k.item_id) filter (where k.amount_minor is null))
          or i.account_id = any(array_agg(k.account_id)))), 0) as held_minor,
    json_agg(json_build_object('kind', k.kind, 'reviewOn', k.review_on,
      'setOn', (k.set_at at time zone ${day.zone})::date,
      'part', case when num_nonnulls(k.account_id, k.item_id, k.amount_minor) > 0 then true end,
      'owned', k.owner_id is not null) order by k.set_at, k.id) as list
  ${aboutPicked('holds', scope)} and k.lifted_at is null ${byCase}`;

const planRows = (scope: Scope, day: Day) => sql`
  select k.customer_id, k.case_id,
    sum(x.amount_minor - x.paid_minor)
      filter (where x.due_on >= ${day.today}::date) as covered_minor,
    min(x.due_on + 1) filter (where x.due_on >= ${day.today}::date) as due_on
  from picked c join plans k on ${ofCase('k')}
  join plan_instalments x on x.customer_id = k.customer_id and x.plan_id = k.id
  where ${inScope(scope, 'k.customer_id')} and ${inScope(scope, 'x.customer_id')}
    and k.state in ('proposed', 'approved', 'active', 'late') and x.state in ('open', 'late')
  ${byCase}`;

const presentedRows = (scope: Scope, day: Day) => sql`
  select k.customer_id, k.case_id, json_build_object('times', count(*),
    'on', (max(k.done_at) at time zone ${day.zone})::date) as presented
  from refused c join tasks k on ${ofCase('k')}
  where ${inScope(scope, 'k.customer_id')} and k.kind = 're-present' and k.done_at is not null
  ${byCase}`;

/** The pay day, else `chargingDay` of one case, for all whose payment was refused. */
const chargedRows = (scope: Scope) => sql`
  select distinct on (c.customer_id, c.case_id) c.customer_id, c.case_id,
    coalesce(u.pay_day, m.charging_day) as charging_day
  from refused c join customers u on u.id = c.customer_id
  left join payment_methods m on m.customer_id = c.customer_id and ${inScope(scope, 'm.customer_id')}
    and m.state = 'valid' and m.charging_day is not null
    and (m.account_id is null or exists (select 1 from items i
      where i.customer_id = m.customer_id and i.account_id = m.account_id
        and i.case_id = c.case_id))
  where ${inScope(scope, 'u.id')}
  order by c.customer_id, c.case_id, m.created_at desc nulls last, m.id desc`;
