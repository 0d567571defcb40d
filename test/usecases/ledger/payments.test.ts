import assert from 'node:assert/strict';
import { test } from 'node:test';
import { finishTask, listTasks, readTask } from '#contract/tasks.ts';
import { effectOn } from '#domain/ledger/postings.ts';
import type { UserActor } from '#domain/workforce/rights.ts';
import { plainAmount } from '#kernel/money.ts';
import { Refusal } from '#kernel/refusal.ts';
import { addDays } from '#kernel/time.ts';
import { insertPlan } from '#storage/agreements/agreements.ts';
import { verifyChains } from '#storage/append-many.ts';
import { postingsOf } from '#storage/ledger/ledger.ts';
import { booksAreSound, sound } from '#test/support/books/overdue-book.ts';
import { overdueWorld, today } from '#test/support/books/overdue-world.ts';
import { type Db, systemActor } from '#usecases/app.ts';
import { recordCredit } from '#usecases/ledger/record-credit.ts';
import { recordPayment } from '#usecases/ledger/record-payment.ts';
import { reversePayment } from '#usecases/ledger/reverse-payment.ts';
import { bookPayments } from '#usecases/ledger/steps/book-payments.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';

test('a payment pays the oldest item first and a reference counts once', async () => {
  const { db, pay, balances, theCase } = await overdueWorld();
  const first = await pay('60.00', 'P-1');
  assert.deepEqual([first.allocated, first.unapplied, first.duplicate], ['60.00', '0.00', false]);
  assert.deepEqual(await balances(), [0n, 2_000n]);
  const again = await pay('60.00', 'P-1');
  assert.deepEqual([again.paymentId, again.duplicate], [first.paymentId, true]);
  assert.deepEqual(await balances(), [0n, 2_000n]);
  const open = await theCase();
  assert.deepEqual([open.state, open.overdueMinor], ['requested', 2_000n]);
  assert.deepEqual(await booksAreSound(db), sound);
  assert.deepEqual(await verifyChains(db), []);
});

test('a payment of everything closes the case, ends its actions, and the rest waits', async () => {
  const { db, pay, theCase } = await overdueWorld();
  const paid = await pay('100.00', 'P-1');
  assert.deepEqual([paid.allocated, paid.unapplied], ['80.00', '20.00']);
  const closed = await theCase();
  assert.deepEqual([closed.state, closed.closeReason, closed.nextAction], ['closed', 'paid', null]);
  const tasks = await db.selectFrom('tasks').select('outcome').execute();
  assert.deepEqual(tasks, [{ outcome: 'overtaken' }]);
  const [event] = await db.selectFrom('keyEvents').selectAll().execute();
  assert.ok(event?.resolvedAt);
  assert.deepEqual(await booksAreSound(db), sound);
});

test('a reversed payment brings debt, case and step back, with a type B event, once', async () => {
  const { app, db, pay, theCase, balances } = await overdueWorld();
  const before = await theCase();
  const { paymentId } = await pay('80.00', 'P-1');
  const input = { paymentId, reason: 'account-closed', reasonCode: null } as const;
  await reversePayment(app, systemActor, input);
  assert.deepEqual(await balances(), [5_000n, 3_000n]);
  const after = await theCase();
  assert.deepEqual(
    [after.id, after.state, after.step, after.closedAt, after.overdueMinor],
    [before.id, before.state, before.step, null, 8_000n],
  );
  const events = await db.selectFrom('keyEvents').selectAll().orderBy('type', 'desc').execute();
  assert.deepEqual(
    events.map(({ type, subReason, resolvedAt }) => [type, subReason, resolvedAt]),
    [
      ['D', 'unknown', null],
      ['B', 'account-closed', null],
    ],
  );
  await assert.rejects(
    reversePayment(app, systemActor, input),
    (error) => error instanceof Refusal && error.code === 'already-done',
  );
  assert.deepEqual(await booksAreSound(db), sound);
  assert.deepEqual(await verifyChains(db), []);
});

const planRows = (db: Db) =>
  db.selectFrom('planInstalments').select(['state', 'paidMinor']).orderBy('number').execute();

