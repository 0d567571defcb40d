import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import * as cases from '#contract/cases.ts';
import * as ledger from '#contract/ledger.ts';
import * as tasks from '#contract/tasks.ts';
import { addAccount } from '#test/support/books/overdue-book.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

/** Stands in every text that somebody types below, and nowhere else. */
const typed = 'Bluebell';

test('what people type about a case is kept and shown with it, and never in the event log', async () => {
  const world = await freshWorld();
  const { call, db } = world;
  const book = await smallBook(world);
  const made = await book.addCase();
  const { caseId, portfolioId } = made;
  const item = { dueOn: '2026-10-01', amountMinor: 5_000n };
  const { accountReference } = await addAccount(world, book, [item], made);
  const [officer, clerk] = [await world.user('compliance'), await world.user('back_office')];
  const supervisor = await world.user('supervisor');
  await call(cases.writeNote, officer, { caseId, words: `${typed} note`, restricted: false });
  const move = { caseId, toUserId: null, why: `${typed} move` };
  await call(cases.moveCase, supervisor, move);
  const hold = { caseId, reviewOn: '2026-12-01', kind: 'vulnerable' };
  await call(cases.setHold, officer, { ...hold, why: `${typed} hold` });
  const [review] = (await call(tasks.listTasks, supervisor, {})).tasks;
  assert.ok(review?.holdId);
  const later = { taskId: review.id, outcome: 'put-off' as const, reviewOn: '2026-12-10' };
  await call(tasks.finishTask, supervisor, { ...later, why: `${typed} review` });
  await call(ledger.recordPayment, clerk, {
    portfolioId,
    accountReference,
    amount: '10.00',
    receivedOn: '2026-11-18',
    reference: `${typed}-1`,
  });
  const payment = await db.selectFrom('payments').select('id').executeTakeFirstOrThrow();
  const error = { paymentId: payment.id, reason: 'recorded-in-error' } as const;
  await call(ledger.reversePayment, clerk, { ...error, note: `${typed} back` });

  const { rows } = await sql`select kind, facts from event_log where facts::text ilike
    ${`%${typed}%`}`.execute(db);
  assert.deepEqual(rows, []);
  const wordsFor = async (actor: typeof officer) =>
    (await call(cases.readHistory, actor, { caseId })).lines
      .flatMap(({ words }) => words ?? [])
      .sort();
  const open = [`${typed} move`, `${typed} note`];
  assert.deepEqual(await wordsFor(clerk), open);
  assert.deepEqual(await wordsFor(officer), [...open, `${typed} hold`, `${typed} review`].sort());
});
