import assert from 'node:assert/strict';
import { scryptSync } from 'node:crypto';
import { mock, test } from 'node:test';
import { sql } from 'kysely';
import { usualPasswordHash } from '#boot/password-hash.ts';
import * as admin from '#contract/admin/admin.ts';
import { verifyUserChains } from '#storage/account/user-chain.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { ask, eventsAbout, isSignedIn, signIn, someone } from '#test/support/world/signing-in.ts';
import { sweepSignIns } from '#usecases/account/sweep-sign-ins.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

test('a sign-in ends when nobody uses it, and at the latest after half a day', async (t) => {
  const world = await freshWorld({
    signInRules: { idleMinutes: 30, limitHours: 12, secondFactorRoles: [] },
  });
  const administrator = await world.user('administrator');
  const { userId, email, password } = await someone(world, administrator, 'maya@example.test');
  const begin = async () => (await signIn(world, email, password)).cookie;
  const lastReason = async () => (await eventsAbout(world, userId)).at(-1)?.facts;

  await t.test('half an hour without a request', async () => {
    const cookie = await begin();
    world.clock.set('2026-11-18T15:29:00.000Z');
    assert.ok(await isSignedIn(world, cookie), 'and each request begins the half hour anew');
    world.clock.set('2026-11-18T15:58:00.000Z');
    assert.ok(await isSignedIn(world, cookie));
    world.clock.set('2026-11-18T16:28:01.000Z');
    assert.equal(await isSignedIn(world, cookie), false);
    assert.equal(((await lastReason()) as { how: string }).how, 'idle');
    assert.deepEqual(await world.db.selectFrom('authSessions').select('id').execute(), []);
  });

  await t.test('the sweep ends one that nobody came back to, and leaves the others', async () => {
    await begin();
    world.clock.set('2026-11-18T16:58:02.000Z');
    const other = await begin();
    assert.equal(await sweepSignIns(world.app), 1);
    assert.equal(((await lastReason()) as { how: string }).how, 'idle');
    assert.ok(await isSignedIn(world, other));
    await ask(world, 'POST', '/api/auth/sign-out', { cookie: other }, {});
    assert.deepEqual(await world.db.selectFrom('authSessions').select('id').execute(), []);
  });

  await t.test('a page that asks by itself does not keep it alive', async () => {
    const cookie = await begin();
    const unattended = { cookie, 'x-dunlin-unattended': '1' };
    for (let minutes = 0; minutes < 30; minutes += 10) {
      const { statusCode } = await world.server.inject({ url: '/api/me', headers: unattended });
      assert.equal(statusCode, 200);
      await world.clock.advance(10 * minuteMs);
    }
    assert.equal(await isSignedIn(world, cookie), false);
  });

  await t.test('twelve hours, however busy', async () => {
    const cookie = await begin();
    for (let asked = 0; asked < 36; asked += 1) {
      assert.ok(await isSignedIn(world, cookie));
      await world.clock.advance(20 * minuteMs);
    }
    assert.equal(await isSignedIn(world, cookie), false);
    assert.equal(((await lastReason()) as { how: string }).how, 'limit');
  });

  await t.test('the library ends it too, should our own check ever be left out', async (sub) => {
    const cookie = await begin();
    const headers = new Headers({ cookie });
    assert.ok(await world.auth.api.getSession({ headers }));
    mock.timers.enable({ apis: ['Date'], now: Date.now() + 13 * hourMs });
    sub.after(() => mock.timers.reset());
    assert.equal(await world.auth.api.getSession({ headers }), null);
  });
});

