import { createJudge } from '#domain/gate/decide.ts';
import { instantOf } from '#kernel/time.ts';
import type { ReplayCrew, ReplayOrder, ReplaySlice } from '#ports/replay-crew.ts';
import { endReplay } from '#storage/compliance/replays.ts';
import type { App } from '#usecases/app.ts';
import { replaySlice } from './replay-slice.ts';

/** A crew of one: this process itself, for installations and tests without worker threads. */
export function replayAlone(app: Pick<App, 'db' | 'clock' | 'gate'>): ReplayCrew {
  return async (order, slices) => {
    const { db, clock, gate } = app;
    const hands = { db, clock, packs: gate.packs, judge: createJudge(gate.packs) };
    for (const slice of slices) if (!(await replaySlice(hands, order, slice))) return false;
    return true;
  };
}

/** Runs a replay to its end and writes down how it ended. */
export async function runReplay(
  app: App,
  order: ReplayOrder,
  slices: readonly ReplaySlice[],
): Promise<void> {
  const end = (state: 'done' | 'failed' | 'stopped', error: string | null) =>
    endReplay(app.db, order.replayId, state, error, instantOf(app.clock()));
  try {
    const isDone = await app.replay(order, slices);
    await end(isDone ? 'done' : 'stopped', null);
  } catch (error) {
    await end('failed', error instanceof Error ? error.message.slice(0, 200) : 'unknown');
  }
}
