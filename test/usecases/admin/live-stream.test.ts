import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deactivateUser } from '#contract/admin/admin.ts';
import { mountLive } from '#realtime/live.ts';
import { startOutbox } from '#realtime/outbox.ts';
import { emptyOutbox } from '#storage/event-log.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const quickMs = 20;

test('who was away longer than the outbox keeps news hears of a gap, others what they missed', async (t) => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const agent = await world.user('agent');
  const outbox = await startOutbox(world.app, quickMs);
  const live = mountLive(world.server, world.app, outbox, world.door.authenticate);
  t.after(async () => {
    live.close();
    await outbox.stop();
  });
  const address = await world.server.listen({ port: 0, host: '127.0.0.1' });
  const begin = async (lastSeen: string | null, until: RegExp) => {
    const headers = { 'x-test-actor': agent.userId ?? '' };
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

test('the live stream of a deactivated user ends, and of nobody else', async (t) => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const agents = [await world.user('agent'), await world.user('agent')];
  const outbox = await startOutbox(world.app, quickMs);
  const live = mountLive(world.server, world.app, outbox, world.door.authenticate);
  t.after(async () => {
    live.close();
    await outbox.stop();
  });
  const address = await world.server.listen({ port: 0, host: '127.0.0.1' });

  // Both at once: they share what they may see, and each must still be heard.
  const streams = await Promise.all(
    agents.map(({ userId }) =>
      fetch(`${address}/api/live`, { headers: { 'x-test-actor': userId ?? '' } }),
    ),
  );
  assert.equal(live.count(), 2);
  const [first, second] = streams.map(({ body }) => body?.getReader());
  await Promise.all([first?.read(), second?.read()]);

  await world.call(deactivateUser, administrator, { userId: agents[0]?.userId ?? '' });
  const heard = await second?.read();
  assert.match(new TextDecoder().decode(heard?.value), /user\.deactivated/);
  assert.equal((await first?.read())?.done, true);
  assert.equal(live.count(), 1);
});
