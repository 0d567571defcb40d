import { spawnSync } from 'node:child_process';
import {
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { newClient } from '#storage/client.ts';
import { CannotStart, codeOf, messageOf } from '../cannot-start.ts';
import { writePrivate } from '../data-folder.ts';
import type { Account } from './account.ts';
import { processMark } from './presence.ts';
import { runBinary } from './run-binary.ts';
import { type ServerOptions, serverSettings } from './server-settings.ts';

/** A cluster and what is needed to run it. */
export type Cluster = {
  readonly folder: string;
  /** Folder of the programs the account can run. */
  readonly bin: string;
  readonly account: Account | null;
  /** The passwords of its roles. */
  readonly passwords: Readonly<Record<ClusterRole, string>>;
};

/** Who connects: the superuser that made the cluster, the owner of the tables, the product. */
export type ClusterRole = 'superuser' | 'owner' | 'product';

/** What the roles are called in the server. */
export const roleNames: Readonly<Record<ClusterRole, string>> = {
  superuser: 'dunlin',
  owner: 'dunlin_owner',
  product: 'dunlin_app',
};

const startAttempts = 3;
const startTimeoutS = 120;
const stopTimeoutS = 60;
const adoptTimeoutMs = 60_000;
const adoptPollMs = 50;
const logTailLength = 600;

/** The address of a database in our own server, which listens on loopback without TLS. */
export function clusterUrl(
  { passwords }: Pick<Cluster, 'passwords'>,
  port: number,
  database: string,
  role: ClusterRole,
): string {
  return `postgres://${roleNames[role]}:${passwords[role]}@127.0.0.1:${port}/${database}?sslmode=disable`;
}

/** Makes an empty cluster, whole or not at all: it appears under its name when finished. */
export async function createCluster(cluster: Cluster, options: ServerOptions): Promise<void> {
  const unfinished = `${cluster.folder}.new`;
  const passwordFile = `${cluster.folder}.password`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  writePrivate(passwordFile, cluster.passwords.superuser);
  if (cluster.account !== null) {
    for (const path of [unfinished, passwordFile]) {
      chownSync(path, cluster.account.uid, cluster.account.gid);
    }
  }
  const args = [
    '-D',
    unfinished,
    '-U',
    roleNames.superuser,
    `--pwfile=${passwordFile}`,
    '-A',
    'scram-sha-256',
  ];
  args.push('-E', 'UTF8', '--locale=C', '--no-instructions');
  if (options.durable === false) args.push('--no-sync');
  const { ok, output } = await runBinary(join(cluster.bin, 'initdb'), args, cluster.account);
  rmSync(passwordFile);
  if (!ok) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new CannotStart(`The database could not be made in ${cluster.folder}: ${output}`);
  }
  renameSync(unfinished, cluster.folder);
}

/** Starts the server on that port, or on a free one when none is given, and answers the port. */
export async function startCluster(
  cluster: Cluster,
  options: ServerOptions,
  samePort: number | null = null,
): Promise<number> {
  const startLog = join(cluster.folder, 'start.log');
  let failure = '';
  for (let attempt = 0; attempt < startAttempts; attempt += 1) {
    const port = samePort ?? (await freePort());
    rmSync(startLog, { force: true });
    writeFileSync(join(cluster.folder, 'postgresql.conf'), serverSettings(port, options));
    const args = ['start', '-D', cluster.folder, '-l', startLog, '-s', '-w'];
    args.push('-t', String(startTimeoutS));
    const { ok, output } = await runBinary(join(cluster.bin, 'pg_ctl'), args, cluster.account);
    if (ok) return port;
    failure = `${output}\n${newestLog(cluster.folder)}`.trim();
    // Another program may have taken the port in between; nothing else gets better by repeating.
    if (!failure.includes('Address already in use')) break;
  }
  throw new CannotStart(`PostgreSQL did not start in ${cluster.folder}: ${failure}`);
}

/** Stops the server; what was committed is on disk, clients are disconnected. */
export async function stopCluster(cluster: Cluster): Promise<void> {
  const args = ['stop', '-D', cluster.folder, '-m', 'fast', '-s', '-w', '-t', String(stopTimeoutS)];
  const { ok, output } = await runBinary(join(cluster.bin, 'pg_ctl'), args, cluster.account);
  if (!ok && lockOf(cluster.folder) !== null) {
    throw new CannotStart(`PostgreSQL in ${cluster.folder} did not stop: ${output}`);
  }
}

/**
 * The port of the server that already runs on this cluster (it outlives a killed parent); null
 * when none does. Waits while it is starting or going down.
 *
 * @throws CannotStart when a server lives there that does not let us in.
 */
export async function runningPort(cluster: Cluster): Promise<number | null> {
  const deadline = performance.now() + adoptTimeoutMs;
  let lastError: unknown = null;
  while (performance.now() < deadline) {
    const lock = lockOf(cluster.folder);
    if (lock === null) return null;
    try {
      if (lock.port !== null && (await isServerOf(cluster, lock.port))) return lock.port;
    } catch (error) {
      lastError = error;
    }
    await sleep(adoptPollMs);
  }
  throw new CannotStart(
    `A PostgreSQL already runs in ${cluster.folder} but does not let Dunlin in ` +
      `(${lastError === null ? 'another one has its port' : messageOf(lastError)}); stop it first.`,
  );
}

async function isServerOf(cluster: Cluster, port: number): Promise<boolean> {
  const client = newClient({
    connectionString: clusterUrl(cluster, port, 'postgres', 'superuser'),
  });
  try {
    await client.connect();
    const { rows } = await client.query<{ folder: string }>(
      "select current_setting('data_directory') as folder",
    );
    return rows[0] !== undefined && realpathSync(rows[0].folder) === realpathSync(cluster.folder);
  } finally {
    await client.end();
  }
}

/** Whether a server holds this cluster, however it is. */
export function isHeld(cluster: Cluster): boolean {
  return lockOf(cluster.folder) !== null;
}

/**
 * The living holder of a cluster's lock file. One of a dead process stays: by it PostgreSQL knows
 * whether processes of the dead server still write, and refuses to start beside them.
 */
function lockOf(folder: string): { pid: number; port: number | null } | null {
  const path = join(folder, 'postmaster.pid');
  let lines: string[];
  try {
    lines = readFileSync(path, 'utf8').split('\n');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
  const pid = Number(lines[0]);
  if (processMark(pid) === null) return null;
  if (isOtherProgram(pid)) {
    // Process numbers repeat, in containers at every start; PostgreSQL would refuse to start.
    rmSync(path, { force: true });
    return null;
  }
  return { pid, port: Number(lines[3]) || null };
}

function isOtherProgram(pid: number): boolean {
  try {
    return !readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return typeof stdout === 'string' && stdout !== '' && !stdout.includes('postgres');
  }
}

function newestLog(folder: string): string {
  const logs = [join(folder, 'start.log')];
  const collected = join(folder, 'log');
  if (existsSync(collected))
    logs.push(...readdirSync(collected).map((name) => join(collected, name)));
  const text = logs.map((path) => (existsSync(path) ? readFileSync(path, 'utf8') : '')).join('\n');
  return text.slice(-logTailLength);
}

/** A port nobody uses at this moment, given by the operating system. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('no free port'));
      });
    });
  });
}
