import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type MutableToken, OAuth2Server } from 'oauth2-mock-server';
import { makeIdentityProvider } from '#boot/identity-provider.ts';
import { providerOf } from '#boot/provider-config.ts';
import * as admin from '#contract/admin/admin.ts';
import type { IdentityProvider } from '#ports/identity-provider.ts';
import { atEnd } from '#test/support/run/at-end.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { ask, eventsAbout, isSignedIn, signIn, someone } from '#test/support/world/signing-in.ts';

/** A real provider in this process. */
const server = new OAuth2Server();
await server.issuer.keys.generate('RS256');
await server.start(0, 'localhost');
atEnd(() => server.stop());
const issuer = server.issuer.url ?? '';
const settings = { issuer, clientId: 'dunlin', clientSecret: 'a secret', demandedOf: [] };
const ways = makeIdentityProvider(settings, 'http://localhost');
/** As the operator sets it: one role comes in by the provider only. */
const provider: IdentityProvider = { ...ways, demandedOf: ['supervisor'] };
const rules = { idleMinutes: 30, limitHours: 12, secondFactorRoles: ['administrator'] as const };
const world = await freshWorld({ provider, signInRules: rules });
const administrator = await world.user('administrator');
const ada = await someone(world, administrator, 'ada@example.test');

type Claims = Record<string, unknown>;

/** Goes to the provider, which says who somebody is, and comes back. */
async function comeBack(claims: Claims, waitMs = 0) {
  const begun = await ask(world, 'POST', '/api/auth/oidc/begin', {}, {});
  assert.equal(begun.status, 200, begun.body);
  const { url } = JSON.parse(begun.body) as { url: string };
  const sent = await fetch(url, { redirect: 'manual' });
  const back = new URL(sent.headers.get('location') ?? '');
  assert.equal(back.pathname, '/api/auth/oidc/callback');
  await world.clock.advance(waitMs);
  const say = (token: MutableToken) => Object.assign(token.payload, claims);
  server.service.on('beforeTokenSigning', say);
  const path = back.pathname + back.search;
  const answer = await ask(world, 'GET', path, { cookie: begun.cookie });
  server.service.removeListener('beforeTokenSigning', say);
  return { ...answer, path, begun, to: answer.headers.location };
}

const adaAtProvider = { sub: 'p-1', email: 'Ada@Example.test', email_verified: true };

const lastFailed = async (userId: string | null) => {
  const event = (await eventsAbout(world, userId)).at(-1);
  return [event?.kind, (event?.facts as { step?: string } | undefined)?.step];
};

const refused = ['user.sign-in-failed', 'oidc'];

test('the sign-in screen knows whether there is a provider', async () => {
  const { body } = await ask(world, 'GET', '/api/auth/ways');
  assert.deepEqual(JSON.parse(body), { provider: true });
});

test('bad tokens let nobody in, each with an event', async () => {
  const bad: readonly Claims[] = [
    { nonce: 'another' },
    { aud: 'another' },
    { iss: 'https://another.example.test' },
    { exp: Math.floor(Date.now() / 1000) - 3600 },
  ];
  for (const claims of bad) {
    const { status, to, cookie } = await comeBack({ ...adaAtProvider, ...claims });
    assert.deepEqual([status, to], [302, '/sign-in?refused=failed'], JSON.stringify(claims));
    assert.ok(!cookie.includes('session_token'));
    assert.deepEqual(await lastFailed(null), refused);
  }
  for (const email_verified of [false, undefined, 'true']) {
    const { to } = await comeBack({ ...adaAtProvider, email_verified });
    assert.equal(to, '/sign-in?refused=unverified');
  }
});

test('an unknown person gets no account', async () => {
  const before = await world.db.selectFrom('users').select('id').execute();
  const { to } = await comeBack({ sub: 'p-9', email: 'zoe@example.test', email_verified: true });
  assert.equal(to, '/sign-in?refused=unknown');
  assert.deepEqual(await lastFailed(null), refused);
  assert.equal((await world.db.selectFrom('users').select('id').execute()).length, before.length);
});

