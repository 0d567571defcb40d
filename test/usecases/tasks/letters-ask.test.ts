import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as tasks from '#contract/tasks.ts';
import { contentProblems } from '#domain/contact/message-content.ts';
import type { Decision } from '#domain/gate/decision.ts';
import { letterContact } from '#domain/strategy/letter-content.ts';
import { type LetterEffect, letterLanguages, letterOf } from '#domain/strategy/letters.ts';
import { addDays } from '#kernel/time.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { addAccount } from '#test/support/books/overdue-book.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

const today = '2026-11-18';

async function requestsToSend(customers: number) {
  const world = await freshWorld();
  const { app, db, call } = world;
  const office = await world.user('back_office');
  const book = await smallBook(world);
  for (let i = 0; i < customers; i += 1) {
    await addAccount(world, book, [{ dueOn: addDays(today, -30 - i), amountMinor: 9_000n }]);
  }
  await addMailPoints(world);
  await dailyRun(app, book.portfolio.id, today);
  const { tasks: open } = await call(tasks.listTasks, office, { kind: 'send-request' });
  const outbound = () => db.selectFrom('attempts').selectAll().execute();
  return { ...world, office, book, open, outbound };
}

/** What a batch answers of which nothing went. */
const none = { recorded: 0, refused: 0, otherLanguage: 0 };

/** What stops the letters of a case: nobody writes to somebody who died. */
const death = { kind: 'deceased', why: 'told by the family', reviewOn: addDays(today, 20) };

test('a notice of the office is decided, counts in the log and says what it conveyed', async () => {
  const { call, office, open, outbound, db } = await requestsToSend(1);
  const taskId = open[0]?.id ?? '';
  const { permission } = await call(tasks.readTask, office, { taskId });
  assert.equal(permission?.verdict, 'permitted');
  await call(tasks.finishTask, office, { taskId, outcome: 'done', how: 'post' });
  const [attempt, ...others] = await outbound();
  assert.equal(others.length, 0);
  const { channel, state, result, aboutDebt, decisionId, userId } = attempt ?? {};
  assert.deepEqual([channel, state, result, aboutDebt], ['letter', 'ended', 'sent', true]);
  assert.equal(userId, office.userId);
  const decisions = await db.selectFrom('decisions').select(['id', 'purpose', 'verdict']).execute();
  assert.deepEqual(decisions, [{ id: decisionId, purpose: 'reserve', verdict: 'permitted' }]);
});

test('what may go by e-mail is shown to the office although it may not go by post', async () => {
  const { call, office, open, db } = await requestsToSend(1);
  const [task] = open;
  assert.ok(task);
  const ways = async () => (await call(tasks.readTask, office, { taskId: task.id })).permission;
  assert.deepEqual((await ways())?.ways, ['post', 'portal', 'hand']);
  const email = { kind: 'email', value: 'alex@example.org' } as const;
  await db
    .updateTable('contactPoints')
    .set({ ...email, state: 'valid', zones: ['America/New_York'] })
    .where('kind', '=', 'mail')
    .execute();
  await db
    .updateTable('customers')
    .set({ kind: 'company' })
    .where('id', '=', task.customerId)
    .execute();
  const read = await ways();
  assert.deepEqual([read?.verdict, read?.ways], ['permitted', ['email', 'portal']]);
});

test('a refused notice does not go: the reason is told, and the task waits for its next day', async () => {
  const { call, request, office, open, outbound, db, book } = await requestsToSend(2);
  const [held, free] = open;
  assert.ok(held?.caseId && free);
  await call(cases.setHold, office, { caseId: held.caseId, ...death });
  const again = (await call(tasks.listTasks, office, { kind: 'send-request' })).tasks;
  assert.ok(again.some(({ id }) => id === held.id));
  const read = await call(tasks.readTask, office, { taskId: held.id });
  assert.equal(read.permission?.verdict, 'refused');
  const input = { taskId: held.id, outcome: 'done' as const };
  const refused = await request(tasks.finishTask, office, input);
  assert.equal(refused.body['type'], '/problems/contact-refused');
  assert.match(JSON.stringify(refused.body), /DUNLIN-HOLD/);
  const batch = { portfolioId: book.portfolio.id, kind: 'send-request', how: 'post' } as const;
  const sent = await call(tasks.recordSent, office, batch);
  assert.equal(sent.recorded, 1);
  assert.equal((await outbound()).length, 1);
  assert.deepEqual(
    (await db.selectFrom('notices').select('caseId').execute()).map(({ caseId }) => caseId),
    [free.caseId],
  );
});

