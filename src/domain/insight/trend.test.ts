import assert from 'node:assert/strict';
import { test } from 'node:test';
import { trendOf } from './trend.ts';

test('a month within the usual spread is no change of trend', () => {
  // Mean 104, mean moving range 10: usual is 104 ± 26.6.
  assert.deepEqual(trendOf([100n, 110n, 100n, 110n, 100n, 129n]), {
    change: 'none',
    low: 78n,
    high: 130n,
  });
});

test('a month beyond the natural limits is a change, up or down', () => {
  const usual = [100n, 110n, 100n, 110n, 100n];
  assert.equal(trendOf([...usual, 131n])?.change, 'up');
  assert.equal(trendOf([...usual, 77n])?.change, 'down');
});

test('five months are too few to tell', () => {
  assert.equal(trendOf([1n, 2n, 3n, 4n, 5n]), null);
  assert.equal(trendOf([]), null);
});

test('debt that never moved breaks its trend with the first step', () => {
  assert.equal(trendOf([5n, 5n, 5n, 5n, 5n, 6n])?.change, 'up');
});
