import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';

/**
 * Runs work at a fixed rate, whether or not the work before is done. What each took is counted from
 * the instant it was due, so that a late start counts as waiting, as it does for who asks.
 */
export async function arrivals(
  perSecond: number,
  count: number,
  work: (number: number) => Promise<unknown>,
): Promise<number[]> {
  const ms: number[] = [];
  const running: Promise<void>[] = [];
  const began = performance.now();
  for (let i = 0; i < count; i += 1) {
    const due = began + (i * 1000) / perSecond;
    const wait = due - performance.now();
    if (wait > 0) await setTimeout(wait);
    running.push(
      work(i).then(() => {
        ms.push(performance.now() - due);
      }),
    );
  }
  await Promise.all(running);
  return ms;
}
