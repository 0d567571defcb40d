// The one door to every command: sets up what is missing, then runs it under Node 24.
// Plain JavaScript without dependencies, because it runs before anything is installed.
import { join } from 'node:path';
import { runChild } from './child.mjs';
import { chromiumPath } from './chromium.mjs';
import { findNode } from './node.mjs';
import { installPackages } from './packages.mjs';
import { root, SetupError, tell } from './setup.mjs';
import { buildWeb } from './web.mjs';

const vite = join('node_modules', 'vite', 'bin', 'vite.js');

/**
 * What each command runs after its preparations, as arguments of Node 24. `all`: it needs more
 * packages than a start.
 */
const commands = {
  start: { web: true, run: (args) => [['src/main.ts', 'start', ...args]] },
  import: { run: (args) => [['src/main.ts', 'import', ...args]] },
  decide: { run: (args) => [['src/main.ts', 'decide', ...args]] },
  'verify-log': { run: () => [['src/main.ts', 'verify-log']] },
  backup: { run: (args) => [['src/main.ts', 'backup', ...args]] },
  restore: { run: (args) => [['src/main.ts', 'restore', ...args]] },
  'rotate-text-key': { run: () => [['src/main.ts', 'rotate-text-key']] },
  'adopt-keys': { run: (args) => [['src/main.ts', 'adopt-keys', ...args]] },
  'reset-password': { run: (args) => [['src/main.ts', 'reset-password', ...args]] },
  'read-statement': { run: (args) => [['src/main.ts', 'read-statement', ...args]] },
  test: {
    all: true,
    web: true,
    chromium: true,
    run: (args) => [['test/support/run/run-tests.ts', ...args]],
  },
  fuzz: { all: true, run: (args) => [['test/fuzz/run.ts', ...args]] },
  storm: { all: true, run: (args) => [['test/storm/run.ts', ...args]] },
  bench: { all: true, web: true, run: (args) => [['bench/run.ts', ...args]] },
  build: { web: true, run: () => [] },
  dev: {
    run: (args) => [
      [vite],
      ['--watch-path=src', 'src/main.ts', 'start', '--example-logins', ...args],
    ],
  },
  'db:types': { all: true, run: () => [['src/boot/commands/db-types.ts']] },
  packages: { all: true, run: () => [] },
  'docs:generate': { run: () => [['src/boot/commands/docs-generate.ts']] },
};

async function main() {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) {
    throw new SetupError(
      `Usage: node bin/run.mjs ${Object.keys(commands).join(' | ')} [arguments]`,
    );
  }
  const [node] = await Promise.all([findNode(), installPackages(command.all ? 'all' : 'start')]);
  if (command.web) await buildWeb(node);
  const env = command.chromium ? { CHROMIUM_PATH: await chromiumPath() } : {};
  const codes = await Promise.all(command.run(args).map((line) => runChild(node, line, env)));
  return codes.find((code) => code !== 0) ?? 0;
}

try {
  process.chdir(root);
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  tell(error.message);
  process.exitCode = 1;
}
