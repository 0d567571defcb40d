import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import * as cases from '#contract/cases.ts';
import * as tasks from '#contract/tasks.ts';
import { turnMinute, turnSecond } from '#jobs/clockwork.ts';
import { addDays, instantOf } from '#kernel/time.ts';
import { verifyChains } from '#storage/append-many.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { addAccount, booksAreSound, sound } from '#test/support/books/overdue-book.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { recordPayment } from '#usecases/ledger/record-payment.ts';

const today = '2026-11-18';
const dayMs = 24 * 60 * 60 * 1000;

async function officeWorld(customers = 3) {
  const world = await freshWorld();
  const { app, db, clock } = world;
  const office = await world.user('back_office');
  const book = await smallBook(world);
  const portfolioId = book.portfolio.id;
  const accounts = [];
  for (let i = 0; i < customers; i += 1) {
    accounts.push(
      await addAccount(world, book, [{ dueOn: addDays(today, -30 - i), amountMinor: 9_000n }]),
    );
  }
  await addMailPoints(world);
  await dailyRun(app, portfolioId, today);
  const dayNow = () => new Date(clock.now()).toISOString().slice(0, 10);
  const live = async (days: number) => {
    for (let day = 0; day < days; day += 1) {
      await clock.advance(dayMs);
      await dailyRun(app, portfolioId, dayNow());
    }
  };
  const allCases = () => db.selectFrom('cases').selectAll().orderBy('oldestDueOn').execute();
  const after = async () => {
    assert.deepEqual(await booksAreSound(db), sound);
    assert.deepEqual(await verifyChains(db), []);
  };
  return { ...world, book, office, portfolioId, accounts, live, allCases, dayNow, after };
}

test('the office sees requests to send, and one print run records a notice for each case', async () => {
  const { call, office, portfolioId, db, live, allCases, after } = await officeWorld();
  const list = await call(tasks.listTasks, office, {});
  assert.deepEqual(list.counts, [{ kind: 'send-request', open: 3, late: 0 }]);
  assert.deepEqual(list.tasks[0]?.announces?.stage, 'warned');
  const sent = await call(tasks.recordSent, office, {
    portfolioId,
    kind: 'send-request',
    how: 'post',
  });
  assert.equal(sent.recorded, 3);
  const notices = await db.selectFrom('notices').selectAll().execute();
  assert.ok(notices.every(({ promisedOn }) => promisedOn >= addDays(today, 7)));
  assert.deepEqual(
    (await allCases()).map(({ step, nextAction }) => [step, nextAction]),
    Array.from({ length: 3 }, () => ['start-calls', 'wait']),
  );
  await live(6);
  const work = await db.selectFrom('workItems').selectAll().execute();
  assert.deepEqual(
    work.map(({ state }) => state),
    ['ready', 'ready', 'ready'],
  );
  const ranked = await allCases();
  assert.ok(ranked.every(({ state, priority }) => state === 'working' && priority > 0));
  await after();
});

test('a task is taken by one person, given back, and done once', async () => {
  const { call, request, office, user } = await officeWorld(1);
  const other = await user('supervisor');
  const [task] = (await call(tasks.listTasks, office, {})).tasks;
  assert.ok(task);
  await call(tasks.claimTask, office, { taskId: task.id });
  const taken = await request(tasks.claimTask, other, { taskId: task.id });
  assert.equal(taken.body['type'], '/problems/taken-by-another');
  await call(tasks.claimTask, office, { taskId: task.id, release: true });
  await call(tasks.claimTask, other, { taskId: task.id });
  await call(tasks.finishTask, other, { taskId: task.id, outcome: 'done', how: 'post' });
  const again = await request(tasks.finishTask, other, { taskId: task.id, outcome: 'done' });
  assert.equal(again.body['type'], '/problems/already-done');
  const agent = await user('agent');
  assert.equal((await request(tasks.listTasks, agent)).status, 403);
});

