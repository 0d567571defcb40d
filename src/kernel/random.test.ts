import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seeded, seedOf } from './random.ts';

test('one seed draws the same numbers every time, another seed others', () => {
  const draw = (seed: number) => Array.from({ length: 20 }, seeded(seed));
  assert.deepEqual(draw(42), draw(42));
  assert.notDeepEqual(draw(42), draw(43));
});

test('draws lie in [0, 1) and spread evenly', () => {
  const random = seeded(1);
  const tenths = Array.from({ length: 10 }, () => 0);
  for (let i = 0; i < 100_000; i += 1) {
    const drawn = random();
    assert.ok(drawn >= 0 && drawn < 1);
    const tenth = Math.floor(drawn * 10);
    tenths[tenth] = (tenths[tenth] ?? 0) + 1;
  }
  for (const count of tenths) assert.ok(Math.abs(count - 10_000) < 500, String(count));
});

test('a text always gives the same seed, and near texts give far seeds', () => {
  assert.equal(seedOf(''), 0x811c9dc5);
  assert.equal(seedOf('a'), 0xe40c292c);
  assert.notEqual(seedOf('case-1'), seedOf('case-2'));
});
