import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import * as cases from '#contract/cases.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import type { ReleasedToken } from '#ports/released.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, pass, readConversationOf } from '#test/support/world/desk.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { recoverContacts } from '#usecases/calls/steps/recover-contacts.ts';
import { releaseContact } from '#usecases/gate/steps/release-contact.ts';
import { reserveContact } from '#usecases/gate/steps/reserve-contact.ts';

async function attempt(world: World) {
  return world.db
    .selectFrom('attempts')
    .select(['id', 'state', 'result', 'conversationDebts', 'person'])
    .executeTakeFirstOrThrow();
}

describe('the gate at the desk', () => {
  it('refuses at release what a hold set since the reservation forbids', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const supervisor = await world.user('supervisor');
    const wanted = {
      customerId: made.customerId,
      caseId: made.caseId,
      contactPointId: made.phoneId,
      portfolio: book.portfolio,
      userId: null,
      exceptAttempt: null,
    };
    const reserved = await reserveContact(world.app, wanted);
    assert.ok(reserved.reserved);
    await world.call(cases.setHold, supervisor, {
      caseId: made.caseId,
      kind: 'deceased',
      why: 'Told by the family',
      reviewOn: '2026-12-01',
    });
    const { attemptId, token } = reserved;
    const released = await releaseContact(world.app, wanted, attemptId, token);
    assert.equal(released.released, false);
    assert.equal((await attempt(world)).state, 'refused');
  });

  it('lets one telephone ring once, however often the call is asked for', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    await world.call(desk.nextCase, agent, {});
    const asked = { caseId: made.caseId, contactPointId: made.phoneId };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => world.request(contact.startCall, agent, asked)),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal((await world.db.selectFrom('attempts').select('id').execute()).length, 1);
    assert.equal((await world.db.selectFrom('conversations').select('id').execute()).length, 1);
  });

  it('lets no adapter dial without a token that was released', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const wanted = {
      customerId: made.customerId,
      caseId: made.caseId,
      contactPointId: made.phoneId,
      portfolio: book.portfolio,
      userId: null,
      exceptAttempt: null,
    };
    const reserved = await reserveContact(world.app, wanted);
    assert.ok(reserved.reserved);
    await world.app.telephony.dial({
      token: reserved.token as ReleasedToken,
      attemptId: reserved.attemptId,
      to: made.phones[0]?.value ?? '',
      callerId: book.portfolio.callerId,
      ringTimeoutSeconds: 20,
      ...{ leg: 'desk-1', recording: 'off' },
    });
    await pass(world, 60_000);
    const talks = await world.db.selectFrom('conversations').select('state').execute();
    assert.equal(talks.length, 0);
    assert.equal((await attempt(world)).state, 'reserved');
  });

  it('tells the rules and the next time when a call is refused', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const made = await book.addCase();
    const agent = await world.user('agent');
    await world.call(desk.nextCase, agent, {});
    world.clock.set('2026-11-18T05:00:00.000Z');
    const refused = await world.request(contact.startCall, agent, {
      caseId: made.caseId,
      contactPointId: made.phoneId,
    });
    assert.equal(refused.body['type'], '/problems/contact-refused');
    assert.equal(refused.body['nextPermittedAt'], '2026-11-18T13:00:00.000Z');
  });

  it('counts a call whose end is not known after a restart', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    assert.equal(await recoverContacts(world.app), 1);
    assert.equal((await attempt(world)).state, 'unknown');
    const read = await readConversationOf(world, agent, conversation);
    assert.equal(read.state, 'wrap_up');
    assert.equal(await recoverContacts(world.app), 0);
  });

  it('leaves a call alone that ended while it was being settled', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const book = await smallBook(world);
    await book.addCase();
    const agent = await world.user('agent');
    const conversation = await callNext(world, agent);
    const settling = await world.db.transaction().execute(async (tx) => {
      await tx.updateTable('attempts').set({ state: 'ended' }).execute();
      const settled = recoverContacts(world.app);
      await setTimeout(400);
      return { settled };
    });
    assert.equal(await settling.settled, 0);
    assert.equal((await attempt(world)).state, 'ended');
    assert.equal((await readConversationOf(world, agent, conversation)).state, 'live');
  });
});
