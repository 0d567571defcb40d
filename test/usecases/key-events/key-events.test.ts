import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Refusal } from '#kernel/refusal.ts';
import { addDays } from '#kernel/time.ts';
import { verifyChains } from '#storage/append-many.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import {
  addAccount,
  booksAreSound,
  type DueItem,
  sound,
} from '#test/support/books/overdue-book.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { settleCases } from '#usecases/cases/steps/settle-cases.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { recordKeyEvent } from '#usecases/key-events/record-key-event.ts';
import { resolveKeyEvent } from '#usecases/key-events/resolve-key-event.ts';
import { recordPayment } from '#usecases/ledger/record-payment.ts';
import { placeOf } from '#usecases/portfolios/steps/portfolio-place.ts';
import { finishTask } from '#usecases/tasks/finish-task.ts';

const today = '2026-11-18';
const overdue: DueItem = { dueOn: addDays(today, -10), amountMinor: 4_000n };

async function eventWorld(items: readonly DueItem[], chargingDay: number | null = null) {
  const place = await freshWorld();
  const { app, db, clock } = place;
  const office = await place.user('back_office');
  const book = await smallBook(place);
  const account = await addAccount(place, book, items);
  await addMailPoints(place);
  if (chargingDay !== null) {
    const { customerId, accountId } = account;
    await db
      .insertInto('paymentMethods')
      .values({
        ...{ customerId, id: app.newId(), tenantId: app.tenantId, accountId, kind: 'mandate' },
        ...{ state: 'valid', chargingDay, createdAt: new Date(clock.now()).toISOString() },
      })
      .execute();
  }
  const portfolioId = book.portfolio.id;
  const record = (type: 'A' | 'B' | 'C' | 'D', subReason: string, more = {}) =>
    recordKeyEvent(app, office, {
      portfolioId,
      accountReference: account.accountReference,
      itemReference: null,
      type,
      subReason,
      reasonCode: null,
      fault: null,
      detail: null,
      methodValid: null,
      happenedOn: today,
      note: null,
      ...more,
    });
  const theCase = () => db.selectFrom('cases').selectAll().executeTakeFirstOrThrow();
  const openTasks = () =>
    db.selectFrom('tasks').selectAll().where('doneAt', 'is', null).orderBy('id').execute();
  const finish = async (kind: string, more = {}) => {
    const task = (await openTasks()).find((open) => open.kind === kind);
    assert.ok(task, `there is an open task ${kind}`);
    const usual = { outcome: 'done', sentOn: null, how: null, why: null, reviewOn: null } as const;
    return finishTask(app, office, { taskId: task.id, ...usual, ...more });
  };
  /** Lives through that many days, each with its daily run in the morning. */
  const live = async (days: number) => {
    for (let day = 0; day < days; day += 1) {
      await clock.advance(24 * 60 * 60 * 1000);
      await dailyRun(app, portfolioId, new Date(clock.now()).toISOString().slice(0, 10));
    }
    assert.deepEqual(await booksAreSound(db), sound);
    assert.deepEqual(await verifyChains(db), []);
  };
  const pay = (amount: string) =>
    recordPayment(app, office, {
      portfolioId,
      accountReference: account.accountReference,
      itemReference: null,
      customerReference: null,
      amount,
      receivedOn: new Date(clock.now()).toISOString().slice(0, 10),
      reference: `P-${clock.now()}`,
    });
  return { ...place, office, book, account, record, theCase, openTasks, finish, live, pay };
}

test('a cancelled method with nothing overdue opens a service case and a new one cures it', async () => {
  const { app, office, record, theCase, db } = await eventWorld([]);
  const { eventId, caseId } = await record('A', 'card-lost');
  const opened = await theCase();
  assert.deepEqual(
    [opened.id, opened.state, opened.tone, opened.step, opened.nextAction],
    [caseId, 'service', 'service', 'ask-new-method-1', 'call'],
  );
  const [work] = await db.selectFrom('workItems').selectAll().execute();
  assert.deepEqual([work?.caseId, work?.zone], [caseId, 'America/New_York']);
  const resolve = (method: { kind: 'card'; masked: string } | null) =>
    resolveKeyEvent(app, office, { eventId, resolution: 'new-method', method });
  await assert.rejects(
    resolve(null),
    (error) => error instanceof Refusal && error.code === 'step-missing',
  );
  await resolve({ kind: 'card', masked: '•••• 4242' });
  const closed = await theCase();
  assert.deepEqual([closed.state, closed.closeReason], ['closed', 'cured']);
  const [done] = await db.selectFrom('workItems').select('state').execute();
  assert.equal(done?.state, 'done');
});

test('a refused payment with a good method is presented again near pay day before any call', async () => {
  const { record, theCase, openTasks, finish, live, pay } = await eventWorld([overdue], 25);
  await record('B', '', { reasonCode: 'sepa:AM04' });
  const waiting = await theCase();
  assert.deepEqual(
    [waiting.state, waiting.step, waiting.nextAction],
    ['service', 're-present', 're-present'],
  );
  assert.equal(waiting.nextActionAt?.slice(0, 10), '2026-11-25');
  assert.deepEqual(await openTasks(), []);
  await live(7);
  assert.deepEqual(
    (await openTasks()).map(({ kind }) => kind),
    ['re-present'],
  );
  await finish('re-present');
  const transit = await theCase();
  assert.deepEqual([transit.nextAction, transit.queue], ['wait', 'system']);
  await live(2);
  assert.equal((await theCase()).nextAction, 'wait');
  await pay('40.00');
  assert.deepEqual([(await theCase()).state, (await theCase()).closeReason], ['closed', 'paid']);
});

