import { createHash, randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { roleNames } from '#boot/postgres/cluster.ts';
import { passwordsIn, startDatabase } from '#boot/postgres/start-database.ts';
import { grantRights, grantStatements } from '#storage/audit/grants.ts';
import { type Migration, migrate, readMigrations } from '#storage/migrate.ts';
import { copyOf, keepCopy, restoreCopy } from '../world/server-copy.ts';
import { makeRunFolder } from './run-folder.ts';

/**
 * A database of one test, with the whole schema and no rows: for a test that looks and sets up past
 * the product, as a superuser, and for the product, whose role owns nothing.
 */
export type TestDatabase = {
  readonly url: string;
  readonly appUrl: string;
  readonly drop: () => Promise<void>;
};

/** The server in use: given by the run of the tests, or started by this process. */
type Server = {
  readonly url: string;
  readonly appUrl: string;
  readonly template: string;
  readonly stop: () => Promise<void>;
};

type KeptServer = Server & { readonly keepRunning: () => void };

const used: { server: Promise<Server> | null } = { server: null };

const maxConnections = 300;

/** How the processes of a run hear where its server is. */
const urlVariable = 'TEST_SERVER_URL';
const appUrlVariable = 'TEST_SERVER_APP_URL';
const templateVariable = 'TEST_SERVER_TEMPLATE';

/** A database with the present schema, cloned from a template. */
export async function cloneTemplate(): Promise<TestDatabase> {
  const server = await testServer();
  // Files are copied: ten times faster than writing them through the log, as is usual.
  return newDatabase(server, ` template ${server.template} strategy file_copy`);
}

/** A database without any table. */
export async function makeEmptyDatabase(): Promise<TestDatabase> {
  return newDatabase(await testServer(), '');
}

/**
 * Starts a server in a folder for the processes started from now on; answers how to stop it. Tests
 * need no durable writes; a bench that gives milliseconds asks for them. `isKept`: it is started again
 * whenever it is gone, as the product does.
 */
export async function shareTestServer(
  folder: string,
  durable = false,
  isKept = false,
): Promise<() => Promise<void>> {
  const { url, appUrl, template, stop, keepRunning } = await startServer(folder, durable);
  if (isKept) keepRunning();
  process.env[urlVariable] = url;
  process.env[appUrlVariable] = appUrl;
  process.env[templateVariable] = template;
  return stop;
}

/** Stops the server that this process started for itself, if it did. */
export async function stopTestServer(): Promise<void> {
  const { server } = used;
  used.server = null;
  if (server !== null) await (await server).stop();
}

function testServer(): Promise<Server> {
  used.server ??= givenServer() ?? ownServer();
  return used.server;
}

function givenServer(): Promise<Server> | null {
  const url = process.env[urlVariable];
  const appUrl = process.env[appUrlVariable];
  const template = process.env[templateVariable];
  if (!url || !appUrl || !template) return null;
  return Promise.resolve({ url, appUrl, template, stop: () => Promise.resolve() });
}

/** For a test file, or a bench, that runs without `npm test`. */
async function ownServer(): Promise<Server> {
  const run = await makeRunFolder();
  const server = await startServer(run.server);
  return {
    ...server,
    stop: async () => {
      await server.stop();
      run.remove();
    },
  };
}

/**
 * A server with the template to clone. Making one takes seconds, so a copy is kept among the
 * packages' caches and used again while schema and packages are the same.
 */
async function startServer(dataFolder: string, durable = false): Promise<KeptServer> {
  const migrations = readMigrations();
  const template = templateName(migrations);
  const copy = copyOf(template);
  const settings = { dataFolder, log: () => undefined, durable: false, maxConnections };
  if (!restoreCopy(copy, dataFolder)) {
    const { ownerUrl, stop } = await startDatabase(settings);
    await makeTemplate(superuserUrl(dataFolder, ownerUrl), ownerUrl, template);
    await stop();
    keepCopy(dataFolder, copy);
  }
  const { url: appUrl, ownerUrl, ...rest } = await startDatabase({ ...settings, durable });
  const { stop, keepRunning } = rest;
  return { url: superuserUrl(dataFolder, ownerUrl), appUrl, template, stop, keepRunning };
}

function superuserUrl(dataFolder: string, url: string): string {
  const changed = new URL(url);
  changed.username = roleNames.superuser;
  changed.password = passwordsIn(dataFolder).superuser;
  return changed.href;
}

async function makeTemplate(url: string, ownerUrl: string, template: string): Promise<void> {
  await run(url, `create database ${template} owner ${roleNames.owner}`);
  await migrate(urlOf(ownerUrl, template));
  await grantRights(urlOf(ownerUrl, template), roleNames.product);
}

function templateName(migrations: readonly Migration[]): string {
  const made = JSON.stringify([migrations, grantStatements(roleNames.product)]);
  const digest = createHash('sha256').update(made).digest('hex');
  return `template_${digest.slice(0, 16)}`;
}

async function newDatabase({ url, appUrl }: Server, source: string): Promise<TestDatabase> {
  const name = `t_${process.pid}_${randomBytes(6).toString('hex')}`;
  await run(url, `create database ${name} owner ${roleNames.owner}${source}`);
  return {
    url: urlOf(url, name),
    appUrl: urlOf(appUrl, name),
    drop: async () => {
      await run(url, `drop database if exists ${name} with (force)`);
    },
  };
}

async function run(url: string, sql: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function urlOf(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}
