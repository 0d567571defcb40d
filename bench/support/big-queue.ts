import { sql } from 'kysely';
import { defaultSettings } from '#domain/policy/default-settings.ts';
import type { Db } from '#usecases/app.ts';

const tenant = '00000000-0000-7000-8000-000000000001';
export const portfolios = Array.from(
  { length: 10 },
  (_, i) => `00000000-0000-7000-8000-0000000001${String(i).padStart(2, '0')}`,
);
export const zones = [
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
];

/** A queue of ready work items over ten portfolios and six zones, with their customers and cases. */
export async function bigQueue(db: Db, size: number, at: string): Promise<void> {
  await sql`insert into tenants values (${tenant}, 'bench', ${at})`.execute(db);
  await sql`insert into creditors values (${tenant}, ${tenant}, 'bench')`.execute(db);
  for (const [i, id] of portfolios.entries()) {
    await sql`insert into portfolio_policies (portfolio_id, version, settings, made_at, reason)
      values (${id}, 1, ${JSON.stringify(defaultSettings)}::jsonb, ${at}, 'bench')`.execute(db);
    await sql`insert into portfolios (id, tenant_id, creditor_id, name, kind, product, currency,
      country, zone, collector_role, caller_id, policy_version) values (${id}, ${tenant}, ${tenant}, ${`p${i}`}, 'consumer',
      'credit_card', 'USD', 'US', 'America/New_York', 'third_party_collector', '+12025550100', 1)`.execute(
      db,
    );
  }
  const customer = `md5('u' || g)::uuid`;
  const kase = `md5('c' || g)::uuid`;
  const portfolio = `(array[${portfolios.map((id) => `'${id}'`).join(',')}])[1 + g % 10]::uuid`;
  const zone = `(array[${zones.map((name) => `'${name}'`).join(',')}])[1 + (g / 10) % 6]`;
  const from = `from generate_series(1, ${size}) g`;
  await sql
    .raw(`insert into customers (id, tenant_id, reference, kind, name, country, region, created_at)
    select ${customer}, '${tenant}', 'R' || g, 'person', 'Person ' || g, 'US', 'NY', '${at}' ${from}`)
    .execute(db);
  await sql
    .raw(`insert into contact_points (customer_id, id, tenant_id, kind, value, zones, source, state, created_at)
    select ${customer}, md5('p' || g)::uuid, '${tenant}', 'mobile', '+1212555' || lpad((g % 10000)::text, 4, '0'),
      array[${zone}], 'bench', 'valid', '${at}' ${from}`)
    .execute(db);
  await sql
    .raw(`insert into accounts (customer_id, id, tenant_id, portfolio_id, reference, product, currency, created_at)
    select ${customer}, md5('a' || g)::uuid, '${tenant}', ${portfolio}, 'A' || g, 'credit_card', 'USD', '${at}' ${from}`)
    .execute(db);
  await sql
    .raw(`insert into items (customer_id, id, tenant_id, portfolio_id, account_id, case_id, reference, kind,
      due_on, currency, amount_minor, balance_minor, entered_collection_on, created_at)
    select ${customer}, md5('i' || g)::uuid, '${tenant}', ${portfolio}, md5('a' || g)::uuid, ${kase}, 'I' || g,
      'invoice', '2026-10-01', 'USD', 10000, 10000, '2026-10-05', '${at}' ${from}`)
    .execute(db);
  await sql
    .raw(`insert into cases (customer_id, id, tenant_id, portfolio_id, state, state_since, shape, step, step_on,
      queue, next_action, next_action_at, priority, debt_minor, overdue_minor, currency, opened_at)
    select ${customer}, ${kase}, '${tenant}', ${portfolio}, 'working', '${at}', 'short-firm', 'chase-call', '2026-11-18',
      'collections', 'call', '${at}', (g::bigint * 7919 % 1000)::integer, 10000, 10000, 'USD', '${at}' ${from}`)
    .execute(db);
  await sql
    .raw(`insert into work_items (customer_id, id, tenant_id, case_id, portfolio_id, zone, state, priority_tier,
      priority, next_callable_at)
    select ${customer}, md5('w' || g)::uuid, '${tenant}', ${kase}, ${portfolio}, ${zone}, 'ready', g % 11 = 0,
      (g::bigint * 7919 % 1000)::integer, '${at}' ${from}`)
    .execute(db);
  await sql`insert into queue_zones select distinct portfolio_id, zone from work_items`.execute(db);
  await sql.raw('vacuum analyze work_items').execute(db);
  await sql.raw('analyze').execute(db);
}
