import type { Client } from 'pg';
import { newClient } from '#storage/client.ts';
import { copyOn } from '#storage/copy-rows.ts';
import { migrate, readMigrations } from '#storage/migrate.ts';
import {
  type BackupEnd,
  BackupError,
  type BackupHead,
  BackupReader,
  type BackupTable,
  type TableSum,
} from './backup-file.ts';
import { copied, quoted, readAlike, readTables, sumOf } from './tables.ts';

/** Tables that a database without a book has no rows in. */
const filledByUse = ['users', 'portfolios', 'customers', 'event_log', 'imports'];

/**
 * Loads a backup into an empty database, all of it or nothing, compares every table with what the
 * backup says of it, and then brings the schema up to this program's.
 *
 * @throws BackupError when the database holds rows, the backup is damaged or of another program.
 */
export async function restoreBackup(
  url: string,
  source: AsyncIterable<Uint8Array>,
  told: (table: string, sum: TableSum) => void,
): Promise<BackupHead> {
  const client = newClient({ connectionString: url, application_name: 'dunlin-restore' });
  await client.connect();
  try {
    const reader = new BackupReader(source);
    const head = headOf(await reader.line());
    await expectEmpty(client);
    await migrate(url, stepsOf(head));
    await readAlike(client);
    await client.query('begin');
    await loadAll(client, reader, told);
    await client.query('commit');
    await migrate(url);
    return head;
  } finally {
    await client.end();
  }
}

function headOf(line: unknown): BackupHead {
  const head = line as Partial<BackupHead> | null;
  if (head?.product !== 'dunlin' || !Array.isArray(head.migrations)) {
    throw new BackupError('This file is no backup of Dunlin.');
  }
  if (head.format !== 1) {
    throw new BackupError('The backup is of a newer Dunlin; restore it with that version.');
  }
  return { ...(head as BackupHead), keyMarks: head.keyMarks ?? {} };
}

/** The steps of the schema that the backup was made with, which have to be ours. */
function stepsOf({ migrations }: BackupHead) {
  const own = readMigrations();
  const same = migrations.every(
    ({ name, checksum }, index) => own[index]?.name === name && own[index].checksum === checksum,
  );
  if (!same) {
    throw new BackupError(
      'The schema of the backup is not one that this Dunlin knows; restore it with the version that ' +
        'made it, then upgrade.',
    );
  }
  return own.slice(0, migrations.length);
}

async function expectEmpty(client: Client): Promise<void> {
  const tables = new Set((await readTables(client)).map(({ table }) => table));
  const foreign = tables.size > 0 && !filledByUse.every((table) => tables.has(table));
  if (foreign) throw new BackupError('The database holds tables that are not of Dunlin.');
  for (const table of filledByUse.filter((name) => tables.has(name))) {
    const { rowCount } = await client.query(`select from ${quoted(table)} limit 1`);
    if (rowCount === 0) continue;
    throw new BackupError(
      'The database holds a book already; a backup is restored into an empty one only.',
    );
  }
}

async function loadAll(
  client: Client,
  reader: BackupReader,
  told: (table: string, sum: TableSum) => void,
): Promise<void> {
  const known = new Map((await readTables(client)).map((table) => [table.table, table]));
  const keys = await dropForeignKeys(client);
  for (const name of known.keys()) await empty(client, name);
  for (;;) {
    const line = (await reader.line()) as Partial<BackupTable & BackupEnd> | null;
    if (line?.end) {
      await compare(client, known, line as BackupEnd, told);
      await setSequences(client, line as BackupEnd);
      break;
    }
    const table = known.get(line?.table ?? '');
    if (!table || !line?.columns?.every((name) => table.columns.includes(name))) {
      throw new BackupError('The backup names a table or a column that its schema does not have.');
    }
    await loadRows(client, reader, { table: table.table, columns: line.columns });
  }
  for (const key of keys) await client.query(key);
}

/** Takes out what the schema itself put in; the backup has it too. */
async function empty(client: Client, table: string): Promise<void> {
  const { rowCount } = await client.query(`select from ${quoted(table)} limit 1`);
  if (rowCount) await client.query(`delete from ${quoted(table)}`);
}

/** Drops what ties tables together, for they refer to each other in circles; answers how to put it back. */
async function dropForeignKeys(client: Client): Promise<readonly string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, conname as name,
       pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  );
  for (const { table, name } of rows) {
    await client.query(`alter table ${table} drop constraint ${quoted(name)}`);
  }
  return rows.map(
    ({ table, name, definition }) =>
      `alter table ${table} add constraint ${quoted(name)} ${definition}`,
  );
}

async function loadRows(client: Client, reader: BackupReader, table: BackupTable): Promise<void> {
  const copy = copyOn(client, `copy ${copied(table)} from stdin`);
  try {
    await reader.rows(copy.write);
  } catch (error) {
    await copy.fail(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
  await copy.end().catch((error: unknown) => {
    throw new BackupError(`The table ${table.table} could not be loaded.`, { cause: error });
  });
}

async function compare(
  client: Client,
  known: ReadonlyMap<string, BackupTable>,
  { tables }: BackupEnd,
  told: (table: string, sum: TableSum) => void,
): Promise<void> {
  for (const name of known.keys()) {
    const [has, should] = [await sumOf(client, name), tables[name]];
    if (has.rows !== should?.rows || has.digest !== should.digest) {
      throw new BackupError(`The table ${name} is not what was backed up; nothing was restored.`);
    }
    told(name, has);
  }
}

async function setSequences(client: Client, { sequences }: BackupEnd): Promise<void> {
  for (const [name, last] of Object.entries(sequences)) {
    await client.query('select setval($1::regclass, $2::bigint)', [quoted(name), last]);
  }
}
