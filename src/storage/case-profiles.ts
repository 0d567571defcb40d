import { type RawBuilder, sql } from 'kysely';
import type { LocalDate, Zone } from '#kernel/time.ts';
import { inScope, type Scope } from './set-writes.ts';

/** Which day it is for a portfolio, and the rest of an amount that counts as nothing owed. */
export type Day = {
  readonly today: LocalDate;
  readonly zone: Zone;
  readonly exitMinor: bigint;
};

/** What happened to a case, for the next move. */
export type Happened = {
  readonly caseId: string;
  readonly triggers: readonly string[];
  readonly stepDone?: boolean;
  /** How overdue debt went, when not by payment: names the reason of a closed case. */
  readonly clearedBy?: 'credited' | 'cured';
  /** A person with a name and a reason decided this. */
  readonly decided?: boolean;
};

/** Dates and codes of a case, without names, amounts or ids: cases that look alike share one. */
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
  readonly contacted?: boolean;
  readonly broken: number;
  readonly upper?: boolean;
  readonly exempt?: boolean;
  readonly owned?: boolean;
  readonly agreement?: LocalDate;
  readonly before?: string;
  readonly triggers?: readonly string[];
  readonly stepDone?: boolean;
  readonly clearedBy?: 'credited' | 'cured';
  readonly decided?: boolean;
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
 * The cases of a scope that need a look, each with its profile as text. With `locked` the rows of
 * the cases are locked in the order of their keys. What is known of other cases is not touched.
 */
export function profiled(
  looked: Looked,
  locked: boolean,
  picked: RawBuilder<unknown> = pickedRows(looked),
): RawBuilder<unknown> {
  const { scope, day } = looked;
  const today = sql`${day.today}::date`;
  const flag = (condition: RawBuilder<unknown>) => sql`case when ${condition} then true end`;
  return sql`
    with picked as (${picked})
    select c.customer_id, c.id, c.tenant_id, c.bucket, c.portfolio_id, c.last_hash,
      c.step as old_step, c.upper_group as old_upper, c.priority as old_priority,
      jsonb_strip_nulls(jsonb_build_object(
        'state', c.state, 'shape', c.shape, 'step', c.step, 'count', c.step_count,
        'action', c.next_action,
        'on', case when d.on_day > ${today} then d.on_day end,
        'due', coalesce(d.on_day <= ${today}, false),
        'figure', case when c.overdue_minor <= 0 then 'none'
          when c.overdue_minor <= ${day.exitMinor.toString()}::bigint then 'small' else 'debt' end,
        'free', c.overdue_minor > coalesce(h.held_minor, 0),
        'covered', ${flag(sql`coalesce(m.covered_minor, 0) + coalesce(n.covered_minor, 0) > 0
          and coalesce(m.covered_minor, 0) + coalesce(n.covered_minor, 0)
            >= c.overdue_minor - coalesce(h.held_minor, 0)`)},
        'contacted', ${flag(sql`v.case_id is not null`)},
        'broken', c.broken_promises, 'upper', ${flag(sql`c.upper_group`)},
        'exempt', ${flag(sql`u.vulnerable`)}, 'owned', ${flag(sql`c.owner_id is not null`)},
        'agreement', least(m.due_on, n.due_on), 'events', e.list, 'holds', h.list,
        'notices', t.list, 'payDay', case when e.has_refusal then u.pay_day end,
        'presented', case when e.has_refusal then r.presented end,
        'before', case when w.case_id is not null then c.state_before end,
        'triggers', w.triggers, 'clearedBy', w.cleared_by,
        'decided', ${flag(sql`w.decided`)}, 'stepDone', ${flag(sql`w.step_done`)}
      ))::text as profile
    from picked d
    join cases c on c.customer_id = d.customer_id and c.id = d.id
    join customers u on u.id = c.customer_id
    left join (${happenedRows(looked.happened)}) w on w.case_id = c.id
    left join (${eventRows(scope)}) e on e.case_id = c.id
    left join (${holdRows(scope, day)}) h on h.case_id = c.id
    left join (${noticeRows(scope)}) t on t.case_id = c.id
    left join (${promiseRows(scope)}) m on m.case_id = c.id
    left join (${planRows(scope, day)}) n on n.case_id = c.id
    left join (
      select case_id from conversations
      where ${ofPicked(scope, 'customer_id')} and verified_at is not null group by case_id
    ) v on v.case_id = c.id
    left join (
      select case_id, jsonb_build_object('times', count(*),
        'on', (max(done_at) at time zone ${day.zone})::date) as presented
      from tasks
      where ${ofPicked(scope, 'customer_id')} and kind = 're-present' and done_at is not null
      group by case_id
    ) r on r.case_id = c.id
    ${locked ? sql`order by c.customer_id, c.id for update of c` : sql``}
  `;
}

