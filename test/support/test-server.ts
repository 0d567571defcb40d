import { createHash, randomBytes } from 'node:crypto';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { projectFolder } from '#boot/config.ts';
import { processMark, withLock } from '#boot/postgres/presence.ts';
import { type Database, startDatabase } from '#boot/postgres/start-database.ts';
import { type Migration, migrate, readMigrations } from '#storage/migrate.ts';

/** A database of one test, with the whole schema and no rows. */
export type TestDatabase = { readonly url: string; readonly drop: () => Promise<void> };

const started: { server: Promise<Database> | null } = { server: null };

const maxConnections = 300;

/** Tests need no durable writes; a bench that gives milliseconds asks for them (`bench/run.ts`). */
const durable = process.env['DUNLIN_TEST_SERVER'] === 'durable';

/** A database with the present schema, cloned from a template that is made when it is missing. */
export async function cloneTemplate(): Promise<TestDatabase> {
  const { url } = await testServer();
  const template = await templateIn(url);
  return newDatabase(url, ` template ${template}`);
}

/** A database without any table. */
export async function makeEmptyDatabase(): Promise<TestDatabase> {
  const { url } = await testServer();
  return newDatabase(url, '');
}

/** The shared server; started, or joined when another test process runs it. */
export function testServer(): Promise<Database> {
  started.server ??= startDatabase({
    dataFolder: serverFolder(),
    log: () => undefined,
    durable,
    maxConnections,
  }).then(async (server) => {
    if (!server.adopted) await withTemplates(() => dropLeftovers(server.url));
    return server;
  });
  return started.server;
}

/** Leaves the shared server, which stops when nobody else uses it. */
export async function stopTestServer(): Promise<void> {
  const { server } = started;
  started.server = null;
  if (server !== null) await (await server).stop();
}

function serverFolder(): string {
  const project = createHash('sha256').update(projectFolder).digest('hex').slice(0, 8);
  const kind = durable ? 'benches' : 'tests';
  return join(tmpdir(), `dunlin-${kind}-${userInfo().uid}-${project}`);
}

/** The migrated database to clone; its name tells which migrations it has. */
function templateIn(url: string): Promise<string> {
  const migrations = readMigrations();
  const template = templateName(migrations);
  return withTemplates(async () => {
    if (await exists(url, template)) return template;
    const unfinished = `${template}_new`;
    await run(url, `drop database if exists ${unfinished}`);
    await run(url, `create database ${unfinished}`);
    await migrate(urlOf(url, unfinished), migrations);
    await run(url, `alter database ${unfinished} rename to ${template}`);
    return template;
  });
}

/** Drops the databases of killed test runs and the templates of older schemas. */
async function dropLeftovers(url: string): Promise<void> {
  const names = await run<{ datname: string }>(
    url,
    String.raw`select datname from pg_database where datname like 't\_%' or datname like 'template\_%'`,
  );
  const current = templateName(readMigrations());
  const left = names.filter(({ datname }) => {
    const maker = /^t_(\d+)_/.exec(datname)?.[1];
    return maker === undefined ? datname !== current : processMark(Number(maker)) === null;
  });
  for (const { datname } of left) await run(url, `drop database if exists ${datname} with (force)`);
}

function templateName(migrations: readonly Migration[]): string {
  const digest = createHash('sha256').update(JSON.stringify(migrations)).digest('hex');
  return `template_${digest.slice(0, 16)}`;
}

function withTemplates<T>(work: () => Promise<T>): Promise<T> {
  return withLock(join(serverFolder(), 'template'), work);
}

async function newDatabase(url: string, source: string): Promise<TestDatabase> {
  const name = `t_${process.pid}_${randomBytes(6).toString('hex')}`;
  await run(url, `create database ${name}${source}`);
  return {
    url: urlOf(url, name),
    drop: async () => {
      await run(url, `drop database if exists ${name} with (force)`);
    },
  };
}

async function exists(url: string, name: string): Promise<boolean> {
  return (await run(url, `select from pg_database where datname = '${name}'`)).length > 0;
}

async function run<Row extends object>(url: string, sql: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function urlOf(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
