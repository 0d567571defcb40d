import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { installPackages } from './packages.mjs';
import { root, SetupError } from './setup.mjs';

/** The oldest Node that runs TypeScript the way Dunlin is written. */
const oldestMajor = 24;

/** Its own folder with its own lockfile: 190 MB that most machines need not install. */
const runtime = join(root, 'bin', 'runtime');

/** Path of a Node 24 or newer: the one that runs this, else the one that npm installs beside us. */
export async function findNode() {
  const runningMajor = Number.parseInt(process.versions.node, 10);
  if (runningMajor >= oldestMajor) return process.execPath;
  await installPackages('start', runtime);
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folder = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  const packaged = join(runtime, 'node_modules', folder, 'bin', name);
  // A package for another C library may be present without running (Alpine).
  if (existsSync(packaged) && spawnSync(packaged, ['--version']).status === 0) return packaged;
  throw new SetupError(
    `Dunlin needs Node ${oldestMajor}. This is Node ${process.versions.node}, and the npm package ` +
      `${folder} with the right one is not installed or does not run here; install Node ` +
      `${oldestMajor} from nodejs.org.`,
  );
}
