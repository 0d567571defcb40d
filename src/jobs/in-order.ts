import { whenReachable } from '#storage/retried.ts';
import type { App } from '#usecases/app.ts';

/** Takes what an adapter reports, thread by thread in order; threads do not wait for each other. */
export type InOrder<Event> = {
  readonly take: (event: Event) => void;
  /** Says which app the events belong to; events before it wait. */
  readonly start: (app: App) => void;
  /** Resolves when every event taken so far has been kept. */
  readonly settled: () => Promise<void>;
};

/**
 * `report` is told of an event that could not be kept; the next ones go on. While the database cannot
 * be reached, events wait in their order.
 */
export function takeInOrder<Event>(
  threadOf: (event: Event) => string,
  keep: (app: App, event: Event) => Promise<void>,
  report: (error: unknown) => void,
): InOrder<Event> {
  const tails = new Map<string, Promise<void>>();
  let begin: (app: App) => void = () => undefined;
  const started = new Promise<App>((resolve) => {
    begin = resolve;
  });
  return {
    take: (event) => {
      const thread = threadOf(event);
      const before = tails.get(thread) ?? Promise.resolve();
      const tail = before
        .then(async () => {
          const app = await started;
          await whenReachable(() => keep(app, event));
        })
        .catch(report)
        .finally(() => {
          if (tails.get(thread) === tail) tails.delete(thread);
        });
      tails.set(thread, tail);
    },
    start: (app) => begin(app),
    settled: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
