import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '#kernel/time.ts';
import { addAccount, booksAreSound, sound } from '#test/support/books/overdue-book.ts';
import { overdueWorld, today } from '#test/support/books/overdue-world.ts';
import { untilBlocking } from '#test/support/world/blocked.ts';
import { dailyRun, type RunCounts } from '#usecases/daily-run/daily-run.ts';
import { bookPayments } from '#usecases/ledger/steps/book-payments.ts';

/** The daily run starts while a payment is booked and not committed; answers what the run did. */
async function runDuringPayment(amountMinor: bigint) {
  const world = await overdueWorld();
  const { app, db, book, account } = world;
  const { customerId, accountId } = account;
  // The case does not know of this item yet, so the run has something to write.
  const later = [{ dueOn: addDays(today, 10), amountMinor: 2_000n }];
  await addAccount(world, book, later, { customerId });
  const payment = {
    ...{ customerId, accountId, itemIds: [], amountMinor, currency: 'USD' },
    ...{ receivedOn: today, source: 'manual', reference: null },
  };
  let running: Promise<RunCounts | null> | undefined;
  await db.transaction().execute(async (tx) => {
    await bookPayments(app, tx, book.portfolio.id, [payment]);
    running = dailyRun(app, book.portfolio.id, addDays(today, 1));
    await untilBlocking(tx);
  });
  return { ...world, counts: await running };
}

test('the daily run leaves the figures of a case alone that a payment closes meanwhile', async () => {
  const { db, theCase, counts } = await runDuringPayment(8_000n);
  const closed = await theCase();
  assert.deepEqual([closed.state, closed.closeReason], ['closed', 'paid']);
  assert.deepEqual([closed.debtMinor, closed.overdueMinor, closed.oldestDueOn], [2_000n, 0n, null]);
  assert.equal(counts?.['refreshed'], 0);
  assert.deepEqual(await booksAreSound(db), sound);
});

test('the daily run reads a case again that a payment writes to meanwhile', async () => {
  const { db, theCase } = await runDuringPayment(6_000n);
  const open = await theCase();
  assert.deepEqual([open.closedAt, open.debtMinor, open.overdueMinor], [null, 4_000n, 2_000n]);
  assert.equal(open.oldestDueOn, addDays(today, -20));
  assert.deepEqual(await booksAreSound(db), sound);
});
