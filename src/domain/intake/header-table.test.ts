import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessedColumns, headerCases, judgeColumns } from '#test/support/books/header-cases.ts';

test('of the columns of made files at least 95 % are right, and no amount or date is wrong', () => {
  for (const [source, files] of [
    ['own', 30],
    ['public', 20],
    ['unseen', 20],
    ['programs', 20],
    ['unseen programs', 14],
  ] as const) {
    const cases = headerCases(source);
    assert.ok(cases.length >= files);
    const { columns, right, needed, neededRight, wrong, gravelyWrong } = judgeColumns(
      cases,
      guessedColumns,
    );
    assert.deepEqual(gravelyWrong, []);
    assert.ok(right >= columns * 0.95, wrong.join('\n'));
    assert.ok(neededRight >= needed * 0.95, wrong.join('\n'));
  }
});
