import assert from 'node:assert/strict';
import { connect } from 'node:net';
import { type TestContext, test } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { sql } from 'kysely';
import { deactivateUser } from '#contract/admin/admin.ts';
import { event } from '#domain/events/event.ts';
import { instantOf } from '#kernel/time.ts';
import { mountLive } from '#realtime/live.ts';
import { startOutbox } from '#realtime/outbox.ts';
import { append, emptyOutbox, type LogRow } from '#storage/event-log.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { metricsText } from '#usecases/admin/metrics-text.ts';

const quickMs = 20;

/** A served stream; `begin` reads it from a place on until something is heard. */
async function streamWorld(t: TestContext) {
  const world = await freshWorld();
  const outbox = await startOutbox(world.app, quickMs);
  const live = mountLive(world.server, world.app, outbox, world.door.authenticate);
  t.after(async () => {
    live.close();
    await outbox.stop();
  });
  const address = await world.server.listen({ port: 0, host: '127.0.0.1' });
  const administrator = await world.user('administrator');
  const begin = async (lastSeen: string | null, until: RegExp, reader = administrator) => {
    const headers = { 'x-test-actor': reader.userId ?? '' };
    const more = lastSeen === null ? {} : { 'last-event-id': lastSeen };
    const { body } = await fetch(`${address}/api/live`, { headers: { ...headers, ...more } });
    const stream = body?.getReader();
    let heard = '';
    while (!until.test(heard)) {
      const part = await stream?.read();
      assert.ok(part?.value, heard);
      heard += new TextDecoder().decode(part.value);
    }
    await stream?.cancel();
    return heard;
  };
  return { world, outbox, administrator, begin };
}

test('who was away longer than the outbox keeps news hears of a gap, others what they missed', async (t) => {
  const { world, outbox, administrator, begin } = await streamWorld(t);
  const place = /id: (\d+)\n/.exec(await begin(null, /id: \d+\n/))?.[1] ?? '';
  assert.notEqual(place, '', 'a new reader knows its place before any news');
  const other = await world.user('agent');
  await world.call(deactivateUser, administrator, { userId: other.userId ?? '' });
  await outbox.poke();
  const missed = await begin(place, /data: /);
  assert.match(missed, /user\.deactivated/);
  assert.doesNotMatch(missed, /event: gap/);

  await emptyOutbox(world.app.db, await emptyOutbox(world.app.db, 0n));
  const gap = await begin(place, /data: /);
  assert.match(gap, /event: gap/);
  const again = /id: (\d+)\n/.exec(gap)?.[1] ?? '';
  assert.ok(BigInt(again) > BigInt(place), 'and goes on from where the log is now');
});

test('who comes back hears what committed late, however many numbers were taken since', async (t) => {
  const { world, outbox, administrator, begin } = await streamWorld(t);
  const { app, db } = world;
  const other = await world.user('agent');
  let place = '';
  await db.transaction().execute(async (tx) => {
    const at = instantOf(app.clock());
    const frame = {
      ...{ id: app.newId(), tenantId: app.tenantId, portfolioId: null, customerId: null },
      ...{ caseId: null, occurredAt: at, recordedAt: at, actorId: null },
    };
    await append(tx, [event('user.reactivated', frame, { userId: app.newId() })]);
    await sql`select nextval('event_log_seq_seq') from generate_series(1, 300)`.execute(tx);
    await world.call(deactivateUser, administrator, { userId: other.userId ?? '' });
    await outbox.poke();
    place = /id: (\d+)\n/.exec(await begin(null, /id: \d+\n/))?.[1] ?? '';
  });
  assert.match(await begin(place, /data: /), /user\.reactivated/);
});