test('a credit note reduces its item only, never below zero, and the rest waits on the account', async () => {
  const { app, db, book, account, balances, theCase } = await overdueWorld();
  const item = await db
    .selectFrom('items')
    .select('reference')
    .where('id', '=', account.itemIds[1] ?? '')
    .executeTakeFirstOrThrow();
  const credit = (amount: string, reference: string) =>
    recordCredit(app, systemActor, {
      portfolioId: book.portfolio.id,
      itemReference: item.reference,
      amount,
      issuedOn: today,
      reason: 'wrong price',
      reference,
    });
  const booked = { duplicate: false, unapplied: '0.00', approvalId: null };
  assert.deepEqual(await credit('10.00', 'C-1'), booked);
  assert.deepEqual(await credit('10.00', 'C-1'), { ...booked, duplicate: true });
  assert.deepEqual(await balances(), [5_000n, 2_000n]);
  assert.deepEqual(await credit('20.01', 'C-2'), { ...booked, unapplied: '0.01' });
  assert.deepEqual(await balances(), [5_000n, 0n]);
  assert.deepEqual(await credit('5.00', 'C-3'), { ...booked, unapplied: '5.00' });
  const opened = await theCase();
  assert.equal(opened.overdueMinor, 5_000n);
  const onAccount = (await postingsOf(db, opened.customerId)).reduce(
    (sum, posting) => sum - effectOn('unapplied', posting),
    0n,
  );
  assert.equal(onAccount, 501n);
  assert.deepEqual(await booksAreSound(db), sound);
});

test('a plan is kept by money for its own items, and money that names none goes there first', async () => {
  const { app, db, account, pay, theCase, balances } = await overdueWorld();
  const { customerId, portfolioId, tenantId, id: caseId } = await theCase();
  const [first = '', second = ''] = account.itemIds;
  const planId = '0d5b0f3e-5f0a-4a52-9a44-0a4b3c7d2e11';
  const terms = { totalMinor: 3_000n, currency: 'USD', frequency: 'monthly', affordability: null };
  const plan = { customerId, portfolioId, tenantId, caseId, id: planId, ...terms };
  const made = { state: 'active', madeAt: (await theCase()).openedAt, madeBy: null } as const;
  await insertPlan(
    db,
    { customerId, caseId },
    { ...plan, ...made, itemIds: [second], conversationId: null },
    [
      { number: 1, dueOn: today, amount: 1_500n },
      { number: 2, dueOn: addDays(today, 30), amount: 1_500n },
    ],
  );
  const parts = async () =>
    (await planRows(db)).map(({ state, paidMinor }) => `${state} ${paidMinor}`).join(', ');
  const other = await db
    .selectFrom('items')
    .select('reference')
    .where('id', '=', first)
    .executeTakeFirstOrThrow();
  await pay('20.00', 'P-1', { accountReference: null, itemReference: other.reference });
  assert.equal(await parts(), 'open 0, open 0', 'money for another invoice keeps no plan');
  await pay('20.00', 'P-2');
  assert.deepEqual(await balances(), [3_000n, 1_000n]);
  assert.equal(await parts(), 'kept 1500, open 500');
  const ownItem = await db
    .selectFrom('items')
    .select('reference')
    .where('id', '=', second)
    .executeTakeFirstOrThrow();
  const credit = { issuedOn: today, reason: 'wrong price', portfolioId };
  const note = { ...credit, itemReference: ownItem.reference, amount: '10.00', reference: 'C-1' };
  await recordCredit(app, systemActor, note);
  assert.equal(await parts(), 'kept 1500, kept 1500', 'what is credited has not to be paid');
  const [plan_] = await db.selectFrom('plans').select('state').execute();
  assert.equal(plan_?.state, 'completed');
});

test('many payments book at once, with duplicates told apart', async () => {
  const { app, db, book, account } = await overdueWorld();
  const { customerId, accountId } = account;
  const row = (reference: string | null, amountMinor: bigint) => ({
    customerId,
    accountId,
    itemIds: [],
    amountMinor,
    currency: 'USD',
    receivedOn: today,
    source: 'file',
    reference,
  });
  const rows = [row('X-1', 1_000n), row('X-1', 1_000n), row(null, 500n), row('X-2', 9_000n)];
  const booked = await app.db
    .transaction()
    .execute((tx) => bookPayments(app, tx, book.portfolio.id, rows));
  assert.deepEqual(
    booked.map(({ duplicate, allocatedMinor, unappliedMinor }) => [
      duplicate,
      allocatedMinor,
      unappliedMinor,
    ]),
    [
      [false, 1_000n, 0n],
      [true, 0n, 0n],
      [false, 500n, 0n],
      [false, 6_500n, 2_500n],
    ],
  );
  assert.deepEqual(await booksAreSound(db), sound);
  assert.deepEqual(await verifyChains(db), []);
});