test('the pay day that is known goes before the charging day when a payment is presented again', async () => {
  const { db, record, theCase } = await eventWorld([overdue], 25);
  await db.updateTable('customers').set({ payDay: 30 }).execute();
  await record('B', '', { reasonCode: 'sepa:AM04' });
  assert.equal((await theCase()).nextActionAt?.slice(0, 10), '2026-11-30');
});

test('refusals are counted and at the limit the method is switched off by an event of its own', async () => {
  const { app, db, account, record, theCase } = await eventWorld([overdue]);
  await db
    .insertInto('paymentMethods')
    .values({
      customerId: account.customerId,
      id: app.newId(),
      tenantId: app.tenantId,
      accountId: account.accountId,
      kind: 'mandate',
      state: 'valid',
      createdAt: new Date(app.clock()).toISOString(),
    })
    .execute();
  await record('B', 'insufficient-funds');
  await record('B', 'insufficient-funds');
  assert.equal((await theCase()).state, 'service');
  await record('B', 'insufficient-funds');
  const method = await db.selectFrom('paymentMethods').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([method.state, method.rejects], ['failed', 3]);
  const limit = await db
    .selectFrom('keyEvents')
    .select('id')
    .where('subReason', '=', 'reject-limit-reached')
    .execute();
  assert.equal(limit.length, 1);
  assert.equal((await theCase()).state, 'requested');
});

test('a technical return is corrected by the office first and collected again without a call', async () => {
  const { db, record, theCase, openTasks, finish, live, pay } = await eventWorld([overdue]);
  await record('C', 'wrong-account');
  const opened = await theCase();
  assert.deepEqual(
    [opened.state, opened.step, opened.nextAction],
    ['service', 'correct-data', 'task'],
  );
  assert.deepEqual(await db.selectFrom('workItems').select('id').execute(), []);
  await finish('correct-data');
  assert.equal((await theCase()).nextAction, 're-present');
  await live(1);
  assert.deepEqual(
    (await openTasks()).map(({ kind }) => kind),
    ['re-present'],
  );
  await finish('re-present');
  assert.deepEqual(await db.selectFrom('workItems').select('id').execute(), []);
  await pay('40.00');
  assert.equal((await theCase()).state, 'closed');
});

test('an invoice that never arrived is sent again and its terms run anew', async () => {
  const { db, record, theCase, finish } = await eventWorld([overdue]);
  await record('D', 'not-received');
  assert.deepEqual(
    [(await theCase()).state, (await theCase()).step],
    ['service', 'resend-invoice'],
  );
  await finish('resend-invoice');
  const closed = await theCase();
  assert.deepEqual([closed.state, closed.closeReason], ['closed', 'cured']);
  const item = await db.selectFrom('items').selectAll().executeTakeFirstOrThrow();
  assert.deepEqual([item.dueOn, item.deliveredHow], [today, 'resent']);
  const done = ['task.done', 'invoice.resent'] as const;
  const log = await db.selectFrom('eventLog').select('actorId').where('kind', 'in', done).execute();
  assert.equal(log.length, 2);
  assert.ok(log[0]?.actorId !== null && log[0]?.actorId === log[1]?.actorId);
});

test('the strictest protection among several events rules, and the demand is taken back', async () => {
  const { live, theCase, record, openTasks } = await eventWorld([overdue]);
  await live(1);
  assert.equal((await theCase()).state, 'requested');
  await record('C', 'no-such-account');
  assert.deepEqual([(await theCase()).state, (await theCase()).tone], ['service', 'service']);
  assert.deepEqual(
    (await openTasks()).map(({ kind }) => kind),
    ['correct-data'],
  );
});

test('a silent debt climbs only by sent notices, each step not before its promised day', async () => {
  const { app, db, book, account, live, theCase, finish, openTasks } = await eventWorld([overdue]);
  const place = await placeOf(app, db, book.portfolio.id);
  const seen: { state: string; on: string }[] = [];
  const dayNow = () => new Date(app.clock()).toISOString().slice(0, 10);
  await live(1);
  await db.updateTable('keyEvents').set({ subReason: 'unable-to-pay' }).execute();
  for (let day = 0; day < 120 && seen.at(-1)?.state !== 'review'; day += 1) {
    const { state, id: caseId, nextAction, nextActionAt } = await theCase();
    if (seen.at(-1)?.state !== state) seen.push({ state, on: dayNow() });
    for (const { kind } of await openTasks()) {
      if (kind.startsWith('send-') || kind.startsWith('announce-')) await finish(kind);
    }
    const isCall =
      nextAction === 'call' && (nextActionAt ?? '') <= new Date(app.clock()).toISOString();
    if (isCall) {
      const happened = [{ caseId, on: [], stepDone: true }];
      await db
        .transaction()
        .execute((tx) =>
          settleCases(app, tx, place, [account.customerId], { actorId: null, happened }),
        );
    }
    await live(1);
  }
  assert.deepEqual(
    seen.map(({ state }) => state),
    ['requested', 'working', 'warned', 'final', 'review'],
  );
  const notices = await db.selectFrom('notices').selectAll().orderBy('sentOn').execute();
  assert.deepEqual(
    notices.map(({ stage, announces }) => [stage, announces]),
    [
      ['requested', 'warned'],
      ['warned', 'final'],
      ['final', 'review'],
    ],
  );
  for (const { announces, promisedOn } of notices) {
    const entered = seen.find(({ state }) => state === announces);
    assert.ok(entered && entered.on >= promisedOn, `${announces} ${promisedOn} ${entered?.on}`);
  }
});
