import { createJudge } from '#domain/gate/decide.ts';
import type { ReplayCrew } from '#ports/replay-crew.ts';
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
