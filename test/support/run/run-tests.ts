import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { CannotStart } from '#boot/cannot-start.ts';
import { projectFolder } from '#boot/config.ts';
import { stopOnSignals } from '#boot/stop-signals.ts';
import { notNeeded } from '../rules/statement-exceptions.ts';
import { shareBrowser } from '../world/browser.ts';
import { makeRunFolder, type RunFolder } from './run-folder.ts';
import { fillQueue, leftIn, needsOwnProcess, testFiles } from './test-queue.ts';
import { shareTestServer } from './test-server.ts';

const interruptedCode = 130;

/** Longer than any run takes: what goes on then waits for something that never comes. */
const longestRunMs = 45 * 60 * 1000;

/** So few files start faster each in a process of its own. */
const fewFiles = 2;

/** What was opened for a run, closed latest first. */
type Closers = (() => Promise<void>)[];

/**
 * Runs the tests with Node's own runner, with a process for each processor and one more; files
 * share the processes, one database server and one browser. Arguments that start with `-` go to
 * Node, and each file then has a process of its own; the others are parts of paths: only files
 * whose path contains one of them run.
 */
async function runTests(args: readonly string[]): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith('-'));
  const parts = args.filter((arg) => !arg.startsWith('-')).map((arg) => arg.replace(/^\.\//, ''));
  const files = testFiles(parts);
  if (files.length === 0) throw new CannotStart(`No test file matches ${parts.join(', ')}.`);
  const run = await makeRunFolder();
  process.env['TMPDIR'] = run.temporary;
  // Processes that tests start read each module compiled, with its types already taken out.
  process.env['NODE_COMPILE_CACHE'] ??= run.compiled;
  const closers: Closers = [async () => run.remove()];
  const close = async () => {
    for (const closer of closers.splice(0).reverse()) await closer();
  };
  const state: { child: ChildProcess | null; interrupted: boolean } = {
    child: null,
    interrupted: false,
  };
  stopOnSignals(
    async () => {
      state.interrupted = true;
      stopGroup(state.child);
      await close();
      // Interrupted tests did not pass.
      process.exit(interruptedCode);
    },
    (error) => console.error(error),
  );
  try {
    closers.push(await shareTestServer(run.server));
    if (files.some((file) => file.startsWith('test/e2e/'))) closers.push(await shareBrowser());
    const each = flags.length > 0 || files.length <= fewFiles;
    const entries = each ? files : entriesFor(run, files);
    const child = startNode([...flags, ...entries]);
    state.child = child;
    const tooLong = setTimeout(() => {
      console.error('The tests take too long and are stopped.');
      stopGroup(child);
    }, longestRunMs);
    const [code] = await once(child, 'exit');
    clearTimeout(tooLong);
    if (state.interrupted) return interruptedCode;
    stopGroup(state.child);
    const left = leftIn(run.queue);
    for (const file of left) console.error(`${file} did not run to its end.`);
    const isWhole = parts.length === 0 && flags.length === 0;
    const unneeded = isWhole && code === 0 ? notNeeded() : [];
    for (const { file, rule } of unneeded) {
      console.error(`${file} no longer needs its exception from the rule ${rule}: take it out.`);
    }
    return code === 0 && left.length + unneeded.length > 0 ? 1 : (code ?? 1);
  } finally {
    await close();
  }
}

/** The shared processes, which take files from one queue, and then the files with their own. */
function entriesFor(run: RunFolder, files: readonly string[]): string[] {
  const shared = files.filter((file) => !needsOwnProcess(file));
  fillQueue(run.queue, shared);
  const runQueue = pathToFileURL(join(import.meta.dirname, 'run-queue.ts')).href;
  const text = `import { runQueue } from '${runQueue}';
await runQueue(${JSON.stringify(run.queue)});
`;
  const processes = Array.from({ length: Math.min(availableParallelism(), shared.length) });
  const entries = processes.map((_, index) => {
    const entry = join(run.temporary, `shared-${index + 1}.mjs`);
    writeFileSync(entry, text);
    return entry;
  });
  return [...entries, ...files.filter(needsOwnProcess)];
}

/**
 * In a process group of its own, so that nothing the tests started outlives them. One file more than
 * there are processors: those with a process of their own mostly wait for what they started.
 */
function startNode(args: readonly string[]): ChildProcess {
  return spawn(
    process.execPath,
    ['--test', `--test-concurrency=${availableParallelism() + 1}`, ...args],
    { cwd: projectFolder, stdio: 'inherit', detached: process.platform !== 'win32' },
  );
}

function stopGroup(child: ChildProcess | null): void {
  if (child?.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // Nothing of it is left.
  }
}

try {
  process.exitCode = await runTests(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
