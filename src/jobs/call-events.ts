import type { TelephonyEvent } from '#ports/telephony.ts';
import type { App } from '#usecases/app.ts';
import { takeTelephonyEvent } from '#usecases/contact/take-telephony-event.ts';

/** Takes what the network reports, call by call in order; calls do not wait for each other. */
export type CallEvents = {
  readonly take: (event: TelephonyEvent) => void;
  /** Says which app the events belong to; events before it wait. */
  readonly start: (app: App) => void;
  /** Resolves when every event taken so far has been kept. */
  readonly settled: () => Promise<void>;
};

/** `report` is told of an event that could not be kept; the next ones go on. */
export function takeCallEvents(report: (error: unknown) => void): CallEvents {
  const tails = new Map<string, Promise<void>>();
  let begin: (app: App) => void = () => undefined;
  const started = new Promise<App>((resolve) => {
    begin = resolve;
  });
  return {
    take: (event) => {
      const before = tails.get(event.callId) ?? Promise.resolve();
      const tail = before
        .then(async () => takeTelephonyEvent(await started, event))
        .catch(report)
        .finally(() => {
          if (tails.get(event.callId) === tail) tails.delete(event.callId);
        });
      tails.set(event.callId, tail);
    },
    start: (app) => begin(app),
    settled: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}
