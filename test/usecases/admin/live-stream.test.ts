import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deactivateUser } from '#contract/admin/admin.ts';
import { mountLive } from '#realtime/live.ts';
import { startOutbox } from '#realtime/outbox.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const quickMs = 20;

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
