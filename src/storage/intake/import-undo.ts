import { type Kysely, sql } from 'kysely';
import { customerColumn } from '#storage/placement.ts';
import type { DB } from '#storage/tables.ts';
import { changeables } from './import-changeables.ts';
import { undoClaims } from './import-owners.ts';
import { forgetRefresh } from './import-refresh.ts';

/** What stands in the way of taking a book back, the first of them. */
export type Obstacle = 'later-import' | 'money-moved' | 'contacted' | 'agreed' | 'case-worked';

/** Customers that the import brought, or brought items or contact points of. */
const touched = (importId: string) => sql`(
  select id as customer_id from customers where import_id = ${importId}::uuid
  union select customer_id from items where import_id = ${importId}::uuid
  union select customer_id from import_changes where import_id = ${importId}::uuid)`;

/** Changes that stand: neither of a trial nor of an import that was withdrawn. */
const standing = sql`(select c.* from import_changes c join imports m on m.id = c.import_id
  where m.state = 'done' and not m.dry_run)`;

/** Why an import cannot be withdrawn, or null. */
export async function obstacleTo(
  tx: Kysely<DB>,
  importId: string,
  portfolioId: string,
): Promise<Obstacle | null> {
  const mine = sql`with mine as materialized ${touched(importId)}`;
  const any = (query: ReturnType<typeof sql>) => sql`exists (${query})`;
  const of = (table: string, more = sql``) =>
    any(sql`select 1 from ${sql.table(table)} x join mine m on m.customer_id = x.customer_id
      where x.portfolio_id = ${portfolioId}::uuid ${more}`);
  const other = sql`and x.import_id is distinct from ${importId}::uuid`;
  const caseOf = (table: string, more = sql``) =>
    any(sql`select 1 from ${sql.table(table)} x join mine m on m.customer_id = x.customer_id
      join cases c on c.customer_id = x.customer_id and c.id = x.case_id
      where c.portfolio_id = ${portfolioId}::uuid ${more}`);
  const { rows } = await sql<Record<string, boolean>>`${mine} select
    ${any(sql`select 1 from import_changes h join ${standing} l
      on l.customer_id = h.customer_id and l.entity_id = h.entity_id and l.field = h.field and l.import_id > h.import_id
      where h.import_id = ${importId}::uuid`)}
    or ${any(sql`select 1 from items i join ${standing} l
      on l.customer_id = i.customer_id and l.entity_id = i.id
        and l.import_id <> ${importId}::uuid
      where i.import_id = ${importId}::uuid`)}
    or ${any(sql`select 1 from items i join accounts a
      on a.customer_id = i.customer_id and a.id = i.account_id
      where a.import_id = ${importId}::uuid and i.import_id is distinct from ${importId}::uuid`)}
      as later,
    ${any(sql`select 1 from postings p join items i
      on i.customer_id = p.customer_id and i.id = p.item_id
      where i.import_id = ${importId}::uuid and p.import_id is distinct from ${importId}::uuid`)}
    or ${any(sql`select 1 from payments y join customers c on c.id = y.customer_id
      where c.import_id = ${importId}::uuid and y.import_id is distinct from ${importId}::uuid`)}
    or ${any(sql`select 1 from import_changes h join postings p
      on p.customer_id = h.customer_id and p.item_id = h.entity_id
      and p.import_id is distinct from ${importId}::uuid
      join imports m on m.id = ${importId}::uuid and p.recorded_at > m.ended_at
      where h.import_id = ${importId}::uuid and h.field = 'balance_minor'`)} as money,
    ${of('attempts')} or ${of('conversations')} or ${caseOf('notes')} as contacted,
    ${of('promises_to_pay')} or ${of('plans')} as agreed,
    ${caseOf('holds')} or ${caseOf('notices')} or ${caseOf('callbacks')}
      or ${caseOf('customer_leases')}
      or ${of('tasks', sql`and (x.done_at is not null or x.opened_by is not null)`)}
      or ${of('key_events', sql`and x.source <> 'daily-run' ${other}`)} as worked
  `.execute(tx);
  const found = rows[0] ?? {};
  if (found['later']) return 'later-import';
  if (found['money']) return 'money-moved';
  if (found['contacted']) return 'contacted';
  if (found['agreed']) return 'agreed';
  return found['worked'] ? 'case-worked' : null;
}

/**
 * Takes a book back as if it had not come: what it changed has its old values again, what it brought
 * is gone, with the cases that only it gave reason for.
 */
