import { type RawBuilder, sql } from 'kysely';
import { changeables, type Kept, toldFor } from './import-changeables.ts';
import { type Merge, refuse } from './import-checks.ts';
import { isSilent, sibling, siblingId, stagingTable } from './import-staging.ts';

/** Place among the changes of a row's balance and of its new contact points. */
const balanceChange = sibling.changes + 50;

/**
 * Writes down what the file changes of things the book has, old value beside new, and changes it.
 * A field that the file does not have, or leaves empty, keeps its value.
 */
export async function applyChanges(merge: Merge): Promise<void> {
  for (const kept of changeables) await applyTo(merge, kept);
  await forgetZones(merge);
}

/** Place among the changes of a row's confirmed zone, which comes last of its customer's. */
const zoneChange =
  sibling.changes +
  (changeables.find(({ entity }) => entity === 'customer')?.columns ?? []).findIndex(
    ({ column }) => column === 'confirmed_zone',
  );

/**
 * A zone that was confirmed at an address that the file changed says nothing of the new one: it is
 * forgotten, and shown among the changes, unless the file tells the zone itself.
 */
async function forgetZones({ tx, importId, runId }: Merge): Promise<void> {
  await sql`with moved as (
      select distinct s.id, s.cust, k.customer_id, t.confirmed_zone
      from import_people k join ${stagingTable(runId)} s on s.line = k.line
      join customers t on t.id = k.customer_id
      join import_changes h on h.import_id = ${importId}::uuid and h.customer_id = k.customer_id
        and h.entity = 'customer' and h.entity_id = t.id
        and h.field in ('country', 'region', 'city', 'postal_code')
      where k.known and t.confirmed_zone is not null and s.confirmed_zone is null
    ), kept as (
      insert into import_changes (import_id, id, customer_id, entity, entity_id, reference, field,
        old_value, new_value)
      select ${importId}::uuid, ${siblingId('m.id', zoneChange)}, m.customer_id, 'customer',
        m.customer_id, m.cust, 'confirmed_zone', m.confirmed_zone, null from moved m
    )
    update customers t set confirmed_zone = null from moved m where t.id = m.customer_id`.execute(
    tx,
  );
}

async function applyTo({ tx, importId, runId, mapped }: Merge, kept: Kept): Promise<void> {
  const columns = kept.columns.filter(({ field }) => mapped.has(field));
  if (columns.length === 0) return;
  const differs = sql.raw(
    columns
      .map(
        (each) =>
          `(${toldFor(each)} is not null and ${toldFor(each)} is distinct from t.${each.column})`,
      )
      .join(' or '),
  );
  const source = sql`${sql.table(kept.from)} k join ${stagingTable(runId)} s on s.line = k.line`;
  const values = sql.raw(
    columns
      .map(
        (each, i) =>
          `(${kept.first + i}, '${each.column}', t.${each.column}::text, (${toldFor(each)})::text)`,
      )
      .join(', '),
  );
  await sql`insert into import_changes (import_id, id, customer_id, entity, entity_id, reference,
      field, old_value, new_value)
    select ${importId}::uuid, ${siblingId('s.id', sql`v.place`)}, k.customer_id,
      ${sql.lit(kept.entity)}, t.id, ${sql.raw(kept.reference)}, v.field, v.old, v.new
    from ${source} join ${sql.table(kept.table)} t on ${sql.raw(kept.on)}
    cross join lateral (values ${values}) as v(place, field, old, new)
    where k.known and (${differs}) and v.new is not null and v.new is distinct from v.old`.execute(
    tx,
  );
  const sets = sql.raw(
    columns
      .flatMap((each) => [
        `${each.column} = coalesce(${toldFor(each)}, t.${each.column})`,
        // No later file makes limitation begin later.
        ...(each.column === 'due_on' ? ['first_due_on = least(t.first_due_on, t.due_on)'] : []),
      ])
      .join(', '),
  );
  await sql`update ${sql.table(kept.table)} t set ${sets} from ${source}
    where ${sql.raw(kept.on)} and k.known and (${differs})`.execute(tx);
}

/**
 * Finds items whose open balance in the file is another than the last file told: `import_moves`.
 * Where money moved here meanwhile and the file agrees with neither, the row is refused: a balance
 * with payments is never overwritten.
 */
export async function findMoves(merge: Merge): Promise<void> {
  const { tx, runId } = merge;
  await sql`create temp table import_moves on commit drop as
    select * from (
      select i.line, i.id, i.customer_id, i.account_id, i.item_id, s.item as reference, s.currency,
        coalesce(s.settled_on, case when s.ended = 'paid' then ${merge.today}::date end)
          as settled_on, s.balance as wanted, t.balance_minor as has,
        (select coalesce(sum(case when p.debit = 'receivable' then p.amount_minor
            else -p.amount_minor end), 0)::bigint
          from postings p join imports m on m.id = p.import_id and m.kind = 'book'
          where p.customer_id = i.customer_id and p.item_id = i.item_id
            and 'receivable' in (p.debit, p.credit)) as told
      from import_items i join ${stagingTable(runId)} s on s.line = i.line
      join items t on t.customer_id = i.customer_id and t.id = i.item_id
      where i.known and t.balance_minor <> s.balance
        and not ${sql.raw(isSilent('balance'))}) m
    where wanted <> told`.execute(tx);
  await refuse(merge, merge.mapped.has('balance') ? 'balance' : 'amount', 'balance-moved-here', {
    firsts: sql`select * from import_moves where has <> told`,
    when: sql`s.line = f.line`,
    facts: sql`jsonb_build_object('currency', f.currency, 'minor', f.wanted::text,
      'bookMinor', f.has::text)`,
  });
  const gone = sql`not exists (select 1 from ${stagingTable(runId)} s where s.line = m.line)`;
  const { numAffectedRows } = await sql`delete from import_moves m where ${gone}`.execute(tx);
  if (!numAffectedRows) return;
  // A record that is refused brings nothing, also where it has items that are new.
  await sql`delete from import_items i where not exists
    (select 1 from ${stagingTable(runId)} s where s.line = i.line)`.execute(tx);
}

