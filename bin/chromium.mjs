import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { oneAtATime, SetupError, tell } from './setup.mjs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const macPath = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/**
 * Path of a Chromium for the browser tests; installed through apt when it is missing and we may.
 */
export async function chromiumPath() {
  const found = findChromium();
  if (found !== null) return found;
  const mayInstall = process.getuid?.() === 0 && onPath(['apt-get']) !== null;
  if (mayInstall) await oneAtATime('chromium', installChromium);
  const path = findChromium();
  if (path !== null) return path;
  throw new SetupError(
    'The browser tests need Chromium. Install it (Debian and Ubuntu: apt-get install chromium) or ' +
      'set CHROMIUM_PATH to a Chromium or Chrome.',
  );
}

function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new SetupError(`CHROMIUM_PATH names ${given}, which is not there.`);
  }
  return onPath(names) ?? (existsSync(macPath) ? macPath : null);
}

function installChromium() {
  if (findChromium() !== null) return;
  tell('Installing Chromium for the browser tests (apt-get) ...');
  const options = {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium'], options);
}

function onPath(programs) {
  const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const paths = programs.flatMap((program) => folders.map((folder) => join(folder, program)));
  return paths.find((path) => existsSync(path)) ?? null;
}
