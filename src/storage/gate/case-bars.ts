import { type HoldKind, holdPart, type OverdueItem } from '#domain/cases/holds.ts';
import type { CaseBars } from '#domain/contact/case-bars.ts';
import { coveringHolds, type HeldAs } from '#domain/contact/hold-bars.ts';
import { isInHand, waits } from '#storage/unapplied.ts';
import { asOf } from './now-or-then.ts';

/** What is said of a case that nobody knows: it counts as closed. */
export const unknownCase: CaseBars = {
  open: false,
  placedOut: false,
  technicalReturn: false,
  coveredUntil: null,
  paidInHand: false,
  allDisputed: false,
  holds: [],
  nothingOwed: false,
};

type HoldText = {
  readonly kind: string;
  readonly accountId: string | null;
  readonly itemId: string | null;
  readonly amount: string | null;
  readonly lettersOpen: boolean;
};

/** What the statement says of one case. */
export type CaseBarsRow = Omit<CaseBars, 'holds'> & {
  readonly holds: readonly HoldText[] | null;
  /** What is overdue, item by item; null without a hold. */
  readonly items:
    | readonly (Omit<OverdueItem, 'openMinor'> & { readonly openMinor: string })[]
    | null;
};

/** What a case says about being contacted, from its row. */
export function caseBarsOf({ holds, items, ...bars }: CaseBarsRow): CaseBars {
  if (holds === null) return { ...bars, holds: [] };
  const overdue = (items ?? []).map((item) => ({ ...item, openMinor: BigInt(item.openMinor) }));
  return { ...bars, holds: coveringHolds(holds.map(heldAs), overdue) };
}

function heldAs({ lettersOpen, kind, amount, ...of }: HoldText): HeldAs {
  const part = holdPart({ ...of, amount: amount === null ? null : BigInt(amount) });
  const standing = { setOn: '', reviewOn: null, owner: null, liftedOn: null };
  return { hold: { kind: kind as HoldKind, part, ...standing }, lettersOpen };
}

const at = ':at::timestamptz';
const thisCase = 'customer_id = :customerId::uuid and case_id = :caseId::uuid';

/** The day of that instant where the case is collected. */
const dayThen = `(${at} at time zone (select z.zone from portfolios z where z.id = c.portfolio_id))::date`;

/** Whether something stands or, for a past instant, stood then; with the columns of its two ends. */
const stands = (from: string, until: string) =>
  `(${until} is null or (${asOf} and ${until} > ${at})) and (not ${asOf} or ${from} <= ${at})`;

/** The state of the case, or the one that its first move since then left. */
const state = `case when not ${asOf} then c.state else coalesce((select m.facts ->> 'from'
    from event_log m where m.customer_id = :customerId::uuid and m.case_id = :caseId::uuid
      and m.kind = 'case.moved' and m.recorded_at > ${at} order by m.seq limit 1), c.state) end`;

/** What an item comes to; for a past instant without what was booked since. */
const balance = `case when not ${asOf} then i.balance_minor else greatest(0, i.balance_minor + (
    select coalesce(sum(case when b.credit = 'receivable' then b.amount_minor
      when b.debit = 'receivable' then -b.amount_minor end), 0)
    from postings b where b.customer_id = :customerId::uuid and b.item_id = i.id
      and b.recorded_at > ${at})) end`;

/** How much of an item is disputed; for a past instant by the holds of then. */
const disputed = `case when not ${asOf} then i.disputed_minor else (
    select coalesce(sum(d.minor), 0) from holds h cross join lateral
      jsonb_to_recordset(coalesce(h.details -> 'parts', '[]')) as d("itemId" uuid, minor bigint)
    where h.customer_id = :customerId::uuid and h.case_id = :caseId::uuid and d."itemId" = i.id
      and ${stands('h.set_at', 'h.lifted_at')}) end`;

/** Money of the customer that no debt has taken, or had taken then; read once for all who ask. */
const inHand = `select greatest(0, coalesce(sum(${waits('p')}), 0)) as in_hand
    from postings p where p.customer_id = :customerId::uuid and p.portfolio_id = c.portfolio_id
      and ${isInHand('p')}
      and (not ${asOf} or p.recorded_at <= ${at})`;

/** The items of the case as they stand, or stood then. */
const items = `(select i.id, i.account_id, i.balance_minor as balance_now, ${balance} as balance_minor,
    ${disputed} as disputed_minor,
    i.entered_collection_on is not null
      and (not ${asOf} or i.entered_collection_on <= ${dayThen}) as overdue
  from items i where i.customer_id = :customerId::uuid and i.case_id = :caseId::uuid)`;