test('the live stream of a deactivated user ends, and of nobody else', async (t) => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const readers = [await world.user('administrator'), await world.user('administrator')];
  const outbox = await startOutbox(world.app, quickMs);
  const live = mountLive(world.server, world.app, outbox, world.door.authenticate);
  t.after(async () => {
    live.close();
    await outbox.stop();
  });
  const address = await world.server.listen({ port: 0, host: '127.0.0.1' });

  // Both at once: they share what they may see, and each must still be heard.
  const streams = await Promise.all(
    readers.map(({ userId }) =>
      fetch(`${address}/api/live`, { headers: { 'x-test-actor': userId ?? '' } }),
    ),
  );
  assert.equal(live.count(), 2);
  const [first, second] = streams.map(({ body }) => body?.getReader());
  await Promise.all([first?.read(), second?.read()]);

  await world.call(deactivateUser, administrator, { userId: readers[0]?.userId ?? '' });
  const heard = await second?.read();
  assert.match(new TextDecoder().decode(heard?.value), /user\.deactivated/);
  assert.equal((await first?.read())?.done, true);
  assert.equal(live.count(), 1);

  const headers = { 'x-test-actor': readers[1]?.userId ?? '' };
  const more = [];
  for (let opened = 0; opened < 9; opened += 1) {
    more.push(await fetch(`${address}/api/live`, { headers }));
  }
  assert.equal(live.count(), 8, 'one sign-in has so many streams, and the oldest end');
  while (!(await second?.read())?.done);
  for (const { body } of more.slice(1)) await body?.cancel();
});

test('what is done to users is told to whoever administers them, not to the floor', async (t) => {
  const { world, outbox, administrator, begin } = await streamWorld(t);
  const { app, db } = world;
  const agent = await world.user('agent');
  const other = await world.user('agent');
  const { portfolio } = await smallBook(world);
  const place = /id: (\d+)\n/.exec(await begin(null, /id: \d+\n/, agent))?.[1] ?? '';
  await world.call(deactivateUser, administrator, { userId: other.userId ?? '' });
  const at = instantOf(app.clock());
  const frame = {
    ...{ id: app.newId(), tenantId: app.tenantId, portfolioId: portfolio.id, customerId: null },
    ...{ caseId: null, occurredAt: at, recordedAt: at, actorId: null },
  };
  const done = event('import.done', frame, { importId: app.newId(), kind: 'book', counts: {} });
  const changed = event(
    'portfolio.policy-proposed',
    { ...frame, id: app.newId() },
    {
      ...{ proposalId: app.newId(), changes: [] },
    },
  );
  await db.transaction().execute((tx) => append(tx, [changed, done]));
  await outbox.poke();
  assert.match(await begin(place, /data: /), /user\.deactivated/);
  const heard = await begin(place, /data: /, agent);
  assert.match(heard, /import\.done/);
  assert.doesNotMatch(heard, /user\./);
  assert.doesNotMatch(heard, /policy-proposed/);
  const compliance = await world.user('compliance');
  assert.match(await begin(place, /data: /, compliance), /policy-proposed/);
});

test('a reader that takes nothing is let go; who reads hears on, and nothing grows', async (t) => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const read: ((batch: readonly LogRow[]) => void)[] = [];
  const outbox = {
    follow: (reader: (typeof read)[number]) => {
      read.push(reader);
      return () => undefined;
    },
    ...{ poke: async () => undefined, seq: () => 0n, resumeAfter: () => 0n },
    stop: async () => undefined,
  };
  const { server, app, door } = world;
  const live = mountLive(server, app, outbox, door.authenticate, 60_000, 10_000);
  t.after(live.close);
  await server.listen({ port: 0, host: '127.0.0.1' });
  const address = server.server.address();
  assert.ok(address !== null && typeof address === 'object');
  const open = (takes: boolean) => {
    const socket = connect(address.port, '127.0.0.1');
    const actor = administrator.userId;
    socket.write(`GET /api/live HTTP/1.1\r\nhost: x\r\nx-test-actor: ${actor}\r\n\r\n`);
    socket.on('error', () => undefined);
    if (takes) socket.resume();
    else socket.pause();
    return socket;
  };
  const [deaf, awake] = [open(false), open(true)];
  while (live.count() < 2) await setTimeout(5);
  const kind = 'user.reactivated' as const;
  const row = { seq: 1n, id: app.newId(), portfolioId: null, customerId: null, caseId: null, kind };
  const one = { ...row, v: 1, occurredAt: instantOf(app.clock()), actorId: null, facts: {} };
  while (live.letGo() === 0) {
    for (const reader of read) reader(Array.from({ length: 2_000 }, () => one));
    await setTimeout(20);
  }
  assert.deepEqual([live.letGo(), live.count()], [1, 1]);
  assert.ok(!awake.destroyed);
  app.gauges.set('liveLetGo', live.letGo);
  assert.match(await metricsText(app), /^dunlin_live_let_go 1$/m);
  for (const socket of [deaf, awake]) socket.destroy();
});
