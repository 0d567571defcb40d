import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as facts from '#contract/compliance/contact-facts.ts';
import * as duties from '#contract/compliance/obligations.ts';
import * as tasks from '#contract/tasks.ts';
import { addDays } from '#kernel/time.ts';
import { addMailPoints } from '#test/support/books/mail-points.ts';
import { addAccount } from '#test/support/books/overdue-book.ts';
import { type SmallBook, smallBook } from '#test/support/books/small-book.ts';
import { callNext } from '#test/support/world/desk.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { callFromDesk, hoursAgo } from '#test/support/world/gate-log.ts';
import { systemActor } from '#usecases/app.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { sendMessage } from '#usecases/messages/steps/send-message.ts';

/*
 * Each use case that leaves a contact of ours in the log, driven once: whatever the way, there is a
 * decision to reserve it and the reservation in the log. `no-way-around.test.ts` lists the ways by hand.
 */

type Place = { readonly world: World; readonly book: SmallBook };

/** A notice of the process that waits in the office. */
async function openNotice({ world, book }: Place) {
  await addAccount(world, book, [{ dueOn: addDays('2026-11-18', -30), amountMinor: 9_000n }]);
  await addMailPoints(world);
  await dailyRun(world.app, book.portfolio.id, '2026-11-18');
  const office = await world.user('back_office');
  const { tasks: open } = await world.call(tasks.listTasks, office, { kind: 'send-request' });
  return { office, taskId: open[0]?.id ?? '' };
}

const ways: Readonly<Record<string, (place: Place) => Promise<unknown>>> = {
  'a call from the desk': async ({ world, book }) => {
    const made = await book.addCase();
    return callFromDesk(world, await world.user('agent'), made);
  },
  'the next case, taken and called': async ({ world, book }) => {
    await book.addCase();
    await callNext(world, await world.user('agent'));
  },
  'a message of the product': async ({ world, book }) => {
    const { caseId } = await book.addCase();
    await addMailPoints(world);
    const { id: contactPointId } = await world.db
      .selectFrom('contactPoints')
      .select('id')
      .where('kind', '=', 'mail')
      .executeTakeFirstOrThrow();
    await sendMessage(world.app, systemActor, {
      ...{ caseId, contactPointId, channel: 'letter', mode: 'manual', purpose: null },
      ...{ reference: null, inResponseTo: null, subject: null, lang: 'en', campaign: null },
      content: { mentions_debt: true, debt_collector_disclosure: 'initial' },
      words: 'This is an attempt to collect a debt.',
    });
  },
  'an invoice that is sent again': async ({ world, book }) => {
    const { caseId, customerId, portfolioId } = await book.addCase();
    await addMailPoints(world);
    const taskId = world.app.newId();
    await world.db
      .insertInto('tasks')
      .values({
        ...{ ...ownedBy(customerId), id: taskId, portfolioId, caseId, kind: 'resend-invoice' },
        ...{ queue: 'back-office', dueOn: '2026-11-18', openedAt: hoursAgo(world, 0) },
      })
      .execute();
    const office = await world.user('back_office');
    await world.call(tasks.finishTask, office, { taskId, outcome: 'done', how: 'post' });
  },
  'a notice of the office': async (place) => {
    const { office, taskId } = await openNotice(place);
    await place.world.call(tasks.finishTask, office, { taskId, outcome: 'done', how: 'post' });
  },
  'a batch of notices': async (place) => {
    const { office } = await openNotice(place);
    const batch = { portfolioId: place.book.portfolio.id, kind: 'send-request' };
    await place.world.call(tasks.recordSent, office, { ...batch, how: 'post' });
  },
  'the letter of a hold': async ({ world, book }) => {
    const { caseId } = await book.addCase();
    await addMailPoints(world);
    const office = await world.user('supervisor');
    const hold = { caseId, kind: 'stop-contact', why: 'Asked so', reviewOn: '2026-11-30' } as const;
    await world.call(cases.setHold, office, hold);
    const [task] = (await world.call(tasks.listTasks, office, {})).tasks;
    const sent = { taskId: task?.id ?? '', outcome: 'letter-sent', how: 'post' } as const;
    await world.call(tasks.finishTask, office, sent);
  },
  'a duty met by letter': async ({ world, book }) => {
    const { caseId } = await book.addCase();
    await addMailPoints(world);
    const officer = await world.user('compliance');
    await world.call(facts.recordFact, officer, { caseId, kind: 'complaint', source: 'letter' });
    const [duty] = (await world.call(duties.listObligations, officer, {})).obligations;
    await world.call(duties.fulfilObligation, officer, {
      ...{ obligationId: duty?.id ?? '', how: 'letter', metAt: hoursAgo(world, 0) },
      reference: 'RR 1',
    });
  },
  'a notice on record': async ({ world, book }) => {
    const { caseId } = await book.addCase();
    await addMailPoints(world);
    const officer = await world.user('compliance');
    const notice = { caseId, kind: 'validation_notice', source: 'print house' } as const;
    await world.call(facts.recordFact, officer, notice);
  },
};

for (const [way, drive] of Object.entries(ways)) {
  test(`${way} leaves a decision and a reservation`, async () => {
    const world = await freshWorld();
    await drive({ world, book: await smallBook(world) });
    const made = await world.db
      .selectFrom('attempts as t')
      .leftJoin('decisions as d', (join) =>
        join.onRef('d.customerId', '=', 't.customerId').onRef('d.id', '=', 't.decisionId'),
      )
      .select(['t.id', 'd.purpose', 'd.verdict'])
      .where('t.direction', '=', 'outbound')
      .execute();
    assert.deepEqual(
      made.map(({ purpose, verdict }) => [purpose, verdict]),
      [['reserve', 'permitted']],
    );
    const events = await world.db
      .selectFrom('eventLog')
      .select('facts')
      .where('kind', '=', 'contact.reserved')
      .execute();
    const reserved = events.map((event) => (event.facts as { attemptId?: string }).attemptId);
    assert.deepEqual(
      reserved,
      made.map(({ id }) => id),
    );
  });
}
