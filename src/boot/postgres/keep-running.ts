import { setTimeout as sleep } from 'node:timers/promises';
import { messageOf } from '../cannot-start.ts';

const lookEveryMs = 500;
const longestPauseMs = 10_000;

/** A server that is looked after. */
export type Kept = {
  /** Answers whether it runs; must be cheap, it is asked twice a second. */
  readonly isUp: () => boolean;
  /** Starts it again unless somebody else did. */
  readonly restart: () => Promise<void>;
  readonly log: (sentence: string) => void;
};

/**
 * Starts a server again whenever it is gone, with growing pauses while that fails. The answer ends
 * it, and resolves when nothing of it goes on.
 */
export function keepRunning({ isUp, restart, log }: Kept): () => Promise<void> {
  const end = new AbortController();
  const watch = async () => {
    let pauseMs = lookEveryMs;
    while (!end.signal.aborted) {
      await sleep(pauseMs, undefined, { signal: end.signal }).catch(() => undefined);
      if (end.signal.aborted || isUp()) continue;
      log('The database server is gone; starting it again.');
      try {
        await restart();
        pauseMs = lookEveryMs;
        log('The database server runs again.');
      } catch (error) {
        pauseMs = Math.min(pauseMs * 2, longestPauseMs);
        log(`The database server could not be started: ${messageOf(error)}`);
      }
    }
  };
  const watching = watch();
  return async () => {
    end.abort();
    await watching;
  };
}
