import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import * as connections from '#contract/admin/connections.ts';
import * as alarms from '#contract/compliance/gate-alarms.ts';
import { slots } from '#domain/connections/slots.ts';
import { messageChannels } from '#ports/messages.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';
import { messageGateway } from '#test/support/world/message-gateway.ts';
import { systemActor } from '#usecases/app.ts';
import { checkConnections, refreshConnections } from '#usecases/connections/refresh-connections.ts';
import { sendMessage } from '#usecases/messages/steps/send-message.ts';

const token = 'very-secret-token';
const letters = { port: 'messages', scope: 'letter' } as const;
const address = '1 Main Street, New York NY 10001';

/** Sends a letter that the rules allow; whether it was taken. */
async function sendLetter(world: World): Promise<boolean> {
  const book = await smallBook(world);
  const { customerId, caseId } = await book.addCase();
  const contactPointId = world.app.newId();
  await world.db
    .insertInto('contactPoints')
    .values({
      ...ownedBy(customerId),
      ...{ id: contactPointId, kind: 'mail', value: address, state: 'valid', source: 'test' },
      createdAt: '2026-10-01T00:00:00Z',
    })
    .execute();
  const { sent } = await sendMessage(world.app, systemActor, {
    ...{ caseId, contactPointId, channel: 'letter', mode: 'manual' },
    ...{ purpose: null, reference: null, inResponseTo: null, campaign: null },
    content: { identity_disclosed: true },
    ...{ subject: 'Your account', words: 'Please write to us.', lang: 'en' },
  });
  return sent;
}

const choose = (url: string) => ({
  ...letters,
  adapter: 'http',
  settings: { url, token, timeoutMs: 2_000 },
});

