import assert from 'node:assert/strict';
import { test } from 'node:test';
import { leapLimitMs, newClockWatch, trustFrom, watchedClock } from './clock-watch.ts';

function clocks() {
  const now = { wall: 1_000_000_000_000, steady: 0 };
  const watch = newClockWatch(
    () => now.wall,
    () => now.steady,
  );
  const clock = watchedClock(watch);
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

test('a clock that was set, at once or in steps, is doubted until it is trusted again', () => {
  for (const steps of [1, 20]) {
    for (const setBy of [leapLimitMs + 20, -leapLimitMs - 20, 10 * 86_400_000]) {
      const { watch, pass, wall } = clocks();
      const began = wall();
      for (let step = 0; step < steps; step += 1) pass(50, setBy / steps);
      assert.equal(watch.doubt?.kind, 'leap');
      assert.equal(pass(50), began + (steps + 1) * 50, 'time goes on as if nobody had set it');
      pass(50, -setBy);
      assert.equal(watch.doubt?.kind, 'leap', 'set back, and still to be looked at');
      trustFrom(watch);
      watch.doubt = null;
      assert.equal(pass(50), wall());
      assert.equal(watch.doubt, null);
    }
  }
});
