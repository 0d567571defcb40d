import { sql } from 'kysely';
import type { Merge } from './import-checks.ts';
import { isSilent, sibling, siblingId, stagingTable } from './import-staging.ts';

/**
 * Finds, for the staged rows, whose they are: temporary tables `import_people`, `import_accounts`
 * and `import_items` (one row each a staged row), with the ids of what the book has already or new
 * ones. They live until the transaction ends.
 */
export async function resolveReferences(merge: Merge, isEmpty: boolean): Promise<void> {
  const { tx, runId, tenantId, portfolioId } = merge;
  const rows = stagingTable(runId);
  const newItem = siblingId('s.id', sibling.item);
  const join = sql`from ${rows} s join import_accounts a on a.acct = s.acct`;
  const here = (alias: string) => sql`${sql.raw(alias)}.tenant_id = ${tenantId}::uuid
    and ${sql.raw(alias)}.portfolio_id = ${portfolioId}::uuid and ${sql.raw(alias)}.kind = 'item'`;
  // An item's reference leads to it alone; where two accounts use the same one (instalment 1, 2, 3)
  // the second is kept under its account's.
  const long = sql`s.acct || '/' || s.item`;
  const items = isEmpty
    ? sql`false as known, ${newItem} as item_id,
        case when f.line is null then ${long} else s.item end as key ${join}`
    : sql`coalesce(l.target_id, i.id) is not null as known,
        coalesce(l.target_id, i.id, ${newItem}) as item_id,
        case when f.line is null or r.target_id is not null then ${long} else s.item end as key
      ${join}
      left join client_references l on ${here('l')} and l.reference = ${long}
      left join client_references r on ${here('r')} and r.reference = s.item
      left join items i on i.customer_id = r.customer_id and i.id = r.target_id
        and i.account_id = a.account_id`;
  const known = (kind: string, reference: string) => sql`left join client_references r
    on r.tenant_id = ${tenantId}::uuid and r.portfolio_id = ${portfolioId}::uuid
    and r.kind = ${sql.lit(kind)} and r.reference = ${sql.raw(reference)}`;
  await sql`create temp table import_people on commit drop as
    select g.cust, g.line, g.rows, r.customer_id is not null as known,
      coalesce(r.customer_id, s.id) as customer_id
    from (select cust, coalesce(min(line) filter (where not ${sql.raw(isSilent('name'))}),
        min(line)) as line, count(*) as rows from ${rows} s group by cust) g
    join ${rows} s on s.line = g.line ${known('customer', 'g.cust')}`.execute(tx);
  await sql`analyze import_people`.execute(tx);
  await sql`create temp table import_accounts on commit drop as
    select g.acct, g.line, r.customer_id is not null as known,
      coalesce(r.target_id, ${siblingId('s.id', sibling.account)}) as account_id, p.customer_id
    from (select acct, min(line) as line from ${rows} group by acct) g
    join ${rows} s on s.line = g.line
    join import_people p on p.cust = s.cust ${known('account', 'g.acct')}`.execute(tx);
  await sql`analyze import_accounts`.execute(tx);
  await sql`create temp table import_items on commit drop as
    select s.line, s.id, a.customer_id, a.account_id, ${items}
    left join (select min(line) as line from ${rows} group by item) f on f.line = s.line`.execute(
    tx,
  );
  await sql`analyze import_items`.execute(tx);
}

