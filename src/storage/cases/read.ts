import { type Kysely, sql } from 'kysely';
import type { CollectorRole } from '#domain/contact/collector-roles.ts';
import type { PartyRelation, PartyRole } from '#domain/parties/party-roles.ts';
import type { Instant, LocalDate } from '#kernel/time.ts';
import type { DB } from '#storage/tables.ts';
import type { CaseRef } from './read-file.ts';
import { dangerWaits } from './told-danger.ts';

/** One case as a desk shows it, without its debt; JSON parts as the rows have them. */
export type CaseViewRow = {
  readonly caseId: string;
  readonly customerId: string;
  readonly portfolioId: string;
  readonly portfolioName: string;
  readonly portfolioKind: string;
  readonly collectorRole: CollectorRole;
  readonly portfolioZone: string;
  readonly currency: string;
  readonly creditorName: string;
  readonly state: string;
  readonly tone: 'service' | 'neutral' | 'firm';
  readonly step: string;
  readonly nextAction: string | null;
  readonly nextActionAt: Instant | null;
  readonly nextActionWhy: Readonly<Record<string, unknown>>;
  readonly priorityTier: boolean;
  readonly priorityWhy: unknown;
  readonly oldestDueOn: LocalDate | null;
  readonly ownerName: string | null;
  readonly queue: string | null;
  readonly lateReason: string | null;
  readonly customerName: string;
  readonly customerReference: string;
  readonly customerKind: 'person' | 'company';
  readonly language: string | null;
  readonly country: string;
  readonly region: string | null;
  readonly confirmedZone: string | null;
  /** What they said last of where they are that is not over. */
  readonly whereabouts: {
    readonly id: string;
    readonly details: Readonly<Record<string, unknown>>;
  } | null;
  readonly vulnerable: boolean;
  /** Their words may speak of danger to life, and nobody has read them yet. */
  readonly danger: boolean;
  readonly eventType: 'A' | 'B' | 'C' | 'D' | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly parties: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: PartyRole;
    readonly relation: PartyRelation | null;
    readonly note: string | null;
    readonly accountId: string | null;
    readonly ended: boolean;
  }[];
  /** Details of the newest file of the book that could not be read. */
  readonly notTaken: readonly {
    readonly field: string;
    readonly column: string | null;
    readonly line: number;
  }[];
  readonly points: readonly {
    readonly id: string;
    readonly kind: 'mobile' | 'landline' | 'email' | 'mail' | 'app' | 'social';
    readonly value: string;
    readonly place: 'home' | 'work' | null;
    readonly state: 'unverified' | 'valid' | 'wrong_person' | 'disconnected' | 'moved';
    readonly zones: readonly string[];
    readonly lastSuccessAt: string | null;
    readonly partyId: string | null;
    readonly employerProvided: boolean;
  }[];
  readonly holds: readonly {
    readonly id: string;
    readonly kind: string;
    readonly reason: string;
    readonly reviewOn: LocalDate;
    readonly amount: string | null;
    /** The reference of the account it covers alone. */
    readonly account: string | null;
  }[];
};

