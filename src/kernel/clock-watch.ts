import type { Clock } from './time.ts';

/** Why the time is not to be trusted: two clocks are apart, or one moved by itself. */
export type ClockDoubt = {
  /** `skew`: apart from the database's. `leap`: set forward or back. `silence`: nobody was seen for days. */
  readonly kind: 'skew' | 'leap' | 'silence';
  /** How far, in milliseconds. */
  readonly byMs: number;
};

/** What a process knows of its own clock. */
export type ClockWatch = {
  /** A clock that nobody can set, in milliseconds from any beginning. */
  readonly steady: () => number;
  /** The last reading of both clocks. */
  seen: { wallMs: number; steadyMs: number };
  /** What this process found; null while its clock is trusted. */
  doubt: ClockDoubt | null;
  /** Whether the alarm about the doubt stands, which only a person closes. */
  alarmStands: boolean;
};

/** A clock that moves further than this by itself is doubted; corrections of a running clock are smaller. */
export const leapLimitMs = 5 * 60_000;

/** Begins to watch a clock. */
export function newClockWatch(clock: Clock, steady: () => number): ClockWatch {
  return { steady, seen: { wallMs: clock(), steadyMs: steady() }, doubt: null, alarmStands: false };
}

/** Trusts what the clock says from here on. */
export function trustAgain(watch: ClockWatch, clock: Clock): void {
  watch.doubt = null;
  watch.seen = { wallMs: clock(), steadyMs: watch.steady() };
}

/** The same clock, which notices with each reading whether it was set since the one before. */
export function watchedClock(clock: Clock, watch: ClockWatch): Clock {
  return () => {
    const next = { wallMs: clock(), steadyMs: watch.steady() };
    const { seen } = watch;
    const byMs = Math.abs(next.wallMs - seen.wallMs - (next.steadyMs - seen.steadyMs));
    if (byMs > leapLimitMs) watch.doubt ??= { kind: 'leap', byMs };
    watch.seen = next;
    return next.wallMs;
  };
}
