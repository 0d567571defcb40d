import { tryWriting } from '#storage/admin/can-write.ts';
import { isDiskFull, isOutage } from '#storage/retried.ts';
import type { App } from '#usecases/app.ts';

/** Whether requests can be served now, and if not, why. */
export type Readiness = 'ready' | 'database away' | 'database cannot write';

/** An answer that takes longer is none: the database stands still. */
const deadlineMs = 3_000;
/** Whoever asks more often is told the same. */
const freshForMs = 1_000;

/** Asks by a write, one at a time however many ask. */
export function readinessOf(db: App['db']): () => Promise<Readiness> {
  let asking: Promise<Readiness> | null = null;
  let readyUntil = Number.NEGATIVE_INFINITY;
  const ask = async (): Promise<Readiness> => {
    try {
      await tryWriting(db);
      readyUntil = performance.now() + freshForMs;
      return 'ready';
    } catch (error) {
      if (isDiskFull(error)) return 'database cannot write';
      return isOutage(error) ? 'database away' : 'database cannot write';
    } finally {
      asking = null;
    }
  };
  return () => {
    if (performance.now() < readyUntil) return Promise.resolve('ready');
    asking ??= ask();
    return within(asking);
  };
}

async function within(asking: Promise<Readiness>): Promise<Readiness> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Readiness>((resolve) => {
    timer = setTimeout(() => resolve('database away'), deadlineMs);
  });
  const answer = await Promise.race([asking, late]);
  clearTimeout(timer);
  return answer;
}
