import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cases from '#contract/cases.ts';
import { recordPayment } from '#contract/ledger.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

const header = 'Customer number,Name,Account,Invoice number,Due date,Amount,Country,State,Product';
const row = (invoice: string, dueOn: string) =>
  `C1,Ana Perez,A1,${invoice},${dueOn},100.00,US,NY,credit_card`;

test('limitation does not begin later when the oldest item is paid or due anew in a file', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const clerk = await world.user('back_office');
  const bring = (...lines: string[]) =>
    importFile(world, clerk, {
      ...{ portfolioId: portfolio.id, content: [header, ...lines].join('\n') },
    });
  await bring(row('I1', '2022-01-31'), row('I2', '2026-08-31'));
  await dailyRun(world.app, portfolio.id, '2026-11-18');
  const { id: caseId } = await world.db.selectFrom('cases').select('id').executeTakeFirstOrThrow();
  const lastDay = async () => {
    const { debt } = await world.call(cases.readCase, clerk, { caseId });
    return debt?.accounts[0]?.limitation?.lastDay;
  };
  assert.equal(await lastDay(), '2025-01-31');
  await bring(row('I1', '2026-01-31'), row('I2', '2026-08-31'));
  assert.equal(await lastDay(), '2025-01-31');
  await world.call(recordPayment, clerk, {
    ...{ portfolioId: portfolio.id, itemReference: 'I1', accountReference: null },
    ...{ customerReference: null, amount: '100.00', receivedOn: '2026-11-18', reference: 'P1' },
  });
  assert.equal(await lastDay(), '2025-01-31');
});