test('signing in and out, and what stands in the record', async (t) => {
  const world = await freshWorld({ passwords: usualPasswordHash });
  const administrator = await world.user('administrator');
  const { userId, email, password } = await someone(world, administrator, 'leo@example.test');

  await t.test(
    'a password is kept by scrypt at its full cost, and by nothing cheaper',
    async () => {
      const kept = await world.db.selectFrom('authAccounts').select('password').execute();
      const [salt = '', key] = (kept[0]?.password ?? '').split(':');
      const cost = { N: 16_384, r: 16, p: 1, maxmem: 2 ** 26 };
      assert.equal(kept.length, 1);
      assert.equal(scryptSync(password, salt, 64, cost).toString('hex'), key);
    },
  );

  await t.test('what is done at the door is in the chained record, and no word of it', async () => {
    const { cookie, headers, body } = await signIn(world, email, password);
    assert.equal(body, '{"done":true}', 'the token stands in the cookie only');
    assert.match(String(headers['set-cookie']), /HttpOnly/);
    assert.equal((await signIn(world, email, 'a wrong password')).status, 401);
    const { status } = await ask(world, 'POST', '/api/auth/sign-out', { cookie });
    assert.equal(status, 200);
    assert.equal(await isSignedIn(world, cookie), false);
    const events = await eventsAbout(world, userId);
    assert.deepEqual(
      events.map(({ kind }) => kind),
      [
        'user.created',
        'user.role-granted',
        'user.signed-in',
        'user.sign-in-failed',
        'user.signed-out',
      ],
    );
    const kept = JSON.stringify(events.map(({ facts }) => facts));
    assert.doesNotMatch(kept, /leo|wrong|198\.51/);
    assert.deepEqual(await verifyUserChains(world.db), []);
  });

  await t.test('a sign-in that failed for nobody is in the record too', async () => {
    assert.equal((await signIn(world, 'nobody@example.test', 'a password')).status, 401);
    assert.equal((await eventsAbout(world, null)).length, 1);
  });

  await t.test('an event that was changed or taken away breaks the chain of its user', async () => {
    // Whoever owns the database can switch off what refuses it; the chain still shows.
    await sql`alter table event_log disable trigger user`.execute(world.db);
    await sql`delete from event_log where kind = 'user.signed-out'`.execute(world.db);
    await sql`alter table event_log enable trigger user`.execute(world.db);
    assert.deepEqual(await verifyUserChains(world.db), [{ userId, seq: null }]);
  });

  await t.test('of the library only what we mounted answers', async () => {
    const { cookie } = await signIn(world, email, password);
    for (const path of ['update-user', 'change-email', 'delete-user', 'sign-up/email', 'ok']) {
      const { status } = await ask(world, 'POST', `/api/auth/${path}`, { cookie }, { name: 'x' });
      assert.equal(status, 404, path);
    }
    for (const path of ['get-session', 'list-sessions', 'error']) {
      assert.equal((await ask(world, 'GET', `/api/auth/${path}`, { cookie })).status, 404, path);
    }
  });

  await t.test('another site can send no sign-in', async () => {
    const reply = await world.server.inject({
      method: 'POST',
      url: '/api/auth/sign-in/email',
      payload: { email, password },
    });
    assert.equal(reply.statusCode, 403);
  });

  await t.test('closed accounts, wrong passwords and nobody answer alike', async () => {
    const closed = await someone(world, administrator, 'closed@example.test');
    await world.call(admin.deactivateUser, administrator, { userId: closed.userId });
    const shown = async (tried: string, secret: string) => {
      const { status, body, headers } = await signIn(world, tried, secret);
      const { instance: _, ...rest } = JSON.parse(body) as Record<string, unknown>;
      return { status, rest, names: Object.keys(headers).sort() };
    };
    const wrong = await shown(email, 'a wrong password');
    assert.deepEqual(await shown('closed@example.test', closed.password), wrong);
    assert.deepEqual(await shown('nobody@example.test', closed.password), wrong);
    assert.deepEqual(await shown(email, 'x'.repeat(5000)), wrong);
  });

  await t.test('no answer of the product is kept by a browser or a proxy', async () => {
    const { cookie } = await signIn(world, email, password);
    for (const url of ['/api/me', '/api/admin/users', '/api/insight/bridge.csv']) {
      const { headers } = await ask(world, 'GET', url, { cookie });
      assert.equal(headers['cache-control'], 'no-store', url);
    }
  });
});

