import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { ReplayCrew, ReplaySlice } from '#ports/replay-crew.ts';
import type { CrewOrder } from './replay-worker.ts';

/** More threads than this wait for the database and not for a processor. */
const mostWorkers = 8;
/** So many stretches for each thread, that none waits long for the last of another. */
const sharesEach = 8;

/** Joins neighbouring hours to about as many shares as are wanted, cutting none. */
export function sharesOf(slices: readonly ReplaySlice[], wanted: number): ReplaySlice[] {
  const total = slices.reduce((sum, { count }) => sum + count, 0);
  const least = Math.ceil(total / Math.max(wanted, 1));
  const shares: ReplaySlice[] = [];
  for (const slice of slices) {
    const open = shares.at(-1);
    if (open && open.count + slice.count <= least) {
      shares[shares.length - 1] = { ...open, toAt: slice.toAt, count: open.count + slice.count };
    } else shares.push(slice);
  }
  return shares;
}

/** A crew of worker threads, one for each processor, each with a connection of its own. */
export function replayCrew(databaseUrl: string): ReplayCrew {
  return async (order, slices) => {
    const count = Math.min(availableParallelism(), mostWorkers, Math.max(slices.length, 1));
    const shares = sharesOf(slices, count * sharesEach);
    let isDone = true;
    const stop = () => {
      isDone = false;
      shares.length = 0;
    };
    await Promise.all(
      Array.from({ length: count }, () => workThrough({ order, databaseUrl }, shares, stop)),
    );
    return isDone;
  };
}

/** One thread takes share after share until none is left; resolves when it has ended. */
function workThrough(order: CrewOrder, shares: ReplaySlice[], stop: () => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./replay-worker.ts', import.meta.url), {
      workerData: order,
    });
    const next = () => worker.postMessage(shares.shift() ?? null);
    worker.on('message', (goesOn: boolean) => {
      if (!goesOn) stop();
      next();
    });
    worker.on('error', (error) => {
      stop();
      reject(error);
    });
    worker.on('exit', () => resolve());
    next();
  });
}
