import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { addDays } from '#kernel/time.ts';
import { verifyChains } from '#storage/append-many.ts';
import { finishedRuns } from '#storage/desk/work-queue.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { addAccount, booksAreSound, sound } from '#test/support/books/overdue-book.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

const today = '2026-11-18';

async function world() {
  const place = await freshWorld();
  const book = await smallBook(place);
  const run = (onDate = today, accounts?: number) =>
    dailyRun(place.app, book.portfolio.id, onDate, accounts);
  const cases = async () =>
    (
      await place.db.selectFrom('cases').selectAll().orderBy('openedAt').orderBy('id').execute()
    ).map(({ id: caseId, ...row }) => ({ caseId, ...row }));
  return { ...place, book, run, cases };
}

test('overdue debt beyond the grace opens one case per customer with a request to send', async () => {
  const { db, app, book, run, cases } = await world();
  const made = await addAccount({ app, db }, book, [
    { dueOn: addDays(today, -40), amountMinor: 5_000n },
    { dueOn: addDays(today, -10), amountMinor: 2_500n },
    { dueOn: addDays(today, 10), amountMinor: 900n },
  ]);
  await addAccount({ app, db }, book, [{ dueOn: addDays(today, -3), amountMinor: 5_000n }]);
  const counts = await run();
  assert.equal(counts?.['opened'], 1);
  const [opened] = await cases();
  assert.ok(opened);
  assert.equal(opened.customerId, made.customerId);
  assert.deepEqual(
    [opened.state, opened.step, opened.nextAction],
    ['requested', 'send-request', 'task'],
  );
  assert.deepEqual([opened.debtMinor, opened.overdueMinor], [8_400n, 7_500n]);
  const tasks = await db.selectFrom('tasks').selectAll().execute();
  assert.deepEqual(
    tasks.map(({ kind, queue }) => [kind, queue]),
    [['send-request', 'back-office']],
  );
  const [event] = await db.selectFrom('keyEvents').selectAll().execute();
  assert.deepEqual([event?.type, event?.subReason, event?.caseId], ['D', 'unknown', opened.caseId]);
  const entered = await db
    .selectFrom('items')
    .select('enteredCollectionOn')
    .where('caseId', '=', opened.caseId)
    .execute();
  assert.deepEqual(
    entered.map((i) => i.enteredCollectionOn),
    [today, today],
  );
  assert.deepEqual(await verifyChains(db), []);
  assert.deepEqual(await booksAreSound(db), sound);
});

test('a second run of the day changes nothing, in one stretch or in many', async () => {
  const { db, app, book, run } = await world();
  for (let i = 0; i < 7; i += 1) {
    await addAccount({ app, db }, book, [{ dueOn: addDays(today, -20 - i), amountMinor: 1_000n }]);
  }
  const whole = async () =>
    JSON.stringify(
      [
        await sql`select * from cases order by id`.execute(db),
        await sql`select * from tasks order by id`.execute(db),
        await sql`select * from items order by id`.execute(db),
        await sql`select * from work_items order by id`.execute(db),
        await sql`select seq, hash from event_log order by seq`.execute(db),
      ].map(({ rows }) => rows),
      (_key, value: unknown) => (typeof value === 'bigint' ? String(value) : value),
    );
  assert.equal((await run(today, 3))?.['opened'], 7);
  const before = await whole();
  assert.equal(await run(), null);
  await db.deleteFrom('dailyRuns').execute();
  await run();
  assert.equal(await whole(), before);
});

test('a book that comes after the day was run is worked the same day', async () => {
  const { app, clock, user, book, run, cases, ...place } = await world();
  assert.ok(await run());
  assert.equal(await run(), null);
  await clock.advance(60_000);
  const content = [
    'Customer number,Name,Account,Invoice number,Invoice date,Due date,Amount,Mobile,Zip',
    'C1,Ana Perez,A1,I1,2026-08-01,2026-08-31,120.50,(212) 555-0142,10001',
  ].join('\n');
  const actor = await user('back_office');
  const whole = { app, clock, user, ...place };
  await importFile(whole, actor, { portfolioId: book.portfolio.id, content });
  assert.equal((await finishedRuns(app.db)).has(book.portfolio.id), false);
  await clock.advance(60_000);
  assert.equal((await run())?.['opened'], 1);
  assert.equal((await cases()).length, 1);
  assert.equal(await run(), null);
  assert.equal((await finishedRuns(app.db)).get(book.portfolio.id), today);
});
