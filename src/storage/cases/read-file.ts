import { type Kysely, sql } from 'kysely';
import type { Instant, LocalDate } from '#kernel/time.ts';
import { inHandOfCase, likelyOfCase } from '#storage/ledger/in-hand.ts';
import type { PortfolioRow } from '#storage/portfolios/portfolio-rows.ts';
import type { DB } from '#storage/tables.ts';
import { chargingDay } from './charging-day.ts';

/** Names one case; every key of a case starts with its customer. */
export type CaseRef = { readonly customerId: string; readonly caseId: string };

/** One case with all that its next move is decided from. JSON parts carry amounts as digits. */
export type CaseFileRow = {
  readonly customerId: string;
  readonly caseId: string;
  readonly state: string;
  readonly stateBefore: string | null;
  readonly shape: 'short-firm' | 'long-service';
  readonly step: string;
  readonly stepOn: LocalDate;
  readonly stepCount: number;
  readonly queue: string | null;
  readonly ownerId: string | null;
  readonly nextAction: string | null;
  readonly nextActionAt: Instant | null;
  readonly priority: number;
  readonly priorityTier: boolean;
  readonly currency: string;
  readonly lateReason: string | null;
  readonly brokenPromises: number;
  readonly closedAt: Instant | null;
  readonly vulnerable: boolean;
  /** The day on which money is there: the customer's pay day, else the charging day of their method. */
  readonly payDay: number | null;
  /** The pay day, as far as it was told. */
  readonly toldPayDay: number | null;
  /** What the newest open reject cost, as digits; null when unknown. */
  readonly rejectCost: string | null;
  /** How often and when the refused payment was presented again. */
  readonly presented: { readonly times: number; readonly on: LocalDate } | null;
  /** The customer's zone for the work item: confirmed, else of the best phone, else the portfolio's. */
  readonly zone: string;
  readonly firstContactAt: Instant | null;
  readonly portfolio: PortfolioRow;
  /** Money of the customer in this portfolio that no debt has taken yet. */
  readonly inHand: string;
  /** What waits at the office and is probably theirs. */
  readonly likely: string;
  readonly items: readonly {
    readonly id: string;
    readonly accountId: string;
    readonly dueOn: LocalDate;
    readonly balance: string;
    readonly disputed: string;
    readonly overdue: boolean;
  }[];
  readonly events: readonly {
    readonly id: string;
    readonly type: 'A' | 'B' | 'C' | 'D';
    readonly subReason: string;
    readonly fault: string;
    readonly code: string | null;
    readonly evidence: Readonly<Record<string, unknown>>;
    readonly happenedOn: LocalDate;
    readonly resolvedAt: Instant | null;
  }[];
  readonly holds: readonly {
    readonly kind: string;
    readonly accountId: string | null;
    readonly itemId: string | null;
    readonly amount: string | null;
    readonly ownerId: string | null;
    readonly setAt: Instant;
    readonly reviewOn: LocalDate;
    readonly liftedAt: Instant | null;
  }[];
  readonly notices: readonly {
    readonly stage: string;
    readonly announces: string;
    readonly sentOn: LocalDate;
    readonly promisedOn: LocalDate;
    readonly recordedBy: string | null;
    readonly cancelledAt: Instant | null;
  }[];
  readonly promises: readonly {
    readonly id: string;
    readonly state: string;
    readonly dueOn: LocalDate;
    /** The day after its tolerance, on which it is judged. */
    readonly judgedOn: LocalDate;
    readonly amount: string;
    readonly paid: string;
  }[];
  readonly plans: readonly {
    readonly id: string;
    readonly state: string;
    readonly remaining: string;
    readonly overdue: string;
    readonly nextDueOn: LocalDate | null;
  }[];
};

