import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  type Dirent,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { CannotStart, codeOf, messageOf } from './cannot-start.ts';

const markName = 'dunlin.json';
const secretName = 'secret';
const format = 1;
/** Of the folders in it, those that Dunlin itself writes; the database's belong to its account. */
const openFolders: ReadonlySet<string> = new Set(['files', 'users']);
const secretBytes = 32;

/**
 * Makes the data folder ours, or leaves it untouched and says why not: it must be empty, missing
 * or marked by an earlier start with the same format, and writable.
 *
 * @throws CannotStart
 */
export function claimDataFolder(folder: string): void {
  const mark = join(folder, markName);
  const found = readMark(mark);
  if (found === undefined && entriesOf(folder).length > 0) {
    throw new CannotStart(
      `The data folder ${folder} holds files that are not Dunlin's; set DUNLIN_DATA to an empty ` +
        'or new folder.',
    );
  }
  if (found !== undefined && found !== format) {
    throw new CannotStart(
      `The data folder ${folder} has format ${String(found)}, this Dunlin reads format ${format}; ` +
        'start the Dunlin that wrote it, or set DUNLIN_DATA to another folder.',
    );
  }
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK | constants.X_OK);
    if (found === undefined)
      writePrivate(mark, `${JSON.stringify({ product: 'dunlin', format })}\n`);
  } catch (error) {
    throw new CannotStart(
      `The data folder ${folder} is not writable (${codeOf(error) || messageOf(error)}); ` +
        'give this user the right to write there, or set DUNLIN_DATA to another folder.',
      { cause: error },
    );
  }
}

/**
 * Takes the right to read and write from everybody but the owner: of the folder itself, whose entries
 * the account of the own database still has to reach, and of all that Dunlin wrote into it. A data
 * folder of an earlier start, or one that was copied, may stand open.
 *
 * @returns how many folders and files were open to others
 */
export function closeToOthers(folder: string): number {
  const inside = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => entry.isFile() || openFolders.has(entry.name),
  );
  return inside.reduce(
    (count, entry) => count + closeEntry(folder, entry),
    takeRights(folder, 0o066),
  );
}

function closeEntry(folder: string, entry: Dirent): number {
  const path = join(folder, entry.name);
  if (entry.isSymbolicLink()) return 0;
  const inside = entry.isDirectory() ? readdirSync(path, { withFileTypes: true }) : [];
  return inside.reduce((count, one) => count + closeEntry(path, one), takeRights(path, 0o077));
}

/** Leaves what belongs to another user as it is: it is not ours to change. */
function takeRights(path: string, rights: number): number {
  const { mode, uid } = statSync(path);
  if ((mode & rights) === 0 || uid !== process.getuid?.()) return 0;
  chmodSync(path, mode & ~rights);
  return 1;
}

/**
 * The secret that signs cookies and tokens: the given one, else the one kept in the data folder
 * (made on first use, 64 hexadecimal digits, readable by its owner only).
 *
 * @throws CannotStart
 */
export function secretOf(settings: { dataFolder: string; secret: string | null }): string {
  if (settings.secret !== null) return settings.secret;
  claimDataFolder(settings.dataFolder);
  return keptSecret(join(settings.dataFolder, secretName));
}

/** The secret that is set or kept already; null where there is none. Makes none. */
export function knownSecret(settings: {
  readonly dataFolder: string;
  readonly secret: string | null;
}): string | null {
  const path = join(settings.dataFolder, secretName);
  return settings.secret ?? (existsSync(path) ? keptSecret(path) : null);
}

/** The random text kept in a file, made once; two processes that race get the same one. */
export function keptSecret(path: string): string {
  const fresh = `${path}.${process.pid}`;
  try {
    return readFileSync(path, 'utf8').trim();
  } catch (error) {
    if (codeOf(error) !== 'ENOENT') {
      throw new CannotStart(`The file ${path} cannot be read (${codeOf(error)}).`, {
        cause: error,
      });
    }
  }
  try {
    writePrivate(fresh, `${randomBytes(secretBytes).toString('hex')}\n`);
    linkSync(fresh, path);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(fresh, { force: true });
  }
  return readFileSync(path, 'utf8').trim();
}

/** Writes a file only its owner can read. */
export function writePrivate(path: string, text: string): void {
  writeFileSync(path, text, { mode: 0o600 });
  chmodSync(path, 0o600);
}

/** The format in a folder's mark; undefined without a mark; null when it is not one of ours. */
function readMark(path: string): unknown {
  try {
    const mark: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof mark !== 'object' || mark === null) return null;
    return 'product' in mark && mark.product === 'dunlin' && 'format' in mark ? mark.format : null;
  } catch (error) {
    return ['ENOENT', 'ENOTDIR', 'EACCES'].includes(codeOf(error)) ? undefined : null;
  }
}

function entriesOf(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    const why =
      codeOf(error) === 'ENOTDIR' ? 'is not a folder' : `cannot be read (${codeOf(error)})`;
    throw new CannotStart(`The data folder ${folder} ${why}; set DUNLIN_DATA to another folder.`, {
      cause: error,
    });
  }
}
