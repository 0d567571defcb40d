import { type CaseBars, stoppingHolds } from '#domain/contact/case-bars.ts';

/** What is said of a case that nobody knows: it counts as closed. */
export const unknownCase: CaseBars = {
  open: false,
  placedOut: false,
  technicalReturn: false,
  coveredUntil: null,
  allDisputed: false,
  stopHold: null,
  nothingOwed: false,
};

const stopping = stoppingHolds.map((kind) => `'${kind}'`).join(', ');

/**
 * What one case says about being contacted, as a `CaseBars`; null for a case that is not there. For a
 * statement with `:customerId` and `:caseId`.
 */
export const caseBarsPart = `
  (select json_build_object('open', b.open, 'placedOut', b.placed_out,
      'technicalReturn', b.technical_return,
      'coveredUntil', b.covered_until, 'allDisputed', b.all_disputed, 'stopHold', b.stop_hold,
      'nothingOwed', b.nothing_owed)
  from (
    select c.closed_at is null as open,
      c.state in ('agency', 'legal') as placed_out,
      coalesce(e.technical, false) or exists (select from holds
        where customer_id = :customerId::uuid and case_id = :caseId::uuid and lifted_at is null
          and kind = 'technical' and item_id is null and amount_minor is null) as technical_return,
      case when i.overdue > 0 and coalesce(p.promised, 0) + coalesce(n.planned, 0)
        >= i.overdue - i.disputed then coalesce(p.until, n.until) end as covered_until,
      i.overdue > 0 and i.disputed >= i.overdue as all_disputed,
      h.kind as stop_hold,
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
      select kind from holds
      where customer_id = :customerId::uuid and case_id = :caseId::uuid and lifted_at is null
        and kind in (${stopping})
      order by kind = 'stop-contact' limit 1
    ) h on true
    where c.customer_id = :customerId::uuid and c.id = :caseId::uuid
  ) b)`;