/** Inserts the customers, accounts, items and references that the book does not have yet. */
export async function insertNew(merge: Merge): Promise<void> {
  const { tx, importId, runId, tenantId, portfolioId, at } = merge;
  const rows = stagingTable(runId);
  await sql`insert into customers (id, tenant_id, reference, kind, name, given_name,
      family_name, language, birth_date, country, region, city, postal_code, street, confirmed_zone, pay_day,
      import_id, created_at)
    select p.customer_id, ${tenantId}::uuid, s.cust, s.kind, s.name,
      s.given_name, s.family_name, s.language, s.birth_date,
      coalesce(s.country, ${merge.country}), s.region, s.city, s.postal_code, s.street, s.confirmed_zone, s.pay_day,
      ${importId}::uuid, ${at}::timestamptz
    from import_people p join ${rows} s on s.line = p.line where not p.known`.execute(tx);
  await sql`insert into accounts (customer_id, id, tenant_id, portfolio_id, reference,
      product, debt_type, student_account_group, limitation_on, currency, opened_on,
      originated_minor, renewed_on,
      first_communication_on, original_creditor, charged_off_on, charged_off_minor, last_paid_on,
      placed_on, interest_minor, fees_minor, file_note, import_id, created_at)
    select a.customer_id, a.account_id, ${tenantId}::uuid, ${portfolioId}::uuid, s.acct,
      coalesce(s.product, ${merge.product}), s.debt_type, s.student_account_group,
      s.limitation_on, s.currency, s.opened_on, s.originated_minor, s.renewed_on,
      s.first_communication_on, s.original_creditor, s.charged_off_on, s.charged_off_minor,
      s.last_paid_on, s.placed_on, s.interest_minor, s.fees_minor, s.file_note,
      ${importId}::uuid, ${at}::timestamptz
    from import_accounts a join ${rows} s on s.line = a.line where not a.known`.execute(tx);
  await sql`insert into items (customer_id, id, tenant_id, portfolio_id, account_id,
      reference, kind, issued_on, due_on, currency, amount_minor, balance_minor, disputed_minor,
      delivered_on, delivered_how, delivered_to, delivery_failed_on, refreshed_on, import_id, created_at)
    select i.customer_id, i.item_id, ${tenantId}::uuid, ${portfolioId}::uuid, i.account_id,
      s.item, s.item_kind, s.issued_on, s.due_on, s.currency,
      s.amount, s.balance, case when s.disputed then s.balance else 0 end, s.delivered_on,
      s.delivered_how, s.delivered_to, s.delivery_failed_on, ${merge.today}::date, ${importId}::uuid, ${at}::timestamptz
    from import_items i join ${rows} s on s.line = i.line where not i.known`.execute(tx);
  await sql`insert into client_references (tenant_id, portfolio_id, kind, reference, customer_id,
      target_id)
    select ${tenantId}::uuid, ${portfolioId}::uuid, kind, reference, customer_id, target_id from (
      select 'customer' as kind, cust as reference, customer_id, customer_id as target_id
        from import_people where not known
      union all select 'account', acct, customer_id, account_id
        from import_accounts where not known
      union all select 'item', key, customer_id, item_id
        from import_items where not known) n`.execute(tx);
}

/**
 * Books new items: the debt on the day of issue, else the due day, never in the future. An item
 * that was settled before is booked whole and paid on its day. Of one paid in part on days nobody
 * told, only the open part is booked: the rest never was a debt here.
 */
export async function bookNew(merge: Merge): Promise<void> {
  const { tx, importId, runId, tenantId, portfolioId, at, today } = merge;
  const rows = stagingTable(runId);
  const common = sql`i.customer_id, ${tenantId}::uuid, ${portfolioId}::uuid, i.account_id`;
  const opening = sql`case when s.settled_on is null then s.balance else s.amount end`;
  await sql`insert into postings (customer_id, tenant_id, portfolio_id, account_id, id,
      item_id, event_id, kind, debit, credit, component, amount_minor, currency, booked_on,
      recorded_at, import_id)
    select ${common}, ${siblingId('i.id', sibling.bill)}, i.item_id,
      ${siblingId('i.id', sibling.billEvent)}, 'bill', 'receivable', 'billed', 'principal',
      ${opening}, s.currency, least(coalesce(s.issued_on, s.due_on), ${today}::date),
      ${at}::timestamptz, ${importId}::uuid
    from import_items i join ${rows} s on s.line = i.line where not i.known`.execute(tx);
  if (!merge.mapped.has('settledOn')) return;
  await sql`insert into payments (customer_id, tenant_id, portfolio_id, account_id, id,
      amount_minor, currency, received_on, source, reference, recorded_at, import_id)
    select ${common}, ${siblingId('i.id', sibling.payment)}, s.amount, s.currency,
      least(s.settled_on, ${today}::date), 'import', s.item, ${at}::timestamptz, ${importId}::uuid
    from import_items i join ${rows} s on s.line = i.line
    where not i.known and s.settled_on is not null`.execute(tx);
  await sql`insert into postings (customer_id, tenant_id, portfolio_id, account_id, id,
      item_id, event_id, payment_id, kind, debit, credit, component, amount_minor, currency,
      booked_on, recorded_at, import_id)
    select ${common}, ${siblingId('i.id', sibling.paymentPosting)}, i.item_id,
      ${siblingId('i.id', sibling.paymentEvent)}, ${siblingId('i.id', sibling.payment)}, 'payment',
      'cash', 'receivable', 'principal', s.amount, s.currency,
      least(s.settled_on, ${today}::date), ${at}::timestamptz, ${importId}::uuid
    from import_items i join ${rows} s on s.line = i.line
    where not i.known and s.settled_on is not null`.execute(tx);
}

