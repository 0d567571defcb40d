import { LONGEST_COUNT_DAYS } from '#domain/gate/evaluation-context.ts';
import { defaultSince } from '#storage/default-since.ts';
import { limitationPayments } from '#storage/limitation-payments.ts';
import { asOf } from './now-or-then.ts';

/** Log entries older than this matter to no rule of any pack. */
const logDays = 400;

/** Older entries are counted by no rule; days of slack for zones. */
const countedDays = LONGEST_COUNT_DAYS + 5;

/** The collector of a portfolio at a time: of the first transfer after it, else that of today. */
const collectorAt = (portfolio: string, at: string) => `coalesce(
  (select x.from_collector from portfolio_transfers x
    where x.portfolio_id = ${portfolio}.id and x.occurred_at > ${at}
    order by x.occurred_at limit 1), ${portfolio}.collector)`;

const at = ':at::timestamptz';

/** Attempts that count: none that was refused at release, nor the one asked about. */
const counting = `t.customer_id = :customerId::uuid and t.state <> 'refused'
    and t.id is distinct from :exceptAttempt::uuid
    and t.attempted_at > ${at} - make_interval(days => ${logDays})
    and (not ${asOf} or t.attempted_at <= ${at})`;

/** What the gate reads of an attempt, and in whose name it was made. */
const logColumns = `t.id, t.attempted_at, t.direction, t.channel,
  t.contact_point_id as "pointId", t.person, t.state, t.result, t.debts,
  t.conversation_debts as "conversationDebts", t.mode, t.purpose,
  t.in_response_to as "inResponseTo", t.unsolicited, t.about_debt as "aboutDebt",
  t.automated, t.ended_by as "endedBy",
  coalesce(t.collector, (select ${collectorAt('po', 't.attempted_at')}
    from portfolios po where po.id = t.portfolio_id)) as by`;

const since = `${at} - make_interval(days => ${countedDays})`;

/** Older entries that any rule may ask about. */
const lasting = `${counting} and t.attempted_at <= ${since}
  and (t.direction = 'inbound' or t.person <> 'consumer' or t.result = 'conversation'
    or t.in_response_to is not null)`;

/** The message of theirs that is answered: given, or that of the attempt asked about. */
const answered = `coalesce(:answers::uuid, (select r.in_response_to from attempts r
  where r.customer_id = :customerId::uuid and r.id = :exceptAttempt::uuid))`;

/** In what older entries must be alike for the first and the last of them to stand for all. */
const likeness = [
  'contact_point_id',
  'channel',
  'direction',
  'result',
  'person',
  'purpose',
  'portfolio_id',
  'collector',
  'debts',
  'conversation_debts',
];

/**
 * The log, oldest first. Of the entries that are too old to be counted those to others stay, those of
 * the thread that is answered, and of conversations and of what the person sent the first and the
 * last of each kind: rules ask whether and since when there were any, never how many.
 */
const logPart = `(select coalesce(json_agg(e), '[]') from (
    select l.id, l.attempted_at as at, l.direction, l.channel, l."pointId", l.person, l.state,
      l.result, l.debts, l."conversationDebts", l.mode, l.purpose, l."inResponseTo",
      l.unsolicited, l."aboutDebt", l.automated, l."endedBy", l.by
    from (
      select ${logColumns} from attempts t where ${counting} and t.attempted_at > ${since}
      union all
      select ${logColumns} from (
        select t.*, min(t.attempted_at) over alike as first_at,
          max(t.attempted_at) over alike as last_at
        from attempts t where ${lasting}
        window alike as (partition by ${likeness.map((column) => `t.${column}`).join(', ')})
      ) t
      where t.person <> 'consumer' or t.attempted_at in (t.first_at, t.last_at)
        or ${answered} in (t.id, t.in_response_to)
    ) l order by l.attempted_at, l.id
  ) e)`;

/**
 * By which collector something about which debts was conveyed to whom: by an attempt, or before the
 * book came here. Whether that was telling the customer is for the law of the place. Unlike the log
 * it reaches back without limit.
 */
const conveyedPart = `(select coalesce(json_agg(x), '[]') from (
    select distinct coalesce(nullif(t.conversation_debts, '{}'), t.debts) as debts,
      coalesce(t.collector, (select ${collectorAt('po', 't.attempted_at')}
        from portfolios po where po.id = t.portfolio_id)) as by, t.person
    from attempts t where t.customer_id = :customerId::uuid and t.about_debt
      and t.person not like 'third_party%' and t.state <> 'refused' and t.id is distinct from :exceptAttempt::uuid
      and (not ${asOf} or t.attempted_at <= ${at})
    union
    select array[a.id], ${collectorAt('po', 'a.first_communication_on::timestamptz')}, 'consumer'
    from accounts a join portfolios po on po.id = a.portfolio_id
    where a.customer_id = :customerId::uuid
      and a.first_communication_on <= (${at} at time zone po.zone)::date
  ) x)`;

/** The collector in whose name a notice was sent; of other facts it is not asked. */
const noticeBy = `case when f.kind in ('validation_notice', 'letter_about_debt') then
    (select ${collectorAt('po', 'f.occurred_at')} from portfolios po
      where po.id = f.portfolio_id) end`;

