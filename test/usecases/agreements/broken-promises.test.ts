import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as agreements from '#contract/agreements.ts';
import { setPayDay } from '#contract/debt-facts.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, readyToAgree } from '#test/support/world/desk.ts';
import { freshWorld, ownedBy } from '#test/support/world/fresh-world.ts';

async function onCall() {
  const world = await freshWorld({ asPerson: answersBy('customer') });
  const book = await smallBook(world);
  const made = await book.addCase({ items: [{ amountMinor: 30_000n }] });
  const agent = await world.user('agent');
  return { world, made, agent, conversation: await callNext(world, agent) };
}

test('after promises broken on another case only money of today is taken, exactly as offered', async () => {
  const { world, agent, conversation, made } = await onCall();
  const before = { customerId: made.customerId, portfolioId: made.portfolioId };
  for (const dueOn of ['2026-11-01', '2026-11-05']) {
    await world.db
      .insertInto('promisesToPay')
      .values({
        ...{ ...ownedBy(made.customerId), ...before, id: world.app.newId() },
        ...{ caseId: world.app.newId(), amountMinor: 500n, currency: 'USD', dueOn },
        ...{ method: 'card', state: 'broken', toleranceDays: 0, toleranceMinor: 0n },
        ...{ madeAt: '2026-10-20T10:00:00.000Z', madeBy: null, conversationId: null },
      })
      .execute();
  }
  await readyToAgree(world, agent, conversation);
  const { conversationId } = conversation;
  const asked = await world.call(agreements.readLadder, agent, { conversationId });
  const { rungs, today } = asked;
  // Known, the pay day is the date that is proposed: the 28th is a Saturday.
  assert.equal(asked.nextPayOn, null);
  const office = await world.user('back_office');
  await world.call(setPayDay, office, { caseId: made.caseId, payDay: 28 });
  const told = await world.call(agreements.readLadder, agent, { conversationId });
  assert.equal(told.nextPayOn, '2026-11-30');
  assert.deepEqual(
    rungs.filter(({ offered }) => offered).map(({ rung }) => rung),
    ['full', 'part', 'plan', 'hardship'],
  );
  const part = { conversationId, agreed: true as const, method: 'card', dueOn: today } as const;
  const refusals = [
    { ...part, amount: '100', dueOn: '2026-11-20' },
    { ...part, amount: '100', restDueOn: '2026-11-20' },
    { ...part, amount: '300', dueOn: '2026-11-20' },
  ];
  for (const input of refusals) {
    const refused = await world.request(agreements.makePromise, agent, input);
    assert.equal(refused.body['limit'], 'too-many-broken-promises');
  }
  await world.call(agreements.makePromise, agent, { ...part, amount: '100' });
  await world.call(agreements.makePromise, agent, { ...part, amount: '300' });
  const { state } = await world.db.selectFrom('cases').select('state').executeTakeFirstOrThrow();
  assert.equal(state, 'promised');
});
