import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideApproval } from '#contract/approvals.ts';
import * as cases from '#contract/cases.ts';
import { readBridge } from '#contract/insight.ts';
import { reversePayment } from '#contract/ledger.ts';
import { applyMoney, listMoney, readMoney, refundMoney } from '#contract/money-in-hand.ts';
import { addDays } from '#kernel/time.ts';
import { verifyChains } from '#storage/append-many.ts';
import { addAccount, booksAreSound, sound } from '#test/support/books/overdue-book.ts';
import { overdueWorld, today } from '#test/support/books/overdue-world.ts';
import { systemActor } from '#usecases/app.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { recordCredit } from '#usecases/ledger/record-credit.ts';

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

test('the rest of a credit note goes to other debt and counts as credited, and a rank is without it', async () => {
  const { app, db, book, account, theCase, balances, call, user } = await overdueWorld();
  const { id: portfolioId } = book.portfolio;
  const [first] = await db
    .selectFrom('items')
    .select(['id', 'reference'])
    .orderBy('dueOn')
    .execute();
  assert.equal(first?.id, account.itemIds[0]);
  await recordCredit(app, systemActor, {
    ...{ portfolioId, itemReference: first?.reference ?? '', amount: '75.00' },
    ...{ issuedOn: today, reason: 'wrong price', reference: 'C-1' },
  });
  assert.deepEqual(await balances(), [0n, 3_000n]);
  const office = await user('back_office');
  const { customers } = await call(listMoney, office, {});
  assert.deepEqual(
    customers.map(({ inHand, owed, waits }) => [inHand, owed, waits]),
    [['25.00', '30.00', false]],
  );
  await dailyRun(app, portfolioId, addDays(today, 1));
  assert.deepEqual(await balances(), [0n, 500n]);
  const { id: caseId } = await theCase();
  const event = await db
    .selectFrom('eventLog')
    .selectAll()
    .where('kind', '=', 'credit.applied')
    .executeTakeFirstOrThrow();
  assert.deepEqual([event.caseId, (event.facts as Facts).amountMinor], [caseId, '2500']);
  const manager = await user('manager');
  const span = { from: today, to: addDays(today, 1), portfolioId };
  const { bridges } = await call(readBridge, manager, span);
  const days = bridges.flatMap((bridge) => bridge.days);
  assert.deepEqual(
    days.map(({ collected, credited, difference }) => [collected, credited, difference]),
    [
      ['0.00', '50.00', '0.00'],
      ['0.00', '25.00', '0.00'],
    ],
  );
  assert.deepEqual(await booksAreSound(db), sound);
});

test('money in hand is applied and paid back by hand, above a limit by two people', async () => {
  const { app, db, book, account, pay, balances, call, request, user, theCase } =
    await overdueWorld();
  const { id: portfolioId } = book.portfolio;
  const { customerId, itemIds } = account;
  const office = await user('back_office');
  const supervisor = await user('supervisor');
  const { id: caseId } = await theCase();
  const dispute = { kind: 'dispute', accountId: null, why: 'Said so', reviewOn: '2026-12-10' };
  await call(cases.setHold, supervisor, { ...dispute, caseId });
  const { paymentId: sourceId } = await pay('79.00', 'P-1');
  const money = { portfolioId, customerId, sourceId, itemId: itemIds[0] ?? '' };
  const refused = async (more: object, code: string) => {
    const { body } = await request(applyMoney, office, { ...money, amount: '20.00', ...more });
    assert.equal(body['type'], `/problems/${code}`, JSON.stringify(body));
  };
  await refused({}, 'conflict');
  await refused({ amount: '79.01' }, 'amount-mismatch');
  await refused({ amount: '50.01', directed: true }, 'amount-mismatch');
  await refused({ itemId: app.newId() }, 'not-found');
  await refused({ sourceId: app.newId() }, 'not-found');
  await call(applyMoney, office, { ...money, amount: '20.00', directed: true });
  assert.deepEqual(await balances(), [3_000n, 3_000n]);
  const { sources, items } = await call(readMoney, office, { portfolioId, customerId });
  assert.deepEqual(
    sources.map(({ id, of, amount }) => [id, of, amount]),
    [[sourceId, 'payment', '59.00']],
  );
  assert.deepEqual(
    items.map(({ balance, disputed }) => `${balance} ${disputed}`),
    ['30.00 30.00', '30.00 30.00'],
  );

  const { itemId: _, ...source } = money;
  const back = { ...source, amount: '59.00', refundedOn: today, note: 'Asked for it' };
  const early = await request(refundMoney, office, { ...back, refundedOn: addDays(today, -1) });
  assert.equal(early.body['type'], '/problems/invalid-input');
  const { approvalId } = await call(refundMoney, office, back);
  assert.ok(approvalId, 'money that leaves needs two people from the first cent');
  const listed = await call(listMoney, office, {});
  assert.deepEqual(
    listed.customers.map(({ waits }) => waits),
    [true],
  );
  await call(decideApproval, await user('manager'), { approvalId, approve: true });
  assert.deepEqual((await call(listMoney, office, {})).customers, []);
  const { lines } = await call(cases.readHistory, supervisor, { caseId });
  const kinds = lines.map(({ kind }) => kind);
  assert.ok(kinds.includes('payment.applied') && kinds.includes('payment.refunded'), `${kinds}`);
  const reversal = { paymentId: sourceId, reason: 'recorded-in-error' } as const;
  const late = await request(reversePayment, office, reversal);
  assert.deepEqual([late.body['type'], late.body['reason']], ['/problems/cannot-undo', 'refunded']);
  assert.deepEqual(await balances(), [3_000n, 3_000n]);
  assert.deepEqual(await verifyChains(db), []);
});