/** Payments `y` that stand, or stood at the past instant that is asked about. */
const standingPayment = `(y.reversed_at is null or (${asOf} and y.reversed_at > ${at}))
  and (not ${asOf} or y.recorded_at <= ${at})`;

const debtsPart = `
  (select coalesce(json_agg(json_build_object('id', a.id, 'customerId', a.customer_id,
      'portfolioId', a.portfolio_id,
      'product', a.product, 'debtType', a.debt_type, 'limitationOn', a.limitation_on,
      'studentAccountGroup', a.student_account_group, 'endedAs', a.ended_as,
      'openedOn', a.opened_on, 'renewedOn', a.renewed_on,
      'originatedMinor', a.originated_minor, 'currency', a.currency, 'creditor', cr.name,
      'payments', ${limitationPayments(':customerId::uuid', standingPayment)},
      'balance', (
        select coalesce(sum(i.balance_minor), 0) from items i
        where i.customer_id = :customerId::uuid and i.account_id = a.id),
      'defaultOn', ${defaultSince(':customerId::uuid')},
      'oldestDueOn', (select min(i.due_on) from items i
        where i.customer_id = :customerId::uuid and i.account_id = a.id
          and i.balance_minor > 0))), '[]')
    from accounts a
    join portfolios po on po.id = a.portfolio_id
    join creditors cr on cr.id = po.creditor_id
    where a.customer_id = :customerId::uuid)`;

const collectorsPart = `
  (select coalesce(json_agg(json_build_object('portfolioId', po.id,
      'collector', ${collectorAt('po', at)},
      'role', coalesce((select x.from_role from portfolio_transfers x
        where x.portfolio_id = po.id and x.occurred_at > ${at}
        order by x.occurred_at limit 1), po.collector_role),
      'kind', po.kind, 'usesThirdPartyName', po.uses_third_party_name,
      'businessAssociate', po.business_associate, 'actsFor', po.acts_for)), '[]')
    from portfolios po where po.id in (
      select a.portfolio_id from accounts a where a.customer_id = :customerId::uuid))`;

/** Who is tied to the customer; those who were then, when a past instant is asked about. */
const partiesPart = `
  (select coalesce(json_agg(json_build_object('id', y.id, 'accountId', y.account_id,
      'role', y.role, 'relation', y.relation, 'name', y.name, 'createdAt', y.created_at,
      'ended', y.ended_at is not null and (not ${asOf} or y.ended_at <= ${at}))
      order by y.created_at, y.id), '[]')
    from parties y where y.customer_id = :customerId::uuid
      and (not ${asOf} or y.created_at <= ${at}))`;

/** The columns of `GateRows` and whether the record is linked to others, of a customer `c`. */
export const gateColumns = `
      c.linked,
      json_build_object('id', c.id, 'country', c.country, 'region', c.region, 'city', c.city,
        'postalCode', c.postal_code, 'confirmedZone', c.confirmed_zone,
        'vulnerable', c.vulnerable, 'language', c.language, 'kind', c.kind, 'birthDate', c.birth_date) as customer,
      ${conveyedPart} as conveyed,
      ${collectorsPart} as collectors,
      (select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'value', p.value,
          'place', p.place, 'state', p.state, 'zones', p.zones, 'partyId', p.party_id,
          'employerProvided', p.employer_provided) order by p.rank, p.id), '[]')
        from contact_points p where p.customer_id = :customerId::uuid) as points,
      ${partiesPart} as parties,
      ${debtsPart} as debts,
      ${logPart} as log,
      (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind,
          'details', f.details, 'occurredAt', f.occurred_at, 'receivedAt', f.received_at,
          'withdraws', f.withdraws, 'by', ${noticeBy}) order by f.occurred_at, f.id), '[]')
        from contact_facts f where f.customer_id = :customerId::uuid
          and (f.transferable or not exists (select 1 from portfolio_transfers x
            where x.portfolio_id = f.portfolio_id and x.occurred_at > f.occurred_at
              and x.occurred_at <= ${at}))) as facts,
      (select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind,
          'channel', f.channel, 'pointId', f.contact_point_id, 'details', f.details,
          'givenAt', f.given_at, 'withdraws', f.withdraws) order by f.given_at), '[]')
        from preferences f where f.customer_id = :customerId::uuid
          and (not ${asOf} or f.given_at <= ${at})) as preferences,
      (select coalesce(json_agg(json_build_object('kind', s.kind, 'portfolioId', s.portfolio_id,
          'pointId', s.contact_point_id, 'debts', s.debts, 'givenTo', s.given_to, 'receivedAt', s.received_at,
          'revokedAt', s.revoked_at, 'revokedVia', s.revocation_source,
          'details', s.details)), '[]')
        from consents s where s.customer_id = :customerId::uuid) as consents,
      (select coalesce(json_agg(json_build_object('id', h.id, 'caseId', h.case_id,
          'kind', h.kind, 'accountId', h.account_id, 'itemId', h.item_id,
          'amount', h.amount_minor,
          'details', h.details, 'setAt', h.set_at)), '[]')
        from holds h where h.customer_id = :customerId::uuid
          and (h.lifted_at is null or (${asOf} and h.lifted_at > ${at}))
          and (not ${asOf} or h.set_at <= ${at})) as holds`;