describe('the connections of an installation', () => {
  it('are there for every port and channel, and serve from the start', async () => {
    const world = await freshWorld();
    const administrator = await world.user('administrator');
    const { connections: all } = await world.call(connections.readConnections, administrator, {});
    assert.deepEqual(
      all.map(({ port, scope }) => ({ port, scope })),
      slots,
    );
    assert.deepEqual(
      slots.flatMap(({ port, scope }) => (port === 'messages' ? [scope] : [])),
      messageChannels,
    );
    assert.ok(all.every(({ result, version }) => result.ok && version === 0));
  });

  it('switch who serves one channel, and leave the others alone', async () => {
    const world = await freshWorld();
    const gateway = await messageGateway(token);
    const administrator = await world.user('administrator');
    const chosen = { ...choose(gateway.url), version: 0 };
    const { version } = await world.call(connections.setConnection, administrator, chosen);
    assert.equal(version, 1);
    assert.equal(await sendLetter(world), true);
    assert.equal(gateway.posted.at(-1)?.body['to'], address);
    assert.deepEqual(world.simulation.messages?.sent(), []);
    const { connections: all } = await world.call(connections.readConnections, administrator, {});
    const served = all.filter(({ port }) => port === 'messages');
    assert.deepEqual(
      served.map(({ scope, adapter, isSimulated }) => [scope, adapter, isSimulated]),
      messageChannels.map((channel) =>
        channel === 'letter' ? [channel, 'http', false] : [channel, 'pretend', true],
      ),
    );
  });

  it('refuse wrong settings, naming each, and change nothing', async () => {
    const world = await freshWorld();
    const administrator = await world.user('administrator');
    const wrong = { ...choose('no address'), settings: { url: 'ftp://x', timeoutMs: 1, spare: 1 } };
    const refused = await world.request(connections.setConnection, administrator, {
      ...wrong,
      version: 0,
    });
    assert.equal(refused.status, 400);
    const problems = refused.body['problems'] as { path: string; message: string }[];
    assert.deepEqual(problems.map(({ path, message }) => `${path} ${message}`).sort(), [
      'settings unknown-setting',
      'settings.timeoutMs too-small',
      'settings.url wrong',
    ]);
    const hidden = { ...wrong, settings: { url: 'https://post.example\u200b/' }, version: 0 };
    const unseen = await world.request(connections.setConnection, administrator, hidden);
    const [problem] = unseen.body['problems'] as { path: string; message: string }[];
    assert.deepEqual([problem?.path, problem?.message], ['settings.url', 'not-shown']);
    assert.deepEqual(await world.db.selectFrom('connections').select('version').execute(), []);
    assert.equal(await sendLetter(world), true);
    assert.equal(world.simulation.messages?.sent().length, 1);
  });

  it('say why a connection test fails, and are saved all the same only when asked to', async () => {
    const world = await freshWorld();
    const gateway = await messageGateway('another token');
    const administrator = await world.user('administrator');
    const chosen = choose(gateway.url);
    const tested = await world.call(connections.testConnection, administrator, chosen);
    assert.deepEqual([tested.ok, tested.reason, tested.detail], [false, 'refused', 'HTTP 401']);
    await gateway.close();
    const gone = await world.call(connections.testConnection, administrator, chosen);
    assert.deepEqual([gone.ok, gone.reason, gone.detail], [false, 'unreachable', 'ECONNREFUSED']);
    const save = { ...chosen, version: 0 };
    const refused = await world.request(connections.setConnection, administrator, save);
    assert.equal(refused.body['type'], '/problems/connection-failed');
    assert.equal(refused.body['detail'], 'ECONNREFUSED');
    await world.call(connections.setConnection, administrator, { ...save, force: true });
    assert.equal(await sendLetter(world), false);
    await checkConnections(world.app);
    const shown = await world.call(alarms.readAlarms, administrator, {});
    assert.deepEqual(
      shown.alarms.map(({ kind, key }) => [kind, key]),
      [['connection-down', 'messages/letter']],
    );
  });

  it('never show a secret again, nor store or log it in clear', async () => {
    const world = await freshWorld();
    const gateway = await messageGateway(token);
    const administrator = await world.user('administrator');
    await world.call(connections.setConnection, administrator, {
      ...choose(gateway.url),
      version: 0,
    });
    const read = await world.call(connections.readConnection, administrator, letters);
    assert.deepEqual(read.secretsSet, ['token']);
    const rows = await world.db.selectFrom('connections').selectAll().execute();
    const events = await world.db.selectFrom('eventLog').selectAll().execute();
    for (const text of [read, rows, events].map((all) => JSON.stringify(all, bigintAsText))) {
      assert.ok(!text.includes(token));
    }
    assert.ok(events.some(({ kind }) => kind === 'connection.chosen'));
    // Left out, the secret stays; the gateway still lets us in.
    const { url } = gateway;
    const later = { ...letters, adapter: 'http', settings: { url, timeoutMs: 5_000 } };
    await world.call(connections.setConnection, administrator, { ...later, version: 1 });
    assert.equal(await sendLetter(world), true);
  });

  it('are not overwritten by somebody who read an older choice', async () => {
    const world = await freshWorld();
    const administrator = await world.user('administrator');
    const pretend = { ...letters, adapter: 'pretend', settings: {}, version: 0 };
    await world.call(connections.setConnection, administrator, pretend);
    const late = await world.request(connections.setConnection, administrator, pretend);
    assert.deepEqual([late.status, late.body['reason']], [409, 'connection-changed']);
  });

  it('are taken up from the database when another server changed them', async () => {
    const world = await freshWorld();
    const administrator = await world.user('administrator');
    await world.db
      .insertInto('connections')
      .values({
        ...{ tenantId: world.app.tenantId, port: 'telephony', scope: '', version: 1 },
        ...{ adapter: 'gone', settings: '{}', secrets: '{}' },
        chosenAt: '2026-11-01T00:00:00Z',
      })
      .execute();
    await refreshConnections(world.app);
    const { connections: all } = await world.call(connections.readConnections, administrator, {});
    const calls = all.find(({ port }) => port === 'telephony');
    assert.deepEqual([calls?.version, calls?.result.reason], [1, 'adapter-missing']);
  });

  it('keep files where they are while imports wait for theirs', async () => {
    const world = await freshWorld();
    const book = await smallBook(world);
    const administrator = await world.user('administrator');
    const { tenantId } = world.app;
    const { id: portfolioId } = book.portfolio;
    await world.db
      .insertInto('imports')
      .values({
        ...{ id: world.app.newId(), tenantId, portfolioId, kind: 'book', fileName: 'a.csv' },
        ...{ state: 'uploaded', startedAt: '2026-11-01T00:00:00Z' },
      })
      .execute();
    const files = { port: 'files', scope: '', adapter: 'local', settings: { folder: '/tmp' } };
    const refused = await world.request(connections.setConnection, administrator, {
      ...files,
      version: 0,
    });
    assert.deepEqual([refused.status, refused.body['reason']], [409, 'files-in-use']);
  });
});

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