/** One case with its customer, points of contact and standing holds, in one round trip. */
export async function caseViewRow(
  db: Kysely<DB>,
  ref: CaseRef,
  at: Instant,
): Promise<CaseViewRow | undefined> {
  const { rows } = await sql<CaseViewRow>`
    select c.id as case_id, c.customer_id, c.portfolio_id, po.name as portfolio_name,
      po.kind as portfolio_kind, po.collector_role, po.zone as portfolio_zone, c.currency, cr.name as creditor_name,
      c.state, c.tone, c.step, c.next_action, c.next_action_at, c.next_action_why, c.priority_tier,
      c.priority_why, c.oldest_due_on, o.name as owner_name, c.queue, c.late_reason, u.name as customer_name,
      u.reference as customer_reference, u.kind as customer_kind, u.language, u.country, u.region, u.city, u.postal_code,
      u.confirmed_zone, u.vulnerable, ${dangerWaits('c')} as danger,
      (select json_build_object('id', f.id, 'details', f.details) from preferences f
        where f.customer_id = c.customer_id and f.kind = 'whereabouts'
          and coalesce((f.details->>'until')::timestamptz > ${at}::timestamptz, true)
          and not exists (select 1 from preferences w
            where w.customer_id = f.customer_id and w.withdraws = f.id)
        order by f.given_at desc, f.id desc limit 1) as whereabouts,
      (select e.type from key_events e where e.customer_id = c.customer_id and e.case_id = c.id
        order by e.resolved_at is null desc, e.recorded_at desc limit 1) as event_type,
      (select coalesce(json_agg(json_build_object('id', p.id, 'name', p.name, 'role', p.role,
          'relation', p.relation, 'note', p.note, 'accountId', p.account_id,
          'ended', p.ended_at is not null)
          order by p.created_at, p.id), '[]')
        from parties p where p.customer_id = c.customer_id) as parties,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'value', p.value,
          'place', p.place, 'state', p.state, 'zones', p.zones, 'lastSuccessAt', p.last_success_at,
          'partyId', p.party_id, 'employerProvided', p.employer_provided)
          order by p.state in ('valid', 'unverified') desc, p.state = 'valid' desc, p.rank, p.id), '[]')
        from contact_points p where p.customer_id = c.customer_id) as points,
      (select coalesce(json_agg(json_build_object('field', r.field, 'column', r.column_name,
          'line', r.line) order by r.line, r.position), '[]')
        from import_rejects r
        join client_references k on k.tenant_id = c.tenant_id and k.portfolio_id = c.portfolio_id
          and k.kind = 'customer' and k.customer_id = c.customer_id
          and k.reference = r.facts ->> 'customer'
        where r.row_kept and r.import_id = (select m.id from imports m
          where m.portfolio_id = c.portfolio_id and m.kind = 'book' and m.state = 'done'
            and not m.dry_run order by m.ended_at desc, m.id desc limit 1)) as not_taken,
      (select coalesce(json_agg(json_build_object('id', h.id, 'kind', h.kind, 'reason', h.reason,
          'reviewOn', h.review_on, 'amount', h.amount_minor::text,
          'account', (select a.reference from accounts a
            where a.customer_id = h.customer_id and a.id = h.account_id)) order by h.set_at, h.id), '[]')
        from holds h where h.customer_id = c.customer_id and h.case_id = c.id
          and h.lifted_at is null) as holds
    from cases c
    join customers u on u.id = c.customer_id
    join portfolios po on po.id = c.portfolio_id
    join creditors cr on cr.id = po.creditor_id
    left join users o on o.id = c.owner_id
    where c.customer_id = ${ref.customerId}::uuid and c.id = ${ref.caseId}::uuid
  `.execute(db);
  return rows[0];
}

/** A case found by name or reference. */
export type FoundCase = {
  readonly caseId: string;
  readonly portfolioId: string;
  readonly customerName: string;
  readonly customerReference: string;
  readonly portfolioName: string;
  readonly state: string;
};

/** Cases listed as found. */
export const foundLimit = 30;

/**
 * Cases whose customer's name begins with the text, or with exactly that reference of any kind; one
 * more than `foundLimit` when there are more.
 */
export async function casesFound(
  db: Kysely<DB>,
  tenantId: string,
  portfolioIds: readonly string[],
  text: string,
): Promise<readonly FoundCase[]> {
  const start = `${text.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
  const { rows } = await sql<FoundCase>`
    with hits as (
      (select id as customer_id from customers
        where tenant_id = ${tenantId}::uuid and lower(name) like ${start} limit 200)
      union
      (select customer_id from client_references
        where tenant_id = ${tenantId}::uuid and portfolio_id = any(${[...portfolioIds]}::uuid[])
          and kind in ('customer', 'account', 'item') and reference = ${text} limit 200)
    )
    select c.id as case_id, c.portfolio_id, u.name as customer_name,
      u.reference as customer_reference, po.name as portfolio_name, c.state
    from hits h
    join cases c on c.customer_id = h.customer_id
    join customers u on u.id = c.customer_id
    join portfolios po on po.id = c.portfolio_id
    where c.portfolio_id = any(${[...portfolioIds]}::uuid[])
    order by c.closed_at is null desc, u.name, c.opened_at desc limit ${foundLimit + 1}
  `.execute(db);
  return rows;
}
