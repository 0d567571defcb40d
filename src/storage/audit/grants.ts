import type { Client } from 'pg';
import { newClient } from '#storage/client.ts';
import { placements } from '#storage/placement.ts';
import { sealedTables } from './sealed-tables.ts';

type Table = keyof typeof placements;

/** Tables that are only read and added to: no row of theirs is ever changed or removed. */
const onlyAdded: ReadonlySet<string> = new Set<Table>([
  ...(['event_log', 'decisions', 'row_seals', 'seal_blocks', 'replay_changes'] as const),
  ...(['suppressions'] as const),
]);

/** Tables of the schema itself, which the product only reads. */
const onlyRead: ReadonlySet<string> = new Set<Table>(['schema_lock', 'schema_migration']);

/** Tables of which the product removes rows: what passes, and a book that is taken back. */
const emptied: ReadonlySet<string> = new Set<Table>([
  ...(['auth_accounts', 'auth_sessions', 'auth_verifications', 'sign_in_devices'] as const),
  ...(['sign_in_tries', 'second_factors', 'recovery_codes'] as const),
  ...(['passkeys', 'sign_in_challenges'] as const),
  ...(['customer_leases', 'work_items', 'call_orders', 'instances', 'outbox'] as const),
  ...(['figure_days', 'import_rejects', 'import_changes', 'statements'] as const),
  ...(['customers', 'accounts', 'items', 'payment_methods', 'contact_points'] as const),
  ...(['parties', 'client_references', 'cases', 'key_events', 'tasks'] as const),
]);

/** What the role may do with a table, as SQL lists it. */
export function rightsOn(table: string): string {
  if (onlyRead.has(table)) return 'select';
  if (onlyAdded.has(table)) return 'select, insert';
  const sealed = sealedTables.find((one) => one.table === table);
  if (sealed) {
    const columns = sealed.changing?.join(', ');
    const ends = sealed.endedBy ? ', delete' : '';
    return `select, insert${ends}${columns ? `, update (${columns})` : ''}`;
  }
  return emptied.has(table) ? 'select, insert, update, delete' : 'select, insert, update';
}

/** The statements that give a role its rights, and take what it had beyond them. */
export function grantStatements(role: string): readonly string[] {
  const name = `"${role.replaceAll('"', '""')}"`;
  return [
    `revoke all on all tables in schema public from ${name}`,
    `grant usage on schema public to ${name}`,
    `grant usage, create on schema staging to ${name}`,
    `grant select on all sequences in schema public to ${name}`,
    ...Object.keys(placements).map((table) => `grant ${rightsOn(table)} on ${table} to ${name}`),
    `grant execute on function erase_words(text, uuid, boolean),
      delete_imported(text, uuid) to ${name}`,
    // The planner has to know what a large import brought; before 17 only owners may tell it.
    `do $$ begin
      if current_setting('server_version_num')::int >= 170000 then
        grant maintain on all tables in schema public to ${name};
      end if;
    end $$`,
  ];
}

/**
 * Gives the role that the product connects as what it needs of a database whose schema is up to date,
 * as the owner of the tables. A role that owns them has every right already.
 */
export async function grantRights(ownerUrl: string, role: string): Promise<void> {
  const client = newClient({ connectionString: ownerUrl, application_name: 'dunlin-grants' });
  await client.connect();
  try {
    if (await isOwner(client, role)) return;
    await client.query('begin');
    // Servers that start at once come one after the other.
    await client.query('select from schema_lock where id = 1 for update');
    for (const statement of grantStatements(role)) await client.query(statement);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function isOwner(client: Client, role: string): Promise<boolean> {
  const { rows } = await client.query<{ owns: boolean }>('select current_user = $1 as owns', [
    role,
  ]);
  return rows[0]?.owns ?? false;
}
