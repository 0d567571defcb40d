import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as account from '#contract/account.ts';
import * as admin from '#contract/admin/admin.ts';
import { mountLive } from '#realtime/live.ts';
import { startOutbox } from '#realtime/outbox.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { ask, eventsAbout, isSignedIn, signIn, someone } from '#test/support/world/signing-in.ts';

const goodPassword = 'quilt harbour seventeen';
const passwordPath = account.changePassword.path;

test('one sees and ends one’s own sign-ins, and nobody else’s', async () => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const maya = await someone(world, administrator, 'maya@example.test');
  const leo = await someone(world, administrator, 'leo@example.test');
  const begin = async (who: typeof maya) => (await signIn(world, who.email, who.password)).cookie;
  const [desk, laptop, phone, others] = [
    await begin(maya),
    await begin(maya),
    await begin(maya),
    await begin(leo),
  ];
  const listed = async (cookie: string) => {
    const { body } = await ask(world, 'GET', account.listSignIns.path, { cookie });
    return (JSON.parse(body) as { signIns: { id: string; present: boolean }[] }).signIns;
  };
  const end = (cookie: string, id: string) =>
    ask(world, 'POST', account.endOwnSignIn.path.replace(':signInId', id), { cookie }, {});

  const mine = await listed(desk);
  assert.equal(mine.length, 3);
  assert.equal(mine.filter(({ present }) => present).length, 1);
  const ofPhone = (await listed(phone)).find(({ present }) => present)?.id ?? '';
  const ofLeo = (await listed(others))[0]?.id ?? '';
  assert.equal((await end(desk, ofLeo)).status, 404);
  assert.equal((await end(desk, ofPhone)).status, 200);
  assert.deepEqual(
    [await isSignedIn(world, phone), await isSignedIn(world, laptop)],
    [false, true],
  );
  const { body } = await ask(world, 'POST', account.endOtherSignIns.path, { cookie: desk }, {});
  assert.deepEqual(JSON.parse(body), { ended: 1 });
  assert.deepEqual([await isSignedIn(world, desk), await isSignedIn(world, laptop)], [true, false]);
  assert.ok(await isSignedIn(world, others));
  const ends = (await eventsAbout(world, maya.userId)).filter(
    ({ kind }) => kind === 'user.signed-out',
  );
  assert.equal(ends.length, 2);
});

test('a changed password ends the other sign-ins and is screened', async (t) => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const { userId, email, password } = await someone(world, administrator, 'ines@example.test');
  const { cookie } = await signIn(world, email, password);
  const other = (await signIn(world, email, password)).cookie;
  const change = async (present: string, next: string) => {
    const { status, body } = await ask(world, 'POST', passwordPath, { cookie }, { present, next });
    const { problems = [] } = JSON.parse(body) as { problems?: { code: string }[] };
    return { status, code: problems[0]?.code };
  };

  await t.test(
    'no short one, no common one whatever stands around it, not one’s name',
    async () => {
      for (const [next, code] of [
        ['short one', 'password-too-short'],
        ['qwertyuiop', 'password-common'],
        ['Password2024!', 'password-common'],
        ['P4ssw0rd!!', 'password-common'],
        ['aaaaaaaaaaaa', 'password-common'],
        ['ines-1987-x', 'password-personal'],
      ] as const) {
        assert.deepEqual(await change(password, next), { status: 400, code }, next);
      }
    },
  );

  await t.test('the present one has to be named; then the new one counts, here alone', async () => {
    assert.equal((await change('not the present one', goodPassword)).code, 'password-wrong');
    assert.equal((await change(password, goodPassword)).status, 200);
    assert.ok(await isSignedIn(world, cookie));
    assert.equal(await isSignedIn(world, other), false);
    assert.equal((await signIn(world, email, password)).status, 401);
    assert.equal((await signIn(world, email, goodPassword)).status, 200);
    const kinds = (await eventsAbout(world, userId)).map(({ kind }) => kind);
    assert.ok(kinds.includes('user.password-changed'));
    // A wrong present password is no failed sign-in.
    assert.equal(kinds.filter((kind) => kind === 'user.password-mistaken').length, 1);
  });

  await t.test('guesses of the present one are stopped', async () => {
    const again = (await signIn(world, email, goodPassword)).cookie;
    const guess = () =>
      ask(
        world,
        'POST',
        passwordPath,
        { cookie: again },
        { present: 'guess', next: 'x'.repeat(12) },
      );
    for (let turn = 0; turn < 5; turn += 1) assert.equal((await guess()).status, 400);
    assert.equal((await guess()).status, 429);
  });

  await t.test('a reset by an administrator lets in whom wrong passwords shut out', async () => {
    const from = { address: '203.0.113.77' };
    for (let turn = 0; turn < 6; turn += 1) await signIn(world, email, 'wrong password', from);
    assert.equal((await signIn(world, email, goodPassword, from)).status, 429);
    const reset = await world.call(admin.resetPassword, administrator, { userId });
    assert.equal((await signIn(world, email, reset.password, from)).status, 200);
  });
});

test('signing out ends the live stream of that sign-in, and an idle one ends too', async (t) => {
  const world = await freshWorld();
  const outbox = await startOutbox(world.app, 20);
  const live = mountLive(world.server, world.app, outbox, world.door.authenticate, 20);
  t.after(async () => {
    live.close();
    await outbox.stop();
  });
  const administrator = await world.user('administrator');
  const { email, password } = await someone(world, administrator, 'leo@example.test');
  const address = await world.server.listen({ port: 0, host: '127.0.0.1' });
  const begin = async () => {
    const { cookie } = await signIn(world, email, password);
    const { body } = await fetch(`${address}/api/live`, { headers: { cookie } });
    return { cookie, ended: new Response(body).text() };
  };
  const [left, kept] = [await begin(), await begin()];
  assert.equal(live.count(), 2);
  await ask(world, 'POST', '/api/auth/sign-out', { cookie: left.cookie });
  await left.ended;
  assert.equal(live.count(), 1);
  await world.clock.advance(31 * 60_000);
  await kept.ended;
  assert.equal(live.count(), 0);
});
