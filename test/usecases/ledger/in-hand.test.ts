import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cases from '#contract/cases.ts';
import { addDays } from '#kernel/time.ts';
import { verifyChains } from '#storage/append-many.ts';
import { addAccount, booksAreSound, sound } from '#test/support/books/overdue-book.ts';
import { overdueWorld, today } from '#test/support/books/overdue-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

test('money in hand is shown, not chased, and applied by the next run', async () => {
  const { app, db, book, pay, theCase, balances, user, call } = await overdueWorld();
  const supervisor = await user('supervisor');
  const { id: caseId } = await theCase();
  const dispute = { kind: 'dispute', accountId: null, why: 'Said so', reviewOn: '2026-12-10' };
  await call(cases.setHold, supervisor, { ...dispute, caseId });
  const paid = await pay('79.00', 'P-1');
  assert.equal(paid.unapplied, '79.00', 'disputed debt takes none');
  const { holds } = await call(cases.readCase, supervisor, { caseId });
  await call(cases.liftHold, supervisor, { caseId, holdId: holds[0]?.id ?? '', why: 'Solved' });
  const shown = await call(cases.readCase, supervisor, { caseId });
  const { overdue, inHand, chaseable } = shown.debt ?? assert.fail('a debt that is shown');
  assert.deepEqual([overdue.amount, inHand.amount, chaseable.amount], ['80.00', '79.00', '1.00']);
  await pay('1.00', 'P-2');
  assert.deepEqual(await balances(), [4_900n, 3_000n]);
  const waiting = await theCase();
  assert.equal((waiting.nextActionWhy as { code?: string }).code, 'money-in-hand');
  assert.equal(waiting.nextAction, 'wait');

  await dailyRun(app, book.portfolio.id, addDays(today, 1));
  assert.deepEqual(await balances(), [0n, 0n]);
  assert.equal((await theCase()).state, 'closed');
  const events = db.selectFrom('eventLog').selectAll().where('kind', '=', 'payment.applied');
  const event = await events.executeTakeFirstOrThrow();
  assert.deepEqual([event.caseId, (event.facts as Facts).amountMinor], [caseId, '7900']);
  assert.deepEqual(await booksAreSound(db), sound);
  assert.deepEqual(await verifyChains(db), []);
});

type Facts = { readonly amountMinor?: string };

test('whoever paid before the invoice came into the book owes the rest only', async () => {
  const place = await overdueWorld();
  const { app, db, book, account, pay, theCase } = place;
  await pay('100.00', 'P-1');
  assert.equal((await theCase()).state, 'closed');
  await addAccount(place, book, [{ dueOn: addDays(today, -60), amountMinor: 2_000n }], account);
  await dailyRun(app, book.portfolio.id, addDays(today, 1));
  const open = db.selectFrom('cases').selectAll().where('closedAt', 'is', null);
  assert.deepEqual(await open.execute(), [], 'what is paid opens no case');
  await pay('5.00', 'P-2');
  await addAccount(place, book, [{ dueOn: addDays(today, -60), amountMinor: 9_000n }], account);
  await dailyRun(app, book.portfolio.id, addDays(today, 2));
  const [opened] = await open.execute();
  assert.equal(opened?.overdueMinor, 8_500n);
  assert.deepEqual(await booksAreSound(db), sound);
});
