import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { Day } from '#storage/cases/case-profiles.ts';
import { inScope, type Scope } from '#storage/set-writes.ts';
import type { DB } from '#storage/tables.ts';

/** A case whose promises or plan are to be judged, with the money that counts. Amounts are digits. */
export type AgreementsRow = {
  readonly customerId: string;
  readonly caseId: string;
  readonly promises: readonly {
    readonly id: string;
    readonly amount: string;
    readonly paid: string;
    readonly dueOn: LocalDate;
    readonly toleranceDays: number;
    readonly toleranceMinor: string;
    readonly madeAt: Instant;
    readonly state: string;
    /** The items that it is about; null for whatever is owed. */
    readonly itemIds: readonly string[] | null;
    readonly isSettled: boolean;
  }[];
  readonly plans: readonly {
    readonly id: string;
    readonly state: string;
    readonly madeOn: LocalDate;
    readonly madeAt: Instant;
    /** The items that it pays off. */
    readonly itemIds: readonly string[];
    readonly instalments: readonly {
      readonly number: number;
      readonly dueOn: LocalDate;
      readonly amount: string;
      readonly paid: string;
      readonly state: string;
    }[];
  }[];
  readonly payments: readonly {
    readonly id: string;
    readonly receivedOn: LocalDate;
    readonly recordedAt: Instant;
    readonly amount: string;
    readonly reversed: boolean;
    /** What of it went to which item, when that was booked, and whether as it came. */
    readonly shares: readonly {
      readonly itemId: string;
      readonly amount: string;
      readonly recordedAt: Instant;
      readonly atOnce: boolean;
    }[];
  }[];
  /** What was credited to which item. */
  readonly credits: readonly {
    readonly itemId: string;
    readonly amount: string;
    readonly creditedOn: LocalDate;
    readonly recordedAt: Instant;
  }[];
};

/**
 * The cases of a scope with agreements to judge: named cases whatever their day, else only those with
 * a promise past its deadline or a plan with an unpaid instalment before today.
 */
