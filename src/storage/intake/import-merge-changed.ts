import { type RawBuilder, sql } from 'kysely';
import { type Merge, refuse } from './import-checks.ts';
import { isSilent, sibling, siblingId, stagingTable } from './import-staging.ts';

/** A column of the book that a file may change, and the field of the map it comes from. */
type Changeable = {
  readonly column: string;
  readonly staged: string;
  readonly field: string;
  readonly type: 'text' | 'date' | 'bigint';
  /** Condition on the kept row `t` under which a file changes nothing of it. */
  readonly unless?: string;
  /** What the staged row `s` tells of it, where that is not simply its column. */
  readonly told?: string;
};

type Kept = {
  readonly entity: 'customer' | 'account' | 'item' | 'payment_method';
  readonly table: string;
  /** Temporary table that says which staged row speaks for which kept row. */
  readonly from: string;
  /** Condition that joins the kept row `t` to `k`, the row of `from`. */
  readonly on: string;
  readonly reference: string;
  /** Where the ids of its changes begin among the siblings. */
  readonly first: number;
  readonly columns: readonly Changeable[];
};

const text = (column: string, field: string, staged = column): Changeable => ({
  column,
  staged,
  field,
  type: 'text',
});
const date = (column: string, field: string, staged = column): Changeable => ({
  column,
  staged,
  field,
  type: 'date',
});

/** The person said which language they prefer: no file knows better. */
const saidLanguage = `exists (select 1 from preferences f
  where f.customer_id = t.id and f.kind = 'language')`;

/** What the file tells of a column; null where it says nothing of it, or may not change it. */
function toldFor({ staged, unless, told = `s.${staged}` }: Changeable): string {
  return unless === undefined ? told : `case when not ${unless} then ${told} end`;
}

/** A cell that is left empty says nothing: what stands in for it is for what is new. */
const unlessSilent = (changeable: Changeable): Changeable => ({
  ...changeable,
  unless: isSilent(changeable.field),
});

/** Of a name in two parts a row may tell one alone. */
const toldName = `case when not ${isSilent('name')} then s.name
  when s.given_name is not null or s.family_name is not null then concat_ws(' ',
    coalesce(s.given_name, t.given_name), coalesce(s.family_name, t.family_name)) end`;

/**
 * The payment method that a staged row speaks of: that of its kind, or the only one of the account where
 * the row tells no kind.
 */
const ofMethod = (t: string) => `(${t}.kind = s.method_kind or s.has_method
  and s.method_kind is null and (select count(*) from payment_methods o
    where o.customer_id = ${t}.customer_id and o.account_id = ${t}.account_id) = 1)`;

/** What a later file may change of what an earlier one brought. */
export const changeables: readonly Kept[] = [
  {
    entity: 'customer',
    table: 'customers',
    from: 'import_people',
    on: 't.id = k.customer_id',
    reference: 's.cust',
    first: sibling.changes,
    columns: [
      { ...text('name', 'name'), told: toldName },
      unlessSilent(text('kind', 'customerKind')),
      text('given_name', 'givenName'),
      text('family_name', 'familyName'),
      { ...text('language', 'language'), unless: saidLanguage },
      date('birth_date', 'birthDate'),
      text('country', 'country'),
      text('region', 'region'),
      text('city', 'city'),
      text('postal_code', 'postalCode'),
      text('street', 'street'),
    ],
  },
  {
    entity: 'account',
    table: 'accounts',
    from: 'import_accounts',
    on: 't.customer_id = k.customer_id and t.id = k.account_id',
    reference: 's.acct',
    first: sibling.changes + 16,
    columns: [
      text('product', 'product'),
      text('debt_type', 'debtType'),
      text('student_account_group', 'studentAccountGroup'),
      date('limitation_on', 'limitationOn'),
      date('opened_on', 'openedOn'),
      {
        ...{ column: 'originated_minor', staged: 'originated_minor' },
        ...{ field: 'originalAmount', type: 'bigint' },
      },
      date('renewed_on', 'renewedOn'),
      date('first_communication_on', 'firstCommunicationOn'),
    ],
  },
  {
    entity: 'item',
    table: 'items',
    from: 'import_items',
    on: 't.customer_id = k.customer_id and t.id = k.item_id',
    reference: 's.item',
    first: sibling.changes + 24,
    columns: [
      unlessSilent(text('kind', 'itemKind', 'item_kind')),
      date('issued_on', 'issuedOn'),
      date('due_on', 'dueOn'),
      unlessSilent({ column: 'amount_minor', staged: 'amount', field: 'amount', type: 'bigint' }),
      date('delivered_on', 'deliveredOn'),
      text('delivered_how', 'deliveredBy'),
    ],
  },
  {
    entity: 'payment_method',
    table: 'payment_methods',
    from: 'import_accounts',
    on: `t.customer_id = k.customer_id and t.account_id = k.account_id and ${ofMethod('t')}`,
    reference: 's.acct',
    first: sibling.changes + 40,
    columns: [
      text('state', 'methodState', 'method_state'),
      text('masked', 'methodLast4', 'method_last4'),
      date('expires_on', 'methodExpiresOn', 'method_expires_on'),
    ],
  },
];

/** Place among the changes of a row's balance and of its new contact points. */
const balanceChange = sibling.changes + 50;

/**
 * Writes down what the file changes of things the book has, old value beside new, and changes it.
 * A field that the file does not have, or leaves empty, keeps its value.
 */
export async function applyChanges(merge: Merge): Promise<void> {
  for (const kept of changeables) await applyTo(merge, kept);
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
        s.settled_on, s.balance as wanted, t.balance_minor as has,
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
