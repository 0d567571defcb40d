import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createTimeline } from './timeline.ts';

test('timers run in the order they fall due, each at its own moment', () => {
  const { after, advance, clock } = createTimeline(1_000);
  const seen: string[] = [];
  after(20, () => seen.push(`b${clock()}`));
  after(10, () => {
    seen.push(`a${clock()}`);
    after(5, () => seen.push(`c${clock()}`));
  });
  after(20, () => seen.push(`d${clock()}`));
  advance(20);
  assert.deepEqual(seen, ['a1010', 'c1015', 'b1020', 'd1020']);
  assert.equal(clock(), 1_020);
});

test('a cancelled timer never runs and later ones keep waiting', () => {
  const { after, advance, waiting } = createTimeline(0);
  const seen: number[] = [];
  after(5, () => seen.push(5))();
  after(50, () => seen.push(50));
  advance(49);
  assert.deepEqual(seen, []);
  assert.equal(waiting(), 1);
  advance(1);
  assert.deepEqual(seen, [50]);
});
