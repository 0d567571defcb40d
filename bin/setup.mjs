import { createHash } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The project folder. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const lockWaitMs = 15 * 60_000;
const lockPollMs = 200;

/** Why a command cannot run, as a sentence for the person who typed it. */
export class SetupError extends Error {}

/** Tells what the setup does; never on stdout, which belongs to the command. */
export function tell(sentence) {
  process.stderr.write(`${sentence}\n`);
}

/** The content of a file, or null. */
export function readOrNull(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/**
 * Runs one piece of setup at a time among all processes of this user and project; a lock whose
 * holder is gone is taken over. It lies outside of the project: `npm ci` empties node_modules.
 */
export async function oneAtATime(name, work) {
  const project = createHash('sha256').update(root).digest('hex').slice(0, 8);
  const folder = join(tmpdir(), `dunlin-setup-${userInfo().uid}-${project}`);
  const lock = join(folder, name);
  const mine = `${lock}.${process.pid}`;
  const deadline = Date.now() + lockWaitMs;
  note(folder, mine);
  try {
    while (!take(mine, lock)) {
      if (Date.now() > deadline)
        throw new SetupError(`Another setup has held ${lock} for too long.`);
      await sleep(lockPollMs);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lock, { force: true });
    removeIfEmpty(folder);
  }
}

/** Another process may remove the folder, empty for a moment, before the note lies in it. */
function note(folder, path) {
  for (;;) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    try {
      return writeFileSync(path, String(process.pid));
    } catch (error) {
      if (error.code !== 'ENOENT') throw error;
    }
  }
}

function removeIfEmpty(folder) {
  try {
    rmdirSync(folder);
  } catch {
    // Another setup of ours goes on in it.
  }
}

function take(mine, lock) {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  }
  const holder = Number(readOrNull(lock));
  if (holder > 0 && !isAlive(holder)) rmSync(lock, { force: true });
  return false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
