import { instantOf } from '#kernel/time.ts';
import type { ReplayOrder, ReplaySlice } from '#ports/replay-crew.ts';
import { endReplay } from '#storage/compliance/replays.ts';
import type { App } from '#usecases/app.ts';

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
