import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { processMark } from '#boot/postgres/presence.ts';

/** Memory that looks like a folder: databases are made and dropped five times faster there. */
const memory = '/dev/shm';
const leastMemoryBytes = 4 * 1024 ** 3;

const prefix = 'dunlin-tests-';
const ownerName = 'owner';
const stopPollMs = 50;
const stopPolls = 200;

/** The folder of one run of tests: all that it writes outside of the project. */
export type RunFolder = {
  /** Folder of the database server. */
  readonly server: string;
  /** Takes the place of the machine's temporary folder. */
  readonly temporary: string;
  /** Which test files are taken and which are done. */
  readonly queue: string;
  /** Modules as Node compiled them. */
  readonly compiled: string;
  readonly remove: () => void;
};

/**
 * A new folder, in memory where there is enough unless it is to be on disk, as a bench of durable
 * writes needs it; those of killed runs are cleared away first.
 */
export async function makeRunFolder(onDisk = false): Promise<RunFolder> {
  const places = [tmpdir(), ...(hasMemory() ? [memory] : [])];
  for (const place of places) await clearKilledRuns(place);
  const path = mkdtempSync(join(onDisk ? tmpdir() : (places.at(-1) ?? tmpdir()), prefix));
  writeFileSync(join(path, ownerName), `${process.pid}\n${processMark(process.pid) ?? ''}`);
  // The database server may run as another user, who has to pass through.
  chmodSync(path, 0o755);
  const inside = (name: string) => {
    mkdirSync(join(path, name));
    return join(path, name);
  };
  return {
    server: join(path, 'server'),
    temporary: inside('tmp'),
    queue: inside('queue'),
    compiled: inside('compiled'),
    remove: () => removeFolder(path),
  };
}

/** Containers give little of it, and often none that programs may be run from. */
function hasMemory(): boolean {
  const mounted = readOrEmpty('/proc/mounts').split('\n');
  const options = mounted.find((line) => line.split(' ')[1] === memory)?.split(' ')[3];
  if (options === undefined || options.split(',').includes('noexec')) return false;
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize >= leastMemoryBytes;
}

/** Stops the servers and removes the folders of runs whose process was killed. */
async function clearKilledRuns(place: string): Promise<void> {
  for (const name of readdirSync(place)) {
    const path = join(place, name);
    if (!name.startsWith(prefix) || !isLeft(path)) continue;
    await stopServer(join(path, 'server', 'postgres'));
    removeFolder(path);
  }
}

/** A folder without the note of its owner is just being made, or not ours. */
function isLeft(path: string): boolean {
  const [pid = '', mark] = readOrEmpty(join(path, ownerName)).split('\n');
  return mark !== undefined && processMark(Number(pid)) !== mark;
}

async function stopServer(cluster: string): Promise<void> {
  const [pid = ''] = readOrEmpty(join(cluster, 'postmaster.pid')).split('\n');
  for (let poll = 0; poll < stopPolls && isServerOf(cluster, pid); poll += 1) {
    if (poll === 0) process.kill(Number(pid), 'SIGINT');
    await sleep(stopPollMs);
  }
}

/** Process numbers repeat: only a PostgreSQL of this very folder is stopped. */
function isServerOf(cluster: string, pid: string): boolean {
  if (!/^[1-9]\d*$/.test(pid)) return false;
  const { stdout } = spawnSync('ps', ['-o', 'command=', '-p', pid], { encoding: 'utf8' });
  return stdout?.includes(cluster) ?? false;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** What was stopped a moment ago may still write while its folder is removed. */
function removeFolder(path: string): void {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}
