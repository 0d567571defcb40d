import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as refusals from '#contract/compliance/refusals.ts';
import * as contact from '#contract/conversations.ts';
import * as desk from '#contract/desk.ts';
import { instantOf } from '#kernel/time.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { pass } from '#test/support/world/desk.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { takeTelephonyEvent } from '#usecases/calls/take-telephony-event.ts';
import { type TakenMessage, takeMessage } from '#usecases/messages/steps/take-message.ts';

async function opened() {
  const world = await freshWorld();
  const book = await smallBook(world);
  return { world, made: await book.addCase() };
}

describe('an opt-out told to an agent', () => {
  it('is in force with the note that tells of it', async () => {
    const { world, made } = await opened();
    const agent = await world.user('agent');
    const words = 'Customer asked us to stop calling.';
    await world.call(cases.writeNote, agent, { caseId: made.caseId, words });
    const closed = await world.db.selectFrom('preferences').select(['kind', 'channel']).execute();
    assert.deepEqual(closed, [{ kind: 'opt_out_medium', channel: 'phone_call' }]);
    const found = await world.db.selectFrom('refusals').selectAll().executeTakeFirstOrThrow();
    assert.deepEqual([found.source, found.certainty, found.scope], ['note', 'sure', 'phone_call']);
  });

  it('is heard on the call itself, once for each thing it closes', async () => {
    const { world, made } = await opened();
    const agent = await world.user('agent');
    const { caseId, phoneId: contactPointId } = made;
    await world.call(desk.openCase, agent, { caseId });
    await world.call(contact.startCall, agent, { caseId, contactPointId });
    const { id: callId } = await world.db
      .selectFrom('attempts')
      .select('id')
      .executeTakeFirstOrThrow();
    const atMs = world.app.clock();
    const words = ['Why do you keep calling me?', 'Stop calling me.', 'Just leave me alone!'];
    for (const text of words) {
      await pass(world, 1000);
      const said = { kind: 'said', callId, speaker: 'person', text, atMs } as const;
      await takeTelephonyEvent(world.app, said);
    }
    const found = await world.db.selectFrom('refusals').select(['source', 'scope']).execute();
    assert.deepEqual(found, [
      { source: 'call', scope: 'phone_call' },
      { source: 'call', scope: 'all' },
    ]);
    const officer = await world.user('compliance');
    const { refusals: queue } = await world.call(refusals.readRefusals, officer, {});
    assert.equal(queue.length, 1, 'what is clear waits for nobody');
    assert.equal(queue[0]?.thread.at(-1)?.words, 'Why do you keep calling me?');
  });
});

describe('words of a death', () => {
  it('hold the case until a person confirms them or says that they are not so', async () => {
    const { world, made } = await opened();
    const officer = await world.user('compliance');
    const at = instantOf(world.app.clock());
    const text = (words: string): TakenMessage => ({
      ...{ channel: 'sms', from: made.phones[0]?.value ?? '', subject: null, words, answers: null },
      ...{ providerRef: world.app.newId(), occurredAt: at, receivedAt: at, recordedBy: null },
    });
    const { people } = await takeMessage(world.app, text('STOP he died in May'));
    assert.deepEqual(people[0]?.request.also, ['deceased']);
    const second = await takeMessage(world.app, text('mi marido falleció'));
    assert.equal(second.people[0]?.scope, 'deceased');
    const facts = () =>
      world.db.selectFrom('contactFacts').select(['kind', 'source', 'withdraws']).execute();
    const told = { kind: 'deceased', source: 'message', withdraws: null };
    assert.deepEqual(await facts(), [told, told]);
    const held = await world.db
      .selectFrom('holds')
      .select(['kind', 'accountId', 'liftedAt'])
      .execute();
    assert.deepEqual(held, [{ kind: 'deceased', accountId: null, liftedAt: null }]);
    const waits = await world.db
      .selectFrom('tasks')
      .select('kind')
      .where('doneAt', 'is', null)
      .execute();
    assert.ok(waits.some(({ kind }) => kind === 'confirm-death'));
    const agent = await world.user('agent');
    const { caseId, phoneId: contactPointId } = made;
    await world.call(desk.openCase, agent, { caseId });
    const called = await world.request(contact.startCall, agent, { caseId, contactPointId });
    assert.match(JSON.stringify(called.body), /DUNLIN-HOLD/);
    assert.deepEqual(world.simulation.messages?.sent() ?? [], []);
    const { refusals: open } = await world.call(refusals.readRefusals, officer, {});
    const why = 'They meant a neighbour';
    for (const { id } of open.filter(({ scope }) => scope === 'deceased')) {
      const said = { refusalId: id, verdict: 'not_opt_out', why } as const;
      await world.call(refusals.judgeRefusal, officer, said);
    }
    // The first message tells the same: what is taken back is only what was judged.
    assert.equal((await facts()).filter(({ withdraws }) => withdraws !== null).length, 1);
    const [stands] = await world.db.selectFrom('holds').select('liftedAt').execute();
    assert.equal(stands?.liftedAt, null);
  });
});
