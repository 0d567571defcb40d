import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart, codeOf } from '../cannot-start.ts';

const lockWaitMs = 90_000;
const lockPollMs = 20;

/**
 * What tells one process from a later one with the same number: its start time and, for restarts
 * of the machine, the boot. Null when no such process lives. Where there is no /proc, every living
 * process has the same mark.
 */
export function processMark(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // Fields after the name in parentheses: state is the first, start time the twentieth.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (fields[0] === 'Z' || fields[0] === 'X') return null;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return process.platform === 'linux' || !isAlive(pid) ? null : 'alive';
  }
}

/** Notes in a folder that this process uses what belongs to the folder. */
export function signIn(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, String(process.pid)), processMark(process.pid) ?? '');
}

/** Takes the note away again; answers whether another living process still has one. */
export function signOut(folder: string): { others: boolean } {
  rmSync(join(folder, String(process.pid)), { force: true });
  let others = false;
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (isHolder(Number(name), readOr(path))) others = true;
    else rmSync(path, { force: true });
  }
  return { others };
}

/**
 * Runs one piece of work at a time among all processes of this machine that name the same lock
 * file. A lock whose holder died is taken over.
 *
 * @throws CannotStart when another living process holds it too long.
 */
export async function withLock<T>(path: string, work: () => Promise<T>): Promise<T> {
  const mine = `${path}.${process.pid}`;
  const deadline = performance.now() + lockWaitMs;
  writeFileSync(mine, `${process.pid}\n${processMark(process.pid) ?? ''}`);
  try {
    while (!take(mine, path)) {
      if (performance.now() > deadline) {
        throw new CannotStart(`Another process has held ${path} for too long; stop it first.`);
      }
      await sleep(lockPollMs);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(path, { force: true });
  }
}

/** Linking a finished file makes lock and content appear in one step. */
function take(mine: string, path: string): boolean {
  try {
    linkSync(mine, path);
    return true;
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  }
  const held = readOr(path);
  const [pid = '', mark = ''] = held.split('\n');
  if (held === '' || isHolder(Number(pid), mark)) return false;
  // Two may see the same dead holder: whoever moved a fresh lock away by mistake puts it back.
  const stale = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, stale);
    if (readOr(stale) !== held) linkSync(stale, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes(codeOf(error))) throw error;
  } finally {
    rmSync(stale, { force: true });
  }
  return false;
}

function isHolder(pid: number, mark: string): boolean {
  return Number.isInteger(pid) && pid > 0 && processMark(pid) === mark;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
