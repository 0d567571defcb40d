import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { pass } from '#test/support/world/desk.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

describe('a call from outside', () => {
  async function caller(world: World, from: string) {
    const person = {
      customerId: world.app.newId(),
      name: 'Alex Example',
      language: 'en',
      zone: 'America/New_York',
      event: 'D',
      owed: { minor: 10_000n, currency: 'USD' },
      isThirdPartyNumber: false,
      isVulnerable: false,
      answers: {},
    } as const;
    const to = '+12125550199';
    return world.simulation.calls?.placeInbound({ person, from, to });
  }

  it('arrives at the desk of a ready agent with the case open', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    await world.call(desk.setAgentState, agent, { state: 'ready', reason: null });
    await caller(world, made.phones[0]?.value ?? '');
    await pass(world, 5_000);
    const day = await world.call(desk.myDay, agent, {});
    assert.equal(day.openCaseId, made.caseId);
    const conversationId = day.openConversationId ?? '';
    const read = await world.call(contact.readConversation, agent, { conversationId });
    assert.equal(read.state, 'live');
    assert.equal(read.direction, 'inbound');
    const arrived = await world.db
      .selectFrom('eventLog')
      .select(['actorKind', 'actorId', 'customerId'])
      .where('kind', '=', 'call.arrived')
      .executeTakeFirstOrThrow();
    const { customerId } = made;
    assert.deepEqual(arrived, { actorKind: 'customer', actorId: null, customerId });
    const { lines } = await world.call(cases.readHistory, agent, { caseId: made.caseId });
    assert.equal(lines.find(({ kind }) => kind === 'call.arrived')?.who, 'Alex Example');
    assert.equal((await world.call(cases.readCase, agent, { caseId: made.caseId })).debt, null);
  });

  it('waits for the next ready agent, and missed it becomes a callback', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    const first = await caller(world, made.phones[0]?.value ?? '');
    await pass(world, 1_000);
    world.app.telephony.hangUp(first ?? '');
    await pass(world, 1_000);
    const callbacks = await world.db.selectFrom('callbacks').select('caseId').execute();
    assert.deepEqual(callbacks, [{ caseId: made.caseId }]);
    await caller(world, made.phones[0]?.value ?? '');
    await pass(world, 1_000);
    await world.call(desk.setAgentState, agent, { state: 'ready', reason: null });
    await pass(world, 1_000);
    assert.equal((await world.call(desk.myDay, agent, {})).openCaseId, made.caseId);
  });

  it('from a number nobody has is written down and ended', async () => {
    const world = await freshWorld();
    await smallBook(world);
    await caller(world, '+12125550177');
    await pass(world, 1_000);
    const log = await world.db.selectFrom('eventLog').select(['kind', 'facts']).execute();
    assert.deepEqual(
      log.map(({ kind }) => kind),
      ['call.unknown-caller'],
    );
    assert.equal(JSON.stringify(log).includes('2125550177'), false);
  });
});
