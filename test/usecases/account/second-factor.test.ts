import assert from 'node:assert/strict';
import { test } from 'node:test';
import { totpAt } from '#boot/totp.ts';
import * as account from '#contract/account.ts';
import * as admin from '#contract/admin/admin.ts';
import { instantOf } from '#kernel/time.ts';
import { countTry, hashOfText } from '#storage/account/sign-in-tries.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { ask, eventsAbout, isSignedIn, someone } from '#test/support/world/signing-in.ts';

const rules = { idleMinutes: 30, limitHours: 12, secondFactorRoles: ['administrator'] as const };

type Asked = { readonly email: string; readonly password: string; readonly code?: string };

async function enter(world: World, { email, password, code }: Asked, address = '198.51.100.20') {
  const payload = code === undefined ? { email, password } : { email, password, code };
  const reply = await ask(world, 'POST', '/api/auth/sign-in/email', { address }, payload);
  const problem = JSON.parse(reply.body) as { type?: string };
  return { ...reply, problem: problem.type?.replace('/problems/', '') ?? null };
}

const codeNow = (world: World, secret: string, aside = 0) =>
  totpAt(secret, Math.floor(world.app.clock() / 30_000) + aside);

/** Sets an app up through the door. */
async function enrolled(world: World, cookie: string, present: string) {
  const post = (path: string, payload: object) => ask(world, 'POST', path, { cookie }, payload);
  const begun = await post(account.beginSecondFactor.path, { present });
  assert.equal(begun.status, 200, begun.body);
  const { secret } = JSON.parse(begun.body) as { secret: string };
  const wrong = await post(account.confirmSecondFactor.path, { code: '12345' });
  assert.equal(wrong.status, 400);
  const code = codeNow(world, secret);
  const confirmed = await post(account.confirmSecondFactor.path, { code });
  assert.equal(confirmed.status, 200, confirmed.body);
  const { recoveryCodes } = JSON.parse(confirmed.body) as { recoveryCodes: string[] };
  return { secret, recoveryCodes };
}

test('a second step at the sign-in', async (t) => {
  const world = await freshWorld({ signInRules: rules });
  const administrator = await world.user('administrator');
  const ada = await someone(world, administrator, 'ada@example.test', 'administrator');
  const owes = async (cookie: string) => {
    const { body } = await ask(world, 'GET', '/api/me', { cookie });
    return JSON.parse(body) as { owes: string | null; rights: string[] };
  };
  const { cookie } = await enter(world, ada);
  const kept = { secret: '', recoveryCodes: [''] };

  await t.test('whose role demands it opens nothing before the app is set up', async () => {
    const before = await owes(cookie);
    assert.deepEqual([before.owes, before.rights], ['second-factor', []]);
    assert.equal((await ask(world, 'GET', admin.listUsers.path, { cookie })).status, 403);
    const bad = await ask(
      world,
      'POST',
      account.beginSecondFactor.path,
      { cookie },
      { present: 'x' },
    );
    assert.equal(bad.status, 400, 'the present password is asked for');
    const post = (path: string, payload: object) => ask(world, 'POST', path, { cookie }, payload);
    const drawn = await post(account.beginSecondFactor.path, { present: ada.password });
    const { secret } = JSON.parse(drawn.body) as { secret: string };
    assert.equal((await post(account.cancelSecondFactor.path, {})).status, 200);
    const late = await post(account.confirmSecondFactor.path, { code: codeNow(world, secret) });
    assert.equal(JSON.parse(late.body).needs, 'second-factor-secret', 'the key was called off');
    Object.assign(kept, await enrolled(world, cookie, ada.password));
    assert.equal((await owes(cookie)).owes, null);
    assert.equal(
      (await ask(world, 'GET', `${admin.listUsers.path}?page=0`, { cookie })).status,
      200,
    );
  });

  await t.test(
    'a code is asked for, counts once, and its neighbours in time count too',
    async () => {
      await world.clock.advance(60_000);
      const bare = await enter(world, ada);
      assert.deepEqual([bare.status, bare.problem], [401, 'second-factor-needed']);
      assert.ok(!bare.cookie.includes('session_token'), 'no cookie before the second step');
      const code = codeNow(world, kept.secret, -1);
      const right = await enter(world, { ...ada, code });
      assert.ok(await isSignedIn(world, right.cookie));
      assert.equal((await enter(world, { ...ada, code })).problem, 'wrong-code', 'used already');
      const wrongPassword = {
        ...ada,
        password: 'not it at all',
        code: codeNow(world, kept.secret),
      };
      assert.equal((await enter(world, wrongPassword)).problem, 'wrong-credentials');
    },
  );

  await t.test('a recovery code lets in once', async () => {
    const [first = ''] = kept.recoveryCodes;
    const typed = first.toLowerCase().replaceAll('-', ' ');
    assert.equal((await enter(world, { ...ada, code: typed })).status, 200);
    assert.equal((await enter(world, { ...ada, code: first })).problem, 'wrong-code');
    const { body } = await ask(world, 'GET', account.readSecondFactor.path, { cookie });
    assert.equal((JSON.parse(body) as { codesLeft: number }).codesLeft, 7);
  });

  await t.test('another app takes a code of the present one, beside the password', async () => {
    await world.clock.advance(60_000);
    const begin = async (code: string | null) => {
      const told = { present: ada.password, code };
      const { status, body } = await ask(
        ...[world, 'POST' as const, account.beginSecondFactor.path, { cookie }, told],
      );
      const { problems = [] } = JSON.parse(body) as { problems?: { code: string }[] };
      return [status, ...problems.map(({ code: why }) => why)];
    };
    assert.deepEqual(await begin(null), [400, 'missing']);
    assert.deepEqual(await begin('AAAA'), [400, 'code-wrong']);
    const code = codeNow(world, kept.secret);
    assert.deepEqual(await begin(code), [200]);
    assert.deepEqual(await begin(code), [400, 'code-wrong'], 'used already');
    assert.deepEqual(await begin(kept.recoveryCodes[1] ?? ''), [200]);
  });

  await t.test('guesses of the code are stopped wherever they come from', async () => {
    await world.clock.advance(600_000);
    for (let turn = 0; turn < 5; turn += 1) {
      await enter(world, { ...ada, code: 'AAAA' }, `203.0.113.${turn}`);
    }
    const code = codeNow(world, kept.secret);
    assert.equal((await enter(world, { ...ada, code }, '203.0.113.99')).status, 429);
    await world.clock.advance(3_600_000);
    const later = codeNow(world, kept.secret);
    assert.equal((await enter(world, { ...ada, code: later }, '203.0.113.99')).status, 200);
  });

  await t.test('an administrator takes a lost app away, and it is in the record', async () => {
    const { userId } = ada;
    const own = await ask(
      ...[world, 'POST' as const, admin.resetSecondFactor.path.replace(':userId', userId)],
      ...[
        { cookie: (await enter(world, { ...ada, code: codeNow(world, kept.secret, 1) })).cookie },
      ],
    );
    assert.deepEqual([own.status, JSON.parse(own.body).needs], [409, 'another-administrator']);
    await world.call(admin.resetSecondFactor, administrator, { userId });
    const again = await world.request(admin.resetSecondFactor, administrator, { userId });
    assert.equal(again.status, 404);
    const entered = await enter(world, ada);
    assert.equal((await owes(entered.cookie)).owes, 'second-factor');
    const events = await eventsAbout(world, userId);
    const kinds = new Set(events.map(({ kind }) => kind));
    assert.ok(kinds.has('user.second-factor-set') && kinds.has('user.second-factor-reset'));
    const methods = events.flatMap(({ facts }) => (facts as { method?: string }).method ?? []);
    assert.deepEqual(methods, ['password', 'totp', 'backup-code', 'totp', 'totp', 'password']);
    const codes = await world.db.selectFrom('recoveryCodes').selectAll().execute();
    assert.deepEqual(codes, []);
  });
});

