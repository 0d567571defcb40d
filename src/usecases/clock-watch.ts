import { clockSkewLimitMs } from '#domain/contact/operational-reasons.ts';
import { type ClockDoubt, type ClockWatch, trustFrom } from '#kernel/clock-watch.ts';
import { Refusal } from '#kernel/refusal.ts';
import { instantOf } from '#kernel/time.ts';
import { type ClockSigns, readClockSigns } from '#storage/clock-signs.ts';
import { raiseAlarm } from '#storage/gate/alarms.ts';
import type { App } from './app.ts';

const dayMs = 24 * 3_600_000;
/** Longer than any row of days off: after it a person says that the clock is right. */
const silenceLimitMs = 5 * dayMs;

/** Whether the time is in doubt, as far as this process knows without asking anybody. */
export function isClockInDoubt({ clockWatch }: App): boolean {
  return clockWatch !== null && (clockWatch.doubt !== null || clockWatch.alarmStands);
}

/**
 * Looks whether a process may trust its clock as it starts: it does not when the time went back since
 * a server was last seen, or when none was seen for days.
 */
export async function beginClockWatch(app: App): Promise<void> {
  const { clockWatch } = app;
  if (!clockWatch) return;
  const { nowMs, lastSeenMs } = await readClockSigns(app.db, app.tenantId);
  // Which clock is right nobody knows yet: what happens meanwhile is dated by the earlier one.
  if (nowMs < clockWatch.wall() - clockSkewLimitMs) trustFrom(clockWatch, nowMs);
  const silentMs = lastSeenMs === null ? 0 : nowMs - lastSeenMs;
  if (silentMs > silenceLimitMs) clockWatch.doubt = { kind: 'silence', byMs: silentMs };
  if (silentMs < -clockSkewLimitMs) clockWatch.doubt = { kind: 'leap', byMs: -silentMs };
  await watchClocks(app);
}

/**
 * Compares the clocks of the process and of the database. A doubt raises an alarm; while the alarm
 * stands, in whatever process, nothing is done that cannot be undone, and a person who closes it says
 * that the time is right.
 */
export async function watchClocks(app: App): Promise<void> {
  const { clockWatch } = app;
  if (!clockWatch) return;
  const { signs, skew } = await compare(app, clockWatch);
  // The alarm stood and stands no more: somebody has looked.
  if (clockWatch.alarmStands && !signs.alarmStands) {
    clockWatch.doubt = null;
    if (!skew) trustFrom(clockWatch);
  }
  if (skew) clockWatch.doubt ??= skew;
  clockWatch.alarmStands = signs.alarmStands;
  if (clockWatch.doubt && !signs.alarmStands) await ring(app, clockWatch, clockWatch.doubt, signs);
}

/** Throws `clock-in-doubt` where the time is not to be trusted; asks the database anew. */
export async function assertClockIsRight(app: App): Promise<void> {
  await watchClocks(app);
  if (isClockInDoubt(app)) throw new Refusal('clock-in-doubt', {});
}

/** Throws `clock-in-doubt` while the clocks are apart: nobody can say that the time is right. */
export async function assertClocksAgree(app: App): Promise<void> {
  const { clockWatch } = app;
  if (clockWatch && (await compare(app, clockWatch)).skew) throw new Refusal('clock-in-doubt', {});
}

/** Reads the database's clock between two readings of the machine's. */
async function compare({ db, tenantId }: App, { wall }: ClockWatch) {
  const beforeMs = wall();
  const signs = await readClockSigns(db, tenantId);
  const byMs = Math.max(beforeMs - signs.nowMs, signs.nowMs - wall());
  const skew: ClockDoubt | null = byMs > clockSkewLimitMs ? { kind: 'skew', byMs } : null;
  return { signs, skew };
}

async function ring(
  app: App,
  clockWatch: ClockWatch,
  { kind, byMs }: ClockDoubt,
  { nowMs }: ClockSigns,
): Promise<void> {
  await raiseAlarm(app.db, {
    id: app.newId(),
    tenantId: app.tenantId,
    ...{ kind: 'clock-skew', key: 'clock', portfolioId: null, caseId: null },
    details: { doubt: kind, skewSeconds: Math.round(byMs / 1000), server: app.instance.name },
    at: instantOf(nowMs),
  });
  clockWatch.alarmStands = true;
}
