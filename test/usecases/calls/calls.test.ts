import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import type { Pickup } from '#domain/simulation/pickup.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy, meets } from '#test/support/world/answering.ts';
import { callNext, hungUp, pass, readConversationOf, verified } from '#test/support/world/desk.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

const outbound = 'outbound-call';

async function attempt(world: World) {
  return world.db
    .selectFrom('attempts')
    .select(['id', 'state', 'result', 'conversationDebts', 'person'])
    .executeTakeFirstOrThrow();
}

async function kinds(world: World, caseId: string): Promise<string[]> {
  const rows = await world.db
    .selectFrom('eventLog')
    .select('kind')
    .where('caseId', '=', caseId)
    .orderBy('seq')
    .execute();
  return rows.map(({ kind }) => kind);
}

describe('a call nobody takes', () => {
  const fates: readonly [Pickup, string, string][] = [
    [{ kind: 'ring-out' }, 'no_answer', 'no-answer'],
    [{ kind: 'busy', afterMs: 500 }, 'busy', 'busy'],
    [{ kind: 'not-in-service', afterMs: 500 }, 'not_in_service', 'not-in-service'],
    [{ kind: 'network-failure', afterMs: 500 }, 'network_failure', 'network-failure'],
    [{ kind: 'machine', afterMs: 2_000 }, 'voicemail_none', 'voicemail-no-message'],
  ];
  for (const [pickup, result, disposition] of fates) {
    it(`ends as ${result} and needs a next date`, async () => {
      const world = await freshWorld({ asPerson: meets(pickup) });
      const book = await smallBook(world);
      const made = await book.addCase();
      const agent = await world.user('agent');
      const conversation = await callNext(world, agent);
      await pass(world, 120_000);
      assert.equal((await attempt(world)).result, result);
      assert.equal((await attempt(world)).state, 'ended');
      const read = await readConversationOf(world, agent, conversation);
      assert.equal(read.state, 'wrap_up');
      assert.equal(read.results[0], disposition);
      const finish = {
        conversationId: conversation.conversationId,
        mechanism: outbound,
        result: read.results[0] ?? '',
      } as const;
      const refused = await world.request(contact.finish, agent, { ...finish, nextOn: null });
      assert.equal(refused.body['type'], '/problems/step-missing');
      await world.call(contact.finish, agent, {
        ...finish,
        result: disposition as 'busy',
        nextOn: '2026-11-20',
      });
      const row = await world.db
        .selectFrom('cases')
        .select(['nextAction', 'nextActionAt', 'step'])
        .where('id', '=', made.caseId)
        .executeTakeFirstOrThrow();
      assert.equal(row.nextAction, 'call');
      assert.equal(row.nextActionAt, '2026-11-20T05:00:00.000Z');
      assert.equal(row.step, 'call-2');
      const leases = await world.db.selectFrom('customerLeases').selectAll().execute();
      assert.equal(leases.length, 0);
    });
  }
});

describe('a talk', () => {
  it('keeps both sides’ words, and the person answers what is meant', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    const { conversationId } = conversation;
    await world.call(contact.say, agent, {
      conversationId,
      intent: 'verify-question',
      words: 'What is your postal code?',
      question: 'postal-code',
    });
    await pass(world, 10_000);
    const read = await readConversationOf(world, agent, conversation);
    const said = read.lines.map(({ speaker, intent }) => [speaker, intent]);
    assert.deepEqual(said, [
      ['customer', null],
      ['agent', 'verify-question'],
      ['customer', null],
    ]);
    assert.ok(read.lines[2]?.words.includes('10001'));
    assert.deepEqual(
      read.lines.map(({ line }) => line),
      [1, 2, 3],
    );
  });

  it('says nothing of the debt before verification', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    const agent = await world.user('agent');
    const { conversationId } = await callNext(world, agent);
    const say = { conversationId, intent: 'explain-debt', words: 'You owe 100' };
    const refused = await world.request(contact.say, agent, say);
    assert.equal(refused.body['type'], '/problems/not-verified');
  });

  it('with the right person is a conversation about the debts, told by an event', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    const made = await book.addCase({ state: 'requested', step: 'start-calls' });
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    await verified(world, agent, conversation);
    const live = await attempt(world);
    assert.equal(live.result, 'conversation');
    assert.deepEqual(live.conversationDebts, [made.accountId]);
    assert.ok((await kinds(world, made.caseId)).includes('contact.verified'));
    const row = await world.db.selectFrom('cases').select('state').executeTakeFirstOrThrow();
    assert.equal(row.state, 'working');
    await hungUp(world, agent, conversation);
    assert.deepEqual((await attempt(world)).state, 'ended');
  });

  it('stays closed after too many wrong answers, which are not kept', async () => {
    const world = await freshWorld({ asPerson: answersBy('stranger') });
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    const { conversationId } = conversation;
    const answers = ['99999', '1234'];
    for (const [index, question] of (['postal-code', 'birth-year'] as const).entries()) {
      const answer = answers[index] ?? '';
      await world.call(contact.verify, agent, { conversationId, question, answer });
    }
    const read = await readConversationOf(world, agent, conversation);
    assert.equal(read.verificationFailed, true);
    assert.equal((await world.call(cases.readCase, agent, { caseId: made.caseId })).debt, null);
    const rows = await world.db.selectFrom('verifications').selectAll().execute();
    const kept = rows.map(({ sealNo: _, ...row }) => row);
    assert.equal(JSON.stringify(kept).includes('99999'), false);
    await hungUp(world, agent, conversation);
    await world.call(contact.finish, agent, {
      conversationId,
      mechanism: outbound,
      result: 'wrong-person',
      nextOn: '2026-11-24',
    });
    const ended = await attempt(world);
    assert.equal(ended.result, 'third_party_answered');
    assert.equal(ended.person, 'third_party:unknown');
    const next = await world.call(cases.askAllowed, agent, { caseId: made.caseId });
    assert.notEqual(next.points[0]?.verdict, 'permitted');
  });

  it('cannot be finished while it lives, nor with a result that does not fit', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    const input = {
      conversationId: conversation.conversationId,
      mechanism: outbound,
      result: 'promise',
      nextOn: null,
    };
    const early = await world.request(contact.finish, agent, input);
    assert.equal(early.body['type'], '/problems/step-missing');
    await verified(world, agent, conversation);
    await hungUp(world, agent, conversation);
    const wrong = await world.request(contact.finish, agent, input);
    assert.equal(wrong.body['type'], '/problems/conflict');
    const busy = await world.request(desk.nextCase, agent, {});
    assert.equal(busy.body['type'], '/problems/step-missing');
  });

  it('takes up the whole time of the agent, without gaps', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    const agent = await world.user('agent');
    await world.call(desk.setAgentState, agent, { state: 'ready', reason: null });
    await pass(world, 60_000);
    const conversation = await callNext(world, agent);
    await verified(world, agent, conversation);
    await hungUp(world, agent, conversation);
    await pass(world, 30_000);
    await world.call(contact.finish, agent, {
      conversationId: conversation.conversationId,
      mechanism: outbound,
      result: 'refused',
      nextOn: '2026-11-30',
    });
    const rows = await world.db
      .selectFrom('agentStates')
      .select(['state', 'beganAt', 'endedAt'])
      .orderBy('beganAt')
      .orderBy('id')
      .execute();
    assert.deepEqual(
      rows.map(({ state }) => state),
      ['ready', 'contact', 'wrap_up', 'ready'],
    );
    for (const [index, row] of rows.slice(1).entries()) {
      assert.equal(row.beganAt, rows[index]?.endedAt);
    }
  });
});
