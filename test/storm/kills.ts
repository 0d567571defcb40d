import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { atEnd } from '#test/support/run/at-end.ts';
import { shareTestServer } from '#test/support/run/test-server.ts';
import { nothingSaid, type Said, startWork, tally } from '../crash/crash-book.ts';
import type { CrashJob } from '../crash/crash-work.ts';
import type { Storm } from './run.ts';
import { holdsAll, type StormWorld, stormWorld } from './storm-world.ts';

const usualKills = 1_000;
/** Two work from the beginning; the others join when a quarter of the kills are done. */
const lanes = 4;
const lanesAtFirst = 2;
const mostTurns = 3;
const longestLastMs = 250;
/** Some die while they still start. */
const dyingYoung = 0.05;
const longestStartMs = 2_000;
const toldEvery = 50;

type State = { kills: number; readonly wanted: number; readonly until: number; errors: string[] };

/** Processes of the product die by kill -9 at random moments, two and then four at a time. */
export async function stormOfKills(storm: Storm): Promise<void> {
  atEnd(await shareTestServer(storm.folder, true));
  const made = await stormWorld(storm, lanes);
  const said = nothingSaid();
  const minutes = storm.minutes ?? Number.POSITIVE_INFINITY;
  const state: State = {
    kills: 0,
    wanted: storm.kills ?? usualKills,
    until: performance.now() + minutes * 60_000,
    errors: [],
  };
  await Promise.all(made.places.map((place) => liveLane(storm, made, place, state, said)));
  storm.print(`${state.kills} of ${state.wanted} kills; ${await tally(made.world)}`);
  if (state.errors.length > 0) throw new Error(state.errors.slice(0, 3).join('\n'));
  await holdsAll(made.world, said, storm.print);
}

function isOver(state: State): boolean {
  return state.kills >= state.wanted || performance.now() > state.until || state.errors.length > 0;
}

async function liveLane(
  storm: Storm,
  made: StormWorld,
  place: Omit<CrashJob, 'round'>,
  state: State,
  said: Said,
): Promise<void> {
  const random = made.random(`lane ${place.lane}`);
  const joinsLater = place.lane >= lanesAtFirst;
  while (joinsLater && !isOver(state) && state.kills < state.wanted / 4) await wait(500);
  for (let round = 0; !isOver(state); round += 1) {
    const life = {
      startMs: random() < dyingYoung ? random() * longestStartMs : null,
      turns: Math.ceil(random() * mostTurns),
      lastMs: random() * longestLastMs,
    };
    const wrong = await liveAndDie({ ...place, round }, life, made.program, said);
    if (wrong) state.errors.push(wrong);
    state.kills += 1;
    if (state.kills % toldEvery === 0) {
      storm.print(`${state.kills} kills; ${said.paid.size} payments acknowledged`);
    }
  }
}

type Life = {
  readonly startMs: number | null;
  readonly turns: number;
  readonly lastMs: number;
};

/** Starts one process and kills it outright; answers what it said when it ended by itself. */
async function liveAndDie(
  job: CrashJob,
  life: Life,
  program: string,
  said: Said,
): Promise<string | null> {
  let turns = 0;
  const { child, errors, heard } = startWork(
    job,
    said,
    (what) => {
      if (what === 'turn') turns += 1;
      if (what === 'turn' && turns === life.turns) {
        setTimeout(() => child.kill('SIGKILL'), life.lastMs);
      }
    },
    program,
  );
  if (life.startMs !== null) setTimeout(() => child.kill('SIGKILL'), life.startMs);
  const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
  await heard;
  return signal === 'SIGKILL' ? null : `a process ended by itself: ${errors.join('')}`;
}