/** The cases to look at, before anything is read about them, with the day of their action. */
export function pickedRows(looked: Looked): RawBuilder<unknown> {
  const { scope, day, happened } = looked;
  return sql`
    select c.customer_id, c.id, d.on_day
    from cases c
    cross join lateral (
      select (c.next_action_at at time zone ${day.zone})::date as on_day
    ) d
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
    or d.on_day <= ${day.today}::date and (c.next_action in ('wait', 're-present')
      or c.next_action in ('task', 'review') and (c.judged_on is null or c.judged_on < d.on_day)))`;
}

/** Keeps a table's rows to those of the cases to look at. */
function ofPicked(scope: Scope, column: string): RawBuilder<boolean> {
  const caseId = sql.raw(column.replace('customer_id', 'case_id'));
  return sql`${inScope(scope, column)} and ${caseId} in (select id from picked)`;
}

function happenedRows(happened: readonly Happened[]): RawBuilder<unknown> {
  const rows = happened.map(({ caseId, triggers, stepDone = false, clearedBy, decided }) => ({
    case_id: caseId,
    triggers,
    cleared_by: clearedBy,
    decided,
    step_done: stepDone,
  }));
  return sql`select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
    as x(case_id uuid, triggers jsonb, step_done boolean, cleared_by text, decided boolean)`;
}

function eventRows(scope: Scope): RawBuilder<unknown> {
  return sql`
    select case_id, bool_or(type in ('B', 'C') or evidence ? 'correctedOn') as has_refusal,
      jsonb_agg(jsonb_build_object('type', type, 'reason', sub_reason, 'fault', fault,
        'on', happened_on, 'code', reason_code, 'evidence',
        case when evidence <> '{}' then jsonb_build_object(
          'methodValid', evidence -> 'methodValid', 'detail', evidence -> 'detail',
          'ordinarySince', evidence -> 'ordinarySince',
          'correctedOn', evidence -> 'correctedOn') end)
        order by happened_on, type, sub_reason, id) as list
    from key_events
    where ${ofPicked(scope, 'customer_id')} and resolved_at is null
    group by case_id`;
}

function holdRows(scope: Scope, day: Day): RawBuilder<unknown> {
  return sql`
    select h.case_id,
      coalesce(sum(coalesce(h.amount_minor, i.balance_minor)), 0) as held_minor,
      jsonb_agg(jsonb_build_object('kind', h.kind, 'reviewOn', h.review_on,
        'setOn', (h.set_at at time zone ${day.zone})::date,
        'part', case when h.item_id is not null or h.amount_minor is not null then true end,
        'owned', h.owner_id is not null) order by h.set_at, h.id) as list
    from holds h
    left join items i on i.customer_id = h.customer_id and i.id = h.item_id
    where ${ofPicked(scope, 'h.customer_id')} and h.lifted_at is null
    group by h.case_id`;
}

function noticeRows(scope: Scope): RawBuilder<unknown> {
  return sql`
    select case_id, jsonb_agg(jsonb_build_object('stage', stage, 'announces', announces,
      'sentOn', sent_on, 'promisedOn', promised_on,
      'proven', case when recorded_by is not null then true end)
      order by sent_on, stage, announces, id) as list
    from notices
    where ${ofPicked(scope, 'customer_id')} and cancelled_at is null
    group by case_id`;
}

function promiseRows(scope: Scope): RawBuilder<unknown> {
  return sql`
    select case_id, sum(greatest(amount_minor - paid_minor, 0)) as covered_minor,
      min(due_on + tolerance_days + 1) as due_on
    from promises_to_pay
    where ${ofPicked(scope, 'customer_id')} and state = 'open'
    group by case_id`;
}

function planRows(scope: Scope, day: Day): RawBuilder<unknown> {
  return sql`
    select l.case_id, sum(x.amount_minor - x.paid_minor)
        filter (where x.due_on >= ${day.today}::date) as covered_minor,
      min(x.due_on + 1) filter (where x.due_on >= ${day.today}::date) as due_on
    from plans l
    join plan_instalments x on x.customer_id = l.customer_id and x.plan_id = l.id
    where ${ofPicked(scope, 'l.customer_id')} and l.state in ('proposed', 'approved', 'active', 'late')
      and x.state in ('open', 'late')
    group by l.case_id`;
}
