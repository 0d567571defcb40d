import { type Kysely, sql } from 'kysely';
import type { DB } from '#storage/tables.ts';
import type { Merge } from './import-checks.ts';
import { sibling, siblingId, stagingTable } from './import-staging.ts';

/** Where the ids of these changes begin among the siblings: one for each contact of a row, twice. */
const first = sibling.changes + 60;
const perRow = 20;

/**
 * What the file says of numbers and addresses that the book has as the customer's own: that they are
 * somebody else's, or that the employer provided them. Written down as changes. What the book says
 * of these already is never taken back by a file that is silent.
 */
export async function claimPoints({ tx, importId, runId, mapped }: Merge): Promise<void> {
  if (!ownerFields.some((field) => mapped.has(field))) return;
  await sql`create temp table import_owned on commit drop as
    select distinct on (k.customer_id, k.id) s.id, s.cust as reference, c.place::int as place,
      k.customer_id, k.id as point_id, case when k.party_id is null then t.party_id end as party_id,
      t.name, c.employer = '1' and not k.employer_provided as by_employer
    from import_people p join ${stagingTable(runId)} s on s.cust = p.cust
    cross join lateral unnest(string_to_array(s.vals, chr(31)), string_to_array(s.owners, chr(31)),
      string_to_array(s.employers, chr(31))) with ordinality as c(value, owner, employer, place)
    join contact_points k on k.customer_id = p.customer_id and k.value = c.value
    left join import_parties t on t.line = s.line and t.place::text = c.owner
    where k.party_id is null and t.party_id is not null
      or c.employer = '1' and not k.employer_provided
    order by k.customer_id, k.id, t.party_id is null, s.line, c.place`.execute(tx);
  const change = (place: number, field: string, value: string) => sql`
    select ${importId}::uuid, ${siblingId('o.id', sql`${sql.lit(place)} + o.place`)}, o.customer_id,
      'contact_point', o.point_id, o.reference, ${sql.lit(field)}, null, ${sql.raw(value)}
    from import_owned o`;
  await sql`insert into import_changes (import_id, id, customer_id, entity, entity_id, reference,
      field, old_value, new_value)
    ${change(first, 'owner', 'o.name')} where o.party_id is not null
    union all ${change(first + perRow, 'employer_provided', "'true'")} where o.by_employer`.execute(
    tx,
  );
  await sql`update contact_points k set party_id = coalesce(o.party_id, k.party_id),
      employer_provided = k.employer_provided or o.by_employer
    from import_owned o where k.customer_id = o.customer_id and k.id = o.point_id`.execute(tx);
}

const ownerFields = [
  ...['coDebtorPhone', 'coDebtorEmail', 'guarantorPhone', 'guarantorEmail'],
  ...['relatedPhone', 'relatedEmail', 'employerPhone', 'employerEmail'],
];

/** Gives points back to the customer that an import gave to somebody, where they still are theirs. */
export async function undoClaims(tx: Kysely<DB>, importId: string): Promise<void> {
  await sql`update contact_points k set party_id = null from import_changes h, parties y
    where h.import_id = ${importId}::uuid and h.entity = 'contact_point' and h.field = 'owner'
      and k.customer_id = h.customer_id and k.id = h.entity_id
      and y.customer_id = h.customer_id and y.id = k.party_id and y.name = h.new_value`.execute(tx);
  await sql`update contact_points k set employer_provided = false from import_changes h
    where h.import_id = ${importId}::uuid and h.entity = 'contact_point'
      and h.field = 'employer_provided'
      and k.customer_id = h.customer_id and k.id = h.entity_id`.execute(tx);
}
