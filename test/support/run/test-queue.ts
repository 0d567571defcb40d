import { existsSync, globSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '#boot/config.ts';

const places = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'web/**/*.test.{ts,tsx}'];

/** Files that start, kill or change processes: each runs in one of its own, beside the others. */
const ownProcess = ['test/launcher.test.ts', 'test/commands.test.ts', 'test/crash/'];

/** The files that take longest begin first, so that no process is left alone with one at the end. */
const longestFirst = ['test/e2e/', 'test/demo/', 'test/properties/', 'test/contracts/', 'test/'];

/** All test files whose path contains one of the parts, or all: paths from the project folder. */
export function testFiles(parts: readonly string[]): string[] {
  return globSync(places, { cwd: projectFolder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => parts.length === 0 || parts.some((part) => file.includes(part)))
    .sort((a, b) => orderOf(a) - orderOf(b) || (a < b ? -1 : 1));
}

function orderOf(file: string): number {
  const found = longestFirst.findIndex((place) => file.startsWith(place));
  return found === -1 ? longestFirst.length : found;
}

/** Whether a file needs a process of its own. */
export function needsOwnProcess(file: string): boolean {
  return ownProcess.some((place) => file.startsWith(place));
}

const waiting = '.waiting';
const taken = '.taken';
const done = '.done';

/** Lays test files into a folder, from which several processes take one after the other. */
export function fillQueue(folder: string, files: readonly string[]): void {
  for (const [index, file] of files.entries()) {
    const number = String(index).padStart(5, '0');
    writeFileSync(join(folder, `${number} ${encodeURIComponent(file)}${waiting}`), '');
  }
}

/** The next file, which no other process gets, with how to say that it ran; null at the end. */
export function takeNext(folder: string): { file: string; isDone: () => void } | null {
  for (const name of readdirSync(folder).sort()) {
    if (!name.endsWith(waiting)) continue;
    const entry = join(folder, name.slice(0, -waiting.length));
    try {
      renameSync(`${entry}${waiting}`, `${entry}${taken}`);
    } catch (error) {
      if (!existsSync(`${entry}${waiting}`)) continue;
      throw error;
    }
    return {
      file: fileOf(name),
      isDone: () => renameSync(`${entry}${taken}`, `${entry}${done}`),
    };
  }
  return null;
}

/** The files that did not run to their end: their process died, or nobody took them. */
export function leftIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.endsWith(done))
    .sort()
    .map(fileOf);
}

function fileOf(name: string): string {
  const [, path = ''] = /^\d+ (.*)\.\w+$/.exec(name) ?? [];
  return decodeURIComponent(path);
}
