import { dirname, join } from 'node:path';
import type { Client } from 'pg';
import { newClient } from '#storage/client.ts';
import { CannotStart } from '../cannot-start.ts';
import { claimDataFolder, keptSecret } from '../data-folder.ts';
import { type Account, serverAccount } from './account.ts';
import { findBinaries, reachableBin } from './binaries.ts';
import {
  type Cluster,
  clusterUrl,
  createCluster,
  isHeld,
  roleNames,
  runningPort,
  startCluster,
  stopCluster,
} from './cluster.ts';
import { knownCluster, placeForCluster, rememberCluster } from './cluster-place.ts';
import { checkServer } from './external-database.ts';
import { keepRunning } from './keep-running.ts';
import { signIn, signOut, withLock } from './presence.ts';
import type { ServerOptions } from './server-settings.ts';

/** A database to connect to, and how to leave it. */
export type Database = {
  /** For the product, whose role owns nothing. */
  readonly url: string;
  /** For the owner of the tables, who changes the schema. */
  readonly ownerUrl: string;
  /** Such as `18.4`. */
  readonly serverVersion: string;
  /** Whether the server ran already: another process of ours uses it, or one died. */
  readonly adopted: boolean;
  /** From now on starts our own server again whenever it is gone; a given one is not ours to start. */
  readonly keepRunning: () => void;
  /** Stops our own server when no other process uses it. Close all connections first. */
  readonly stop: () => Promise<void>;
};

/** What the server is started for, and where it tells what it does (one sentence a call). */
export type DatabaseSettings = ServerOptions & {
  readonly dataFolder: string;
  readonly log: (sentence: string) => void;
};

const databaseName = 'dunlin';

/**
 * The database Dunlin works with: the one of `databaseUrl` when set, else our own server.
 *
 * @throws CannotStart
 */
export async function openDatabase(
  settings: DatabaseSettings & {
    readonly databaseUrl: string | null;
    readonly migrationUrl: string | null;
  },
): Promise<Database> {
  if (settings.databaseUrl === null) return startDatabase(settings);
  const ownerUrl = settings.migrationUrl ?? settings.databaseUrl;
  const changesSchema = settings.migrationUrl === null;
  const { serverVersion } = await checkServer(settings.databaseUrl, { changesSchema });
  if (!changesSchema) await checkServer(ownerUrl, { setting: 'DUNLIN_MIGRATION_URL' });
  return {
    url: settings.databaseUrl,
    ownerUrl,
    serverVersion,
    adopted: false,
    keepRunning: () => undefined,
    stop: () => Promise.resolve(),
  };
}

/**
 * Our own PostgreSQL server with its cluster in the data folder: adopts the one that runs, else
 * starts it, making the cluster the first time. Several processes may share one data folder; the
 * last to leave stops the server.
 *
 * @throws CannotStart
 */
export async function startDatabase(settings: DatabaseSettings): Promise<Database> {
  claimDataFolder(settings.dataFolder);
  const lock = join(settings.dataFolder, 'starting');
  const users = join(settings.dataFolder, 'users');
  return withLock(lock, async () => {
    const cluster = await clusterFor(settings);
    const running = await runningPort(cluster);
    if (running !== null) settings.log('The database of an earlier start still runs; using it.');
    const port = running ?? (await startCluster(cluster, settings));
    signIn(users);
    let letGo = () => Promise.resolve();
    const restart = () =>
      withLock(lock, async () => {
        if ((await runningPort(cluster)) === null) await startCluster(cluster, settings, port);
      });
    const kept = { isUp: () => isHeld(cluster), restart, log: settings.log };
    const serverVersion = await prepareDatabase(cluster, port);
    return {
      url: clusterUrl(cluster, port, databaseName, 'product'),
      ownerUrl: clusterUrl(cluster, port, databaseName, 'owner'),
      serverVersion,
      adopted: running !== null,
      keepRunning: () => {
        letGo = keepRunning(kept);
      },
      stop: async () => {
        await letGo();
        await withLock(lock, async () => {
          if (!signOut(users).others) await stopCluster(cluster);
        });
      },
    };
  });
}

async function clusterFor(settings: DatabaseSettings): Promise<Cluster> {
  const { dataFolder } = settings;
  const known = knownCluster(dataFolder);
  const account = serverAccount(process.getuid?.(), known?.owner ?? null);
  refuseForeign(known, account);
  const binaries = await findBinaries(known?.major ?? null, known?.cluster ?? dataFolder);
  const folder = known?.cluster ?? placeForCluster(dataFolder, account);
  const cluster = {
    folder,
    bin: reachableBin(binaries, account, dirname(folder)),
    account,
    passwords: passwordsIn(dataFolder),
  };
  if (known === null) {
    settings.log(`Making a new database with PostgreSQL ${binaries.version} in ${folder}.`);
    rememberCluster(dataFolder, folder, false);
    await createCluster(cluster, settings);
    rememberCluster(dataFolder, folder, true);
  }
  return cluster;
}

/** PostgreSQL only starts on a cluster of its own user; say so before it does. */
function refuseForeign(known: ReturnType<typeof knownCluster>, account: Account | null): void {
  const uid = account?.uid ?? process.getuid?.();
  if (known === null || uid === undefined || known.owner.uid === uid) return;
  throw new CannotStart(
    `The database in ${known.cluster} belongs to user ${known.owner.uid}; start Dunlin as that user.`,
  );
}

/** The passwords of the own server's roles, made once. */
export function passwordsIn(dataFolder: string): Cluster['passwords'] {
  return {
    superuser: keptSecret(join(dataFolder, 'postgres-password')),
    owner: keptSecret(join(dataFolder, 'postgres-owner-password')),
    product: keptSecret(join(dataFolder, 'postgres-app-password')),
  };
}

/**
 * Makes the roles and our database in the server when they are missing; answers the server's version.
 * The owner of the tables is no superuser, and the product's role owns nothing.
 */
async function prepareDatabase(cluster: Cluster, port: number): Promise<string> {
  const url = clusterUrl(cluster, port, 'postgres', 'superuser');
  const client = newClient({ connectionString: url });
  await client.connect();
  try {
    for (const role of ['owner', 'product'] as const) await makeRole(client, cluster, role);
    const { rows } = await client.query<{ version: string; present: boolean }>(
      `select current_setting('server_version') as version,
              exists (select from pg_database where datname = $1) as present`,
      [databaseName],
    );
    if (rows[0]?.present === false) {
      await client.query(`create database ${databaseName} owner ${roleNames.owner}`);
    }
    return rows[0]?.version ?? '';
  } finally {
    await client.end();
  }
}

async function makeRole(
  client: Client,
  { passwords }: Cluster,
  role: 'owner' | 'product',
): Promise<void> {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [
    roleNames[role],
  ]);
  if (rowCount) return;
  // The password is of hexadecimal digits.
  await client.query(`create role ${roleNames[role]} login password '${passwords[role]}'`);
}
