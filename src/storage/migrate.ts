import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { newClient } from './client.ts';

/** One numbered step of the schema. */
export type Migration = {
  /** Such as `0001_accounts`. */
  readonly name: string;
  readonly sql: string;
  /** Queries that must return no row, run before and after in the same transaction. */
  readonly before: string | null;
  readonly after: string | null;
  /** SHA-256 of the SQL, hexadecimal. */
  readonly checksum: string;
};

/** A database and a program that do not fit together, or a step that failed. */
export class MigrationError extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'MigrationError';
  }
}

const folderOfMigrations = join(import.meta.dirname, 'migrations');
const fileName = /^(\d{4}_[a-z0-9_]+)(\.before|\.after)?\.sql$/;
const migrationLimit = 10_000;

/** Races of two processes that both make the tables below: one of them sees these. */
const raceCodes = ['23505', '42P07', '42710'];
const raceRetries = 3;

/**
 * The steps of a folder in order of their numbers.
 *
 * @throws MigrationError on a stray file, a number used twice or a check without its step.
 */
export function readMigrations(folder: string = folderOfMigrations): Migration[] {
  const files = readdirSync(folder).filter((name) => !name.startsWith('.'));
  const stray = files.find((name) => !fileName.test(name));
  if (stray !== undefined) {
    throw new MigrationError(`The migration ${stray} is not named like 0001_what_it_does.sql.`);
  }
  const read = (name: string): string | null =>
    files.includes(name) ? readFileSync(join(folder, name), 'utf8') : null;
  const names = new Set(files.map((name) => fileName.exec(name)?.[1] ?? ''));
  const seen = new Map<string, string>();
  return [...names].sort().map((name) => {
    const sql = read(`${name}.sql`);
    if (sql === null) throw new MigrationError(`The check of ${name} has no migration.`);
    const twin = seen.get(name.slice(0, 4));
    if (twin !== undefined) throw new MigrationError(`${twin} and ${name} have the same number.`);
    seen.set(name.slice(0, 4), name);
    return {
      name,
      sql,
      before: read(`${name}.before.sql`),
      after: read(`${name}.after.sql`),
      checksum: createHash('sha256').update(sql).digest('hex'),
    };
  });
}

/**
 * Brings the schema of a database up to the given steps (default: all we ship), forward only, each
 * in its own transaction. Processes that do this at once wait for each other at a lock row.
 *
 * @returns the names applied now, in order.
 * @throws MigrationError when an applied step was changed since, the database is newer than this
 *   program, a check finds rows, or a step fails (that step leaves no trace).
 */
export async function migrate(
  url: string,
  migrations: readonly Migration[] = readMigrations(),
): Promise<string[]> {
  const client = newClient({ connectionString: url, application_name: 'dunlin-migrate' });
  await client.connect();
  try {
    await makeOwnTables(client);
    const applied: string[] = [];
    for (let turn = 0; turn < migrationLimit; turn += 1) {
      const name = await applyNext(client, migrations);
      if (name === null) return applied;
      applied.push(name);
    }
    throw new MigrationError(`More than ${migrationLimit} migrations.`);
  } finally {
    await client.end();
  }
}

/** Applies the first step that is missing; null when none is. */
async function applyNext(client: Client, migrations: readonly Migration[]): Promise<string | null> {
  await client.query('begin');
  try {
    await client.query('select from schema_lock where id = 1 for update');
    const { rows } = await client.query<{ name: string; checksum: string }>(
      'select name, checksum from schema_migration order by name',
    );
    const next = nextOf(rows, migrations);
    if (next !== null) {
      await expectNoRow(client, next.before, `${next.name}.before`);
      await runStep(client, next);
      await expectNoRow(client, next.after, `${next.name}.after`);
      await client.query('insert into schema_migration (name, checksum) values ($1, $2)', [
        next.name,
        next.checksum,
      ]);
    }
    await client.query('commit');
    return next?.name ?? null;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  }
}

/** The step that follows what a database has. */
function nextOf(
  applied: readonly { name: string; checksum: string }[],
  migrations: readonly Migration[],
): Migration | null {
  const known = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const { name, checksum } of applied) {
    const migration = known.get(name);
    if (migration === undefined) {
      throw new MigrationError(
        `The database has the migration ${name}, which this Dunlin does not know; start the ` +
          'version that made it, or a newer one.',
      );
    }
    if (migration.checksum !== checksum) {
      throw new MigrationError(
        `The migration ${name} was changed after it was applied; put its file back and write the ` +
          'change as a new migration.',
      );
    }
  }
  const done = new Set(applied.map(({ name }) => name));
  return migrations.find(({ name }) => !done.has(name)) ?? null;
}

async function runStep(client: Client, { name, sql }: Migration): Promise<void> {
  try {
    await client.query(sql);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MigrationError(`The migration ${name} failed: ${reason}.`, { cause: error });
  }
}

async function expectNoRow(client: Client, sql: string | null, what: string): Promise<void> {
  if (sql === null) return;
  const { rows } = await client.query(sql);
  if (rows.length > 0) {
    throw new MigrationError(
      `The check ${what} found ${rows.length} rows, the first is ${JSON.stringify(rows[0])}.`,
    );
  }
}

async function makeOwnTables(client: Client): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      await client.query(`
        create table if not exists schema_migration (
          name text primary key,
          checksum text not null,
          applied_at timestamptz not null default now()
        );
        create table if not exists schema_lock (id int primary key check (id = 1));
        insert into schema_lock values (1) on conflict do nothing;
      `);
      return;
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (attempt >= raceRetries || !raceCodes.includes(code)) throw error;
    }
  }
}
