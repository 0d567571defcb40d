import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { projectFolder } from '#boot/config.ts';

/** `npm ci` clears it away with the packages it was made by. */
const copies = join(projectFolder, 'node_modules', '.cache', 'test-servers');

/** Where the stopped server with a template of that name is kept for the next run. */
export function copyOf(template: string): string {
  const lock = readFileSync(join(projectFolder, 'package-lock.json'));
  const packages = createHash('sha256').update(lock).digest('hex').slice(0, 16);
  return join(copies, `${template}-${packages}`);
}

/** Puts the kept server into a new folder; false when there is none. */
export function restoreCopy(copy: string, folder: string): boolean {
  if (!existsSync(copy)) return false;
  if (copyFolder(copy, folder)) return true;
  rmSync(folder, { recursive: true, force: true });
  return false;
}

/** Keeps a stopped server, and none of an older schema. Where it cannot be kept, it is not. */
export function keepCopy(folder: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`;
  mkdirSync(dirname(copy), { recursive: true });
  try {
    if (copyFolder(folder, unfinished)) renameSync(unfinished, copy);
  } catch {
    // Another run was faster.
  }
  rmSync(unfinished, { recursive: true, force: true });
  for (const name of readdirSync(copies)) {
    // What has a number at its end is being made by a run.
    const isOther = name !== basename(copy) && !/\.\d+$/.test(name);
    if (isOther) rmSync(join(copies, name), { recursive: true, force: true });
  }
}

/** With owners and modes as they are: PostgreSQL looks at both. */
function copyFolder(from: string, to: string): boolean {
  return spawnSync('cp', ['-a', from, to], { stdio: 'ignore' }).status === 0;
}
