import { type Kysely, sql } from 'kysely';
import { LONGEST_COUNT_DAYS } from '#domain/compliance/moment.ts';
import type { Instant } from '#kernel/time.ts';
import type { DB } from './tables.ts';

/** What the database knows that bears on contacting one customer; JSON as the rows have it. */
export type GateRows = {
  readonly customer: {
    readonly id: string;
    readonly country: string;
    readonly region: string | null;
    readonly city: string | null;
    readonly postalCode: string | null;
    readonly confirmedZone: string | null;
    readonly vulnerable: boolean;
    readonly kind: 'person' | 'company';
    /** Whether the log has any entry, of those left out below too. */
    readonly contacted: boolean;
  };
  readonly points: readonly {
    readonly id: string;
    readonly kind: string;
    readonly value: string;
    readonly place: string | null;
    readonly state: string;
    readonly zones: readonly string[];
  }[];
  readonly debts: readonly {
    readonly id: string;
    readonly portfolioId: string;
    readonly product: string;
    readonly creditor: string;
    readonly balance: number;
    readonly oldestDueOn: string | null;
  }[];
  readonly log: readonly {
    readonly id: string;
    readonly at: string;
    readonly direction: string;
    readonly channel: string;
    readonly pointId: string | null;
    readonly person: string;
    readonly state: string;
    readonly result: string | null;
    readonly debts: readonly string[];
    readonly conversationDebts: readonly string[];
    readonly mode: string;
  }[];
  readonly preferences: readonly {
    readonly id: string;
    readonly kind: string;
    readonly channel: string | null;
    readonly pointId: string | null;
    readonly details: Readonly<Record<string, unknown>>;
    readonly givenAt: string;
    readonly withdraws: string | null;
  }[];
  readonly consents: readonly {
    readonly kind: string;
    readonly pointId: string | null;
    readonly debts: readonly string[];
    readonly givenTo: string;
    readonly receivedAt: string;
    readonly revokedAt: string | null;
    readonly details: Readonly<Record<string, unknown>>;
  }[];
  readonly holds: readonly {
    readonly id: string;
    readonly caseId: string;
    readonly kind: string;
    readonly itemId: string | null;
    readonly amount: number | null;
    readonly details: Readonly<Record<string, unknown>>;
    readonly setAt: string;
  }[];
};

/** Log entries older than this matter to no rule of any pack. */
const logDays = 400;

/** Older calls to the person in which nobody spoke are counted by no rule; days of slack for zones. */
const countedDays = LONGEST_COUNT_DAYS + 5;

/** Everything about one customer that the gate decides from, in one round trip. */
export async function gateRows(
  db: Kysely<DB>,
  customerId: string,
  at: Instant,
  exceptAttempt: string | null,
): Promise<GateRows | undefined> {
  const counting = sql`t.customer_id = c.id and t.state <> 'refused'
    and t.id is distinct from ${exceptAttempt}::uuid
    and t.attempted_at > ${at}::timestamptz - make_interval(days => ${logDays})`;
  const { rows } = await sql<GateRows>`
    select
      json_build_object('id', c.id, 'country', c.country, 'region', c.region, 'city', c.city,
        'postalCode', c.postal_code, 'confirmedZone', c.confirmed_zone,
        'vulnerable', c.vulnerable, 'kind', c.kind, 'contacted', exists (
          select 1 from attempts t where ${counting})) as customer,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'value', p.value,
          'place', p.place, 'state', p.state, 'zones', p.zones) order by p.rank, p.id), '[]')
        from contact_points p where p.customer_id = c.id) as points,
      (select coalesce(json_agg(json_build_object('id', a.id, 'portfolioId', a.portfolio_id,
          'product', a.product, 'creditor', cr.name, 'balance', i.balance,
          'oldestDueOn', i.oldest)), '[]')
        from accounts a
        join portfolios po on po.id = a.portfolio_id
        join creditors cr on cr.id = po.creditor_id
        left join lateral (
          select coalesce(sum(balance_minor), 0) as balance,
            min(due_on) filter (where balance_minor > 0) as oldest
          from items i where i.customer_id = c.id and i.account_id = a.id
        ) i on true
        where a.customer_id = c.id) as debts,
      (select coalesce(json_agg(e), '[]') from (
        select t.id, t.attempted_at as at, t.direction, t.channel, t.contact_point_id as "pointId",
          t.person, t.state, t.result, t.debts, t.conversation_debts as "conversationDebts", t.mode
        from attempts t where ${counting}
          and (t.attempted_at > ${at}::timestamptz - make_interval(days => ${countedDays})
            or t.direction = 'inbound' or t.person <> 'consumer' or t.result = 'conversation')
      ) e) as log,
      (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind,
          'channel', f.channel, 'pointId', f.contact_point_id, 'details', f.details,
          'givenAt', f.given_at, 'withdraws', f.withdraws) order by f.given_at), '[]')
        from preferences f where f.customer_id = c.id
          and (f.ends_at is null or f.ends_at > ${at}::timestamptz)) as preferences,
      (select coalesce(json_agg(json_build_object('kind', s.kind, 'pointId', s.contact_point_id,
          'debts', s.debts, 'givenTo', s.given_to, 'receivedAt', s.received_at,
          'revokedAt', s.revoked_at, 'details', s.details)), '[]')
        from consents s where s.customer_id = c.id) as consents,
      (select coalesce(json_agg(json_build_object('id', h.id, 'caseId', h.case_id,
          'kind', h.kind, 'itemId', h.item_id, 'amount', h.amount_minor,
          'details', h.details, 'setAt', h.set_at)), '[]')
        from holds h where h.customer_id = c.id and h.lifted_at is null) as holds
    from customers c where c.id = ${customerId}::uuid
  `.execute(db);
  return rows[0];
}
