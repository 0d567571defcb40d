import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { CannotStart } from '#boot/cannot-start.ts';
import { projectFolder } from '#boot/config.ts';
import { stopOnSignals } from '#boot/stop-signals.ts';
import { stopTestServer, testServer } from './test-server.ts';

const interruptedCode = 130;

const places = ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts', 'web/**/*.test.{ts,tsx}'];

/**
 * Runs the tests with Node's own runner and keeps the shared database server up meanwhile.
 * Arguments that start with `-` go to Node; the others are parts of paths: only files whose path
 * contains one of them run.
 */
async function runTests(args: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const filters = args.filter((arg) => !arg.startsWith('-')).map((arg) => arg.replace(/^\.\//, ''));
  const files = globSync(places, { cwd: projectFolder })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => filters.length === 0 || filters.some((part) => file.includes(part)))
    .sort();
  if (files.length === 0) throw new CannotStart(`No test file matches ${filters.join(', ')}.`);
  await testServer();
  const child = spawn(
    process.execPath,
    ['--test', `--test-concurrency=${availableParallelism()}`, ...flags, ...files],
    { cwd: projectFolder, stdio: 'inherit' },
  );
  const ended = once(child, 'exit');
  stopOnSignals(
    async (signal) => {
      child.kill(signal);
      await ended;
      await stopTestServer();
      // Interrupted tests did not pass.
      process.exit(interruptedCode);
    },
    (error) => console.error(error),
  );
  const [code] = await ended;
  await stopTestServer();
  return typeof code === 'number' ? code : 1;
}

try {
  process.exitCode = await runTests(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
