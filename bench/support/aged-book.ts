import { sql } from 'kysely';
import { instantOf } from '#kernel/time.ts';
import { firstPolicy } from '#test/support/books/policies.ts';
import type { Db } from '#usecases/app.ts';

/** The one portfolio of the aged book. */
export const agedPortfolio = '00000000-0000-7000-8000-0000000000a1';

/** Its tenant. */
export const agedTenant = '00000000-0000-7000-8000-000000000001';
const creditorId = '00000000-0000-7000-8000-0000000000c1';

/**
 * A book of so many customers with one account and one open invoice each, billed in the ledger. Four
 * in ten are past due on `day`; the others fall overdue over the next twenty weeks, so that each later
 * day brings a few new ones. Ids sort as they were made, as an import leaves them.
 */
export async function agedBook(db: Db, size: number, day: string): Promise<void> {
  await sql`insert into tenants (id, name, created_at)
    values (${agedTenant}::uuid, 'Bench', now())`.execute(db);
  await sql`insert into creditors (id, tenant_id, name)
    values (${creditorId}::uuid, ${agedTenant}::uuid, 'Lender')`.execute(db);
  await firstPolicy(db, agedPortfolio, instantOf(Date.parse(`${day}T00:00:00Z`)));
  await sql`insert into portfolios (id, tenant_id, creditor_id, name, kind, product, currency,
      country, zone, collector_role, caller_id, policy_version)
    values (${agedPortfolio}::uuid, ${agedTenant}::uuid, ${creditorId}::uuid, 'Aged', 'consumer',
      'credit_card', 'USD', 'US', 'America/New_York', 'third_party_collector', '+12125550199', 1)
  `.execute(db);
  const id = (kind: string) =>
    sql.raw(
      `(lpad(to_hex(n), 8, '0') || '-0000-7${kind}-8000-' || substr(md5(n::text), 1, 12))::uuid`,
    );
  const from = sql`from generate_series(1, ${size}::integer) n`;
  await sql`insert into customers (id, tenant_id, reference, kind, name, country,
      created_at)
    select ${id('000')}, ${agedTenant}::uuid, 'C' || n, 'person', 'Customer ' || n, 'US',
      now() ${from}`.execute(db);
  await sql`insert into contact_points (customer_id, id, tenant_id, kind, value, zones,
      source, created_at)
    select ${id('000')}, ${id('001')}, ${agedTenant}::uuid, 'mobile',
      '+1212' || lpad(n::text, 7, '0'), '{America/New_York}', 'bench', now() ${from}`.execute(db);
  await sql`insert into accounts (customer_id, id, tenant_id, portfolio_id, reference,
      product, currency, created_at)
    select ${id('000')}, ${id('002')}, ${agedTenant}::uuid, ${agedPortfolio}::uuid, 'A' || n,
      'credit_card', 'USD', now() ${from}`.execute(db);
  await sql`insert into items (customer_id, id, tenant_id, portfolio_id, account_id,
      reference, kind, due_on, currency, amount_minor, balance_minor, created_at)
    select ${id('000')}, ${id('003')}, ${agedTenant}::uuid, ${agedPortfolio}::uuid,
      ${id('002')}, 'I' || n, 'invoice', ${day}::date
        + case when n % 10 < 4 then -5 - n % 91 else (n / 10) % 140 - 3 end,
      'USD', 1000 + n % 90000, 1000 + n % 90000, now() ${from}`.execute(db);
  await sql`vacuum analyze`.execute(db);
}

/**
 * Lets the office send every request and the days pass: each case of `step` now waits for its calls,
 * which begin on a day of the week after `day`.
 */
export async function requestsSent(db: Db, day: string): Promise<void> {
  await sql`update tasks set done_at = now(), outcome = 'done' where kind = 'send-request'`.execute(
    db,
  );
  await sql`insert into notices (customer_id, id, tenant_id, case_id, stage, announces,
      sent_on, promised_on, how, recorded_at, recorded_by)
    select customer_id, id, tenant_id, id, 'requested', 'warned', ${day}::date,
      ${day}::date + 14, 'letter', now(), ${agedTenant}::uuid from cases`.execute(db);
  await sql`update cases set step = 'start-calls', next_action = 'wait', queue = 'system',
      next_action_at = (${day}::date + 1 + get_byte(uuid_send(customer_id), 15) % 8)::timestamp
        at time zone 'America/New_York'
    where state = 'requested'`.execute(db);
  await sql`vacuum analyze`.execute(db);
}
