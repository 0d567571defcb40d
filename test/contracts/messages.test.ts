import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { isSimulated } from '#adapters/messages/pretend/simulation.ts';
import { createTimeline } from '#domain/simulation/timeline.ts';
import {
  type MessageChannel,
  type MessageEvent,
  type MessagesAdapter,
  type MessagesHost,
  messageChannels,
} from '#ports/messages.ts';
import type { ReleasedToken } from '#ports/released.ts';
import { messageGateway } from '#test/support/world/message-gateway.ts';

const folder = new URL('../../src/adapters/messages/', import.meta.url);
const names = readdirSync(folder);
const dayMs = 24 * 60 * 60 * 1000;

const gateway = await messageGateway('let-me-in');

/** The settings each adapter is tried with. */
const settingsOf: Readonly<Record<string, Record<string, unknown>>> = {
  pretend: {},
  http: { url: gateway.url, token: 'let-me-in' },
};

/** An adapter on a timeline, with a gate that knows which tokens it released, and for whom. */
async function connect(name: string) {
  const { default: adapter }: { default: MessagesAdapter } = await import(
    new URL(`${name}/index.ts`, folder).href
  );
  const time = createTimeline(Date.UTC(2026, 2, 10, 22));
  const events: MessageEvent[] = [];
  const asked: string[] = [];
  const gate = { isUp: true, released: new Map<string, string>() };
  let ids = 0;
  const host: MessagesHost = {
    clock: time.clock,
    after: time.after,
    newId: () => {
      ids += 1;
      return `id-${ids}`;
    },
    emit: (event) => events.push(event),
    verifyRelease: async (token, attemptId, to) => {
      asked.push(attemptId);
      if (!gate.isUp) throw new Error('the database is away');
      return gate.released.get(attemptId) === `${token} ${to}`;
    },
  };
  const given = settingsOf[name];
  assert.ok(given, `${name} has no settings to be tried with`);
  const messages = await adapter.connect(adapter.settings.parse(given), host);
  const send = (attemptId: string, token: string, channel: MessageChannel = 'sms') =>
    messages.send({
      ...{ token: token as ReleasedToken, attemptId, channel, to: '+12025550100' },
      ...{ subject: null, words: 'Hello', lang: 'en' },
    });
  const sendReleased = (attemptId: string, channel: MessageChannel = 'sms') => {
    gate.released.set(attemptId, `token-of-${attemptId} +12025550100`);
    return send(attemptId, `token-of-${attemptId}`, channel);
  };
  return { messages, time, events, asked, gate, send, sendReleased };
}

test('at least the simulated provider is found', () => assert.ok(names.includes('pretend')));

for (const name of names) {
  test(`${name}: nothing is sent without a released token, or with that of another`, async () => {
    const { messages, time, events, send, sendReleased } = await connect(name);
    assert.deepEqual(await send('a1', 'made-up'), { sent: false, reason: 'not-released' });
    await sendReleased('a2');
    assert.deepEqual(await send('a3', 'token-of-a2'), { sent: false, reason: 'not-released' });
    time.advance(dayMs);
    const told = events.map((event) => 'attemptId' in event && event.attemptId);
    assert.deepEqual(told, isSimulated(messages) ? ['a2'] : []);
    await messages.close();
  });

  test(`${name}: when the gate cannot be asked, nothing is sent`, async () => {
    const { messages, time, events, gate, sendReleased } = await connect(name);
    gate.isUp = false;
    assert.deepEqual(await sendReleased('a1'), { sent: false, reason: 'not-verifiable' });
    time.advance(dayMs);
    assert.deepEqual(events, []);
    await messages.close();
  });

  test(`${name}: on every channel the gate is asked once and delivery told at most once`, async () => {
    const { messages, time, events, asked, sendReleased } = await connect(name);
    const refs = new Set<string>();
    for (const channel of messageChannels) {
      const result = await sendReleased(channel, channel);
      assert.ok(result.sent);
      refs.add(result.providerRef);
    }
    time.advance(dayMs);
    assert.deepEqual(asked, [...messageChannels]);
    assert.equal(refs.size, messageChannels.length, 'each has a number of its own');
    assert.deepEqual(
      events.map((event) => [event.kind, 'attemptId' in event && event.attemptId]),
      isSimulated(messages) ? messageChannels.map((channel) => ['delivered', channel]) : [],
    );
    await messages.close();
  });

  test(`${name}: what somebody writes to us is told as they wrote it`, async (t) => {
    const { messages, events } = await connect(name);
    if (!isSimulated(messages)) return t.skip('this provider cannot make people write');
    const written = { channel: 'sms', from: '+12025550111', to: '+12025550100' } as const;
    const providerRef = messages.simulation.receive({ ...written, words: 'STOP 🛑' });
    const [event] = events;
    assert.ok(event?.kind === 'received');
    assert.deepEqual(
      [event.words, event.from, event.providerRef, event.answers],
      ['STOP 🛑', '+12025550111', providerRef, null],
    );
    await messages.close();
  });

  test(`${name}: once closed it sends and tells nothing, and leaves no timer`, async () => {
    const { messages, time, events, sendReleased } = await connect(name);
    await sendReleased('a1');
    assert.deepEqual(await messages.check(), { ok: true });
    await messages.close();
    assert.deepEqual(await messages.check(), { ok: false, reason: 'closed', detail: null });
    assert.deepEqual(await sendReleased('a2'), { sent: false, reason: 'network' });
    time.advance(dayMs);
    assert.deepEqual(events, []);
    assert.equal(time.waiting(), 0);
  });
}

test('http: the gateway gets the message without its permit, once for an attempt', async () => {
  const { messages, sendReleased } = await connect('http');
  const before = gateway.posted.length;
  const result = await sendReleased('once');
  assert.deepEqual(result, { sent: true, providerRef: `gateway-${before + 1}` });
  const [posted] = gateway.posted.slice(before);
  assert.equal(posted?.attempt, 'once');
  assert.deepEqual(Object.keys(posted?.body ?? {}).sort(), [
    ...['attemptId', 'channel', 'lang', 'subject', 'to', 'words'],
  ]);
  await messages.close();
});

test('http: what a gateway refuses was not sent, what it may have taken counts as sent', async () => {
  const { messages, sendReleased } = await connect('http');
  gateway.answer.status = 422;
  assert.deepEqual(await sendReleased('refused'), { sent: false, reason: 'network' });
  gateway.answer.status = 500;
  assert.deepEqual(await sendReleased('broke'), { sent: true, providerRef: 'broke' });
  assert.deepEqual(await messages.check(), {
    ok: false,
    reason: 'wrong-answer',
    detail: 'HTTP 500',
  });
  gateway.answer.status = 200;
  await messages.close();
});
