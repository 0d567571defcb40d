import assert from 'node:assert/strict';
import { test } from 'node:test';
import { totpAt } from '#boot/totp.ts';
import * as account from '#contract/account.ts';
import * as admin from '#contract/admin/admin.ts';
import * as passkeys from '#contract/passkeys.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { ask, eventsAbout, isSignedIn, someone } from '#test/support/world/signing-in.ts';
import { type Oddly, softAuthenticator } from '#test/support/world/soft-authenticator.ts';

const rules = { idleMinutes: 30, limitHours: 12, secondFactorRoles: ['administrator'] as const };
const origin = 'http://localhost';
const world = await freshWorld({ signInRules: rules });
const administrator = await world.user('administrator');
const ada = await someone(world, administrator, 'ada@example.test', 'administrator');
const key = softAuthenticator(origin);
const spare = softAuthenticator(origin);
const stranger = softAuthenticator(origin);

type Options = {
  readonly challenge: string;
  readonly allowCredentials?: readonly { id: string }[];
};

const post = async (path: string, payload: object, cookie = '') => {
  const reply = await ask(world, 'POST', path, { cookie }, payload);
  const body = JSON.parse(reply.body) as {
    options: Options;
    type?: string;
    app?: boolean;
    passkey?: Options | null;
    secret: string;
  };
  return { ...reply, body, problem: body.type?.replace('/problems/', '') ?? null };
};

const enter = (proof: object = {}) =>
  post('/api/auth/sign-in/email', { email: ada.email, password: ada.password, ...proof });

const begin = async () => (await post('/api/auth/passkey/begin', {})).body.options;
const finish = (answer: object) => post('/api/auth/passkey/finish', { answer });

/** Adds a passkey of an authenticator by what shows who one is. */
async function add(cookie: string, proof: object, of = key, oddly: Oddly = {}) {
  const begun = await post(passkeys.beginPasskey.path, proof, cookie);
  assert.equal(begun.status, 200, JSON.stringify(begun.body));
  const answer = of.create(begun.body.options, oddly);
  return post(passkeys.addPasskey.path, { name: 'My key', answer }, cookie);
}

const list = async (cookie: string) => {
  const { body } = await ask(world, 'GET', passkeys.listPasskeys.path, { cookie });
  return (JSON.parse(body) as { passkeys: { id: string; name: string; usedAt: string | null }[] })
    .passkeys;
};

const lastEvent = async () => (await eventsAbout(world, ada.userId)).at(-1);

const wrongPasskey = async (answer: { readonly status: number; readonly problem: string | null }) =>
  assert.deepEqual([answer.status, answer.problem], [401, 'wrong-passkey']);

test('a passkey is added by the present password, and counts where a second factor is demanded', async () => {
  const { cookie } = await enter();
  assert.equal((await ask(world, 'GET', `${admin.listUsers.path}?page=0`, { cookie })).status, 403);
  const wrong = await post(passkeys.beginPasskey.path, { present: 'not it at all' }, cookie);
  assert.equal(wrong.status, 400);
  for (const oddly of [
    { origin: 'http://localhost.example.test' },
    { rpId: 'example.test' },
    { challenge: 'AAAA' },
  ]) {
    await wrongPasskey(await add(cookie, { present: ada.password }, key, oddly));
  }
  assert.equal((await add(cookie, { present: ada.password })).status, 200);
  assert.equal((await lastEvent())?.kind, 'user.passkey-added');
  assert.equal((await ask(world, 'GET', `${admin.listUsers.path}?page=0`, { cookie })).status, 200);
  assert.deepEqual(
    (await list(cookie)).map(({ name, usedAt }) => [name, usedAt]),
    [['My key', null]],
  );
});

test('beside the password, the passkey is the second step, once and for five minutes', async () => {
  const bare = await enter();
  assert.deepEqual([bare.status, bare.problem], [401, 'second-factor-needed']);
  assert.equal(bare.body.app, false);
  const options = bare.body.passkey;
  assert.ok(options);
  assert.equal(options.allowCredentials?.length, 1);
  const answer = key.sign(options, { verified: false });
  const entered = await enter({ passkey: answer });
  assert.ok(await isSignedIn(world, entered.cookie), JSON.stringify(entered.body));
  await wrongPasskey(await enter({ passkey: answer }));
  const late = (await enter()).body.passkey ?? { challenge: '' };
  await world.clock.advance(5 * 60_000);
  await wrongPasskey(await enter({ passkey: key.sign(late) }));
  const event = await lastEvent();
  assert.deepEqual(
    [event?.kind, (event?.facts as { step?: string } | undefined)?.step],
    ['user.sign-in-failed', 'passkey'],
  );
  // A code is none where no app is set up.
  assert.equal((await enter({ code: '123456' })).problem, 'second-factor-needed');
});

