import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as admin from '#contract/admin/admin.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { eventsAbout } from '#test/support/world/signing-in.ts';

const signInPath = '/api/auth/sign-in/email';

/** Signs in as the browser does; the status and the cookie. */
async function signIn(world: World, email: string, password: string) {
  const reply = await world.server.inject({
    method: 'POST',
    url: signInPath,
    payload: { email, password },
    headers: { origin: 'http://localhost', 'x-dunlin': '1' },
  });
  const cookie = [reply.headers['set-cookie'] ?? []].flat().map((text) => text.split(';')[0]);
  return { status: reply.statusCode, cookie: cookie.join('; ') };
}

async function isSignedIn(world: World, cookie: string): Promise<boolean> {
  const { statusCode } = await world.server.inject({ url: '/api/me', headers: { cookie } });
  return statusCode === 200;
}

/** Kinds and facts of the events about a user, oldest first. */
async function eventsOf(world: World, userId: string) {
  const rows = await world.db
    .selectFrom('eventLog')
    .select(['kind', 'facts', 'actorId'])
    .where('kind', 'like', 'user.%')
    .orderBy('seq')
    .execute();
  return rows.filter(({ facts }) => (facts as { userId: string }).userId === userId);
}

async function makeUser(world: World, by: Actor, email: string) {
  return world.call(admin.createUser, by, {
    name: 'Sam Field',
    email,
    language: 'en',
    roles: [{ role: 'agent', portfolioId: null }],
  });
}

