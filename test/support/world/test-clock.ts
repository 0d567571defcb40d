import type { Cancel } from '#ports/telephony.ts';

/** A clock that stands still until it is told to move; timers fire as it passes them. */
export type TestClock = {
  readonly now: () => number;
  readonly after: (delayMs: number, run: () => void) => Cancel;
  /**
   * Moves on by so many milliseconds, firing timers in their order; what each sets off is waited for
   * before the next, however slow the machine is.
   */
  readonly advance: (ms: number) => Promise<void>;
  /** Says how to wait for what a timer set off. */
  readonly waitWith: (settled: () => Promise<void>) => void;
  /** Jumps to an instant without stopping at the timers between. */
  readonly set: (instant: string) => void;
};

type Timer = { readonly atMs: number; readonly order: number; readonly run: () => void };

/** Turns of the event loop in which a timer's own promises come to what `settled` knows of. */
const turnsBetween = 20;

export function testClock(startMs: number): TestClock {
  let nowMs = startMs;
  let order = 0;
  const timers = new Set<Timer>();
  const due = (untilMs: number) =>
    [...timers]
      .filter(({ atMs }) => atMs <= untilMs)
      .sort((a, b) => a.atMs - b.atMs || a.order - b.order)[0];
  const wait = { settled: () => Promise.resolve() };
  const settle = async () => {
    for (let turn = 0; turn < turnsBetween; turn += 1) {
      await new Promise((resolve) => setImmediate(resolve));
    }
    await wait.settled();
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
    advance: async (ms) => {
      const untilMs = nowMs + ms;
      await settle();
      for (let next = due(untilMs); next; next = due(untilMs)) {
        timers.delete(next);
        nowMs = Math.max(nowMs, next.atMs);
        next.run();
        await settle();
      }
      nowMs = untilMs;
      await settle();
    },
    waitWith: (settled) => {
      wait.settled = settled;
    },
    set: (instant) => {
      nowMs = Date.parse(instant);
    },
  };
}
