import assert from 'node:assert/strict';
import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { test } from 'node:test';
import { pino } from 'pino';
import { mountOpenApi } from '#http/open-api.ts';
import { makeServer } from '#http/server.ts';
import { atEnd } from '#test/support/run/at-end.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const login = { role: 'agent', name: 'Maya', email: 'maya@dunlin.example', password: 'shown' };
const thisMachine = '127.0.0.1';

async function serverBehind(trustedProxies: readonly string[]) {
  const server = await makeServer({
    log: pino({ level: 'silent' }),
    webFolder: null,
    uploadLimitBytes: 1000,
    baseUrl: 'http://localhost',
    trustedProxies,
  });
  server.get('/whence', async (request) => request.ip);
  atEnd(() => server.close());
  return server;
}

test('the address that a proxy forwards counts only when the proxy is named', async () => {
  const headers = { 'x-forwarded-for': '203.0.113.5' };
  const whence = async (trusted: readonly string[], remoteAddress: string) => {
    const server = await serverBehind(trusted);
    return (await server.inject({ url: '/whence', headers, remoteAddress })).body;
  };
  assert.equal(await whence([], thisMachine), thisMachine);
  assert.equal(await whence(['10.0.0.0/8'], '10.1.2.3'), '203.0.113.5');
  assert.equal(await whence(['10.0.0.0/8'], '192.0.2.1'), '192.0.2.1');
});

test('the logins of the example are shown to this machine only, and through no proxy', async () => {
  const world = await freshWorld();
  const asked = async (
    logins: readonly (typeof login)[] | null,
    remoteAddress: string,
    headers: Record<string, string> = {},
    baseUrl = 'http://localhost:7070',
  ) => {
    const server = await serverBehind(['127.0.0.1']);
    mountOpenApi({ ...world.door, server, mounted: [], baseUrl }, logins);
    return (await server.inject({ url: '/api/demo-logins', remoteAddress, headers })).statusCode;
  };
  assert.equal(await asked([login], thisMachine), 200);
  assert.equal(await asked(null, thisMachine), 404, 'not without the flag of the start');
  assert.equal(await asked([login], '192.0.2.1'), 404);
  for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip', 'x-forwarded-host']) {
    assert.equal(await asked([login], thisMachine, { [name]: '127.0.0.1' }), 404, name);
  }
  for (const host of ['localhost', 'localhost:7070', '127.0.0.1:7070', '[::1]:7070', 'LOCALHOST']) {
    assert.equal(await asked([login], thisMachine, { host }), 200, host);
  }
  for (const host of ['dunlin.example.com', 'localhost.example.com', '127.0.0.1:7070:1']) {
    assert.equal(await asked([login], thisMachine, { host }), 404, `host ${host}`);
  }
  const behind = await asked([login], thisMachine, {}, 'https://dunlin.example.com');
  assert.equal(behind, 404, 'people come by another address, so there is a proxy');
});

test('what speaks HTTP/1.0 is a proxy: it gets no logins of the example', async () => {
  const world = await freshWorld();
  const server = await serverBehind([]);
  mountOpenApi({ ...world.door, server, mounted: [] }, [login]);
  await server.listen({ port: 0, host: '127.0.0.1' });
  const { port } = server.server.address() as AddressInfo;
  const statusBy = async (version: string) => {
    const socket = connect(port, '127.0.0.1');
    socket.end(
      `GET /api/demo-logins HTTP/${version}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`,
    );
    return (await text(socket)).split(' ')[1];
  };
  assert.equal(await statusBy('1.1'), '200');
  assert.equal(await statusBy('1.0'), '404');
});
