import { once } from 'node:events';
import { parentPort, workerData } from 'node:worker_threads';
import { createJudge } from '#domain/gate/decide.ts';
import type { Pack } from '#domain/gate/pack.ts';
import type { ReplayOrder, ReplaySlice } from '#ports/replay-crew.ts';
import { connect } from '#storage/connect.ts';
import { replaySlice } from '#usecases/compliance/replay-slice.ts';
import { loadFolder } from './load-folder.ts';

/** What a thread of a replay is told at its start. */
export type CrewOrder = { readonly order: ReplayOrder; readonly databaseUrl: string };

/** Takes stretches of time from its parent until it gets null; answers whether to go on. */
async function work({ order, databaseUrl }: CrewOrder): Promise<void> {
  const port = parentPort;
  if (!port) throw new Error('cannot happen: a replay worker runs as a thread');
  const packs = [...(await loadFolder<Pack>(new URL('../rulepacks/', import.meta.url))).values()];
  const { db, close } = connect(databaseUrl, { poolSize: 1, applicationName: 'dunlin-replay' });
  const hands = { db, packs, judge: createJudge(packs), clock: Date.now };
  try {
    for (;;) {
      const [slice] = (await once(port, 'message')) as [ReplaySlice | null];
      if (!slice) return;
      port.postMessage(await replaySlice(hands, order, slice));
    }
  } finally {
    await close();
    port.close();
  }
}

await work(workerData as CrewOrder);
