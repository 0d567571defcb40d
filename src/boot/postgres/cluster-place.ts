import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  type Stats,
  statSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, resolve } from 'node:path';
import { CannotStart, codeOf } from '../cannot-start.ts';
import { writePrivate } from '../data-folder.ts';
import { type Account, canEnter } from './account.ts';

const pointerName = 'postgres.json';
const clusterName = 'postgres';
const sharedStateFolder = '/var/lib';

/** The finished cluster a data folder has: where, who owns it and which PostgreSQL made it. */
export type KnownCluster = {
  readonly cluster: string;
  readonly owner: Stats;
  readonly major: number;
};

type Pointer = { readonly cluster: string; readonly ready: boolean };

/**
 * The cluster an earlier start made for this data folder; null before the first start, and when
 * that start ended before the cluster was whole.
 *
 * @throws CannotStart when the folder points to a cluster that is not there or not readable.
 */
export function knownCluster(dataFolder: string): KnownCluster | null {
  const pointer = readPointer(dataFolder);
  if (pointer === null) return null;
  const cluster = resolve(dataFolder, pointer.cluster);
  try {
    const major = Number.parseInt(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'), 10);
    return { cluster, owner: statSync(cluster), major };
  } catch (error) {
    if (!pointer.ready && codeOf(error) === 'ENOENT') return null;
    throw new CannotStart(
      codeOf(error) === 'EACCES'
        ? `The database in ${cluster} belongs to another user; start Dunlin as the user who made it.`
        : `The database of the data folder ${dataFolder} should be in ${cluster}, but is not ` +
            'there; put it back, or set DUNLIN_DATA to a new folder.',
      { cause: error },
    );
  }
}

/**
 * Where a new cluster goes: into the data folder when the server's account can get there, else
 * below /var/lib in a folder of its own (root's home is closed to others).
 *
 * @throws CannotStart
 */
export function placeForCluster(dataFolder: string, account: Account | null): string {
  if (account === null) return join(dataFolder, clusterName);
  chmodSync(dataFolder, statSync(dataFolder).mode | 0o111);
  if (canEnter(account, dataFolder)) return join(dataFolder, clusterName);
  const begun = readPointer(dataFolder)?.cluster ?? '';
  const home = isAbsolute(begun) ? dirname(begun) : newHome();
  try {
    mkdirSync(home, { recursive: true });
    chmodSync(home, 0o711);
    accessSync(home, constants.W_OK);
  } catch (error) {
    throw new CannotStart(
      `PostgreSQL does not run as root, and the user ${account.name} cannot reach the data folder ` +
        `${dataFolder}; set DUNLIN_DATA to a folder outside of closed homes, such as /srv/dunlin.`,
      { cause: error },
    );
  }
  return join(home, clusterName);
}

/**
 * Notes where the cluster is, relative when it is inside, so that the data folder can be moved.
 * The note is written before the cluster is made, and says `ready` once it is whole.
 */
export function rememberCluster(dataFolder: string, cluster: string, ready: boolean): void {
  const path = dirname(cluster) === dataFolder ? basename(cluster) : cluster;
  writePrivate(join(dataFolder, pointerName), `${JSON.stringify({ cluster: path, ready })}\n`);
}

/** A name never used before: a data folder that was deleted leaves its cluster behind. */
function newHome(): string {
  return join(sharedStateFolder, `dunlin-${randomBytes(4).toString('hex')}`);
}

function readPointer(dataFolder: string): Pointer | null {
  const path = join(dataFolder, pointerName);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null;
}
