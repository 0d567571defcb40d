import { inspect } from 'node:util';
import fc from 'fast-check';
import { closeAll, closeAtEndOfEachFile } from '#test/support/run/at-end.ts';
import { makeRunFolder } from '#test/support/run/run-folder.ts';
import { shareTestServer } from '#test/support/run/test-server.ts';
import { doors } from './doors.ts';
import { fuzzWorld } from './fuzz-world.ts';

/**
 * `npm run fuzz -- [DOOR …] [--seconds=60] [--seed=N]`: feeds every door for so long. Ends with 1 when
 * something answered 500, the main thread stood for a second or the process lost an error; each
 * failure is printed with its seed and the smallest input that shows it.
 */
async function main(args: readonly string[]): Promise<number> {
  const option = (name: string) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const seconds = Number(option('seconds') ?? 60);
  const seed = Number(option('seed') ?? Date.now() % 2 ** 31);
  const wanted = args.filter((arg) => !arg.startsWith('-'));
  const names = wanted.length > 0 ? wanted : Object.keys(doors);
  const unknown = names.filter((name) => !Object.hasOwn(doors, name));
  if (unknown.length > 0 || !Number.isFinite(seconds) || !Number.isSafeInteger(seed)) {
    print(`Doors are ${Object.keys(doors).join(', ')}; --seconds and --seed are numbers.`);
    return 1;
  }
  let failures = 0;
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error: unknown) => {
      failures += 1;
      print(`the process was left with an error: ${error instanceof Error ? error.stack : error}`);
    });
  }
  for (const name of names) failures += await feed(name, seconds, seed);
  return failures === 0 ? 0 : 1;
}

async function feed(name: string, seconds: number, seed: number): Promise<number> {
  const door = doors[name];
  if (!door) return 0;
  const world = await fuzzWorld();
  try {
    const result = await fc.check(door(world), {
      seed,
      numRuns: Number.MAX_SAFE_INTEGER,
      interruptAfterTimeLimit: seconds * 1_000,
      markInterruptAsFailure: false,
      maxSkipsPerRun: 1_000,
    });
    const blocked = Math.round(world.watched.worst.blockedMs);
    print(
      `${name}: ${result.numRuns} inputs, main thread stood ${blocked} ms at most, seed ${seed}`,
    );
    if (!result.failed || result.counterexample === null) return 0;
    const shown = JSON.stringify(result.counterexample, null, 1).slice(0, 3_000);
    print(`FAILED, path ${result.counterexamplePath}\n${shown}\n${inspect(result.errorInstance)}`);
    return 1;
  } finally {
    await world.end();
    await closeAll();
  }
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

closeAtEndOfEachFile();
const run = await makeRunFolder();
const stop = await shareTestServer(run.server);
const code = await main(process.argv.slice(2));
await stop();
run.remove();
process.exit(code);