/** Takes the row lock of a case, under which its moves are decided. False when unknown. */
export async function lockCase(tx: Kysely<DB>, ref: CaseRef): Promise<boolean> {
  const { rows } = await sql`
    select 1 from cases
    where customer_id = ${ref.customerId}::uuid and id = ${ref.caseId}::uuid for update
  `.execute(tx);
  return rows.length === 1;
}

/** The file of one case in one round trip; its instant decides which instalments are overdue. */
export async function caseFileRow(
  db: Kysely<DB>,
  ref: CaseRef,
  at: Instant,
): Promise<CaseFileRow | undefined> {
  const { rows } = await caseFileSql(ref, at).execute(db);
  return rows[0];
}

/** The query behind `caseFileRow`, for statements that read more beside it. */
export function caseFileSql(ref: CaseRef, at: Instant) {
  return sql<CaseFileRow>`
    select c.customer_id, c.id as case_id, c.state, c.state_before, c.shape, c.step,
      c.step_on, c.step_count, c.queue, c.owner_id, c.next_action, c.next_action_at, c.priority,
      c.priority_tier, c.currency, c.late_reason, c.broken_promises, c.closed_at, u.vulnerable,
      coalesce(u.pay_day, ${chargingDay}) as pay_day, u.pay_day as told_pay_day,
      coalesce(u.confirmed_zone, (select p.zones[1] from contact_points p
        where p.customer_id = c.customer_id and p.kind in ('mobile', 'landline')
          and p.party_id is null and p.state in ('valid', 'unverified') and cardinality(p.zones) > 0
        order by p.state = 'valid' desc, p.rank, p.id limit 1), po.zone) as zone,
      (select min(v.verified_at) from conversations v
        where v.customer_id = c.customer_id and v.case_id = c.id) as first_contact_at,
      (select e.cost_minor::text from key_events e
        where e.customer_id = c.customer_id and e.case_id = c.id and e.resolved_at is null
          and e.type = 'B' and e.cost_currency = c.currency
        order by e.happened_on desc, e.id desc limit 1) as reject_cost,
      (select json_build_object('times', count(*), 'on',
          (max(t.done_at) at time zone po.zone)::date)
        from tasks t where t.customer_id = c.customer_id and t.case_id = c.id
          and t.kind = 're-present' and t.done_at is not null having count(*) > 0) as presented,
      json_build_object('id', po.id, 'name', po.name, 'kind', po.kind, 'product', po.product,
        'currency', po.currency, 'country', po.country, 'zone', po.zone,
        'collectorRole', po.collector_role, 'callerId', po.caller_id,
        'creditorId', po.creditor_id, 'creditorName', cr.name, 'policyVersion', po.policy_version) as portfolio,
      ${inHandOfCase}::text as in_hand,
      ${likelyOfCase(sql`(${at}::timestamptz at time zone po.zone)::date`)}::text as likely,
      (select coalesce(json_agg(json_build_object('id', i.id, 'accountId', i.account_id,
          'dueOn', i.due_on, 'balance', i.balance_minor::text, 'disputed', i.disputed_minor::text,
          'overdue', i.entered_collection_on is not null) order by i.due_on, i.id), '[]')
        from items i where i.customer_id = c.customer_id and i.case_id = c.id
          and i.balance_minor > 0) as items,
      (select coalesce(json_agg(json_build_object('id', e.id, 'type', e.type,
          'subReason', e.sub_reason, 'fault', e.fault, 'code', e.reason_code, 'evidence', e.evidence,
          'happenedOn', e.happened_on, 'resolvedAt', e.resolved_at)
          order by e.recorded_at, e.id), '[]')
        from key_events e where e.customer_id = c.customer_id and e.case_id = c.id) as events,
      (select coalesce(json_agg(json_build_object('kind', h.kind, 'accountId', h.account_id, 'itemId', h.item_id,
          'amount', h.amount_minor::text, 'ownerId', h.owner_id, 'setAt', h.set_at,
          'reviewOn', h.review_on, 'liftedAt', h.lifted_at) order by h.set_at, h.id), '[]')
        from holds h where h.customer_id = c.customer_id and h.case_id = c.id) as holds,
      (select coalesce(json_agg(json_build_object('stage', n.stage, 'announces', n.announces,
          'sentOn', n.sent_on, 'promisedOn', n.promised_on, 'recordedBy', n.recorded_by,
          'cancelledAt', n.cancelled_at) order by n.recorded_at, n.id), '[]')
        from notices n where n.customer_id = c.customer_id and n.case_id = c.id) as notices,
      (select coalesce(json_agg(json_build_object('id', m.id, 'state', m.state, 'dueOn', m.due_on,
          'judgedOn', m.due_on + m.tolerance_days + 1,
          'amount', m.amount_minor::text, 'paid', m.paid_minor::text)
          order by m.due_on, m.id), '[]')
        from promises_to_pay m
        where m.customer_id = c.customer_id and m.case_id = c.id) as promises,
      (select coalesce(json_agg(json_build_object('id', l.id, 'state', l.state,
          'remaining', coalesce(s.remaining, 0)::text, 'overdue', coalesce(s.overdue, 0)::text,
          'nextDueOn', s.next_due_on) order by l.made_at, l.id), '[]')
        from plans l left join lateral (
          select sum(x.amount_minor - x.paid_minor) as remaining,
            sum(x.amount_minor - x.paid_minor)
              filter (where x.due_on < (${at}::timestamptz at time zone po.zone)::date) as overdue,
            min(x.due_on) as next_due_on
          from plan_instalments x
          where x.customer_id = l.customer_id and x.plan_id = l.id
            and x.state in ('open', 'late') and x.amount_minor > x.paid_minor
        ) s on true
        where l.customer_id = c.customer_id and l.case_id = c.id) as plans
    from cases c
    join customers u on u.id = c.customer_id
    join portfolios po on po.id = c.portfolio_id
    join creditors cr on cr.id = po.creditor_id
    where c.customer_id = ${ref.customerId}::uuid and c.id = ${ref.caseId}::uuid`;
}