test('a hold stops the road, its task lifts it with a reason, and announced dates move along', async () => {
  const { call, request, office, portfolioId, db, clock, live, allCases, dayNow, after } =
    await officeWorld(1);
  await call(tasks.recordSent, office, { portfolioId, kind: 'send-request', how: 'post' });
  const [open] = await allCases();
  assert.ok(open);
  const announced = await db.selectFrom('notices').selectAll().executeTakeFirstOrThrow();
  const hold = {
    caseId: open.id,
    kind: 'hardship',
    why: 'lost the job',
    reviewOn: addDays(today, 20),
  };
  await call(cases.setHold, office, hold);
  await live(5);
  const [still] = await allCases();
  assert.deepEqual([still?.step, still?.nextAction], ['call-1', 'review']);
  const [review] = (await call(tasks.listTasks, office, { kind: 'review-hardship' })).tasks;
  assert.ok(review?.holdId);
  const input = { taskId: review.id, outcome: 'lift' as const };
  const bare = await request(tasks.finishTask, office, input);
  assert.equal(bare.body['type'], '/problems/step-missing');
  await call(tasks.finishTask, office, { ...input, why: 'back at work' });
  const [lifted] = await allCases();
  assert.deepEqual(
    [lifted?.step, lifted?.nextAction, lifted?.holdReviewOn],
    ['call-1', 'call', null],
  );
  const moved = await db.selectFrom('notices').selectAll().executeTakeFirstOrThrow();
  assert.equal(moved.promisedOn, addDays(announced.promisedOn, 5));
  assert.ok(clock.now() > 0 && dayNow() > today);
  await after();
});

test('a broken promise goes back to work in the priority tier; a kept one is never chased', async () => {
  const { app, db, office, book, accounts, live, allCases, portfolioId, dayNow, after } =
    await officeWorld(2);
  for (const { id: caseId, customerId } of await allCases()) {
    await db
      .insertInto('promisesToPay')
      .values({
        customerId,
        id: app.newId(),
        tenantId: app.tenantId,
        portfolioId,
        caseId,
        amountMinor: 9_000n,
        currency: book.portfolio.currency,
        dueOn: addDays(today, 3),
        method: 'card',
        state: 'open',
        toleranceDays: 2,
        toleranceMinor: 100n,
        madeAt: instantOf(app.clock()),
      })
      .execute();
    await db
      .updateTable('cases')
      .set({ state: 'promised', step: 'judge-promise', nextAction: 'wait', queue: 'system' })
      .where('id', '=', caseId)
      .execute();
    await db.updateTable('keyEvents').set({ subReason: 'unable-to-pay' }).execute();
  }
  const paid = accounts[0];
  await live(2);
  assert.deepEqual(
    (await allCases()).map(({ state }) => state),
    ['promised', 'promised'],
  );
  await recordPayment(app, office, {
    portfolioId,
    accountReference: paid?.accountReference ?? '',
    itemReference: null,
    customerReference: null,
    amount: '90.00',
    receivedOn: dayNow(),
    reference: 'P-1',
  });
  await live(4);
  const states = await db
    .selectFrom('cases')
    .select(['customerId', 'state', 'closeReason', 'brokenPromises', 'priorityTier', 'step'])
    .execute();
  const kept = states.find(({ customerId }) => customerId === paid?.customerId);
  const broken = states.find(({ customerId }) => customerId !== paid?.customerId);
  assert.deepEqual([kept?.state, kept?.closeReason], ['closed', 'paid']);
  assert.deepEqual(
    [broken?.state, broken?.step, broken?.brokenPromises, broken?.priorityTier],
    ['working', 'call-broken-promise', 1, true],
  );
  const promises = await db.selectFrom('promisesToPay').select('state').orderBy('state').execute();
  assert.deepEqual(
    promises.map(({ state }) => state),
    ['broken', 'kept'],
  );
  await after();
});

test('the clock runs a day once after five in the morning there, and readies what waits', async () => {
  const { app, db, clock } = await freshWorld({ at: '2026-11-18T09:59:00.000Z' });
  const book = await smallBook({ app, db });
  const made = await book.addCase({ work: 'waiting', nextActionAt: '2026-11-18T10:00:30.000Z' });
  const silent = pino({ level: 'silent' });
  assert.deepEqual(await turnMinute(app, silent), []);
  await turnSecond(app);
  const state = async () =>
    (
      await db.selectFrom('workItems').select('state').where('caseId', '=', made.caseId).execute()
    )[0]?.state;
  assert.equal(await state(), 'waiting');
  await clock.advance(2 * 60_000);
  await turnSecond(app);
  assert.equal(await state(), 'ready');
  assert.deepEqual(await turnMinute(app, silent), [book.portfolio.id]);
  assert.deepEqual(await turnMinute(app, silent), []);
});
