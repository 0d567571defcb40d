import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { oneAtATime, readOrNull, root, SetupError, tell } from './setup.mjs';

const target = join(root, 'dist', 'web');
const stamp = join(root, 'dist', 'web.stamp');
const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');

/** Everything the screens are made from, and how. */
const sources = [
  'web',
  'src/contract',
  'src/domain',
  'src/kernel',
  'vite.config.ts',
  'package-lock.json',
  'bin/web.mjs',
];

/** Builds the screens into dist/web when a source changed since the last time. */
export async function buildWeb(node) {
  if (isBuilt()) return;
  await oneAtATime('web', () => {
    if (isBuilt()) return;
    tell('Building the screens ...');
    // A change while it builds must lead to another build, so the digest is taken before.
    const digest = digestOfSources();
    const fresh = `${target}.new`;
    rmSync(fresh, { recursive: true, force: true });
    const { status } = spawnSync(
      node,
      [vite, 'build', '--outDir', fresh, '--emptyOutDir', '--logLevel', 'error'],
      { cwd: root, stdio: ['ignore', 2, 2] },
    );
    if (status !== 0) throw new SetupError('The screens could not be built; vite said why above.');
    compress(fresh);
    rmSync(stamp, { force: true });
    rmSync(target, { recursive: true, force: true });
    renameSync(fresh, target);
    writeFileSync(stamp, digest);
  });
}

/** Texts shorter than this are not worth a compressed copy. */
const smallestBytes = 1_000;

/** Of eleven; the last step takes more than twice the time to save another 2 %. */
const brotliSettings = { params: { [constants.BROTLI_PARAM_QUALITY]: 10 } };

/** Lays a compressed copy beside each text, which the server sends to browsers that take it. */
function compress(folder) {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(?:js|css|svg|html)$/.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    const text = readFileSync(path);
    if (text.length < smallestBytes) continue;
    writeFileSync(`${path}.br`, brotliCompressSync(text, brotliSettings));
    writeFileSync(`${path}.gz`, gzipSync(text, { level: constants.Z_BEST_COMPRESSION }));
  }
}

function isBuilt() {
  return existsSync(target) && readOrNull(stamp) === digestOfSources();
}

function digestOfSources() {
  const hash = createHash('sha256');
  for (const path of sources) addTo(hash, path);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = join(root, path);
  if (!existsSync(full) || path.endsWith('.test.ts')) return;
  if (statSync(full).isFile()) {
    hash.update(`${path}\0`).update(readFileSync(full));
    return;
  }
  for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
}
