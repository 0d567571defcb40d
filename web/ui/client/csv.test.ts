import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvField, csvOf } from './csv.ts';

test('csvField() quotes what would break the line', () => {
  assert.equal(csvField('plain'), 'plain');
  assert.equal(csvField('a,b'), '"a,b"');
  assert.equal(csvField('say "no"'), '"say ""no"""');
});

test('csvField() disarms text that a spreadsheet would run, and leaves negative amounts', () => {
  assert.equal(csvField('=1+1'), "'=1+1");
  assert.equal(csvField('@SUM(A1)'), "'@SUM(A1)");
  assert.equal(csvField('-12.50'), '-12.50');
});

test('csvOf() starts with a byte order mark and ends every line with CRLF', () => {
  assert.equal(csvOf(['a', 'b'], [['1', 'é']]), '\ufeffa,b\r\n1,é\r\n');
});