test('a password that was drawn for somebody has to be changed, and ends', async (t) => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const make = (email: string) =>
    world.call(admin.createUser, administrator, {
      ...{ name: 'Noa', email, language: 'en' },
      roles: [{ role: 'administrator', portfolioId: null }],
    });

  await t.test('it opens the account only, by a reset also when strangers tried', async () => {
    const email = 'noa@example.test';
    const { userId, password: first } = await make(email);
    // As after many wrong tries of strangers: no other try of theirs is looked at for an hour.
    const waits = { free: 1, firstSeconds: 3600, longestSeconds: 3600 };
    const at = instantOf(world.app.clock());
    const nobody = 'nobody@example.test';
    for (const one of [email, nobody, email, nobody]) {
      await countTry(world.db, hashOfText(one), hashOfText('strangers'), at, waits);
    }
    // Nobody learns from the wait whether there is such an account, and whether its password is new.
    for (const one of [email, nobody]) {
      const tried = await enter(world, { email: one, password: first }, '198.18.99.1');
      assert.equal(tried.status, 429, one);
    }
    const { password } = await world.call(admin.resetPassword, administrator, { userId });
    const { cookie } = await enter(world, { email, password }, '198.18.99.1');
    const list = `${admin.listUsers.path}?page=0`;
    assert.equal((await ask(world, 'GET', list, { cookie })).status, 403);
    const change = { present: password, next: 'seven herons over the marsh' };
    const changed = await ask(world, 'POST', account.changePassword.path, { cookie }, change);
    assert.equal(changed.status, 200, changed.body);
    assert.equal((await ask(world, 'GET', list, { cookie })).status, 200);
  });

  await t.test('after a week it is a wrong one', async () => {
    const email = 'gil@example.test';
    const { password, userId } = await make(email);
    await world.clock.advance(7 * 86_400_000);
    assert.equal((await enter(world, { email, password })).problem, 'wrong-credentials');
    const fresh = await world.call(admin.resetPassword, administrator, { userId });
    assert.equal((await enter(world, { email, password: fresh.password })).status, 200);
  });
});