test('a passkey alone signs in when the device asked for a finger, a face or a PIN', async () => {
  const options = await begin();
  assert.equal(options.allowCredentials, undefined, 'nobody is told whose keys there are');
  const answer = key.sign(options);
  const entered = await finish(answer);
  assert.ok(await isSignedIn(world, entered.cookie), JSON.stringify(entered.body));
  const events = await eventsAbout(world, ada.userId);
  const begun = events.findLast(({ kind }) => kind === 'user.signed-in');
  assert.equal((begun?.facts as { method?: string } | undefined)?.method, 'passkey');
  await wrongPasskey(await finish(answer));
  await wrongPasskey(await finish(key.sign(await begin(), { verified: false })));
  await wrongPasskey(await finish(key.sign(await begin(), { origin: 'https://localhost' })));
  await wrongPasskey(await finish(stranger.sign(await begin())));
  await world.clock.advance(60_000);
  const late = await begin();
  await world.clock.advance(5 * 60_000);
  await wrongPasskey(await finish(key.sign(late)));
  const after = await finish(key.sign(await begin()));
  assert.ok(await isSignedIn(world, after.cookie), 'a right one forgives');
  await wrongPasskey(await finish(key.sign(await begin(), { counter: 1 })));
  assert.equal((await finish(key.sign(await begin(), { counter: 500 }))).status, 200);
});

test('challenges serve the step they were drawn for and nothing else', async () => {
  const step = (await enter()).body.passkey ?? { challenge: '' };
  await wrongPasskey(await finish(key.sign(step)));
  await wrongPasskey(await enter({ passkey: key.sign(await begin()) }));
  await world.clock.advance(60_000);
  const { cookie } = await finish(key.sign(await begin()));
  const proof = (await post(passkeys.beginPasskeyProof.path, {}, cookie)).body.options;
  await wrongPasskey(await finish(key.sign(proof)));
});

test('tries of a passkey are counted as those of a password', async () => {
  await world.clock.advance(3_600_000);
  assert.equal((await finish(key.sign(await begin()))).status, 200, 'forgives what was before');
  for (let round = 0; round < 5; round += 1) {
    await wrongPasskey(await finish(key.sign(await begin(), { origin: 'http://other.test' })));
  }
  const waits = await finish(key.sign(await begin()));
  assert.deepEqual([waits.status, waits.problem], [429, 'too-many-tries']);
  await world.clock.advance(30_000);
  assert.equal((await finish(key.sign(await begin()))).status, 200);
});

test('another factor is added by all those there are; the password alone adds none', async () => {
  const { cookie } = await finish(key.sign(await begin()));
  const present = ada.password;
  for (const path of [passkeys.beginPasskey.path, account.beginSecondFactor.path]) {
    const alone = await post(path, { present }, cookie);
    assert.deepEqual([alone.status, alone.problem], [409, 'step-missing']);
  }
  const signed = async () => {
    const { options } = (await post(passkeys.beginPasskeyProof.path, {}, cookie)).body;
    return { passkey: key.sign(options) };
  };
  assert.equal((await add(cookie, await signed(), spare)).status, 200);
  const drawn = await post(account.beginSecondFactor.path, await signed(), cookie);
  const codeNow = () => totpAt(drawn.body.secret, Math.floor(world.app.clock() / 30_000));
  const confirmed = await post(account.confirmSecondFactor.path, { code: codeNow() }, cookie);
  assert.equal(confirmed.status, 200);
  await world.clock.advance(60_000);
  const both = await enter();
  assert.ok(both.body.app && both.body.passkey, 'either of both');
  assert.equal((await enter({ code: codeNow() })).status, 200);
});

test('one’s own passkey is removed by the password or by a passkey', async () => {
  const { cookie } = await finish(spare.sign(await begin()));
  const [first] = await list(cookie);
  assert.ok(first);
  const path = passkeys.removePasskey.path.replace(':passkeyId', first.id);
  assert.equal((await post(path, {}, cookie)).status, 400);
  const { options } = (await post(passkeys.beginPasskeyProof.path, {}, cookie)).body;
  await wrongPasskey(
    await post(path, { passkey: spare.sign(options, { verified: false }) }, cookie),
  );
  assert.equal((await post(path, { present: ada.password }, cookie)).status, 200);
  assert.equal((await lastEvent())?.kind, 'user.passkey-removed');
  await wrongPasskey(await finish(key.sign(await begin())));
  assert.equal((await list(cookie)).length, 1);
});

test('an administrator takes lost passkeys away, which ends all sign-ins', async () => {
  const { cookie } = await finish(spare.sign(await begin()));
  assert.equal(
    (await world.request(admin.removePasskeys, await world.user('agent'), { userId: ada.userId }))
      .status,
    403,
  );
  await world.call(admin.removePasskeys, administrator, { userId: ada.userId });
  assert.equal(await isSignedIn(world, cookie), false);
  assert.equal((await lastEvent())?.kind, 'user.passkey-removed');
  await wrongPasskey(await finish(spare.sign(await begin())));
  const own = await world.request(admin.removePasskeys, administrator, {
    userId: administrator.userId,
  });
  assert.equal(own.status, 409);
  const none = await world.request(admin.removePasskeys, administrator, { userId: ada.userId });
  assert.equal(none.status, 404);
});

test('a deactivated person’s passkey opens nothing', async () => {
  const bo = await someone(world, administrator, 'bo@example.test');
  const boKey = softAuthenticator(origin);
  const signedIn = await post('/api/auth/sign-in/email', {
    email: bo.email,
    password: bo.password,
  });
  assert.equal((await add(signedIn.cookie, { present: bo.password }, boKey)).status, 200);
  assert.equal((await finish(boKey.sign(await begin()))).status, 200);
  await world.call(admin.deactivateUser, administrator, { userId: bo.userId });
  await wrongPasskey(await finish(boKey.sign(await begin())));
});
