import { type Kysely, sql } from 'kysely';
import type { LocalDate } from '#kernel/time.ts';
import { inHandOfCase } from '#storage/ledger/in-hand.ts';
import type { DB } from '#storage/tables.ts';

/** What a task of an effect is carried out with. Amounts are digits of minor units. */
export type TaskFacts = {
  readonly taskId: string;
  readonly name: string;
  readonly language: string | null;
  /** The country of a person in hardship or vulnerable circumstances; null for others. */
  readonly adviceIn: string | null;
  readonly customerReference: string;
  readonly customerKind: string;
  readonly country: string;
  readonly region: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly collectorRole: string;
  readonly creditor: string;
  readonly currency: string;
  readonly state: string | null;
  /** What a letter may ask for: overdue less money in hand. */
  readonly overdue: string | null;
  /** What a payment recovered of written-off debt; below zero when it was taken back. */
  readonly recovered: string | null;
  readonly accounts: readonly string[];
  /** The parts of the agreement the task names, else of the last one of the case. */
  readonly terms: readonly {
    readonly amount: string;
    readonly dueOn: LocalDate;
    readonly state: string;
  }[];
  /** Notices of the case that went out: their stage, what they announced, and when. */
  readonly notices: readonly {
    readonly stage: string;
    readonly announces: string;
    readonly sentOn: LocalDate;
  }[];
};

/** Reads what tasks of one customer and case are carried out with, in one round trip. */
export async function taskFacts(
  db: Kysely<DB>,
  tasks: readonly { readonly customerId: string; readonly id: string }[],
): Promise<ReadonlyMap<string, TaskFacts>> {
  const customerIds = tasks.map(({ customerId }) => customerId);
  const { rows } = await sql<TaskFacts>`
    select t.id as task_id, u.name, u.language,
      case when u.kind = 'person' and (u.vulnerable or exists (select 1 from holds h
        where h.customer_id = t.customer_id and h.kind in ('hardship', 'vulnerable')
          and h.lifted_at is null)) then u.country end as advice_in, u.reference as customer_reference,
      u.kind as customer_kind, u.country, u.region, u.city, u.postal_code,
      po.collector_role,
      cr.name as creditor, po.currency, c.state, (case when c.id is not null
        then greatest(0, c.overdue_minor - greatest(0, ${inHandOfCase})) end)::text as overdue,
      t.details ->> 'recoveredMinor' as recovered,
      (select coalesce(json_agg(a.reference order by a.reference), '[]') from accounts a
        where a.customer_id = t.customer_id and a.portfolio_id = t.portfolio_id) as accounts,
      (select coalesce(json_agg(json_build_object('amount', x.amount_minor::text,
          'dueOn', x.due_on, 'state', x.state) order by x.due_on), '[]')
        from (${termRows}) x) as terms,
      (select coalesce(json_agg(json_build_object('stage', n.stage, 'announces', n.announces,
          'sentOn', n.sent_on) order by n.sent_on), '[]')
        from notices n where n.customer_id = t.customer_id and n.case_id = t.case_id) as notices
    from unnest(${customerIds}::uuid[], ${tasks.map(({ id }) => id)}::uuid[]) w(customer_id, id)
    join tasks t on t.customer_id = w.customer_id and t.id = w.id
    join customers u on u.id = t.customer_id
    join portfolios po on po.id = t.portfolio_id
    join creditors cr on cr.id = po.creditor_id
    left join cases c on c.customer_id = t.customer_id and c.id = t.case_id
  `.execute(db);
  return new Map(rows.map((row) => [row.taskId, row]));
}

/** The instalments of a plan, or the promise with those made together with it. */
const termRows = sql`
  select i.amount_minor - case when t.kind = 'contact-before-cancelling' then i.paid_minor else 0 end
      as amount_minor, i.due_on, i.state
  from plans l join plan_instalments i on i.customer_id = l.customer_id and i.plan_id = l.id
  where l.customer_id = t.customer_id and l.case_id = t.case_id
    and (l.id = (t.details ->> 'planId')::uuid or t.kind = 'contact-before-cancelling')
    and l.made_at = (select max(m.made_at) from plans m where m.customer_id = t.customer_id
      and m.case_id = t.case_id and m.state <> 'proposed'
      and (t.details ->> 'planId' is null or m.id = (t.details ->> 'planId')::uuid))
  union all
  select p.amount_minor, p.due_on, p.state from promises_to_pay p
  where p.customer_id = t.customer_id and p.case_id = t.case_id
    and p.made_at = (select m.made_at from promises_to_pay m
      where m.customer_id = t.customer_id and m.id = (t.details ->> 'promiseId')::uuid)`;

/** Keeps what a task carried out beside what it was to do. */
export async function keepCarriedOut(
  tx: Kysely<DB>,
  task: { readonly customerId: string; readonly id: string },
  carriedOut: unknown,
): Promise<void> {
  await sql`
    update tasks set details = details || jsonb_build_object('carriedOut',
      ${JSON.stringify(carriedOut)}::jsonb)
    where customer_id = ${task.customerId}::uuid and id = ${task.id}::uuid
  `.execute(tx);
}
