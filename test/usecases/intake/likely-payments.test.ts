import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readEntries, setEntryAside } from '#contract/bank-entries.ts';
import { readCase } from '#contract/cases.ts';
import { addDays } from '#kernel/time.ts';
import { madeStatement } from '#test/support/books/bank-statement.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { overdueWorld, today } from '#test/support/books/overdue-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

test('a payment that waits and is probably theirs is shown, and stops what asks for money for a while', async () => {
  const world = await overdueWorld();
  const { app, db, book, account, theCase, balances, user, call } = world;
  const { id: portfolioId } = book.portfolio;
  const [office, supervisor] = [await user('back_office'), await user('supervisor')];
  const before = await theCase();
  const caseId = before.id;
  const whyOf = async () => ((await theCase()).nextActionWhy as { code?: string }).code;
  const debtOf = async () =>
    (await call(readCase, supervisor, { caseId })).debt ?? assert.fail('a debt that is shown');
  const { customerId } = account;
  const { name } = await db
    .selectFrom('customers')
    .select('name')
    .where('id', '=', customerId)
    .executeTakeFirstOrThrow();
  const paid = (id: string, amount: string, on: string, payer: string) =>
    importFile(world, office, { portfolioId, content: madeStatement(id, [{ amount, on, payer }]) });

  await paid('S-1', '50.00', today, 'Somebody Else');
  assert.equal((await debtOf()).likely.amount, '0.00', 'an amount alone is nobody’s');
  await paid('S-2', '81.00', today, name);
  assert.deepEqual(await balances(), [5_000n, 3_000n]);
  const shown = await debtOf();
  assert.deepEqual([shown.likely.amount, shown.chaseable.amount], ['81.00', '80.00']);
  assert.deepEqual([await whyOf(), (await theCase()).nextAction], ['payment-to-match', 'wait']);
  await dailyRun(app, portfolioId, addDays(today, 1));
  assert.equal(await whyOf(), 'payment-to-match');

  const { entries } = await call(readEntries, office, { state: 'unmatched' });
  const theirs = entries.find(({ payerName }) => payerName === name);
  await call(setEntryAside, office, { entryId: theirs?.id ?? '', note: 'not ours' });
  const after = await theCase();
  assert.deepEqual([after.step, after.nextAction], [before.step, before.nextAction]);
  assert.equal((await debtOf()).likely.amount, '0.00');

  await paid('S-3', '82.00', addDays(today, -20), name);
  assert.notEqual(
    await whyOf(),
    'payment-to-match',
    'one that nobody decided in time stops nothing',
  );
});
