import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as contactFacts from '#contract/compliance/contact-facts.ts';
import * as tasks from '#contract/tasks.ts';
import { addDays, dateIn, instantOf } from '#kernel/time.ts';
import { type PortfolioOptions, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, ownedBy } from '#test/support/world/fresh-world.ts';

const dayMs = 86_400_000;

/** Where the customer and the portfolio are. */
type Place = { readonly customer: Readonly<Record<string, string>> } & PortfolioOptions;

const germany = {
  ...{ country: 'DE', zone: 'Europe/Berlin', currency: 'EUR' },
  customer: {
    ...{ country: 'DE', region: 'BE', city: 'Berlin', postalCode: '10115' },
    zone: 'Europe/Berlin',
  },
} as const satisfies Place;

const britain = {
  ...{ country: 'GB', zone: 'Europe/London', currency: 'GBP', product: 'deferred_payment_credit' },
  customer: { country: 'GB', region: 'ENG', city: 'Leeds', postalCode: 'LS1 1AA' },
} as const satisfies Place;

/** A case that climbed all the way and now waits for somebody to decide. */
async function reviewWorld({ customer, ...portfolio }: Place) {
  const world = await freshWorld();
  const { app, db, clock } = world;
  // The directive on consumer credit applies from the twentieth.
  clock.set(instantOf(app.clock() + 7 * dayMs));
  const book = await smallBook(world, portfolio);
  const made = await book.addCase({
    ...{ customer, state: 'review', step: 'pre-legal-decision', subReason: 'unable-to-pay' },
    ...{ nextAction: 'review', work: null },
  });
  const { customerId, caseId, portfolioId } = made;
  const today = dateIn(book.portfolio.zone, app.clock());
  const notice = { stage: 'final', announces: 'review', how: 'post' } as const;
  const signed = { recordedAt: instantOf(app.clock()), recordedBy: app.newId() };
  await db
    .insertInto('notices')
    .values({
      ...{ ...ownedBy(customerId), id: app.newId(), caseId, ...notice, ...signed },
      ...{ sentOn: addDays(today, -14), promisedOn: today },
    })
    .execute();
  const addTask = async (kind: string, details: object) => {
    const id = app.newId();
    await db
      .insertInto('tasks')
      .values({
        ...{ ...ownedBy(customerId), id, portfolioId, caseId, kind, queue: 'department' },
        ...{ details: JSON.stringify(details), dueOn: today, openedAt: instantOf(app.clock()) },
      })
      .execute();
    return id;
  };
  const step = { step: 'pre-legal-decision', action: 'review' };
  const taskId = await addTask('pre-legal-decision', step);
  const kept = () =>
    db.selectFrom('cases').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow();
  const officer = await world.user('compliance');
  const supervisor = await world.user('supervisor');
  return { ...world, made, today, taskId, addTask, kept, officer, supervisor };
}

const sue = { outcome: 'to-lawyer' as const, why: 'No answer to any letter' };

test('no suit before forbearance was considered: the case says so and is reviewed again', async () => {
  const world = await reviewWorld(germany);
  const { call, request, supervisor, officer, taskId, made, db, today } = world;
  const refused = await request(tasks.finishTask, supervisor, { taskId, ...sue });
  assert.equal(refused.body['type'], '/problems/contact-refused');
  assert.match(JSON.stringify(refused.body['reasons']), /EU-CCD2-FORBEARANCE/);
  const waiting = await world.kept();
  assert.deepEqual([waiting.state, waiting.nextAction], ['review', 'review']);
  assert.ok(
    waiting.nextActionAt && dateIn('Europe/Berlin', Date.parse(waiting.nextActionAt)) > today,
  );
  const { code, facts } = waiting.nextActionWhy as { code: string; facts: { rules: string } };
  assert.equal(code, 'legal-step-refused');
  assert.match(facts.rules, /EU-CCD2-FORBEARANCE/);
  const [task] = await db.selectFrom('tasks').selectAll().where('id', '=', taskId).execute();
  assert.ok(task && task.doneAt === null && task.dueOn > today);
  const decisions = await db.selectFrom('decisions').select(['channel', 'verdict']).execute();
  assert.deepEqual(decisions, [{ channel: 'debt_transfer', verdict: 'refused' }]);
  const told = await db.selectFrom('eventLog').select('kind').execute();
  assert.equal(told.filter(({ kind }) => kind === 'case.step-refused').length, 1);
  const { caseId } = made;
  const fact = { kind: 'forbearance_considered', details: {}, source: 'letter' } as const;
  await call(contactFacts.recordFact, officer, { caseId, ...fact });
  await call(tasks.finishTask, supervisor, { taskId, ...sue });
  assert.equal((await world.kept()).state, 'legal');
});

test('an agency gets no deferred payment credit before the notice of it went out', async () => {
  const { request, supervisor, taskId, kept } = await reviewWorld(britain);
  const place = { outcome: 'to-agency' as const, why: 'No answer' };
  const refused = await request(tasks.finishTask, supervisor, { taskId, ...place });
  assert.match(JSON.stringify(refused.body['reasons']), /GB-DPC-NOTICE/);
  assert.equal((await kept()).state, 'review');
});

test('keeping a case in house asks nothing', async () => {
  const { call, supervisor, taskId, kept, db } = await reviewWorld(germany);
  const keep = { outcome: 'keep-in-house' as const, why: 'They wrote' };
  await call(tasks.finishTask, supervisor, { taskId, ...keep });
  assert.equal((await kept()).state, 'working');
  assert.deepEqual(await db.selectFrom('decisions').select('id').execute(), []);
});

test('a restriction that was decided is asked about again when the office carries it out', async () => {
  const { request, supervisor, addTask, db, today } = await reviewWorld(germany);
  const details = { effect: 'request-restriction', on: 'announced-date-reached' };
  const taskId = await addTask('request-restriction', details);
  const refused = await request(tasks.finishTask, supervisor, { taskId, outcome: 'done' });
  assert.match(JSON.stringify(refused.body['reasons']), /EU-CCD2-FORBEARANCE/);
  const [task] = await db.selectFrom('tasks').selectAll().where('id', '=', taskId).execute();
  assert.ok(task && task.doneAt === null && task.dueOn > today);
});
