import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvCell } from './csv-cell.ts';

test('csvCell() quotes what would break the line', () => {
  assert.equal(csvCell('plain'), 'plain');
  assert.equal(csvCell('a,b'), '"a,b"');
  assert.equal(csvCell('say "no"'), '"say ""no"""');
});

test('csvCell() disarms what a spreadsheet would run, blanks before it too, and no amount', () => {
  for (const text of ['=1+1', '@SUM(A1)', '  =1+1', '\u00a0-1+1', '+1 2', ' +A1', '\t=1', '-1,5']) {
    assert.match(csvCell(text), /^"?'/, JSON.stringify(text));
  }
  for (const text of ['-12.50', '+4', 'a=b', '']) assert.equal(csvCell(text), text);
});