test('a verified address links once; from then on the subject is who they are', async () => {
  const first = await comeBack(adaAtProvider);
  assert.equal(first.to, '/', first.body);
  assert.ok(await isSignedIn(world, first.cookie));
  const kinds = (await eventsAbout(world, ada.userId)).map(({ kind }) => kind);
  assert.ok(kinds.includes('user.provider-linked'));
  const moved = await comeBack({ sub: 'p-1', email: 'new@example.test', email_verified: false });
  assert.equal(moved.to, '/', 'another address at the provider changes nothing');
  assert.equal(
    (await comeBack({ ...adaAtProvider, sub: 'p-2' })).to,
    '/sign-in?refused=other-link',
  );
  assert.deepEqual(await lastFailed(ada.userId), refused);
  const out = await ask(world, 'POST', '/api/auth/sign-out', { cookie: first.cookie }, {});
  assert.equal(out.status, 200);
  assert.equal(await isSignedIn(world, first.cookie), false);
});

test('a way back serves once, for ten minutes, in the browser that began it', async () => {
  const { begun, path } = await comeBack(adaAtProvider);
  const again = await ask(world, 'GET', path, { cookie: begun.cookie });
  assert.equal(again.headers.location, '/sign-in?refused=failed');
  const stranger = await ask(world, 'GET', path);
  assert.equal(stranger.headers.location, '/sign-in?refused=failed');
  assert.equal((await comeBack(adaAtProvider, 10 * 60_000)).to, '/sign-in?refused=failed');
});

test('where two factors are demanded, the provider has to have seen two', async () => {
  const bo = await someone(world, administrator, 'bo@example.test', 'administrator');
  const boAtProvider = { sub: 'p-3', email: bo.email, email_verified: true };
  assert.equal((await comeBack(boAtProvider)).to, '/sign-in?refused=one-factor');
  const { to, cookie } = await comeBack({ ...boAtProvider, amr: ['pwd', 'mfa'] });
  assert.equal(to, '/');
  const users = await ask(world, 'GET', `${admin.listUsers.path}?page=0`, { cookie });
  assert.equal(users.status, 200, 'nothing is owed');
});

test('a role may be let in by the provider only', async () => {
  const cy = await someone(world, administrator, 'cy@example.test', 'supervisor');
  const byPassword = await signIn(world, cy.email, cy.password);
  assert.equal(byPassword.status, 401);
  assert.equal(JSON.parse(byPassword.body).type, '/problems/provider-needed');
  assert.ok(!byPassword.cookie.includes('session_token'));
  assert.deepEqual(await lastFailed(cy.userId), refused);
  const { to } = await comeBack({ sub: 'p-4', email: cy.email, email_verified: true });
  assert.equal(to, '/');
});

test('a reset by an administrator undoes the link; a closed account stays closed', async () => {
  await world.call(admin.resetPassword, administrator, { userId: ada.userId });
  const { to, cookie } = await comeBack({ ...adaAtProvider, sub: 'p-2' });
  assert.equal(to, '/', 'linked anew');
  assert.ok(await isSignedIn(world, cookie));
  await world.call(admin.deactivateUser, administrator, { userId: ada.userId });
  assert.equal(await isSignedIn(world, cookie), false);
  assert.equal((await comeBack({ ...adaAtProvider, sub: 'p-2' })).to, '/sign-in?refused=unknown');
});

test('half a provider is no setting', () => {
  const given = {
    ...{ issuer: undefined, clientId: undefined, secret: undefined, secretFile: null },
    demandedOf: [],
  };
  assert.equal(providerOf(given), null);
  for (const part of [
    { issuer: 'https://id.example.test' },
    { secret: 'x' },
    { secretFile: '/x' },
  ]) {
    assert.throws(() => providerOf({ ...given, ...part }), /needs DUNLIN_OIDC_ISSUER/);
  }
});
