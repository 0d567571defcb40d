import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leapLimitMs, newClockWatch, trustAgain, watchedClock } from './clock-watch.ts';

function clocks() {
  const now = { wall: 1_000_000_000_000, steady: 0 };
  const watch = newClockWatch(
    () => now.wall,
    () => now.steady,
  );
  const clock = watchedClock(() => now.wall, watch);
  const pass = (ms: number, setBy = 0) => {
    now.steady += ms;
    now.wall += ms + setBy;
    return clock();
  };
  return { watch, pass, wall: () => now.wall };
}

test('time that passes, and small corrections, leave a clock trusted', () => {
  const { watch, pass, wall } = clocks();
  for (const setBy of [0, 400, -900, leapLimitMs, -leapLimitMs]) {
    assert.equal(pass(3 * 86_400_000, setBy), wall());
  }
  assert.equal(watch.doubt, null);
});

test('a clock that was set is doubted at the very next reading, until it is trusted again', () => {
  for (const setBy of [leapLimitMs + 1, -leapLimitMs - 1, 10 * 86_400_000]) {
    const { watch, pass, wall } = clocks();
    pass(50, setBy);
    assert.deepEqual(watch.doubt, { kind: 'leap', byMs: Math.abs(setBy) });
    pass(50, -setBy);
    assert.deepEqual(watch.doubt?.byMs, Math.abs(setBy), 'set back, and still to be looked at');
    trustAgain(watch, wall);
    pass(50);
    assert.equal(watch.doubt, null);
  }
});
