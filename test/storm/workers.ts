import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type Said, startWork } from '../crash/crash-book.ts';
import type { StormWorld } from './storm-world.ts';

const lookEveryMs = 50;

/** Processes that do every kind of work, and must live through all that happens. */
export type Workers = {
  /** Waits until a process acknowledged something more; throws when it takes too long or one ended. */
  readonly progress: (withinMs: number, lane?: number) => Promise<void>;
  readonly until: (isSo: () => boolean, withinMs: number) => Promise<void>;
  /** The id under which a process works now. */
  readonly instanceOf: (lane: number) => string;
  readonly signal: (lane: number, signal: NodeJS.Signals) => void;
  /** How often work was lost with its connection. */
  readonly lost: () => number;
  readonly stop: () => Promise<void>;
};

/** Starts one process for each place. */
export function startWorkers({ places, program }: StormWorld, said: Said): Workers {
  const all = places.map((place) => {
    const state = { lost: 0, done: 0, instanceId: '' };
    const work = startWork(
      { ...place, round: 0, survives: true },
      said,
      (what, about) => {
        if (what === 'lost') state.lost += 1;
        if (what === 'paid' || what === 'finished') state.done += 1;
        if (what === 'seen') state.instanceId = about;
      },
      program,
    );
    return { state, ...work, exited: once(work.child, 'exit') };
  });
  const until = async (isSo: () => boolean, withinMs: number) => {
    const deadline = performance.now() + withinMs;
    while (!isSo()) {
      const ended = all.find(({ child }) => child.exitCode !== null || child.signalCode !== null);
      if (ended) throw new Error(`a process ended: ${ended.errors.join('')}`);
      if (performance.now() > deadline) throw new Error(`nothing went on for ${withinMs} ms`);
      await wait(lookEveryMs);
    }
  };
  const doneBy = (lane: number | undefined) =>
    all.reduce((sum, { state }, i) => sum + (lane === undefined || lane === i ? state.done : 0), 0);
  const lives = { stopped: false };
  return {
    until,
    progress: (withinMs, lane) => {
      const before = doneBy(lane);
      return until(() => doneBy(lane) > before, withinMs);
    },
    instanceOf: (lane) => all[lane]?.state.instanceId ?? '',
    signal: (lane, signal) => {
      all[lane]?.child.kill(signal);
    },
    lost: () => all.reduce((sum, { state }) => sum + state.lost, 0),
    stop: async () => {
      if (lives.stopped) return;
      lives.stopped = true;
      for (const { child } of all) {
        child.kill('SIGCONT');
        child.stdin?.end();
      }
      await Promise.all(all.map(({ exited }) => exited));
      await Promise.all(all.map(({ heard }) => heard));
    },
  };
}