test('tries are counted by account and place, and the wait grows', async (t) => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const { email, password } = await someone(world, administrator, 'ines@example.test');
  const wrong = (from: { cookie?: string; address?: string }) =>
    signIn(world, email, 'a wrong password', from);
  const until = (body: string) => (JSON.parse(body) as { until: string }).until;

  await t.test('five at one address, then half a minute, then a whole one', async () => {
    const from = { address: '203.0.113.1' };
    for (let turn = 0; turn < 5; turn += 1) assert.equal((await wrong(from)).status, 401);
    const blocked = await signIn(world, email, password, from);
    assert.equal(blocked.status, 429, 'the right password is not even looked at');
    assert.equal(until(blocked.body), '2026-11-18T15:00:30.000Z');
    world.clock.set('2026-11-18T15:00:30.000Z');
    assert.equal((await wrong(from)).status, 401);
    assert.equal(until((await wrong(from)).body), '2026-11-18T15:01:30.000Z');
    world.clock.set('2026-11-18T15:01:30.000Z');
    assert.equal((await signIn(world, email, password, from)).status, 200);
    assert.equal((await wrong(from)).status, 401, 'and then all is forgotten');
  });

  await t.test('guesses sent at once do not pass together', async () => {
    const from = { address: '203.0.113.2' };
    const answers = await Promise.all(Array.from({ length: 20 }, () => wrong(from)));
    assert.equal(answers.filter(({ status }) => status === 401).length, 5);
  });

  await t.test('a stranger shuts out nobody who signed in from their device before', async () => {
    const office = '192.0.2.10';
    const { cookie } = await signIn(world, email, password, { address: office });
    const device = cookie.split('; ').find((pair) => pair.startsWith('dunlin.device=')) ?? '';
    for (let turn = 0; turn < 80; turn += 1) await wrong({ address: `203.0.113.${100 + turn}` });
    // From the very office too, where all people have one address.
    for (let turn = 0; turn < 8; turn += 1) await wrong({ address: office });
    const elsewhere = { address: '203.0.113.250' };
    assert.equal((await signIn(world, email, password, elsewhere)).status, 429);
    const known = await signIn(world, email, password, { address: office, cookie: device });
    assert.equal(known.status, 200);
    const other = await someone(world, administrator, 'noor@example.test');
    const neighbour = await signIn(world, other.email, other.password, { address: office });
    assert.equal(neighbour.status, 200, 'and no neighbour in the office');
  });

  await t.test(
    'a stranger makes a new device wait half a minute at most, and no office',
    async () => {
      const known = '192.0.2.77';
      await world.clock.advance(30_000);
      assert.equal((await signIn(world, email, password, { address: known })).status, 200);
      for (let turn = 0; turn < 80; turn += 1) {
        await wrong({ address: `198.18.${turn}.1` });
        await world.clock.advance(turn < 50 ? 0 : 30_000);
      }
      await wrong({ address: '198.18.200.1' });
      const fresh = { address: '198.18.201.1' };
      assert.equal((await signIn(world, email, password, { address: known })).status, 200);
      const waiting = await signIn(world, email, password, fresh);
      assert.equal(waiting.status, 429);
      assert.ok(Date.parse(until(waiting.body)) - world.app.clock() <= 30_000);
      await world.clock.advance(30_000);
      assert.equal((await signIn(world, email, password, fresh)).status, 200);
    },
  );

  await t.test('whoever has one IPv6 address has its whole network', async () => {
    const other = await someone(world, administrator, 'yael@example.test');
    const from = (host: number) => ({ address: `2001:db8:1:2::${host}` });
    for (let host = 1; host <= 5; host += 1) {
      assert.equal((await signIn(world, other.email, 'a wrong one', from(host))).status, 401);
    }
    assert.equal((await signIn(world, other.email, other.password, from(6))).status, 429);
    const neighbour = { address: '2001:db8:1:3::1' };
    assert.equal((await signIn(world, other.email, other.password, neighbour)).status, 200);
  });

  await t.test('an address that belongs to nobody waits like all others', async () => {
    const tried = () => signIn(world, 'ghost@example.test', 'some password');
    for (let turn = 0; turn < 5; turn += 1) assert.equal((await tried()).status, 401);
    assert.equal((await tried()).status, 429);
  });
});

test('two passwords are hashed at once, some wait, and more are told to come again', async () => {
  const open: { door: () => void } = { door: () => undefined };
  const opened = new Promise<void>((resolve) => {
    open.door = resolve;
  });
  const at = { once: 0, most: 0 };
  const slowly = async <Result>(result: Result): Promise<Result> => {
    at.once += 1;
    at.most = Math.max(at.most, at.once);
    await opened;
    at.once -= 1;
    return result;
  };
  const passwords = { hash: () => slowly('kept'), verify: () => slowly(false) };
  const world = await freshWorld({ passwords });
  const tries = Array.from({ length: 130 }, (_, index) =>
    signIn(world, `nobody${index}@example.test`, 'a wrong word', {
      address: `198.51.100.${index}`,
    }),
  );
  const refused = await Promise.race([...tries]);
  assert.equal(refused.status, 429);
  while (at.once < 2) await new Promise(setImmediate);
  open.door();
  const statuses = (await Promise.all(tries)).map(({ status }) => status);
  assert.equal(statuses.filter((status) => status === 429).length, 8);
  assert.equal(statuses.filter((status) => status === 401).length, 122);
  assert.equal(at.most, 2);
});
