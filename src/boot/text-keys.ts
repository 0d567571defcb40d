import { createHmac, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockedMark, type TextVault } from '#ports/text-vault.ts';
import { CannotStart, codeOf } from './cannot-start.ts';
import { claimDataFolder, writePrivate } from './data-folder.ts';
import { openText, sealText } from './sealing.ts';

const keyBytes = 32;
const digestName = 'digest';
const line = /^(digest|k\d{1,6}) ([0-9a-f]{64})$/;
const sealedForm = /^\u2063sealed:(k\d{1,6}):([A-Za-z0-9+/=]+)$/;

/** The keys of texts: what hashes are made with, and the keys that seal, the newest last. */
export type TextKeys = {
  readonly digest: Buffer;
  readonly keys: ReadonlyMap<string, Buffer>;
};

/** Where the keys of texts are kept: the file of the setting, else one in the data folder. */
export function textKeyFile(settings: {
  readonly dataFolder: string;
  readonly textKeyFile: string | null;
}): string {
  return settings.textKeyFile ?? join(settings.dataFolder, 'text-keys');
}

/**
 * The keys of the file, which is made when there is none in the data folder. A file that the setting
 * names has to be there: one that is missing is a disk that is not mounted.
 *
 * @throws CannotStart
 */
export function keptTextKeys(settings: {
  readonly dataFolder: string;
  readonly textKeyFile: string | null;
}): TextKeys {
  const path = textKeyFile(settings);
  if (settings.textKeyFile === null && !existsSync(path)) {
    claimDataFolder(settings.dataFolder);
    makeTextKeys(path);
  }
  return readTextKeys(path);
}

/** Makes the file; of two processes that race, the later one leaves that of the first. */
function makeTextKeys(path: string): void {
  const fresh = `${path}.${process.pid}`;
  try {
    writeTextKeys(fresh, newTextKeys());
    linkSync(fresh, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
}

/** Keys that nobody has had before. */
export function newTextKeys(): TextKeys {
  return { digest: randomBytes(keyBytes), keys: new Map([['k1', randomBytes(keyBytes)]]) };
}

/** The same with one more key, which seals from now on. */
export function withNewKey({ digest, keys }: TextKeys): TextKeys {
  const last = Math.max(0, ...[...keys.keys()].map((id) => Number(id.slice(1))));
  return { digest, keys: new Map([...keys, [`k${last + 1}`, randomBytes(keyBytes)]]) };
}

/** Writes the keys to a file that only its owner can read, all or nothing. */
export function writeTextKeys(path: string, { digest, keys }: TextKeys): void {
  const lines = [[digestName, digest] as const, ...keys].map(
    ([name, key]) => `${name} ${key.toString('hex')}`,
  );
  writePrivate(`${path}.new`, `${lines.join('\n')}\n`);
  renameSync(`${path}.new`, path);
}

/** @throws CannotStart when there is no such file or it holds something else. */
export function readTextKeys(path: string): TextKeys {
  const lines = textOf(path).split('\n').filter(Boolean);
  const found = lines.map((text) => line.exec(text));
  const named = found.flatMap((match) =>
    match ? [[match[1] ?? '', Buffer.from(match[2] ?? '', 'hex')] as const] : [],
  );
  const digest = named.find(([name]) => name === digestName)?.[1];
  const keys = new Map(named.filter(([name]) => name !== digestName));
  if (named.length < lines.length || digest === undefined || keys.size === 0) {
    throw new CannotStart(`The file ${path} does not hold the keys of texts.`);
  }
  return { digest, keys };
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new CannotStart(
      `The file ${path} with the keys of texts cannot be read (${codeOf(error)}).`,
      {
        cause: error,
      },
    );
  }
}

/**
 * A vault over the keys of texts (AES-256-GCM, NIST SP 800-38D; HMAC, RFC 2104). `again` reads the keys
 * once more: another process may have added one.
 */
export function openTextVault(first: TextKeys, again: () => TextKeys = () => first): TextVault {
  let known = first;
  const keyOf = (id: string): Buffer | undefined => {
    if (!known.keys.has(id)) known = again();
    return known.keys.get(id);
  };
  const newest = () => [...known.keys].at(-1) ?? ['', Buffer.alloc(0)];
  return {
    seal: (words, about) => {
      const [id, key] = newest();
      return `\u2063sealed:${id}:${sealText(key, words, about).toString('base64')}`;
    },
    open: (text, about) => {
      const [, id = '', base64 = ''] = sealedForm.exec(text) ?? [];
      if (id === '') return text;
      const key = keyOf(id);
      return key ? (openText(key, Buffer.from(base64, 'base64'), about) ?? lockedMark) : lockedMark;
    },
    digest: (text) => createHmac('sha256', known.digest).update(text).digest(),
  };
}
