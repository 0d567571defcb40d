/**
 * Time that moves only when told: a clock and one-shot timers for tests and for simulated months.
 * Timers due at the same moment run in the order they were set.
 */
export type Timeline = {
  readonly clock: () => number;
  readonly after: (delayMs: number, run: () => void) => () => void;
  /** Moves the clock on and runs what falls due, each at its own moment. */
  readonly advance: (ms: number) => void;
  /** How many timers are waiting. */
  readonly waiting: () => number;
};

/** Timers one advance may run before it is taken for an endless loop. */
const maxTimersRun = 10_000_000;

/** A timeline that begins at this many milliseconds since the epoch. */
export function createTimeline(startMs: number): Timeline {
  const timers = new Map<number, { readonly dueMs: number; readonly run: () => void }>();
  let nowMs = startMs;
  let last = 0;
  const next = (untilMs: number): number | null => {
    let found: number | null = null;
    let soonest = untilMs;
    for (const [id, { dueMs }] of timers) {
      if (dueMs < soonest || (found === null && dueMs <= untilMs)) {
        found = id;
        soonest = dueMs;
      }
    }
    return found;
  };
  return {
    clock: () => nowMs,
    after: (delayMs, run) => {
      last += 1;
      const id = last;
      timers.set(id, { dueMs: nowMs + Math.max(0, delayMs), run });
      return () => timers.delete(id);
    },
    advance: (ms) => {
      const untilMs = nowMs + ms;
      for (let ran = 0; ran < maxTimersRun; ran += 1) {
        const id = next(untilMs);
        const timer = id === null ? undefined : timers.get(id);
        if (id === null || !timer) {
          nowMs = untilMs;
          return;
        }
        timers.delete(id);
        nowMs = Math.max(nowMs, timer.dueMs);
        timer.run();
      }
      throw new Error('cannot happen: timers that never end');
    },
    waiting: () => timers.size,
  };
}