test('a payment in a currency of fewer decimals or from tomorrow is refused', async () => {
  const { pay } = await overdueWorld();
  const isInvalid = (error: unknown) => error instanceof Refusal && error.code === 'invalid-input';
  await assert.rejects(pay('1.005', 'P-9'), isInvalid);
  await assert.rejects(pay('1.00', 'P-9', { receivedOn: addDays(today, 1) }), isInvalid);
});

test('a sum that one person books in parts within a day waits for a second person as one would', async () => {
  const { app, db, book, account, user, clock } = await overdueWorld();
  const { paymentAboveMinor } = (await placeOf(app, db, book.portfolio.id)).policy.secondPerson;
  const most = plainAmount(paymentAboveMinor, book.portfolio.currency);
  const waits = async (actor: UserActor, amount: string, reference: string) => {
    const { accountReference } = account;
    const none = { itemReference: null, customerReference: null };
    const { id: portfolioId } = book.portfolio;
    const receivedOn = today;
    const input = { portfolioId, accountReference, ...none, amount, receivedOn, reference };
    return (await recordPayment(app, actor, input)).approvalId !== null;
  };
  const [one, other] = [await user('back_office'), await user('back_office')];
  assert.equal(await waits(one, most, 'S-1'), false, 'up to the limit');
  assert.equal(await waits(one, most, 'S-1'), false, 'the same once more is no other booking');
  assert.equal(await waits(one, '0.01', 'S-2'), true, 'and a cent above it');
  assert.equal(await waits(other, '0.01', 'S-3'), false, 'what others booked does not count');
  await clock.advance(86_400_000);
  assert.equal(await waits(one, '0.01', 'S-4'), false, 'nor does yesterday');
});

test('a late payment on a written-off debt is booked as a recovery, which accounting is told of', async () => {
  const { app, db, pay, theCase, balances, writeOff, user, call } = await overdueWorld();
  const opened = await theCase();
  await writeOff();
  const ledger = async (name: string) => {
    const rows = await postingsOf(db, opened.customerId);
    return rows.reduce((sum, posting) => sum + effectOn(name as 'cash', posting), 0n);
  };
  assert.equal(await ledger('written-off'), 8_000n);

  const late = await pay('60.00', 'P-1');
  assert.deepEqual([late.allocated, late.unapplied], ['60.00', '0.00']);
  const sums = [await ledger('written-off'), await ledger('cash'), await ledger('unapplied')];
  assert.deepEqual(sums, [2_000n, 6_000n, 0n]);
  assert.deepEqual(await balances(), [0n, 0n]);
  const still = await theCase();
  assert.deepEqual([still.state, still.closedAt], ['written-off', opened.openedAt]);
  const events = await db
    .selectFrom('eventLog')
    .select(['caseId', 'facts'])
    .where('kind', '=', 'payment.recovered')
    .execute();
  assert.deepEqual(
    events.map(({ caseId, facts }) => [caseId, (facts as Record<string, unknown>)['amountMinor']]),
    [[opened.id, '6000']],
  );

  const office = await user('back_office');
  const { tasks: open } = await call(listTasks, office, { kind: 'report-recovery' });
  assert.deepEqual(
    open.map(({ caseId, queue }) => [caseId, queue]),
    [[opened.id, 'department']],
  );
  const taskId = open[0]?.id ?? '';
  const { data } = await call(readTask, office, { taskId });
  assert.equal(data?.recovered, '60.00');
  await call(finishTask, office, { taskId, outcome: 'done' });

  const more = await pay('50.00', 'P-2');
  assert.deepEqual(
    [more.allocated, more.unapplied],
    ['20.00', '30.00'],
    'never more than was lost',
  );
  assert.equal(await ledger('written-off'), 0n);

  const back = { paymentId: late.paymentId, reason: 'bank-return' as const, reasonCode: 'AM04' };
  await reversePayment(app, systemActor, back);
  assert.equal(await ledger('written-off'), 6_000n, 'written off again, and not owed');
  assert.deepEqual(await balances(), [0n, 0n]);
  const { tasks: after } = await call(listTasks, office, { kind: 'report-recovery' });
  const told = await Promise.all(after.map(({ id }) => call(readTask, office, { taskId: id })));
  assert.deepEqual(told.map((one) => one.data?.recovered).sort(), ['-60.00', '20.00']);
  assert.deepEqual(await booksAreSound(db), sound);
  assert.deepEqual(await verifyChains(db), []);
});