/**
 * Promises that stand. When one was replaced is not kept: it counts as standing then, so that
 * somebody looks at what was sent.
 */
const promises = `(case when ${asOf} then made_at <= ${at} and (state in ('open', 'withdrawn', 'replaced')
      or judged_on > ${dayThen}) else state = 'open' end)`;

/** Plans that are being kept; when one was approved is not kept, and counts as before then. */
const plans = `(case when ${asOf} then l.made_at <= ${at} and (l.ended_at > ${at}
      or l.state in ('approved', 'active', 'late')) and not exists (
        select from plan_instalments o where o.customer_id = :customerId::uuid
          and o.plan_id = l.id and o.state in ('late', 'missed') and o.due_on < ${dayThen})
    else l.state in ('approved', 'active') and s.state in ('open', 'late') end)`;

/**
 * What one case says about being contacted, as a `CaseBarsRow`; null for a case that is not there. For a
 * statement with `:customerId`, `:caseId` and `:at`, in both forms of `nowOrThen`.
 */
export const caseBarsPart = `
  (select json_build_object('open', b.open, 'placedOut', b.placed_out,
      'technicalReturn', b.technical_return,
      'coveredUntil', b.covered_until, 'paidInHand', b.paid_in_hand,
      'allDisputed', b.all_disputed, 'holds', b.holds, 'items', b.items, 'nothingOwed', b.nothing_owed)
  from (
    select (c.closed_at is null or (${asOf} and c.closed_at > ${at}))
        and (not ${asOf} or v.state not in ('written-off', 'closed')) as open,
      v.state in ('agency', 'legal') as placed_out,
      coalesce(e.technical, false) or exists (select from holds
        where ${thisCase} and ${stands('set_at', 'lifted_at')}
          and kind = 'technical' and num_nonnulls(account_id, item_id, amount_minor) = 0) as technical_return,
      case when i.overdue > 0 and coalesce(p.promised + least(p.paid, i.paid_since), 0)
          + coalesce(n.planned + least(n.paid, i.paid_since), 0)
          + w.in_hand
        >= i.overdue - i.disputed then coalesce(p.until, n.until) end as covered_until,
      w.in_hand > 0 and i.overdue > i.disputed and w.in_hand >= i.overdue - i.disputed as paid_in_hand,
      i.overdue > 0 and i.disputed >= i.overdue as all_disputed,
      h.list as holds,
      case when h.list is not null then (
        select json_agg(json_build_object('itemId', id, 'accountId', account_id,
          'openMinor', balance_minor::text))
        from ${items} o where overdue and balance_minor > 0) end as items,
      i.balance = 0 and not coalesce(e.any_open, false) as nothing_owed
    from cases c
    cross join lateral (select ${state} as state) v
    cross join lateral (
      select coalesce(sum(balance_minor), 0) as balance,
        coalesce(sum(balance_minor) filter (where overdue), 0) as overdue,
        coalesce(sum(least(disputed_minor, balance_minor)) filter (where overdue), 0) as disputed,
        coalesce(sum(greatest(0, balance_minor - balance_now)), 0) as paid_since
      from ${items} o
    ) i
    cross join lateral (${inHand}) w
    left join lateral (
      select bool_or(type = 'C') as technical, true as any_open
      from key_events where ${thisCase} and ${stands('recorded_at', 'resolved_at')}
      having count(*) > 0
    ) e on true
    left join lateral (
      select sum(amount_minor - paid_minor) as promised, sum(paid_minor) as paid,
        min(due_on)::text as until
      from promises_to_pay
      where ${thisCase} and ${promises}
      having count(*) > 0
    ) p on true
    left join lateral (
      select sum(s.amount_minor - s.paid_minor) as planned, sum(s.paid_minor) as paid,
        min(s.due_on)::text as until
      from plans l join plan_instalments s on s.customer_id = l.customer_id and s.plan_id = l.id
      where l.customer_id = :customerId::uuid and s.customer_id = :customerId::uuid
        and l.case_id = :caseId::uuid
        and ${plans}
      having count(*) > 0
    ) n on true
    left join lateral (
      select json_agg(json_build_object('kind', kind, 'accountId', account_id, 'itemId', item_id,
          'amount', amount_minor::text,
          'lettersOpen', kind = 'stop-contact' and details ->> 'scope' is not null)
        order by set_at, id) as list
      from holds
      where ${thisCase} and ${stands('set_at', 'lifted_at')}
    ) h on true
    where c.customer_id = :customerId::uuid and c.id = :caseId::uuid
  ) b)`;