export async function undoBook(tx: Kysely<DB>, importId: string): Promise<void> {
  for (const kept of changeables) {
    for (const { column, type } of kept.columns) {
      await sql`update ${sql.table(kept.table)} t
        set ${sql.ref(column)} = h.old_value::${sql.raw(type)}
        from import_changes h where h.import_id = ${importId}::uuid
          and h.entity = ${kept.entity} and h.field = ${column} and t.id = h.entity_id
          and t.${sql.ref(customerColumn(kept.table))} = h.customer_id`.execute(tx);
    }
  }
  await sql`update items t set balance_minor = h.old_value::bigint from import_changes h
    where h.import_id = ${importId}::uuid and h.field = 'balance_minor'
      and t.customer_id = h.customer_id and t.id = h.entity_id`.execute(tx);
  await forgetRefresh(tx, importId);
  await undoClaims(tx, importId);
  await dropCases(tx, importId);
  await deleteImported(tx, 'postings', importId);
  await deleteImported(tx, 'payments', importId);
  const own = ['items', 'payment_methods', 'contact_points', 'parties', 'accounts'];
  for (const table of own) {
    await sql`delete from ${sql.table(table)} where import_id = ${importId}::uuid`.execute(tx);
  }
  await sql`delete from client_references r where portfolio_id = (
      select portfolio_id from imports where id = ${importId}::uuid)
    and ((r.kind = 'item' and not exists (select 1 from items i
        where i.customer_id = r.customer_id and i.id = r.target_id))
      or (r.kind = 'account' and not exists (select 1 from accounts a
        where a.customer_id = r.customer_id and a.id = r.target_id))
      or (r.kind = 'customer' and exists (select 1 from customers c
        where c.id = r.customer_id and c.import_id = ${importId}::uuid)))`.execute(tx);
  await sql`delete from customers where import_id = ${importId}::uuid`.execute(tx);
}

/** Money and the bank's entries are only ever added to; the owner of the tables takes back an import's. */
async function deleteImported(
  tx: Kysely<DB>,
  table: 'postings' | 'payments' | 'bank_entries',
  importId: string,
): Promise<void> {
  await sql`select delete_imported(${table}, ${importId}::uuid)`.execute(tx);
}

/** Removes cases nobody worked, of customers who owe nothing here but what the import brought. */
async function dropCases(tx: Kysely<DB>, importId: string): Promise<void> {
  await sql`create temp table import_cases on commit drop as
    select c.customer_id, c.id from cases c
    join imports m on m.id = ${importId}::uuid and m.portfolio_id = c.portfolio_id
    where c.customer_id in (select customer_id from items where import_id = ${importId}::uuid)
      and not exists (select 1 from items i where i.customer_id = c.customer_id
        and i.portfolio_id = c.portfolio_id and i.import_id is distinct from ${importId}::uuid)`.execute(
    tx,
  );
  await sql`delete from key_events k using items i where i.import_id = ${importId}::uuid
    and k.customer_id = i.customer_id and k.item_id = i.id`.execute(tx);
  // Decisions of the gate stay: they say what was asked and answered, and are only ever added to.
  for (const table of ['work_items', 'key_events', 'tasks']) {
    await sql`delete from ${sql.table(table)} x using import_cases c
      where x.customer_id = c.customer_id and x.case_id = c.id`.execute(tx);
  }
  await sql`delete from cases x using import_cases c
    where x.customer_id = c.customer_id and x.id = c.id`.execute(tx);
}

/** Standing payments and credit notes that an import of money booked. */
export async function bookedBy(
  tx: Kysely<DB>,
  importId: string,
): Promise<{ readonly payments: readonly string[]; readonly credits: number }> {
  const { rows } = await sql<{ payments: string[]; credits: number }>`select
    array(select id::text from payments where import_id = ${importId}::uuid
      and reversed_at is null order by id) as payments,
    (select count(*) from credit_notes where import_id = ${importId}::uuid
      and reversed_at is null)::int as credits`.execute(tx);
  return rows[0] ?? { payments: [], credits: 0 };
}

/** Forgets the entries of an import, so that its file can come again. */
export async function dropEntries(tx: Kysely<DB>, importId: string): Promise<void> {
  await sql`delete from client_references r using payments y where y.import_id = ${importId}::uuid
    and r.kind = 'payment' and r.customer_id = y.customer_id and r.target_id = y.id`.execute(tx);
  await deleteImported(tx, 'bank_entries', importId);
  await sql`delete from statements where import_id = ${importId}::uuid`.execute(tx);
}

/** Whether a person decided on an entry of the import, or it took an earlier payment back. */
export async function isEntryDecided(tx: Kysely<DB>, importId: string): Promise<boolean> {
  const { rows } = await sql<{ decided: boolean }>`select exists (select 1 from bank_entries
    where import_id = ${importId}::uuid and (resolved_by is not null
      or how in ('payment-reversed', 'refusal-recorded'))) as decided`.execute(tx);
  return rows[0]?.decided === true;
}
