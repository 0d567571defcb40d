import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as tasks from '#contract/tasks.ts';
import { dateIn } from '#kernel/time.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, ownedBy } from '#test/support/world/fresh-world.ts';
import { applyTransition } from '#usecases/cases/steps/apply-transition.ts';

/** A case with a promise that was just made, whose confirmation waits in the office. */
async function promisedWorld(language: string) {
  const world = await freshWorld();
  const { app, db } = world;
  const book = await smallBook(world);
  const customer = { name: 'Alex Example', language };
  const made = await book.addCase({ customer, subReason: 'unable-to-pay' });
  await addMailPoints(world);
  const promiseId = app.newId();
  await db
    .insertInto('promisesToPay')
    .values({
      ...ownedBy(made.customerId),
      id: promiseId,
      portfolioId: made.portfolioId,
      caseId: made.caseId,
      amountMinor: 10_000n,
      currency: 'USD',
      dueOn: '2026-11-25',
      method: 'card',
      state: 'open',
      toleranceDays: 2,
      toleranceMinor: 0n,
      madeAt: new Date(app.clock()).toISOString(),
    })
    .execute();
  await db.transaction().execute((tx) =>
    applyTransition(app, tx, made, {
      on: 'promise-made',
      actorId: null,
      known: { withinAuthority: true },
      because: { promiseId },
    }),
  );
  return { ...world, made, portfolioId: made.portfolioId, office: await world.user('back_office') };
}

test('what was agreed waits as a letter in the language of the customer', async () => {
  const { call, office, db, app } = await promisedWorld('es');
  const { tasks: open } = await call(tasks.listTasks, office, { kind: 'confirm-agreement' });
  const [task] = open;
  assert.ok(task);
  assert.deepEqual([task.effect, task.queue], ['confirm-agreement', 'back-office']);
  assert.deepEqual(task.outcomes, ['done', 'not-possible']);
  const { does, letter } = await call(tasks.readTask, office, { taskId: task.id });
  assert.deepEqual([does, letter?.language], ['letter', 'es']);
  assert.match(letter?.words ?? '', /Alex Example/);
  assert.match(letter?.words ?? '', /100,00.*25 de noviembre de 2026/);
  await call(tasks.finishTask, office, { taskId: task.id, outcome: 'done', how: 'post' });
  const row = await db.selectFrom('tasks').selectAll().where('id', '=', task.id).executeTakeFirst();
  assert.ok(row);
  const { carriedOut } = row.details as { carriedOut: Record<string, unknown> };
  const today = dateIn('America/New_York', app.clock());
  assert.deepEqual([carriedOut['on'], carriedOut['how']], [today, 'post']);
  assert.deepEqual(carriedOut['letter'], letter);
});

test('a whole batch of letters is recorded as sent, and one that cannot go needs a reason', async () => {
  const { call, request, office, portfolioId } = await promisedWorld('en');
  const { tasks: open } = await call(tasks.listTasks, office, { kind: 'confirm-agreement' });
  const refused = await request(tasks.finishTask, office, {
    taskId: open[0]?.id ?? '',
    outcome: 'not-possible',
  });
  assert.equal(refused.status, 409);
  const kind = 'confirm-agreement';
  assert.deepEqual(await call(tasks.recordSent, office, { portfolioId, kind, how: 'post' }), {
    ...{ recorded: 1, refused: 0, otherLanguage: 0 },
  });
});
