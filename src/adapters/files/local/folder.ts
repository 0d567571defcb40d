import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { CheckResult } from '#ports/adapter.ts';
import { FileMissing, type Files, type FilesHost } from '#ports/files.ts';
import type { Settings } from './settings.ts';

const goodKey = /^[a-z0-9-]+(\/[a-z0-9-]+)*$/;
const probe = 'connection-test';
const unfinished = '.part';
/** A file comes within an hour, and what is written is younger than its last piece. */
const leftAfterMs = 3_600_000;

/** Keeps files in a folder: each is written beside its place and then moved there whole. */
export function openFolder(settings: Settings, host: FilesHost): Files {
  const folder = settings.folder === '' ? host.folder : settings.folder;
  return {
    write: async (key, source) => {
      const path = pathOf(folder, key);
      const part = `${path}${unfinished}`;
      await mkdir(dirname(path), { recursive: true });
      try {
        await pipeline(source, createWriteStream(part, { mode: 0o600 }));
        await rename(part, path);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
    },
    read: (key, mostBytes) => bytesOf(pathOf(folder, key), mostBytes),
    remove: (key) => rm(pathOf(folder, key), { force: true }),
    sweep: (below) => sweep(pathOf(folder, below)),
    olderThanAnHour: async (below) => {
      const names = await oldFiles(pathOf(folder, below), (name) => goodKey.test(name));
      return names.map((name) => `${below}/${name}`);
    },
    check: () => check(folder),
    close: async () => undefined,
  };
}

function pathOf(folder: string, key: string): string {
  if (!goodKey.test(key)) throw new Error(`cannot happen: ${key} is no key of a file`);
  return join(folder, ...key.split('/'));
}

async function* bytesOf(path: string, mostBytes?: number): AsyncGenerator<Uint8Array> {
  const end = mostBytes === undefined ? {} : { end: mostBytes - 1 };
  try {
    yield* createReadStream(path, end) as AsyncIterable<Buffer>;
  } catch (error) {
    throw codeOf(error) === 'ENOENT' ? new FileMissing(error) : error;
  }
}

/** A process that was killed could not remove what it had half written. */
async function sweep(folder: string): Promise<number> {
  const isPart = (name: string) =>
    name.endsWith(unfinished) && goodKey.test(name.slice(0, -unfinished.length));
  const left = await oldFiles(folder, isPart);
  for (const name of left) await rm(join(folder, name), { force: true });
  return left.length;
}

/** The names of the wanted files in a folder that nobody has written to for an hour. */
async function oldFiles(folder: string, isWanted: (name: string) => boolean): Promise<string[]> {
  const found: string[] = [];
  for (const name of await readdir(folder).catch(noneIfMissing)) {
    if (!isWanted(name)) continue;
    const written = await stat(join(folder, name)).catch(() => null);
    if (written?.isFile() && Date.now() - written.mtimeMs >= leftAfterMs) found.push(name);
  }
  return found;
}

function noneIfMissing(error: unknown): string[] {
  if (codeOf(error) === 'ENOENT') return [];
  throw error;
}

/** Writes a small file, reads it again and removes it; its name is new, for several may check at once. */
async function check(folder: string): Promise<CheckResult> {
  const path = join(folder, `${probe}-${randomUUID()}`);
  try {
    await writeFile(path, probe, { mode: 0o600 });
    const read = await readFile(path, 'utf8');
    return read === probe ? { ok: true } : { ok: false, reason: 'wrong-answer', detail: null };
  } catch (error) {
    return { ok: false, reason: 'not-writable', detail: codeOf(error) || null };
  } finally {
    await rm(path, { force: true });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}
