import assert from 'node:assert/strict';
import { addDays } from '#kernel/time.ts';
import { systemActor } from '#usecases/app.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { recordPayment } from '#usecases/ledger/record-payment.ts';
import { writeOffCase } from '#usecases/ledger/steps/write-off-case.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { freshWorld } from '../world/fresh-world.ts';
import { addAccount } from './overdue-book.ts';
import { smallBook } from './small-book.ts';

/** The day of the run that opened the case; a Wednesday. */
export const today = '2026-11-18';

/** A customer with two overdue items, 50.00 and 30.00, and the case that the daily run opened. */
export async function overdueWorld() {
  const place = await freshWorld();
  const { app, db } = place;
  const book = await smallBook(place);
  const account = await addAccount(place, book, [
    { dueOn: addDays(today, -40), amountMinor: 5_000n },
    { dueOn: addDays(today, -20), amountMinor: 3_000n },
  ]);
  await dailyRun(app, book.portfolio.id, today);
  const pay = async (amount: string, reference: string, more = {}) => {
    const { paymentId, ...paid } = await recordPayment(app, systemActor, {
      portfolioId: book.portfolio.id,
      accountReference: account.accountReference,
      itemReference: null,
      customerReference: null,
      amount,
      receivedOn: today,
      reference,
      ...more,
    });
    assert.ok(paymentId, 'what the product books waits for nobody');
    return { ...paid, paymentId };
  };
  const theCase = () => db.selectFrom('cases').selectAll().executeTakeFirstOrThrow();
  const balances = async () =>
    (await db.selectFrom('items').select('balanceMinor').orderBy('dueOn').execute()).map(
      ({ balanceMinor }) => balanceMinor,
    );
  const writeOff = async () => {
    const { customerId, id, openedAt } = await theCase();
    const at = await placeOf(app, db, book.portfolio.id);
    await db.transaction().execute(async (tx) => {
      await writeOffCase(app, tx, at, { customerId, caseId: id });
      const closed = { state: 'written-off', closedAt: openedAt, closeReason: 'uncollectible' };
      await tx
        .updateTable('cases')
        .set({ ...closed, queue: null, nextAction: null, nextActionAt: null })
        .execute();
    });
  };
  return { ...place, book, account, pay, theCase, balances, writeOff };
}