test('a letter on a closed case is refused once: its task ends, and the log says why', async () => {
  const { request, call, office, open, outbound, db, book, app } = await requestsToSend(1);
  const [task] = open;
  assert.ok(task?.caseId);
  const { customerId, caseId } = task;
  const closed = { state: 'closed', closedAt: '2026-11-18T09:00:00Z', closeReason: 'paid' };
  const nothing = { nextAction: null, nextActionAt: null, ownerId: null, queue: null };
  await db
    .updateTable('cases')
    .set({ ...closed, ...nothing })
    .where('id', '=', caseId)
    .execute();
  const offer = () => ({
    ...{
      id: app.newId(),
      customerId,
      caseId,
      tenantId: app.tenantId,
      portfolioId: book.portfolio.id,
    },
    ...{ kind: 'offer-automatic-payment', queue: 'back-office', dueOn: today },
    ...{ details: JSON.stringify({ effect: 'offer-automatic-payment', on: 'plan-completed' }) },
    openedAt: '2026-11-18T09:00:00Z',
  });
  const [alone, inBatch] = [offer(), offer()];
  await db.insertInto('tasks').values(alone).execute();
  const refused = await request(tasks.finishTask, office, { taskId: alone.id, outcome: 'done' });
  assert.equal(refused.body['type'], '/problems/contact-refused');
  await db.insertInto('tasks').values(inBatch).execute();
  const batch = { portfolioId: book.portfolio.id, kind: inBatch.kind, how: 'post' } as const;
  assert.deepEqual(await call(tasks.recordSent, office, batch), { ...none, refused: 1 });
  assert.deepEqual(await call(tasks.recordSent, office, batch), none);
  const ended = await db
    .selectFrom('eventLog')
    .select('facts')
    .where('kind', '=', 'task.done')
    .orderBy('seq')
    .execute();
  const why = { kind: 'offer-automatic-payment', outcome: 'case-closed', noteId: null };
  const ends = [alone, inBatch].map(({ id }) => ({ facts: { taskId: id, ...why } }));
  assert.deepEqual(ended, ends);
  assert.deepEqual(await outbound(), []);
});

test('a letter in another language than the customer prefers says so in its decision and in the batch', async () => {
  const { call, office, open, db, book, app } = await requestsToSend(1);
  const [task] = open;
  assert.ok(task?.caseId);
  const { customerId, caseId } = task;
  await db.updateTable('customers').set({ language: 'fr' }).where('id', '=', customerId).execute();
  await db
    .insertInto('tasks')
    .values({
      ...{ id: app.newId(), customerId, caseId, tenantId: app.tenantId, dueOn: today },
      ...{ portfolioId: book.portfolio.id, kind: 'thank', queue: 'back-office' },
      details: JSON.stringify({ effect: 'thank', on: 'promise-kept' }),
      openedAt: '2026-11-18T09:00:00Z',
    })
    .execute();
  const batch = { portfolioId: book.portfolio.id, kind: 'thank', how: 'post' } as const;
  assert.deepEqual(await call(tasks.recordSent, office, batch), {
    ...{ recorded: 1, refused: 0, otherLanguage: 1 },
  });
  const { decision } = await db
    .selectFrom('decisions')
    .select('decision')
    .where('purpose', '=', 'reserve')
    .executeTakeFirstOrThrow();
  const { advisories } = decision as unknown as Decision;
  const told = advisories.find(({ rule }) => rule === 'DUNLIN-LANGUAGE');
  assert.deepEqual(told?.details, { language: 'en', prefers: 'fr' });
  // A notice in words of the operator's own is in the language that whoever sends it tells.
  const notices = { ...batch, kind: 'send-request', language: 'es' };
  assert.deepEqual(await call(tasks.recordSent, office, notices), {
    ...{ recorded: 1, refused: 0, otherLanguage: 1 },
  });
  const kept = await db
    .selectFrom('decisions')
    .select('decision')
    .where('purpose', '=', 'reserve')
    .execute();
  const said = kept.flatMap(({ decision: made }) =>
    (made as unknown as Decision).advisories
      .filter(({ rule }) => rule === 'DUNLIN-LANGUAGE')
      .map(({ details }) => details['language']),
  );
  assert.deepEqual(said.toSorted(), ['en', 'es']);
});

test('without an address nothing is recorded as sent', async () => {
  const { request, call, office, open, db, outbound, book } = await requestsToSend(1);
  await db.deleteFrom('contactPoints').where('kind', '=', 'mail').execute();
  const taskId = open[0]?.id ?? '';
  const refused = await request(tasks.finishTask, office, { taskId, outcome: 'done' });
  assert.equal(refused.body['type'], '/problems/step-missing');
  const batch = { portfolioId: book.portfolio.id, kind: 'send-request', how: 'post' } as const;
  assert.deepEqual(await call(tasks.recordSent, office, batch), { ...none, refused: 1 });
  assert.deepEqual(await outbound(), []);
});

test('the words of every letter say what its template declares, in every language', () => {
  const effects: readonly LetterEffect[] = [
    'confirm-agreement',
    'thank',
    'offer-automatic-payment',
    'contact-before-cancelling',
  ];
  for (const parts of [['debt_collector_disclosure'], []] as const) {
    const facts = { name: 'Alex', creditor: 'Lender', terms: [], currency: 'USD', adviceIn: null };
    for (const effect of effects) {
      for (const language of letterLanguages) {
        const letter = letterOf(effect, language, { ...facts, parts });
        const { content } = letterContact(effect, parts);
        const text = { words: letter?.words ?? '', lang: language, declaredBy: 'person' } as const;
        assert.deepEqual(contentProblems(text, content), [], `${effect} ${language}`);
      }
    }
  }
});