/** Adds contact points and payment methods that the customer does not have yet. */
export async function insertContacts(merge: Merge): Promise<void> {
  const { tx, importId, runId, tenantId, at } = merge;
  const rows = stagingTable(runId);
  const into = sql`insert into contact_points (customer_id, id, tenant_id, kind, value,
    zones, party_id, employer_provided, place, source, rank, import_id, created_at)`;
  const contacts = (onRows: ReturnType<typeof sql>) => sql`select p.customer_id,
      ${siblingId('s.id', sql`${sql.lit(sibling.contacts)} + c.place::int`)} as id, c.kind, c.value,
      coalesce(string_to_array(nullif(c.zones, ''), ' '), '{}') as zones, s.line, c.place,
      c.employer = '1' as employer, case when c.owner <> '0' then (
        select t.party_id from import_parties t where t.line = s.line and t.place = c.owner::int)
      end as party_id
    from import_people p join ${rows} s on ${onRows}
    cross join lateral unnest(string_to_array(s.kinds, chr(31)), string_to_array(s.vals, chr(31)),
      string_to_array(s.zones, chr(31)), string_to_array(s.owners, chr(31)),
      string_to_array(s.employers, chr(31)))
      with ordinality as c(kind, value, zones, owner, employer, place)`;
  // A customer of one row has each value once already; the others must be made distinct first.
  await sql`${into}
    select customer_id, id, ${tenantId}::uuid, kind, value, zones,
      party_id, employer, case when employer then 'work' end, 'import', place, ${importId}::uuid, ${at}::timestamptz
    from (${contacts(sql`s.line = p.line and p.rows = 1 and not p.known`)}) c`.execute(tx);
  await sql`${into}
    select customer_id, id, ${tenantId}::uuid, kind, value, zones,
      party_id, employer, case when employer then 'work' end, 'import', place, ${importId}::uuid, ${at}::timestamptz
    from (select distinct on (customer_id, value) * from
      (${contacts(sql`s.cust = p.cust and (p.rows > 1 or p.known)`)}) a
      order by customer_id, value, line, place) c
    where not exists (select 1 from contact_points k
      where k.customer_id = c.customer_id and k.value = c.value)`.execute(tx);
}

/** Fields of which any tells of a payment method. */
const methodFields = [
  ...['methodKind', 'methodState', 'methodExpiresOn', 'methodLast4', 'methodRenews', 'chargingDay'],
];

/** Adds the payment method of each account that has none of its kind yet. */
export async function insertMethods(merge: Merge): Promise<void> {
  const { tx, importId, runId, tenantId, at, today } = merge;
  if (!methodFields.some((field) => merge.mapped.has(field))) {
    return;
  }
  await sql`insert into payment_methods (customer_id, id, tenant_id, account_id, kind,
      state, masked, expires_on, renews, charging_day, import_id, created_at)
    select a.customer_id, ${siblingId('s.id', sibling.method)}, ${tenantId}::uuid,
      a.account_id, coalesce(s.method_kind, 'none'),
      coalesce(s.method_state, case when s.method_expires_on < ${today}::date then 'expired'
        else 'valid' end), s.method_last4, s.method_expires_on, s.method_renews,
        s.charging_day, ${importId}::uuid, ${at}::timestamptz
    from import_accounts a join ${stagingTable(runId)} s on s.line = a.line
    where s.has_method and not exists (select 1 from payment_methods m
      where m.customer_id = a.customer_id and m.account_id = a.account_id
        and m.kind = coalesce(s.method_kind, m.kind))`.execute(tx);
}
