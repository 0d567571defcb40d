import type { Client } from 'pg';
import type { BackupTable, TableSum } from './backup-file.ts';

/** The schema keeps these itself. */
const ofTheSchema = ['schema_migration', 'schema_lock'];

/** Every table with the columns that are kept in it, by name. */
export async function readTables(client: Client): Promise<readonly BackupTable[]> {
  const { rows } = await client.query<BackupTable>(
    `select c.relname as table, array_agg(a.attname::text order by a.attnum) as columns
     from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attnum > 0
       and not a.attisdropped and a.attgenerated = '' and c.relname <> all($1)
     group by c.relname order by c.relname`,
    [ofTheSchema],
  );
  return rows;
}

/** What a table holds, as this transaction sees it; independent of the order of its rows. */
export async function sumOf(client: Client, table: string): Promise<TableSum> {
  const { rows } = await client.query<TableSum>(
    `select count(*)::text as rows,
       coalesce(sum(('x' || left(md5(t::text), 15))::bit(60)::bigint), 0)::text as digest
     from ${quoted(table)} t`,
  );
  return rows[0] ?? { rows: '0', digest: '0' };
}

/** The last number of each sequence that has given one. */
export async function readSequences(client: Client): Promise<Readonly<Record<string, string>>> {
  const { rows } = await client.query<{ name: string; last: string }>(
    `select sequencename as name, last_value::text as last from pg_sequences
     where schemaname = 'public' and last_value is not null`,
  );
  return Object.fromEntries(rows.map(({ name, last }) => [name, last]));
}

/** A name as SQL writes it. */
export const quoted = (name: string) => `"${name.replaceAll('"', '""')}"`;

/** The columns of a table as COPY names them. */
export const copied = ({ table, columns }: BackupTable) =>
  `${quoted(table)} (${columns.map(quoted).join(', ')})`;

/** Makes rows read the same whatever the server is set to. */
export async function readAlike(client: Client): Promise<void> {
  await client.query("set time zone 'UTC'");
  await client.query("set datestyle to 'ISO, YMD'");
  await client.query("set intervalstyle to 'iso_8601'");
  await client.query('set extra_float_digits to 1');
  await client.query("set bytea_output to 'hex'");
}
