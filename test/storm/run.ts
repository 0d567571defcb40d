import { loadavg } from 'node:os';
import { closeAll, closeAtEndOfEachFile } from '#test/support/run/at-end.ts';
import { makeRunFolder } from '#test/support/run/run-folder.ts';
import { stormOfAgents } from './agents.ts';
import { stormOfFaults } from './faults.ts';
import { stormOfKills } from './kills.ts';

/** What a storm is told, and where it tells what it does. */
export type Storm = {
  readonly seed: string;
  readonly minutes: number | null;
  readonly kills: number | null;
  readonly agents: number | null;
  /** A folder on disk for the server and the files of this run. */
  readonly folder: string;
  readonly print: (sentence: string) => void;
};

const storms = { kills: stormOfKills, faults: stormOfFaults, agents: stormOfAgents };

/**
 * `npm run storm -- [kills|faults|agents …] [--kills=N] [--agents=N] [--minutes=N] [--seed=TEXT]`:
 * breaks running products with their own database on purpose, or fills them with people at work, and counts what was lost. Ends with 1 when anything was.
 */
async function main(args: readonly string[]): Promise<number> {
  const option = (name: string) =>
    args.find((arg) => arg.startsWith(`--${name}=`))?.slice(name.length + 3);
  const number = (name: string) => (option(name) === undefined ? null : Number(option(name)));
  const [minutes, kills, agents] = [number('minutes'), number('kills'), number('agents')];
  const seed = option('seed') ?? String(Date.now());
  const wanted = args.filter((arg) => !arg.startsWith('-'));
  const names = wanted.length > 0 ? wanted : Object.keys(storms);
  if (
    names.some((name) => !Object.hasOwn(storms, name)) ||
    [minutes, kills, agents].some(Number.isNaN)
  ) {
    print(
      `Storms are ${Object.keys(storms).join(', ')}; --minutes, --kills and --agents are numbers.`,
    );
    return 1;
  }
  closeAtEndOfEachFile();
  let failed = 0;
  for (const [name, storm] of Object.entries(storms)) {
    if (!names.includes(name)) continue;
    const run = await makeRunFolder(true);
    print(`${name}: seed ${seed}, load ${load()}`);
    const began = performance.now();
    try {
      await storm({ seed, minutes, kills, agents, folder: run.server, print });
      print(`${name}: held, ${seconds(began)} s, load ${load()}`);
    } catch (error) {
      failed += 1;
      print(`${name}: FAILED after ${seconds(began)} s, load ${load()}, seed ${seed}`);
      print(error instanceof Error ? (error.stack ?? error.message) : String(error));
    } finally {
      await closeAll();
      run.remove();
    }
  }
  return failed === 0 ? 0 : 1;
}

function print(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}

/** Processes that ran or waited for a core, an average over a minute. */
function load(): string {
  return (loadavg()[0] ?? 0).toFixed(1);
}

function seconds(beganMs: number): number {
  return Math.round((performance.now() - beganMs) / 1_000);
}

// Pools of what was broken may still hold the process; all is told.
process.exit(await main(process.argv.slice(2)));