/**
 * Corrects balances so that they stay the sum of their postings: more debt is billed, less is
 * credited, and an item that the file says was settled is paid on that day.
 */
export async function bookMoves(merge: Merge): Promise<void> {
  const { tx, importId, tenantId, portfolioId, at, today } = merge;
  await sql`insert into import_changes (import_id, id, customer_id, entity, entity_id, reference,
      field, old_value, new_value)
    select ${importId}::uuid, ${siblingId('m.id', balanceChange)}, m.customer_id, 'item', m.item_id,
      m.reference, 'balance_minor', m.has::text, m.wanted::text from import_moves m`.execute(tx);
  const settled = sql`(m.settled_on is not null and m.wanted = 0)`;
  const common = sql`m.customer_id, ${tenantId}::uuid, ${portfolioId}::uuid, m.account_id`;
  await sql`insert into payments (customer_id, tenant_id, portfolio_id, account_id, id,
      amount_minor, currency, received_on, source, reference, recorded_at, import_id)
    select ${common}, ${siblingId('m.id', sibling.payment)}, m.has, m.currency,
      least(m.settled_on, ${today}::date), 'import', m.reference, ${at}::timestamptz,
      ${importId}::uuid
    from import_moves m where ${settled}`.execute(tx);
  await sql`insert into postings (customer_id, tenant_id, portfolio_id, account_id, id,
      item_id, event_id, payment_id, kind, debit, credit, component, amount_minor, currency,
      booked_on, recorded_at, import_id)
    select ${common}, ${siblingId('m.id', sibling.correction)}, m.item_id,
      ${siblingId('m.id', sibling.correctionEvent)},
      case when ${settled} then ${siblingId('m.id', sibling.payment)} end,
      case when m.wanted > m.has then 'bill' when ${settled} then 'payment' else 'credit' end,
      case when m.wanted > m.has then 'receivable' when ${settled} then 'cash' else 'credited' end,
      case when m.wanted > m.has then 'billed' else 'receivable' end, 'principal',
      abs(m.wanted - m.has), m.currency,
      case when ${settled} then least(m.settled_on, ${today}::date) else ${today}::date end,
      ${at}::timestamptz, ${importId}::uuid
    from import_moves m`.execute(tx);
  await sql`update items t set balance_minor = m.wanted,
      disputed_minor = least(t.disputed_minor, m.wanted)
    from import_moves m where t.customer_id = m.customer_id and t.id = m.item_id`.execute(tx);
}

/** Customers with an open case whose balances this import corrected. */
export async function customersMoved({ tx, importId, portfolioId }: Merge): Promise<string[]> {
  const { rows } = await sql<{ customerId: string }>`
    select distinct c.customer_id from import_changes h
    join cases c on c.customer_id = h.customer_id and c.portfolio_id = ${portfolioId}::uuid
      and c.closed_at is null
    where h.import_id = ${importId}::uuid and h.field = 'balance_minor' order by 1`.execute(tx);
  return rows.map(({ customerId }) => customerId);
}

/** What a merge did, by staged row: new items, changed rows, rows that changed nothing. */
export type MergeCounts = {
  readonly new: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly customers: number;
  readonly accounts: number;
  readonly contacts: number;
  /** What was left out of rows that came in; absent when nothing was. */
  readonly details?: number;
};

/** Counts what the merge did; call it at the end, before the transaction ends. */
export async function countMerge({ tx, importId }: Merge): Promise<MergeCounts> {
  const one = (query: RawBuilder<unknown>) => sql`(${query})::int`;
  const { rows } = await sql<MergeCounts & { known: number; details: number }>`select
    ${one(sql`select count(*) from import_items where not known`)} as new,
    ${one(sql`select count(*) from import_items where known`)} as known,
    ${one(sql`select count(distinct overlay(id::text placing '00' from 25 for 2)) from (
      select id from import_changes where import_id = ${importId}::uuid
      union all select c.id from contact_points c
        join import_people p on p.customer_id = c.customer_id and p.known
        where c.import_id = ${importId}::uuid) x
      where overlay(id::text placing '00' from 25 for 2) in (
        select overlay(id::text placing '00' from 25 for 2) from import_items where known)`)} as changed,
    ${one(sql`select count(distinct line) from import_rejects
      where import_id = ${importId}::uuid and reason not like 'row-%'
        and not row_kept`)} as rejected,
    ${one(sql`select count(*) from import_rejects
      where import_id = ${importId}::uuid and row_kept`)} as details,
    ${one(sql`select count(*) from import_people where not known`)} as customers,
    ${one(sql`select count(*) from import_accounts where not known`)} as accounts,
    ${one(sql`select count(*) from contact_points c join import_people p using (customer_id)
      where c.import_id = ${importId}::uuid`)} as contacts
  `.execute(tx);
  const [row] = rows;
  if (!row) throw new Error('cannot happen: a count without a row');
  const { known, details, ...rest } = row;
  const counts = details > 0 ? { ...rest, details } : rest;
  return { ...counts, unchanged: known - row.changed };
}
