import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import { listTasks } from '#contract/tasks.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, hungUp, readyToAgree, verified } from '#test/support/world/desk.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { openedWords } from '#usecases/privacy/steps/sealed-words.ts';

const outbound = 'outbound-call';

describe('what a person asks for', () => {
  it('stops calls to a number at once', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    const { conversationId, caseId } = conversation;
    await world.call(contact.stopContact, agent, { conversationId, scope: 'this-number' });
    await hungUp(world, agent, conversation);
    const allowed = await world.call(cases.askAllowed, agent, { caseId });
    assert.equal(allowed.points[0]?.verdict, 'refused');
    const row = await world.db
      .selectFrom('cases')
      .select(['nextAction', 'queue'])
      .executeTakeFirstOrThrow();
    assert.deepEqual(row, { nextAction: 'task', queue: 'back-office' });
    const end = { conversationId, mechanism: outbound, result: 'stop-contact' } as const;
    await world.call(contact.finish, agent, { ...end, nextOn: null });
    assert.equal((await world.call(desk.nextCase, agent, {})).case, null);
    assert.equal(made.phones.length, 1);
  });

  it('is called back at their own time, by the same agent', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    const [agent, other] = [await world.user('agent'), await world.user('agent')];
    const conversation = await callNext(world, agent);
    const { conversationId, contactPointId, caseId } = conversation;
    await verified(world, agent, conversation);
    const wish = { conversationId, contactPointId, on: '2026-11-20', personal: true };
    const night = await world.request(contact.askCallback, agent, { ...wish, time: '23:00' });
    assert.equal(night.body['type'], '/problems/contact-refused');
    const { dueAt } = await world.call(contact.askCallback, agent, { ...wish, time: '10:00' });
    assert.equal(dueAt, '2026-11-20T15:00:00.000Z');
    await hungUp(world, agent, conversation);
    const finish = { conversationId, mechanism: outbound, result: 'callback' } as const;
    const clock = await world.call(contact.finish, agent, { ...finish, nextOn: null });
    assert.deepEqual(clock, { nextAction: 'callback', nextActionAt: dueAt });
    world.clock.set('2026-11-20T15:05:00.000Z');
    assert.equal((await world.call(desk.nextCase, other, {})).case, null);
    assert.equal((await world.call(desk.nextCase, agent, {})).case?.id, caseId);
  });

  it('is not called back under a hold that came after, and whoever looks at the hold is told', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const officer = await world.user('compliance');
    await world.user('supervisor');
    const [agent, clerk] = [await world.user('agent'), await world.user('back_office')];
    const specialist = await world.user('agent', null, ['specialist']);
    const dueAt = '2026-11-20T15:00:00.000Z';
    const promise = async () => {
      const { caseId } = await book.addCase();
      const conversation = await callNext(world, agent);
      const { conversationId, contactPointId } = conversation;
      await verified(world, agent, conversation);
      const wish = { conversationId, contactPointId, on: '2026-11-20', time: '10:00' };
      await world.call(contact.askCallback, agent, { ...wish, personal: true });
      await hungUp(world, agent, conversation);
      const finish = { conversationId, mechanism: outbound, result: 'callback' } as const;
      await world.call(contact.finish, agent, { ...finish, nextOn: null });
      return caseId;
    };
    const lay = async (kind: string, on: string) => {
      await world.call(cases.setHold, officer, {
        caseId: on,
        kind,
        why: 'Told us',
        reviewOn: '2026-12-01',
      });
      const callbacks = await world.db
        .selectFrom('callbacks')
        .selectAll()
        .where('caseId', '=', on)
        .execute();
      const next = await world.db
        .selectFrom('cases')
        .select('nextAction')
        .where('id', '=', on)
        .execute();
      const told = (await world.call(listTasks, clerk, {})).tasks.find(
        ({ caseId }) => caseId === on,
      );
      return [callbacks[0]?.outcome ?? null, next[0]?.nextAction, told?.promisedCallAt ?? null];
    };
    for (const kind of ['represented', 'stop-contact', 'insolvent', 'identity', 'coerced-debt']) {
      assert.deepEqual(await lay(kind, await promise()), ['held', 'review', dueAt], kind);
    }
    const last = await promise();
    assert.deepEqual(await lay('vulnerable', last), [null, 'callback', null]);
    const ended = await world.db
      .selectFrom('eventLog')
      .select('kind')
      .where('kind', '=', 'callback.ended')
      .execute();
    assert.equal(ended.length, 5);
    world.clock.set('2026-11-20T15:05:00.000Z');
    assert.equal((await world.call(desk.nextCase, agent, {})).case, null);
    assert.equal((await world.call(desk.nextCase, specialist, {})).case?.id, last);
  });

  it('is told by somebody that the promised call is not made where the rules refuse it for good', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const made = await book.addCase();
    const [agent, clerk] = [await world.user('agent'), await world.user('supervisor')];
    const conversation = await callNext(world, agent);
    const { conversationId, contactPointId, caseId } = conversation;
    await verified(world, agent, conversation);
    const wish = { conversationId, contactPointId, on: '2026-11-20', time: '10:00' };
    await world.call(contact.askCallback, agent, { ...wish, personal: true });
    await hungUp(world, agent, conversation);
    const finish = { conversationId, mechanism: outbound, result: 'callback' } as const;
    await world.call(contact.finish, agent, { ...finish, nextOn: null });
    const { customerId } = made;
    const invalid = { state: 'wrong_person' };
    await world.db
      .updateTable('contactPoints')
      .set(invalid)
      .where('customerId', '=', customerId)
      .execute();
    world.clock.set('2026-11-20T15:05:00.000Z');
    assert.equal((await world.call(desk.nextCase, agent, {})).case, null);
    const { tasks } = await world.call(listTasks, clerk, { kind: 'promised-call' });
    const told = tasks.map((task) => [task.caseId, task.promisedCallAt]);
    assert.deepEqual(told, [[caseId, '2026-11-20T15:00:00.000Z']]);
  });

  it('disputes a part, which then is not chased and has an owner and a date', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const made = await book.addCase({ items: [{ amountMinor: 6_000n }, { amountMinor: 4_000n }] });
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    await readyToAgree(world, agent, conversation);
    const { conversationId, caseId } = conversation;
    const { reviewOn } = await world.call(contact.openDispute, agent, {
      conversationId,
      itemId: made.itemIds[0] ?? null,
      amount: null,
      kind: 'credited',
      words: 'This one was credited',
    });
    assert.equal(reviewOn, '2026-12-02');
    const view = await world.call(cases.readCase, agent, { caseId });
    assert.equal(view.debt?.chaseable.amount, '40.00');
    assert.equal(view.holds[0]?.kind, 'dispute');
    const [task] = await world.db.selectFrom('tasks').selectAll().execute();
    assert.equal(task?.kind, 'answer-dispute');
    assert.equal(task?.dueOn, reviewOn);
    assert.ok(task?.ownerId);
  });

  it('pauses pressure on hardship and never keeps health words without consent', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    await verified(world, agent, conversation);
    const { conversationId } = conversation;
    await world.call(contact.reportHardship, agent, {
      conversationId,
      kind: 'vulnerable',
      words: 'Is seriously ill',
      consentToRecord: false,
    });
    const [hold, ...more] = await world.db.selectFrom('holds').selectAll().execute();
    assert.ok(hold);
    assert.deepEqual([hold.kind, more], ['vulnerable', []]);
    assert.equal(openedWords(world.app, hold.customerId, hold.reason), '-');
    const live = await world.db.selectFrom('workItems').select('state').execute();
    assert.deepEqual(live, [{ state: 'done' }]);
    await hungUp(world, agent, conversation);
    await world.call(contact.finish, agent, {
      conversationId,
      mechanism: outbound,
      result: 'hardship',
      nextOn: null,
    });
  });

  it('gives a new card, which solves a cancelled method', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const made = await book.addCase({ event: 'A', state: 'service', step: 'ask-new-method-1' });
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    await verified(world, agent, conversation);
    await world.call(contact.recordMethod, agent, {
      conversationId: conversation.conversationId,
      kind: 'card',
      lastDigits: '4242',
      expiresOn: '2029-01-31',
      chargingDay: null,
    });
    const event = await world.db.selectFrom('keyEvents').select('resolution').execute();
    assert.deepEqual(event, [{ resolution: 'new-method' }]);
    const view = await world.call(cases.readCase, agent, { caseId: made.caseId });
    assert.equal(view.debt?.methods[0]?.masked, '•••• 4242');
  });
});

describe('an invoice that never came', () => {
  it('is the organisation’s fault: the case goes back to service and the office sends it again', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    await verified(world, agent, conversation);
    const { conversationId } = conversation;
    const lateReason = 'invoice-not-received';
    await world.call(contact.recordLateReason, agent, { conversationId, lateReason });
    const row = await world.db.selectFrom('cases').select(['state', 'tone', 'queue']).execute();
    assert.deepEqual(row, [{ state: 'service', tone: 'service', queue: 'back-office' }]);
    const tasks = await world.db.selectFrom('tasks').select(['kind', 'queue', 'dueOn']).execute();
    assert.deepEqual(tasks, [
      { kind: 'resend-invoice', queue: 'back-office', dueOn: '2026-11-20' },
    ]);
    await hungUp(world, agent, conversation);
    const end = { conversationId, mechanism: outbound, result: 'information-given' } as const;
    const clock = await world.call(contact.finish, agent, { ...end, nextOn: '2026-11-25' });
    assert.equal(clock.nextAction, 'task');
  });
});
