import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessedColumns, headerCases, judgeColumns } from '#test/support/books/header-cases.ts';

test('of the columns of made files at least 95 % are right, and no amount or date is wrong', () => {
  const cases = headerCases('own');
  assert.ok(cases.length >= 30);
  const { columns, right, needed, neededRight, wrong, gravelyWrong } = judgeColumns(
    cases,
    guessedColumns,
  );
  assert.deepEqual(gravelyWrong, []);
  assert.ok(right >= columns * 0.95, wrong.join('\n'));
  assert.ok(neededRight >= needed * 0.95, wrong.join('\n'));
});
