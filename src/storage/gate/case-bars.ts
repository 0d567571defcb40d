import { type HoldKind, holdPart, type OverdueItem } from '#domain/cases/holds.ts';
import type { CaseBars } from '#domain/contact/case-bars.ts';
import { coveringHolds, type HeldAs } from '#domain/contact/hold-bars.ts';

/** What is said of a case that nobody knows: it counts as closed. */
export const unknownCase: CaseBars = {
  open: false,
  placedOut: false,
  technicalReturn: false,
  coveredUntil: null,
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

/**
 * What one case says about being contacted, as a `CaseBarsRow`; null for a case that is not there. For a
 * statement with `:customerId` and `:caseId`.
 */
export const caseBarsPart = `
  (select json_build_object('open', b.open, 'placedOut', b.placed_out,
      'technicalReturn', b.technical_return,
      'coveredUntil', b.covered_until, 'allDisputed', b.all_disputed, 'holds', b.holds,
      'items', b.items, 'nothingOwed', b.nothing_owed)
  from (
    select c.closed_at is null as open,
      c.state in ('agency', 'legal') as placed_out,
      coalesce(e.technical, false) or exists (select from holds
        where customer_id = :customerId::uuid and case_id = :caseId::uuid and lifted_at is null
          and kind = 'technical' and num_nonnulls(account_id, item_id, amount_minor) = 0) as technical_return,
      case when i.overdue > 0 and coalesce(p.promised, 0) + coalesce(n.planned, 0)
        >= i.overdue - i.disputed then coalesce(p.until, n.until) end as covered_until,
      i.overdue > 0 and i.disputed >= i.overdue as all_disputed,
      h.list as holds,
      case when h.list is not null then (
        select json_agg(json_build_object('itemId', id, 'accountId', account_id,
          'openMinor', balance_minor::text))
        from items where customer_id = :customerId::uuid and case_id = :caseId::uuid
          and entered_collection_on is not null and balance_minor > 0) end as items,
      i.balance = 0 and not coalesce(e.any_open, false) as nothing_owed
    from cases c
    cross join lateral (
      select coalesce(sum(balance_minor), 0) as balance,
        coalesce(sum(balance_minor) filter (where entered_collection_on is not null), 0) as overdue,
        coalesce(sum(least(disputed_minor, balance_minor))
          filter (where entered_collection_on is not null), 0) as disputed
      from items where customer_id = :customerId::uuid and case_id = :caseId::uuid
    ) i
    left join lateral (
      select bool_or(type = 'C') as technical, true as any_open
      from key_events where customer_id = :customerId::uuid and case_id = :caseId::uuid and resolved_at is null
      having count(*) > 0
    ) e on true
    left join lateral (
      select sum(amount_minor - paid_minor) as promised, min(due_on)::text as until
      from promises_to_pay
      where customer_id = :customerId::uuid and case_id = :caseId::uuid and state = 'open'
      having count(*) > 0
    ) p on true
    left join lateral (
      select sum(s.amount_minor - s.paid_minor) as planned, min(s.due_on)::text as until
      from plans l join plan_instalments s on s.customer_id = l.customer_id and s.plan_id = l.id
      where l.customer_id = :customerId::uuid and s.customer_id = :customerId::uuid
        and l.case_id = :caseId::uuid
        and l.state in ('approved', 'active') and s.state in ('open', 'late')
      having count(*) > 0
    ) n on true
    left join lateral (
      select json_agg(json_build_object('kind', kind, 'accountId', account_id, 'itemId', item_id,
          'amount', amount_minor::text,
          'lettersOpen', kind = 'stop-contact' and details ->> 'scope' is not null)
        order by set_at, id) as list
      from holds
      where customer_id = :customerId::uuid and case_id = :caseId::uuid and lifted_at is null
    ) h on true
    where c.customer_id = :customerId::uuid and c.id = :caseId::uuid
  ) b)`;
