import type { Cancel } from '#ports/telephony.ts';

/** A clock that stands still until it is told to move; timers fire as it passes them. */
export type TestClock = {
  readonly now: () => number;
  readonly after: (delayMs: number, run: () => void) => Cancel;
  /**
   * Moves on by so many milliseconds, firing timers in their order and letting their work run; `between`
   * is waited for after each.
   */
  readonly advance: (ms: number, between?: () => Promise<void>) => Promise<void>;
  /** Jumps to an instant without stopping at the timers between. */
  readonly set: (instant: string) => void;
};

type Timer = { readonly atMs: number; readonly order: number; readonly run: () => void };

/** Turns of the event loop that promises get to finish between two timers. */
const turnsBetween = 20;

export function testClock(startMs: number): TestClock {
  let nowMs = startMs;
  let order = 0;
  const timers = new Set<Timer>();
  const due = (untilMs: number) =>
    [...timers]
      .filter(({ atMs }) => atMs <= untilMs)
      .sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
  const settle = async () => {
    for (let turn = 0; turn < turnsBetween; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    now: () => nowMs,
    after: (delayMs, run) => {
      order += 1;
      const timer: Timer = { atMs: nowMs + delayMs, order, run };
      timers.add(timer);
      return () => {
        timers.delete(timer);
      };
    },
    advance: async (ms, between) => {
      const untilMs = nowMs + ms;
      await settle();
      for (let next = due(untilMs); next; next = due(untilMs)) {
        timers.delete(next);
        nowMs = Math.max(nowMs, next.atMs);
        next.run();
        await settle();
        await between?.();
      }
      nowMs = untilMs;
      await settle();
    },
    set: (instant) => {
      nowMs = Date.parse(instant);
    },
  };
}
