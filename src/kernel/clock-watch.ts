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
  /** The clock of the machine, as it is. */
  readonly wall: Clock;
  /** A clock that nobody can set, in milliseconds from any beginning. */
  readonly steady: () => number;
  /** Both clocks when the time was last known to be right. */
  trusted: { readonly wallMs: number; readonly steadyMs: number };
  /** What this process found; null while its clock is trusted. */
  doubt: ClockDoubt | null;
  /** Whether the alarm about the doubt stands, which only a person closes. */
  alarmStands: boolean;
};

/** A clock that moved further than this by itself is doubted; corrections of a running clock are smaller. */
export const leapLimitMs = 5 * 60_000;

/** Begins to watch a clock. */
export function newClockWatch(wall: Clock, steady: () => number): ClockWatch {
  const trusted = { wallMs: wall(), steadyMs: steady() };
  return { wall, steady, trusted, doubt: null, alarmStands: false };
}

/** Trusts a time from here on; what the clock says, unless another is given. */
export function trustFrom(watch: ClockWatch, wallMs: number = watch.wall()): void {
  watch.trusted = { wallMs, steadyMs: watch.steady() };
}

/**
 * The time by a watched clock: what the machine says, compared with each reading with how long it is
 * since the time was right. In doubt the time goes on from there, so that what happens meanwhile is
 * not dated by a clock that was set.
 */
export function watchedClock(watch: ClockWatch): Clock {
  return () => {
    const { wall, steady, trusted } = watch;
    const wallMs = wall();
    const goesOnMs = trusted.wallMs + Math.round(steady() - trusted.steadyMs);
    const byMs = Math.abs(wallMs - goesOnMs);
    if (byMs > leapLimitMs) watch.doubt ??= { kind: 'leap', byMs };
    return watch.doubt ? goesOnMs : wallMs;
  };
}
