import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as contact from '#contract/conversations.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, hungUp, verified } from '#test/support/world/desk.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

const factsOf = (world: World) =>
  world.db
    .selectFrom('contactFacts')
    .select(['id', 'kind', 'details', 'withdraws', 'occurredAt', 'source'])
    .orderBy('recordedAt')
    .execute();

describe('a number that is somebody else’s, learned at the desk', () => {
  it('is kept as a fact with its time, once, and taken back by a supervisor', async () => {
    const world = await freshWorld({ asPerson: answersBy('stranger') });
    const book = await smallBook(world);
    await book.addCase();
    const agent = await world.user('supervisor');
    const { conversationId, contactPointId } = await callNext(world, agent);
    const why = 'The customer wrote that it is theirs';
    const mark = (state: 'wrong_person' | 'valid') =>
      world.call(contact.markNumber, agent, { conversationId, contactPointId, state, why });
    await mark('wrong_person');
    await mark('wrong_person');
    const [fact, ...more] = await factsOf(world);
    assert.deepEqual(more, []);
    assert.deepEqual(
      [fact?.kind, fact?.details, fact?.source, Date.parse(fact?.occurredAt ?? '')],
      ['wrong_party', { address: contactPointId }, 'desk', world.app.clock()],
    );
    await mark('valid');
    const all = await factsOf(world);
    assert.deepEqual(
      all.map(({ withdraws }) => withdraws),
      [null, fact?.id],
    );
    await mark('valid');
    assert.equal((await factsOf(world)).length, 2);
  });

  it('stays wrong when somebody answers the questions rightly after it was marked', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    const { conversationId, contactPointId } = conversation;
    const marked = {
      conversationId,
      contactPointId,
      state: 'wrong_person',
      why: 'Said so',
    } as const;
    await world.call(contact.markNumber, agent, marked);
    await verified(world, agent, conversation);
    const point = await world.db
      .selectFrom('contactPoints')
      .select('state')
      .where('id', '=', contactPointId)
      .executeTakeFirstOrThrow();
    assert.equal(point.state, 'wrong_person');
  });

  it('is kept too when the call ends as one with the wrong person', async () => {
    const world = await freshWorld({ asPerson: answersBy('stranger') });
    const book = await smallBook(world);
    await book.addCase();
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    await hungUp(world, agent, conversation);
    await world.call(contact.finish, agent, {
      conversationId: conversation.conversationId,
      ...{ mechanism: 'outbound-call', result: 'wrong-person', nextOn: '2026-11-20' },
    });
    const kept = await factsOf(world);
    assert.deepEqual(
      kept.map(({ kind, details }) => [kind, details]),
      [['wrong_party', { address: conversation.contactPointId }]],
    );
  });
});
