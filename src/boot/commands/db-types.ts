import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#storage/migrate.ts';
import { projectFolder } from '../config.ts';
import { startDatabase } from '../postgres/start-database.ts';

/** How the connection reads each type; `storage/connect.ts` has the parsers. */
const typeMapping = {
  int8: 'bigint',
  numeric: 'string',
  date: 'string',
  timestamp: 'string',
  timestamptz: 'string',
};

const generator = join(projectFolder, 'node_modules', 'kysely-codegen', 'dist', 'cli', 'bin.js');

/** Writes `storage/tables.ts` from a new database with all migrations. */
async function writeTables(): Promise<void> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'dunlin-types-'));
  const database = await startDatabase({ dataFolder, log: () => undefined, durable: false });
  try {
    await migrate(database.ownerUrl);
    generateTypes(database.ownerUrl, join(projectFolder, 'src', 'storage', 'tables.ts'));
  } finally {
    await database.stop();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}

/** Writes a TypeScript file with the row types of a migrated database, as `connect` reads them. */
export function generateTypes(url: string, outFile: string): void {
  const args = [generator, '--dialect', 'postgres', '--url', url, '--camel-case'];
  args.push('--type-mapping', JSON.stringify(typeMapping), '--exclude-pattern', 'schema_*');
  execFileSync(process.execPath, [...args, '--out-file', outFile], { stdio: 'ignore' });
}

if (import.meta.main) await writeTables();
