import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, instantOf } from '#kernel/time.ts';
import { verifyChains } from '#storage/append-many.ts';
import { endTasks } from '#storage/tasks/tasks.ts';
import { booksAreSound, sound } from '#test/support/books/overdue-book.ts';
import { overdueWorld, today } from '#test/support/books/overdue-world.ts';
import { untilBlocking } from '#test/support/world/blocked.ts';
import { type Db, systemActor } from '#usecases/app.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { reversePayment } from '#usecases/ledger/reverse-payment.ts';

/** What the log says was recovered: the case and the amount of each event. */
async function recoveriesIn(db: Db) {
  const events = await db
    .selectFrom('eventLog')
    .select(['caseId', 'facts'])
    .where('kind', '=', 'payment.recovered')
    .orderBy('seq')
    .execute();
  return events.map(({ caseId, facts }) => [
    caseId,
    (facts as Record<string, unknown>)['amountMinor'],
  ]);
}

test('a reversal tells accounting of a recovery whose task is finished at that moment', async () => {
  const { app, db, pay, writeOff } = await overdueWorld();
  await writeOff();
  const { paymentId } = await pay('60.00', 'P-1');
  const recoveryTasks = () =>
    db
      .selectFrom('tasks')
      .selectAll()
      .where('kind', '=', 'report-recovery')
      .orderBy('id')
      .execute();
  let reversing: Promise<unknown> | undefined;
  const told = await recoveryTasks();
  await db.transaction().execute(async (tx) => {
    await endTasks(tx, told, instantOf(app.clock()), null, 'done');
    const input = { paymentId, reason: 'bank-return' as const, reasonCode: 'AM04' };
    reversing = reversePayment(app, systemActor, input);
    await untilBlocking(tx);
  });
  await reversing;
  const tasks = await recoveryTasks();
  assert.deepEqual(
    tasks.map(({ outcome, details }) => [
      outcome,
      (details as Record<string, unknown>)['recoveredMinor'],
    ]),
    [
      ['done', '6000'],
      [null, '-6000'],
    ],
  );
});

test('a payment that names a written-off item recovers it before it pays other debt', async () => {
  const { db, account, pay, theCase, balances, writeOff } = await overdueWorld();
  const [lost, later] = account.itemIds;
  // The second item is not due yet, so no case holds it and it is not written off.
  await db
    .updateTable('items')
    .set({ caseId: null, enteredCollectionOn: null, dueOn: addDays(today, 10) })
    .where('id', '=', later ?? '')
    .execute();
  await writeOff();
  assert.deepEqual(await balances(), [0n, 3_000n]);
  const { reference } = await db
    .selectFrom('items')
    .select('reference')
    .where('id', '=', lost ?? '')
    .executeTakeFirstOrThrow();
  const named = { accountReference: null, itemReference: reference };
  const { id: caseId } = await theCase();

  const first = await pay('40.00', 'P-1', named);
  assert.deepEqual([first.allocated, await balances()], ['40.00', [0n, 3_000n]]);
  const second = await pay('15.00', 'P-2', named);
  assert.deepEqual([second.allocated, await balances()], ['15.00', [0n, 2_500n]]);
  assert.deepEqual(await recoveriesIn(db), [
    [caseId, '4000'],
    [caseId, '1000'],
  ]);
  assert.deepEqual(await booksAreSound(db), sound);
  assert.deepEqual(await verifyChains(db), []);
});

test('what was written off of an item is recovered though a new case holds the item', async () => {
  const { app, db, book, account, pay, theCase, balances, writeOff } = await overdueWorld();
  const { paymentId } = await pay('20.00', 'P-1');
  const writtenOff = await theCase();
  await writeOff();
  await reversePayment(app, systemActor, {
    paymentId,
    reason: 'bank-return' as const,
    reasonCode: 'AM04',
  });
  await dailyRun(app, book.portfolio.id, addDays(today, 1));
  const holder = await db
    .selectFrom('items')
    .select(['caseId', 'balanceMinor'])
    .where('id', '=', account.itemIds[0] ?? '')
    .executeTakeFirstOrThrow();
  assert.notEqual(holder.caseId, writtenOff.id);
  assert.equal(holder.balanceMinor, 2_000n);

  const paid = await pay('80.00', 'P-2');
  assert.deepEqual([paid.allocated, paid.unapplied], ['80.00', '0.00']);
  assert.deepEqual(await balances(), [0n, 0n]);
  assert.deepEqual(await recoveriesIn(db), [[writtenOff.id, '6000']]);
  const more = await pay('10.00', 'P-3');
  assert.equal(more.unapplied, '10.00', 'never more than was lost');
  assert.deepEqual(await booksAreSound(db), sound);
  assert.deepEqual(await verifyChains(db), []);
});
