import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as cases from '#contract/cases.ts';
import * as alarms from '#contract/compliance/gate-alarms.ts';
import * as floor from '#contract/floor.ts';
import type { MessageEvent } from '#ports/messages.ts';
import type { TelephonyEvent } from '#ports/telephony.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { answersBy } from '#test/support/world/answering.ts';
import { callNext, pass } from '#test/support/world/desk.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { takeTelephonyEvent } from '#usecases/calls/take-telephony-event.ts';
import { takeMessageEvent } from '#usecases/messages/take-message-event.ts';

/** A call of the next case that was answered. */
async function startedCall(world: World) {
  const book = await smallBook(world);
  await book.addCase();
  const conversation = await callNext(world, await world.user('agent'));
  const attempts = world.db.selectFrom('attempts').select('id');
  return { ...conversation, callId: (await attempts.executeTakeFirstOrThrow()).id };
}

describe('what an adapter tells', () => {
  it('is an error and an alarm when the port does not know it, and the call goes on', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const { conversationId, callId } = await startedCall(world);
    const unknown = { kind: 'transferred', callId, atMs: world.app.clock() };
    await assert.rejects(
      takeTelephonyEvent(world.app, unknown as unknown as TelephonyEvent),
      /does not know: transferred/,
    );
    const conversation = await world.db
      .selectFrom('conversations')
      .select(['state', 'endedAt'])
      .where('id', '=', conversationId)
      .executeTakeFirstOrThrow();
    assert.deepEqual([conversation.state, conversation.endedAt], ['live', null]);
    const manager = await world.user('manager');
    const shown = await world.call(alarms.readAlarms, manager, {});
    assert.deepEqual(
      shown.alarms.map(({ kind, key }) => [kind, key]),
      [['port-event-unknown', 'telephony transferred']],
    );
  });

  it('never puts what somebody said into the alarm', async () => {
    const world = await freshWorld();
    const event = { kind: '+12025550123 says STOP', atMs: 0 } as unknown as MessageEvent;
    await assert.rejects(takeMessageEvent(world.app, event), /unreadable/);
    const rows = await world.db.selectFrom('gateAlarms').select(['key', 'details']).execute();
    assert.deepEqual(rows, [
      { key: 'messages unreadable', details: { port: 'messages', event: 'unreadable' } },
    ]);
  });

  it('keeps what somebody said without the number of their card and signs that do not show', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const { conversationId, callId } = await startedCall(world);
    for (const text of ['it is 4111 1111 1111 1111\u202E', '\u200B', 'a\0b']) {
      const said = { kind: 'said', callId, speaker: 'person', text, atMs: world.app.clock() };
      await takeTelephonyEvent(world.app, said as TelephonyEvent);
    }
    const lines = await world.db
      .selectFrom('utterances')
      .select('words')
      .where('conversationId', '=', conversationId)
      .where('speaker', '=', 'customer')
      .orderBy('line')
      .execute();
    assert.deepEqual(lines.map(({ words }) => words).slice(-2), ['it is •••• 1111', 'ab']);
  });

  it('says in the history who of ours joined a call that a supervisor takes over', async () => {
    const world = await freshWorld({ asPerson: answersBy('customer') });
    const { conversationId, caseId } = await startedCall(world);
    const supervisor = await world.user('supervisor');
    await world.call(floor.takeOver, supervisor, { conversationId });
    await pass(world, 1_000);
    const { lines } = await world.call(cases.readHistory, supervisor, { caseId });
    assert.ok(
      lines.some(({ kind, facts }) => kind === 'call.monitored' && facts['mode'] === 'join'),
    );
  });
});
