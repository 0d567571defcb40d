import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { oneAtATime, readOrNull, root, SetupError, tell } from './setup.mjs';

/** Installs the npm packages when those of package-lock.json are not all there. */
export async function installPackages() {
  if (isInstalled()) return;
  await oneAtATime('install', () => {
    if (isInstalled()) return;
    tell('Installing the packages of package-lock.json (npm ci) ...');
    const { status, error } = spawnSync(
      'npm',
      ['ci', '--include=dev', '--include=optional', '--loglevel=error'],
      {
        cwd: root,
        stdio: ['ignore', 2, 2],
        shell: process.platform === 'win32',
      },
    );
    if (error) throw new SetupError(`npm could not be run (${error.message}); install npm first.`);
    if (status !== 0)
      throw new SetupError('The packages could not be installed; npm said why above.');
  });
}

/**
 * Compares the lockfile with the record npm keeps in node_modules and writes last, so that an
 * installation by hand counts and an interrupted one does not. Optional packages are for other
 * platforms.
 */
function isInstalled() {
  const wanted = packagesIn(join(root, 'package-lock.json'));
  const present = packagesIn(join(root, 'node_modules', '.package-lock.json'));
  if (wanted === null) throw new SetupError(`package-lock.json is missing or broken in ${root}.`);
  if (present === null) return false;
  return Object.entries(wanted).every(([path, { version, optional, link }]) => {
    if (path === '' || link) return true;
    const found = present[path];
    return found === undefined ? optional === true : found.version === version;
  });
}

function packagesIn(path) {
  try {
    return JSON.parse(readOrNull(path) ?? '').packages ?? null;
  } catch {
    return null;
  }
}
