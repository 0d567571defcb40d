import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime, readOrNull, root, SetupError, tell } from './setup.mjs';

/**
 * The groups of packages: `start` runs Dunlin and builds its screens, `all` also tests and checks
 * it. A lockfile marks what only tests and checks need as `dev`.
 */
const npmFlags = { start: '--omit=dev', all: '--include=dev' };

const pollMs = 300;

/** Installs a group of the npm packages of a folder when they are not all there. */
export async function installPackages(group, folder = root) {
  if (isInstalled(group, folder)) return;
  await oneAtATime(folder === root ? 'install' : 'install-runtime', async () => {
    if (isInstalled(group, folder)) return;
    // What a start installed stays where it is when a test adds the rest: it may be running.
    const adds = group === 'all' && isInstalled('start', folder);
    const command = adds ? ['install', '--no-save'] : ['ci'];
    const quiet = ['--loglevel=error', '--no-progress', '--no-update-notifier', '--no-audit'];
    const wanted = wantedIn(folder, group).filter(([, entry]) => fitsHere(entry));
    const isThere = ([path]) => existsSync(join(folder, path, 'package.json'));
    const stop = showProgress(() => wanted.filter(isThere).length, wanted.length, folder);
    const { code, error } = await runNpm(
      [...command, npmFlags[group], '--include=optional', '--no-fund', ...quiet],
      folder,
    );
    stop();
    if (error) throw new SetupError(`npm could not be run (${error.message}); install npm first.`);
    if (code !== 0)
      throw new SetupError('The packages could not be installed; npm said why above.');
  });
}

function runNpm(args, cwd) {
  return new Promise((resolve) => {
    const child = spawn('npm', args, {
      cwd,
      stdio: ['ignore', 2, 2],
      shell: process.platform === 'win32',
    });
    child.once('error', (error) => resolve({ code: null, error }));
    child.once('close', (code) => resolve({ code, error: null }));
  });
}

/**
 * Compares the lockfile with the record npm keeps in node_modules and writes last, so that an
 * installation by hand counts and an interrupted one does not. Optional packages are for other
 * platforms. More than the group wants is no fault: a start uses what a test installed.
 */
function isInstalled(group, folder) {
  const present = packagesIn(join(folder, 'node_modules', '.package-lock.json'));
  if (present === null) return false;
  return wantedIn(folder, group).every(([path, { version, optional, devOptional }]) => {
    const found = present[path];
    const mayBeMissing = optional === true || (devOptional === true && group === 'start');
    return found === undefined ? mayBeMissing : found.version === version;
  });
}

function wantedIn(folder, group) {
  const wanted = packagesIn(join(folder, 'package-lock.json'));
  if (wanted === null) throw new SetupError(`package-lock.json is missing or broken in ${folder}.`);
  return Object.entries(wanted).filter(
    ([path, { link, dev }]) => path !== '' && !link && !(dev && group === 'start'),
  );
}

/** Whether npm installs a package on this platform. */
function fitsHere({ os, cpu, libc }) {
  const fits = (allowed, own) => allowed === undefined || [allowed].flat().includes(own);
  // The usual C library; on Alpine the count ends a few packages early.
  return fits(os, process.platform) && fits(cpu, process.arch) && fits(libc, 'glibc');
}

/** Counts packages that arrived: on one line of a terminal, else in a few lines. */
function showProgress(count, total, folder) {
  if (folder !== root) return () => undefined;
  const isTerminal = process.stderr.isTTY === true;
  const text = (arrived) => `Installing the packages: ${arrived} of ${total}`;
  let shown = -1;
  const show = (arrived) => {
    if (arrived === shown) return;
    if (isTerminal) process.stderr.write(`\r${text(arrived)} `);
    else if (shown === -1 || arrived === total || arrived - shown >= total / 4) tell(text(arrived));
    else return;
    shown = arrived;
  };
  show(0);
  const timer = setInterval(() => show(count()), pollMs);
  return () => {
    clearInterval(timer);
    show(count());
    if (isTerminal) process.stderr.write('\n');
  };
}

function packagesIn(path) {
  try {
    return JSON.parse(readOrNull(path) ?? '').packages ?? null;
  } catch {
    return null;
  }
}
