import { type Kysely, type RawBuilder, sql } from 'kysely';
import { LONGEST_COUNT_DAYS } from '#domain/gate/moment.ts';
import type { Instant } from '#kernel/time.ts';
import { peopleOf } from '#storage/contact-log/person-links.ts';
import type { DB } from '#storage/tables.ts';

/** Where one record says that the person lives. */
export type PersonPlace = {
  readonly country: string;
  readonly region: string | null;
  readonly city: string | null;
  readonly postalCode: string | null;
  readonly confirmedZone: string | null;
};

/**
 * What the database knows that bears on contacting one human being; JSON as the rows have it. All but
 * `customer` is of every record that is the same person.
 */
export type GateRows = {
  readonly customer: PersonPlace & {
    readonly id: string;
    readonly vulnerable: boolean;
    readonly kind: 'person' | 'company';
    /** Whether the log has any entry, of those left out below too. */
    readonly contacted: boolean;
  };
  /** The places of the other records that are the same person. */
  readonly otherPlaces: readonly PersonPlace[];
  /** In whose name each portfolio was collected at the time asked about; null means the tenant's. */
  readonly collectors: readonly {
    readonly portfolioId: string;
    readonly collector: string | null;
    readonly role: string;
  }[];
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
    /** The record it stands on, one of those that are the person. */
    readonly customerId: string;
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
    readonly purpose: string | null;
    readonly inResponseTo: string | null;
    readonly unsolicited: boolean;
    /** The collector in whose name it was made; null means the tenant's. */
    readonly by: string | null;
  }[];
  /** Raw facts, withdrawals and returned notices among them. */
  readonly facts: readonly {
    readonly id: string;
    readonly kind: string;
    readonly details: Readonly<Record<string, unknown>>;
    readonly occurredAt: string;
    readonly receivedAt: string;
    readonly withdraws: string | null;
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

/** Older entries are counted by no rule; days of slack for zones. */
const countedDays = LONGEST_COUNT_DAYS + 5;

/** How the rows of a person are to be read. */
export type GateReading = {
  /** The instant decided about. */
  readonly at: Instant;
  /** An attempt of ours that must not count against itself. */
  readonly exceptAttempt: string | null;
  /** True leaves out what happened after `at`, to decide about a past instant as it truly was. */
  readonly asOf?: boolean;
  /** The message of theirs that is answered: what was said in its thread stays in the log. */
  readonly answers?: string | null;
};

const ids = sql`any(array(select id from people))`;

/** The collector of a portfolio at a time: of the first transfer after it, else that of today. */
const collectorAt = (portfolio: string, at: RawBuilder<unknown>) => sql`coalesce(
  (select x.from_collector from portfolio_transfers x
    where x.portfolio_id = ${sql.raw(portfolio)}.id and x.occurred_at > ${at}
    order by x.occurred_at limit 1), ${sql.raw(portfolio)}.collector)`;

/** Everything about one human being that the gate decides from, in one round trip. */
export async function gateRows(
  db: Kysely<DB>,
  customerId: string,
  reading: GateReading,
): Promise<GateRows | undefined> {
  const { rows } = await sql<GateRows>`
    with recursive ${peopleOf(customerId)}
    select ${gateColumns(reading)} from customers c where c.id = ${customerId}::uuid
  `.execute(db);
  return rows[0];
}

/** The columns of `GateRows`, of a customer `c` and the `people` that are the same human being. */
export function gateColumns(reading: GateReading): RawBuilder<unknown> {
  const at = sql`${reading.at}::timestamptz`;
  const asOf = reading.asOf ?? false;
  return sql`
      json_build_object('id', c.id, 'country', c.country, 'region', c.region, 'city', c.city,
        'postalCode', c.postal_code, 'confirmedZone', c.confirmed_zone,
        'vulnerable', c.vulnerable, 'kind', c.kind, 'contacted', exists (
          select 1 from people g cross join lateral (
            select 1 from attempts t where ${counting(reading, sql`t.customer_id = g.id`)}
            order by t.attempted_at desc limit 1) newest)) as customer,
      (select coalesce(json_agg(json_build_object('country', o.country, 'region', o.region,
          'city', o.city, 'postalCode', o.postal_code, 'confirmedZone', o.confirmed_zone)), '[]')
        from customers o where o.id = ${ids} and o.id <> c.id) as other_places,
      ${collectorsPart(at)} as collectors,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'value', p.value,
          'place', p.place, 'state', p.state, 'zones', p.zones)
          order by p.customer_id <> c.id, p.rank, p.id), '[]')
        from contact_points p where p.customer_id = ${ids}) as points,
      ${debtsPart} as debts,
      ${logPart(reading)} as log,
      (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind,
          'details', f.details, 'occurredAt', f.occurred_at, 'receivedAt', f.received_at,
          'withdraws', f.withdraws) order by f.occurred_at, f.id), '[]')
        from contact_facts f where f.customer_id = ${ids}
          and (f.transferable or not exists (select 1 from portfolio_transfers x
            where x.portfolio_id = f.portfolio_id and x.occurred_at > f.occurred_at
              and x.occurred_at <= ${at}))) as facts,
      (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind,
          'channel', f.channel, 'pointId', f.contact_point_id, 'details', f.details,
          'givenAt', f.given_at, 'withdraws', f.withdraws) order by f.given_at), '[]')
        from preferences f where f.customer_id = ${ids}
          and (f.ends_at is null or f.ends_at > ${at})
          and (not ${asOf} or f.given_at <= ${at})) as preferences,
      (select coalesce(json_agg(json_build_object('kind', s.kind, 'pointId', s.contact_point_id,
          'debts', s.debts, 'givenTo', s.given_to, 'receivedAt', s.received_at,
          'revokedAt', s.revoked_at, 'details', s.details)), '[]')
        from consents s where s.customer_id = ${ids}) as consents,
      (select coalesce(json_agg(json_build_object('id', h.id, 'caseId', h.case_id,
          'kind', h.kind, 'itemId', h.item_id, 'amount', h.amount_minor,
          'details', h.details, 'setAt', h.set_at)), '[]')
        from holds h where h.customer_id = ${ids}
          and (h.lifted_at is null or (${asOf} and h.lifted_at > ${at}))
          and (not ${asOf} or h.set_at <= ${at})) as holds`;
}

/** Attempts that count: none that was refused at release, nor the one asked about. */
function counting({ at, exceptAttempt, asOf = false }: GateReading, whose: RawBuilder<unknown>) {
  return sql`${whose} and t.state <> 'refused'
    and t.id is distinct from ${exceptAttempt}::uuid
    and t.attempted_at > ${at}::timestamptz - make_interval(days => ${logDays})
    and (not ${asOf} or t.attempted_at <= ${at}::timestamptz)`;
}

/** What the gate reads of an attempt, and in whose name it was made. */
const logColumns = sql`t.id, t.attempted_at, t.direction, t.channel, t.contact_point_id, t.person,
  t.state, t.result, t.debts, t.conversation_debts, t.mode, t.purpose, t.in_response_to,
  t.unsolicited, coalesce(t.collector, ${collectorAt('po', sql`t.attempted_at`)}) as by`;

/**
 * The log, oldest first. Of the entries that are too old to be counted those to others stay, those of
 * the thread that is answered, and of talks and of what the person sent the first and the last of
 * each kind: rules ask whether and since when there were any, never how many.
 */
function logPart(reading: GateReading) {
  const since = sql`${reading.at}::timestamptz - make_interval(days => ${countedDays})`;
  const answered = sql`${reading.answers ?? null}::uuid`;
  // Record by record, so that the plan goes by the indexes of one person and not over the table.
  const attempts = (which: RawBuilder<unknown>) => sql`
    people g cross join lateral (
      select t.* from attempts t where ${counting(reading, sql`t.customer_id = g.id`)} and ${which}
      offset 0
    ) t join portfolios po on po.id = t.portfolio_id`;
  return sql`(select coalesce(json_agg(e), '[]') from (
    select l.id, l.attempted_at as at, l.direction, l.channel, l.contact_point_id as "pointId",
      l.person, l.state, l.result, l.debts, l.conversation_debts as "conversationDebts", l.mode,
      l.purpose, l.in_response_to as "inResponseTo", l.unsolicited, l.by
    from (
      select ${logColumns}, true as stays from ${attempts(sql`t.attempted_at > ${since}`)}
      union all
      select o.*, o.person <> 'consumer' or ${answered} in (o.id, o.in_response_to)
        or o.attempted_at in (min(o.attempted_at) over alike, max(o.attempted_at) over alike)
      from (select ${logColumns} from ${attempts(sql`t.attempted_at <= ${since}
        and (t.direction = 'inbound' or t.person <> 'consumer' or t.result = 'conversation'
          or t.in_response_to is not null)`)}) o
      window alike as (partition by o.contact_point_id, o.channel, o.direction, o.result,
        o.person, o.purpose, o.by, o.debts, o.conversation_debts)
    ) l where l.stays order by l.attempted_at, l.id
  ) e)`;
}

const debtsPart = sql`
  (select coalesce(json_agg(json_build_object('id', a.id, 'customerId', a.customer_id,
      'portfolioId', a.portfolio_id,
      'product', a.product, 'creditor', cr.name, 'balance', i.balance, 'oldestDueOn', i.oldest)), '[]')
    from accounts a
    join portfolios po on po.id = a.portfolio_id
    join creditors cr on cr.id = po.creditor_id
    left join lateral (
      select coalesce(sum(balance_minor), 0) as balance,
        min(due_on) filter (where balance_minor > 0) as oldest
      from items i where i.customer_id = a.customer_id and i.account_id = a.id
    ) i on true
    where a.customer_id = ${ids})`;

function collectorsPart(at: RawBuilder<unknown>) {
  return sql`
  (select coalesce(json_agg(json_build_object('portfolioId', po.id,
      'collector', ${collectorAt('po', at)},
      'role', coalesce((select x.from_role from portfolio_transfers x
        where x.portfolio_id = po.id and x.occurred_at > ${at}
        order by x.occurred_at limit 1), po.collector_role))), '[]')
    from portfolios po where po.id in (
      select a.portfolio_id from accounts a where a.customer_id = ${ids}))`;
}
