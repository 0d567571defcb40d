import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import * as floor from '#contract/floor.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, hungUp, readConversationOf, verified } from '#test/support/world/desk.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

describe('the floor', () => {
  it('shows who does what, the queues, the calls, and why nothing happens', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    await book.addCase({ priorityTier: true });
    const supervisor = await world.user('supervisor');
    const [agent, idle] = [await world.user('agent'), await world.user('agent')];
    const before = await world.call(floor.readFloor, supervisor, {});
    assert.deepEqual(
      before.idle.map(({ code }) => code),
      ['nobody-working'],
    );
    assert.equal(before.queues[0]?.readyUpper, 1);
    await world.call(desk.setAgentState, idle, { state: 'away', reason: 'lunch' });
    const told = await world.db
      .selectFrom('eventLog')
      .select(['actorId', 'facts'])
      .where('kind', '=', 'agent.state-set')
      .execute();
    // Floors are read again when it comes.
    assert.deepEqual(told, [{ actorId: idle.userId, facts: { state: 'away', reason: 'lunch' } }]);
    const conversation = await callNext(world, agent);
    await verified(world, agent, conversation);
    const now = await world.call(floor.readFloor, supervisor, {});
    const working = now.agents.find(({ userId }) => userId === agent.userId);
    assert.equal(working?.state, 'contact');
    assert.equal(working?.conversationId, conversation.conversationId);
    assert.equal(working?.rightPartyToday, 1);
    assert.equal(now.agents.find(({ userId }) => userId === idle.userId)?.reason, 'lunch');
    assert.equal(now.calls[0]?.conversationId, conversation.conversationId);
    assert.equal(now.queues[0]?.leased, 1);
  });

  it('gets an alert that one supervisor takes, and the call with its case', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    const [one, two] = [await world.user('supervisor'), await world.user('supervisor')];
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    const { conversationId } = conversation;
    const { requestId } = await world.call(contact.askHelp, agent, {
      conversationId,
      kind: 'hostile_call',
    });
    const seen = await world.call(floor.readFloor, one, {});
    assert.equal(seen.requests[0]?.kind, 'hostile_call');
    assert.equal(seen.calls[0]?.hostile, true);
    await world.call(floor.takeRequest, one, { requestId });
    const late = await world.request(floor.takeRequest, two, { requestId });
    assert.equal(late.body['type'], '/problems/taken-by-another');
    const { caseId } = await world.call(floor.takeOver, one, { conversationId });
    assert.equal(caseId, conversation.caseId);
    assert.equal(
      (await readConversationOf(world, agent, conversation)).supervisorName,
      'supervisor',
    );
    const words = { conversationId, intent: 'greet', words: 'Hello' };
    await world.call(contact.say, one, words);
    const outside = await world.request(contact.say, two, words);
    assert.equal(outside.status, 403);
    await world.call(floor.closeRequest, one, { requestId, outcome: 'Calmed down' });
    const day = await world.call(desk.myDay, agent, {});
    assert.equal(day.answers[0]?.outcome, 'Calmed down');
    await hungUp(world, agent, conversation);
    const end = { conversationId, mechanism: 'outbound-call', result: 'hung-up' } as const;
    await world.call(contact.finish, agent, { ...end, nextOn: '2026-11-23' });
    const states = await world.call(floor.readFloor, one, {});
    assert.ok(states.agents.every(({ state }) => state === 'ready'));
  });

  it('moves a case to a person, who alone gets it then', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const supervisor = await world.user('supervisor');
    const [owner, other] = [await world.user('agent'), await world.user('agent')];
    const move = { caseId: made.caseId, toUserId: owner.userId ?? '', why: 'Speaks the language' };
    const denied = await world.request(cases.moveCase, other, move);
    assert.equal(denied.status, 403);
    await world.call(cases.moveCase, supervisor, move);
    assert.equal((await world.call(desk.nextCase, other, {})).case, null);
    assert.equal((await world.call(desk.nextCase, owner, {})).case?.id, made.caseId);
  });

  it('is not for agents, and supervisors see their portfolios only', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const other = await book.addPortfolio({});
    const agent = await world.user('agent');
    assert.equal((await world.request(floor.readFloor, agent)).status, 403);
    const there = await world.user('supervisor', other.id);
    const seen = await world.call(floor.readFloor, there, {});
    assert.deepEqual(
      seen.queues.map(({ portfolioId }) => portfolioId),
      [other.id],
    );
  });
});