/** Finds the customer of a case, which every other key starts with. */
export async function caseRefOf(
  db: Kysely<DB>,
  caseId: string,
): Promise<(CaseRef & { readonly portfolioId: string }) | undefined> {
  const { rows } = await sql<CaseRef & { readonly portfolioId: string }>`
    select customer_id, id as case_id, portfolio_id from cases where id = ${caseId}::uuid
  `.execute(db);
  return rows[0];
}

/** The open cases of some people, each with its portfolio. */
export async function openCasesOfPeople(
  db: Kysely<DB>,
  people: readonly string[],
): Promise<readonly (CaseRef & { readonly portfolioId: string })[]> {
  const { rows } = await sql<CaseRef & { readonly portfolioId: string }>`
    select customer_id, id as case_id, portfolio_id from cases
    where customer_id = any(${[...people]}::uuid[]) and closed_at is null order by id
  `.execute(db);
  return rows;
}

/** A case with its accounts, whatever is owed on them today: a payment may come back. */
export type CaseWithAccounts = CaseRef & {
  readonly portfolioId: string;
  readonly isOpen: boolean;
  readonly accountIds: readonly string[];
};

/** The cases of a customer with their accounts, the oldest first. */
export async function casesWith(
  tx: Kysely<DB>,
  customerId: string,
): Promise<readonly CaseWithAccounts[]> {
  const { rows } = await sql<CaseWithAccounts>`
    select c.customer_id, c.id as case_id, c.portfolio_id, c.closed_at is null as is_open,
      (select coalesce(array_agg(distinct i.account_id order by i.account_id), '{}') from items i
        where i.customer_id = c.customer_id and i.case_id = c.id)
        as account_ids
    from cases c where c.customer_id = ${customerId}::uuid
    order by c.opened_at, c.id
  `.execute(tx);
  return rows;
}
