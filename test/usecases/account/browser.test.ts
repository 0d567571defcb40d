import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as admin from '#contract/admin/admin.ts';
import { hashOfText } from '#storage/account/sign-in-tries.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { ask, eventsAbout, isSignedIn, signIn, someone } from '#test/support/world/signing-in.ts';

test('what a browser brings along is not believed', async (t) => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const { userId, email, password } = await someone(world, administrator, 'rana@example.test');
  const deviceOf = (cookie: string) => /dunlin\.device=([^;.]+)/.exec(cookie)?.[1];
  const devices = () =>
    world.db
      .selectFrom('signInDevices')
      .select('deviceHash')
      .where('userId', '=', userId)
      .execute();

  await t.test('a zero byte in the address is a wrong one', async () => {
    assert.equal((await signIn(world, 'rana\u0000@example.test', password)).status, 401);
    assert.equal((await signIn(world, `${email}\u0007`, password)).status, 401);
  });

  await t.test('the name of a browser is kept to its first 300 characters', async () => {
    await world.server.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      headers: { 'x-dunlin': '1', 'user-agent': `a\tb\u00ad${'x'.repeat(4000)}` },
      payload: { email, password },
    });
    const { userAgent } = await world.db
      .selectFrom('authSessions')
      .select('userAgent')
      .executeTakeFirstOrThrow();
    assert.equal(userAgent, `ab${'x'.repeat(298)}`);
  });

  await t.test('a planted device is not taken, one of this account is', async () => {
    const planted = 'p'.repeat(43);
    const first = await signIn(world, email, password, { cookie: `dunlin.device=${planted}` });
    const drawn = deviceOf(first.cookie);
    assert.notEqual(drawn, planted);
    const second = await signIn(world, email, password, { cookie: `dunlin.device=${drawn}` });
    assert.equal(deviceOf(second.cookie), drawn);
    const other = await someone(world, administrator, 'omer@example.test');
    const shared = await signIn(world, other.email, other.password, { cookie: second.cookie });
    const third = await signIn(world, email, password, { cookie: shared.cookie });
    assert.notEqual(deviceOf(shared.cookie), drawn, 'one secret for each person');
    assert.equal(deviceOf(third.cookie), drawn, 'the one before is still known');
  });

  await t.test('a second sign-in of the same browser ends the first', async () => {
    const { cookie } = await signIn(world, email, password);
    const next = await signIn(world, email, password, { cookie });
    assert.equal(await isSignedIn(world, cookie), false);
    assert.ok(await isSignedIn(world, next.cookie));
    const last = (await eventsAbout(world, userId)).at(-1);
    assert.ok(last?.kind === 'user.signed-out');
    assert.equal((last.facts as { how: string }).how, 'replaced');
  });

  await t.test(
    'a changed password makes strangers of all devices but the present one',
    async () => {
      await signIn(world, email, password, { address: '192.0.2.1' });
      await world.clock.advance(1000);
      const { cookie } = await signIn(world, email, password, { address: '192.0.2.2' });
      const next = 'seven herons over the marsh';
      const changed = await ask(
        world,
        'POST',
        '/api/account/password',
        { cookie },
        {
          present: password,
          next,
        },
      );
      assert.equal(changed.status, 200, changed.body);
      const places = (await devices()).map(({ deviceHash }) => deviceHash.toString('hex'));
      const kept = [deviceOf(cookie) ?? '', 'address 192.0.2.2'];
      const expected = kept.map((text) => hashOfText(text).toString('hex'));
      assert.deepEqual(places.sort(), expected.sort());
      await world.call(admin.resetPassword, administrator, { userId });
      assert.deepEqual(await devices(), []);
    },
  );
});
