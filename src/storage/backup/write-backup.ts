import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { newClient } from '#storage/client.ts';
import type { BackupEnd, BackupHead, BackupTable, TableSum } from './backup-file.ts';
import { copied, readAlike, readSequences, readTables, sumOf } from './tables.ts';

/**
 * Writes all that a database holds, as it stood at one moment; whoever works in it meanwhile is not
 * held up. `told` hears of each table when it is done.
 */
export async function writeBackup(
  url: string,
  out: Writable,
  told: (table: string, sum: TableSum) => void,
): Promise<BackupEnd> {
  const client = newClient({ connectionString: url, application_name: 'dunlin-backup' });
  await client.connect();
  try {
    await readAlike(client);
    await client.query('begin transaction isolation level repeatable read read only');
    await writeLine(out, await headOf(client));
    const tables: Record<string, TableSum> = {};
    for (const table of await readTables(client)) {
      await writeLine(out, table);
      await writeRows(client, out, table);
      const sum = await sumOf(client, table.table);
      tables[table.table] = sum;
      told(table.table, sum);
    }
    const end: BackupEnd = { end: true, tables, sequences: await readSequences(client) };
    await writeLine(out, end);
    await client.query('commit');
    return end;
  } finally {
    await client.end();
  }
}

async function headOf(client: Client): Promise<BackupHead> {
  const { rows: times } = await client.query<{ at: string }>(
    `select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
  );
  const { rows: migrations } = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from schema_migration order by name',
  );
  const { rows: marks } = await client.query<{ name: string; mark: string }>(
    'select name, mark from key_marks where lost_at is null order by name',
  );
  const keyMarks = Object.fromEntries(marks.map(({ name, mark }) => [name, mark]));
  const takenAt = times[0]?.at ?? '';
  return { product: 'dunlin', format: 1, takenAt, migrations, keyMarks };
}

async function writeRows(client: Client, out: Writable, table: BackupTable): Promise<void> {
  for await (const rows of client.query(to(`copy ${copied(table)} to stdout`))) {
    await written(out, rows);
  }
  await written(out, '\\.\n');
}

function writeLine(out: Writable, value: BackupHead | BackupTable | BackupEnd): Promise<void> {
  return written(out, `${JSON.stringify(value)}\n`);
}

/** Waits while the file is slower than the database. */
async function written(out: Writable, text: string | Uint8Array): Promise<void> {
  if (!out.write(text)) await once(out, 'drain');
}
