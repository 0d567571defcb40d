import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pino } from 'pino';
import { signInLibrary } from '#boot/auth.ts';
import type { Endpoint } from '#contract/endpoint.ts';
import { roles } from '#domain/workforce/rights.ts';
import { mountOpenApi } from '#http/open-api.ts';
import { mountProviderSignIn } from '#http/provider-sign-in.ts';
import { mountAll } from '#http/routes.ts';
import { makeServer } from '#http/server.ts';
import { mountSignIn } from '#http/sign-in.ts';
import { mountLive } from '#realtime/live.ts';
import { startOutbox } from '#realtime/outbox.ts';
import { namesInTable, otherAddresses, rolesInTable } from '#test/support/rules/rights-table.ts';
import { atEnd } from '#test/support/run/at-end.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

const outboxEveryMs = 1000;
const elsewhere = '203.0.113.9';

type Route = { readonly method: string; readonly url: string };

/** The whole server with its live stream, and every address as the server itself knows them. */
async function wholeServer(world: World) {
  const server = await makeServer({
    log: pino({ level: 'silent' }),
    webFolder: null,
    uploadLimitBytes: 1000,
    baseUrl: 'http://localhost',
  });
  const routes: Route[] = [];
  server.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) if (one !== 'HEAD') routes.push({ method: one, url });
  });
  const door = { ...world.door, server, mounted: [] };
  mountAll(door);
  mountOpenApi(door, null);
  const library = signInLibrary(world.auth, 'http://localhost');
  mountSignIn(door, library);
  mountProviderSignIn(door, library);
  const outbox = await startOutbox(world.app, outboxEveryMs);
  const live = mountLive(server, world.app, outbox, door.authenticate);
  atEnd(async () => {
    live.close();
    await outbox.stop();
    await server.close();
  });
  return { server, routes };
}

/** Asks an address as somebody, with ids that lead nowhere and nothing else. */
function ask(world: World, method: string, path: string, userId: string | null) {
  return world.server.inject({
    method: method as 'GET',
    url: path.replace(/:\w+/g, () => world.app.newId()),
    headers: { 'x-dunlin': '1', 'x-test-actor': userId ?? '' },
    remoteAddress: elsewhere,
    ...(method === 'GET' ? {} : { payload: {} }),
  });
}

test('who may use what', async (t) => {
  const world = await freshWorld();
  const endpoints: readonly Endpoint[] = world.door.mounted;
  const { server, routes } = await wholeServer(world);

  await t.test('the table names every endpoint, and nothing that is not there', () => {
    assert.deepEqual(namesInTable.toSorted(), endpoints.map(({ name }) => name).sort());
  });

  await t.test('no address is without a rule', () => {
    const paths = new Set(endpoints.map(({ method, path }) => `${method} ${path}`));
    const unknown = routes.filter(
      ({ method, url }) =>
        !paths.has(`${method} ${url}`) &&
        !paths.has(`${method} ${url.replace(/\.csv$/, '')}`) &&
        !Object.hasOwn(otherAddresses, url),
    );
    assert.deepEqual(unknown, []);
  });

  await t.test('nobody who is not signed in gets further than being told so', async () => {
    for (const { name, method, path } of endpoints) {
      assert.equal((await ask(world, method, path, null)).statusCode, 401, name);
    }
    for (const { method, url } of routes.filter((route) => route.url.endsWith('.csv'))) {
      assert.equal((await ask(world, method, url, null)).statusCode, 401, url);
    }
    assert.equal((await server.inject({ url: '/api/live' })).statusCode, 401);
  });

  for (const role of roles) {
    await t.test(`${role}: what the table says, before anything else is looked at`, async () => {
      const { userId } = await world.user(role);
      for (const { name, method, path } of endpoints) {
        const { statusCode, body } = await ask(world, method, path, userId);
        const isAllowed = rolesInTable(name).has(role);
        if (isAllowed) assert.ok(![401, 403].includes(statusCode), `${name}: ${body}`);
        else assert.equal(statusCode, 403, `${name}: ${body}`);
        assert.ok(statusCode < 500, `${name} broke: ${body}`);
      }
    });
  }

  await t.test('a file follows the endpoint beside it', async () => {
    const byPath = new Map(endpoints.map((endpoint) => [endpoint.path, endpoint]));
    for (const { method, url } of routes.filter((route) => route.url.endsWith('.csv'))) {
      const endpoint = byPath.get(url) ?? byPath.get(url.replace(/\.csv$/, ''));
      assert.ok(endpoint, url);
      for (const role of roles) {
        const { userId } = await world.user(role);
        const { statusCode } = await ask(world, method, url, userId);
        const isAllowed = rolesInTable(endpoint.name).has(role);
        assert.equal(statusCode === 403, !isAllowed, `${role} ${url}`);
      }
    }
  });

  await t.test(
    'no right is asked for one’s own account, who one is, and one’s portfolios only',
    () => {
      const open = endpoints.filter(({ right }) => right === null).map(({ name }) => name);
      const expected = [
        'account.add-passkey',
        'account.begin-passkey',
        'account.begin-passkey-proof',
        'account.begin-second-factor',
        'account.cancel-second-factor',
        'account.change-password',
        'account.confirm-second-factor',
        'account.end-other-sign-ins',
        'account.end-sign-in',
        'account.passkeys',
        'account.remove-passkey',
        'account.second-factor',
        'account.sign-ins',
        'approvals.count',
        'approvals.decide',
        'approvals.list',
        'intake.read-portfolios',
        'workforce.who-am-i',
      ];
      assert.deepEqual(open.sort(), expected);
    },
  );

  await t.test('a form of another site changes nothing: it cannot send our header', async () => {
    const { userId } = await world.user('administrator');
    const headers = { 'x-test-actor': userId ?? '' };
    for (const { method, path, name } of endpoints) {
      if (method === 'GET') continue;
      const url = path.replace(/:\w+/g, () => world.app.newId());
      const { statusCode } = await world.server.inject({ method, url, headers, payload: {} });
      assert.equal(statusCode, 403, name);
    }
  });
});