test('users', async (t) => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const administrator = await world.user('administrator');

  await t.test('a new user signs in with the password that was shown once', async () => {
    const made = await makeUser(world, administrator, 'Sam.Field@Example.test');
    const { status, cookie } = await signIn(world, 'sam.field@example.test', made.password);
    assert.equal(status, 200);
    assert.ok(await isSignedIn(world, cookie));
    const events = await eventsOf(world, made.userId);
    assert.deepEqual(
      events.map(({ kind }) => kind),
      ['user.created', 'user.role-granted', 'user.signed-in'],
    );
    const byAdministrator = events.slice(0, 2);
    assert.ok(byAdministrator.every(({ actorId }) => actorId === administrator.userId));
    const kept = JSON.stringify(events, (_, value) =>
      typeof value === 'bigint' ? String(value) : value,
    );
    for (const secret of [made.password, 'Sam', 'sam.field@']) {
      assert.ok(!kept.includes(secret), `the log holds ${secret}`);
    }
  });

  await t.test('an e-mail address belongs to one user', async () => {
    const twice = await world.request(admin.createUser, administrator, {
      name: 'Other',
      email: 'sam.field@example.test',
      language: 'en',
      roles: [],
    });
    assert.equal(twice.status, 409);
    assert.equal(twice.body['reason'], 'email-taken');
  });

  await t.test('deactivating ends every sign-in at once and lets none begin', async () => {
    const made = await makeUser(world, administrator, 'gone@example.test');
    const { cookie } = await signIn(world, 'gone@example.test', made.password);
    assert.ok(await isSignedIn(world, cookie));
    await world.call(admin.deactivateUser, administrator, { userId: made.userId });
    assert.equal(await isSignedIn(world, cookie), false);
    assert.equal((await signIn(world, 'gone@example.test', made.password)).status, 401);
    const again = await world.request(admin.deactivateUser, administrator, { userId: made.userId });
    assert.equal(again.status, 409);
    await world.call(admin.reactivateUser, administrator, { userId: made.userId });
    assert.equal((await signIn(world, 'gone@example.test', made.password)).status, 200);
  });

  await t.test('a reset ends sign-ins and puts a new password in place of the old', async () => {
    const made = await makeUser(world, administrator, 'lost@example.test');
    const { cookie } = await signIn(world, 'lost@example.test', made.password);
    const { userId } = made;
    const fresh = await world.call(admin.resetPassword, administrator, { userId });
    assert.equal(await isSignedIn(world, cookie), false);
    const ended = (await eventsAbout(world, userId)).filter(
      ({ kind }) => kind === 'user.signed-out',
    );
    assert.deepEqual(
      ended.map(({ facts, actorId }) => [(facts as { how: string }).how, actorId]),
      [['by-administrator', administrator.userId]],
    );
    assert.equal((await signIn(world, 'lost@example.test', made.password)).status, 401);
    assert.equal((await signIn(world, 'lost@example.test', fresh.password)).status, 200);
  });

  await t.test('nobody resets their own password: it is changed with the present one', async () => {
    const { userId } = administrator;
    const own = await world.request(admin.resetPassword, administrator, { userId: userId ?? '' });
    assert.deepEqual([own.status, own.body['needs']], [409, 'present-password']);
  });

  await t.test('nobody gives themselves a role', async () => {
    const userId = administrator.userId ?? '';
    const own = { role: 'administrator', portfolioId: null } as const;
    const roles = [own, { role: 'manager', portfolioId: null }];
    const more = await world.request(admin.setRoles, administrator, { userId, roles });
    assert.deepEqual([more.status, more.body['needs']], [409, 'role-by-another']);
    const same = await world.call(admin.setRoles, administrator, { userId, roles: [own] });
    assert.deepEqual(same, { granted: 0, revoked: 0 });
  });

  await t.test('roles are set as a whole and each change is logged', async () => {
    const { userId } = await makeUser(world, administrator, 'roles@example.test');
    const portfolioId = book.portfolio.id;
    const supervisor = { role: 'supervisor', portfolioId } as const;
    const wanted = [{ role: 'agent', portfolioId: null } as const, supervisor, supervisor];
    const set = (roles: typeof wanted) =>
      world.call(admin.setRoles, administrator, { userId, roles });
    assert.deepEqual(await set(wanted), { granted: 1, revoked: 0 });
    assert.deepEqual(await set(wanted), { granted: 0, revoked: 0 });
    assert.deepEqual(await set([supervisor]), { granted: 0, revoked: 1 });
    const { events } = await world.call(admin.readUserLog, administrator, { userId });
    assert.deepEqual(
      events.map(({ kind, role, portfolioId: on }) => [kind, role, on]),
      [
        ['user.role-revoked', 'agent', null],
        ['user.role-granted', 'supervisor', portfolioId],
        ['user.role-granted', 'agent', null],
        ['user.created', null, null],
      ],
    );
    const { users } = await world.call(admin.listUsers, administrator, { search: 'ROLES@' });
    assert.deepEqual(
      users.map(({ id, roles }) => [id, roles]),
      [[userId, [supervisor]]],
    );
  });

  await t.test('a role is on a portfolio there is; administration is of everything', async () => {
    const { userId } = await makeUser(world, administrator, 'scope@example.test');
    for (const role of [
      { role: 'agent', portfolioId: world.app.newId() },
      { role: 'administrator', portfolioId: book.portfolio.id },
    ]) {
      const input = { userId, roles: [role] };
      const { status } = await world.request(admin.setRoles, administrator, input);
      assert.equal(status, 400, role.role);
    }
  });

  await t.test('wrong passwords from one address lock out nobody at another', async () => {
    const made = await makeUser(world, administrator, 'calm@example.test');
    const payload = { email: 'calm@example.test', password: 'wrong-password' };
    const headers = { origin: 'http://localhost', 'x-dunlin': '1' };
    const wrong = { method: 'POST', url: signInPath, payload, headers } as const;
    const statuses = [];
    for (let turn = 0; turn < 25; turn += 1) {
      const forged = { ...headers, 'x-dunlin-client': `203.0.113.${turn}` };
      const remoteAddress = '198.51.100.7';
      const reply = await world.server.inject({ ...wrong, headers: forged, remoteAddress });
      statuses.push(reply.statusCode);
    }
    assert.equal(statuses.at(0), 401);
    assert.equal(statuses.at(-1), 429);
    assert.equal((await signIn(world, 'calm@example.test', made.password)).status, 200);
  });

  await t.test('a search finds what was typed, not what it means in SQL', async () => {
    const { users } = await world.call(admin.listUsers, administrator, { search: '%' });
    assert.deepEqual(users, []);
  });

  await t.test('whoever administers one portfolio only manages no users', async () => {
    const partly = await world.user('administrator', book.portfolio.id);
    assert.equal((await world.request(admin.listUsers, partly)).status, 403);
    const { userId } = administrator;
    const reset = await world.request(admin.resetPassword, partly, { userId });
    assert.equal(reset.status, 403);
  });
});

test('the last administrator stays one', async (t) => {
  const world = await freshWorld();
  const first = await world.user('administrator');
  const userId = first.userId ?? '';

  await t.test('they can neither drop the role nor be deactivated', async () => {
    for (const [endpoint, input] of [
      [admin.setRoles, { userId, roles: [{ role: 'manager', portfolioId: null }] }],
      [admin.deactivateUser, { userId }],
    ] as const) {
      const { status, body } = await world.request(endpoint, first, input);
      assert.equal(status, 409);
      assert.equal(body['needs'], 'another-administrator');
    }
  });

  await t.test('a deactivated administrator does not count', async () => {
    const second = await world.user('administrator');
    await world.call(admin.deactivateUser, first, { userId: second.userId ?? '' });
    const { status } = await world.request(admin.deactivateUser, first, { userId });
    assert.equal(status, 409);
    await world.call(admin.reactivateUser, first, { userId: second.userId ?? '' });
  });

  await t.test('two who step down at the same moment do not both succeed', async () => {
    const { users } = await world.call(admin.listUsers, first, {});
    assert.equal(users.length, 2);
    const answers = await Promise.all(
      users.map(({ id }) => world.request(admin.deactivateUser, first, { userId: id })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 409]);
  });
});
