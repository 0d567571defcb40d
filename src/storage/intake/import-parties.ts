import { sql } from 'kysely';
import type { Merge } from './import-checks.ts';
import { sibling, siblingId, stagingTable } from './import-staging.ts';

/**
 * Finds who is tied to the accounts of the staged rows, `import_parties`: one row for each place of a
 * staged row, with the id of the party that the account has already or of a new one.
 */
export async function resolveParties({ tx, runId }: Merge): Promise<void> {
  await sql`create temp table import_parties on commit drop as
    select r.*, coalesce(k.id, first_value(r.own_id) over alike) as party_id,
      k.id is null and row_number() over alike = 1 as is_new
    from (select s.line, p.place::int as place, a.customer_id, a.account_id, p.role, p.name,
        ${siblingId('s.id', sql`${sql.lit(sibling.parties)} + p.place::int`)} as own_id
      from ${stagingTable(runId)} s join import_accounts a on a.acct = s.acct
      cross join lateral unnest(string_to_array(s.party_roles, chr(31)),
        string_to_array(s.party_names, chr(31))) with ordinality as p(role, name, place)
      where s.party_roles is not null) r
    left join lateral (select y.id from parties y where y.customer_id = r.customer_id
      and y.account_id = r.account_id and y.role = r.role and lower(y.name) = lower(r.name)
      and y.ended_at is null order by y.id limit 1) k on true
    window alike as (partition by r.customer_id, r.account_id, r.role, lower(r.name)
      order by r.line, r.place)`.execute(tx);
}

/** Adds the parties that the accounts do not have yet. */
export async function insertParties({ tx, importId, tenantId, at }: Merge): Promise<void> {
  await sql`insert into parties (customer_id, id, tenant_id, account_id, role, name, source,
      import_id, created_at)
    select customer_id, party_id, ${tenantId}::uuid, account_id, role, name, 'import',
      ${importId}::uuid, ${at}::timestamptz
    from import_parties where is_new`.execute(tx);
}

/** Those who have an attorney since this import: from now on one talks to them. */
export async function newlyRepresented({ tx }: Pick<Merge, 'tx'>): Promise<readonly string[]> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct customer_id from import_parties where is_new and role = 'attorney'
    order by customer_id`.execute(tx);
  return rows.map(({ customerId }) => customerId);
}