export async function agreementsToJudge(
  db: Kysely<DB>,
  scope: Scope,
  day: Day,
): Promise<readonly AgreementsRow[]> {
  const today = sql`${day.today}::date`;
  const named = scope.kind === 'cases';
  const inCases = named ? sql`p.case_id = any(${[...scope.caseIds]}::uuid[])` : sql`true`;
  const { rows } = await sql<AgreementsRow>`
    with wanted as (
      select p.customer_id, p.case_id from promises_to_pay p
      where ${inScope(scope, 'p.customer_id')} and p.portfolio_id = ${scope.portfolioId}::uuid
        and ${inCases} and p.state ${named ? sql`not in ('withdrawn', 'replaced')` : sql`= 'open'`}
        and (${named} or p.due_on + p.tolerance_days < ${today})
      union
      select p.customer_id, p.case_id from plans p
      where ${inScope(scope, 'p.customer_id')} and p.portfolio_id = ${scope.portfolioId}::uuid
        and ${inCases} and p.state in ('active', 'late')
        and (${named} or exists (select 1 from plan_instalments x
          where x.customer_id = p.customer_id and x.plan_id = p.id
            and x.state in ('open', 'late') and x.due_on < ${today}))
    )
    select w.customer_id, w.case_id, coalesce(m.list, '[]') as promises,
      coalesce(l.list, '[]') as plans, coalesce(y.list, '[]') as payments,
      coalesce(t.list, '[]') as credits
    from wanted w
    left join (
      select m.customer_id, m.case_id, json_agg(json_build_object('id', m.id,
        'amount', m.amount_minor::text, 'paid', m.paid_minor::text, 'dueOn', m.due_on,
        'toleranceDays', m.tolerance_days, 'toleranceMinor', m.tolerance_minor::text,
        'madeAt', m.made_at, 'state', m.state, 'itemIds', m.item_ids,
        'isSettled', not exists (select from items i where ${inScope(scope, 'i.customer_id')}
          and i.customer_id = m.customer_id and i.id = any(m.item_ids) and i.balance_minor > 0))
        order by m.due_on, m.id) as list
      from wanted w join promises_to_pay m on m.customer_id = w.customer_id and m.case_id = w.case_id
      where ${inScope(scope, 'm.customer_id')}
      group by m.customer_id, m.case_id
    ) m on m.customer_id = w.customer_id and m.case_id = w.case_id
    left join (
      select l.customer_id, l.case_id, json_agg(json_build_object('id', l.id, 'state', l.state,
        'madeAt', l.made_at, 'madeOn', (l.made_at at time zone ${day.zone})::date,
        'itemIds', l.item_ids, 'instalments', x.list)) as list
      from wanted w join plans l on l.customer_id = w.customer_id and l.case_id = w.case_id
      left join (
        select x.customer_id, x.plan_id, json_agg(json_build_object('number', x.number,
          'dueOn', x.due_on, 'amount', x.amount_minor::text, 'paid', x.paid_minor::text,
          'state', x.state) order by x.number) as list
        from plan_instalments x
        join (select distinct customer_id from wanted) w on w.customer_id = x.customer_id
        where ${inScope(scope, 'x.customer_id')}
        group by x.customer_id, x.plan_id
      ) x on x.customer_id = l.customer_id and x.plan_id = l.id
      where ${inScope(scope, 'l.customer_id')}
        and l.state in ('active', 'late', 'broken', 'completed')
      group by l.customer_id, l.case_id
    ) l on l.customer_id = w.customer_id and l.case_id = w.case_id
    left join (
      select y.customer_id, json_agg(json_build_object('id', y.id, 'receivedOn', y.received_on,
        'recordedAt', y.recorded_at, 'amount', y.amount_minor::text,
        'reversed', y.reversed_at is not null, 'shares', coalesce(s.list, '[]')) order by y.received_on, y.recorded_at, y.id) as list
      from payments y join (select distinct customer_id from wanted) w
        on w.customer_id = y.customer_id
      left join (
        select p.customer_id, p.payment_id, json_agg(json_build_object('itemId', p.item_id,
          'amount', p.amount_minor::text, 'recordedAt', p.recorded_at,
          'atOnce', p.debit = 'cash')) as list
        from postings p join (select distinct customer_id from wanted) w
          on w.customer_id = p.customer_id
        where ${inScope(scope, 'p.customer_id')} and p.payment_id is not null
          and p.credit = 'receivable' and p.debit in ('cash', 'unapplied')
        group by p.customer_id, p.payment_id
      ) s on s.customer_id = y.customer_id and s.payment_id = y.id
      where ${inScope(scope, 'y.customer_id')} and y.portfolio_id = ${scope.portfolioId}::uuid
      group by y.customer_id
    ) y on y.customer_id = w.customer_id
    left join (
      select p.customer_id, json_agg(json_build_object('itemId', p.item_id,
        'amount', p.amount_minor::text, 'creditedOn', p.booked_on, 'recordedAt', p.recorded_at)
        order by p.booked_on, p.id) as list
      from postings p join (select distinct customer_id from wanted) w
        on w.customer_id = p.customer_id
      where ${inScope(scope, 'p.customer_id')} and p.portfolio_id = ${scope.portfolioId}::uuid
        and p.debit = 'credited' and p.credit = 'receivable'
      group by p.customer_id
    ) t on t.customer_id = w.customer_id
    order by w.customer_id, w.case_id
  `.execute(db);
  return rows;
}

/** A promise or plan as it stands after judging; amounts in minor units. */
export type JudgedPromise = {
  readonly customerId: string;
  readonly id: string;
  readonly state: string;
  readonly paid: bigint;
};
export type JudgedPlan = {
  readonly customerId: string;
  readonly id: string;
  readonly state: string;
  readonly instalments: readonly {
    readonly number: number;
    readonly paid: bigint;
    readonly state: string;
  }[];
};

/** Writes what was judged, set-based; `judged_on` marks promises that came to an end. */
export async function saveJudged(
  tx: Kysely<DB>,
  promises: readonly JudgedPromise[],
  plans: readonly JudgedPlan[],
  today: LocalDate,
  at: Instant,
): Promise<void> {
  if (promises.length > 0) {
    await sql`
      update promises_to_pay p set state = x.state, paid_minor = x.paid,
        judged_on = case when x.state = 'open' then null else ${today}::date end
      from jsonb_to_recordset(${digits(promises)}::jsonb)
        as x("customerId" uuid, id uuid, state text, paid bigint)
      where p.customer_id = x."customerId" and p.id = x.id
    `.execute(tx);
  }
  if (plans.length === 0) return;
  await sql`
    with judged as materialized (
      select * from jsonb_to_recordset(${digits(plans)}::jsonb)
        as x("customerId" uuid, id uuid, state text, instalments jsonb)
    ), paid as (
      update plan_instalments i set paid_minor = y.paid, state = y.state
      from judged j cross join lateral jsonb_to_recordset(j.instalments)
        as y(number smallint, paid bigint, state text)
      where i.customer_id = j."customerId" and i.plan_id = j.id and i.number = y.number
    )
    update plans p set state = j.state,
      ended_at = case when j.state in ('broken', 'completed') then ${at}::timestamptz end
    from judged j where p.customer_id = j."customerId" and p.id = j.id
  `.execute(tx);
}

function digits(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'bigint' ? part.toString() : part,
  );
}
