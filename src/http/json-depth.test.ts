import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isTooDeep } from './json-depth.ts';

test('the depth of a JSON text counts what is open, not what stands in texts or beside', () => {
  const cases: [string, boolean][] = [
    ['{"a":[1]}', false],
    ['{"a":[[1]]}', true],
    ['[[],[],[],{}]', false],
    ['["[[[[","\\"[[[["]', false],
    ['[["\\\\",[1]]]', true],
    ['['.repeat(100_000), true],
    ['', false],
  ];
  for (const [text, isDeep] of cases) assert.equal(isTooDeep(text, 2), isDeep, text.slice(0, 40));
});
