import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import fastify from 'fastify';
import { projectFolder } from '#boot/config.ts';
import { makeStartingServer, type StartProgress } from '#http/starting.ts';
import { atEnd } from '#test/support/run/at-end.ts';
import { newPage, openBrowser } from '#test/support/world/browser.ts';

const webFolder = join(projectFolder, 'dist', 'web');
const browser = await openBrowser();

async function startingServer(state: { now: StartProgress }) {
  const server = await makeStartingServer({
    webFolder,
    baseUrl: 'http://localhost',
    progress: () => state.now,
  });
  atEnd(() => server.close());
  return server;
}

test('until Dunlin is open it lives, is not ready, and says so wherever one asks', async () => {
  const server = await startingServer({ now: { step: 'database', share: null } });
  assert.equal((await server.inject('/health')).statusCode, 200);
  const ready = await server.inject('/ready');
  assert.equal(ready.statusCode, 503);
  assert.deepEqual(ready.json(), { status: 'starting', step: 'database', share: null });
  for (const url of ['/api/me', '/api/auth/get-session']) {
    const { statusCode, headers } = await server.inject(url);
    assert.equal(statusCode, 503);
    assert.match(String(headers['content-type']), /^application\/problem\+json/);
  }
  const { statusCode, body, headers } = await server.inject('/desk');
  assert.deepEqual([statusCode, headers['retry-after']], [503, '1']);
  assert.match(body, /<progress/);
});

test('the page tells how far the example book is, and becomes Dunlin when it is open', async () => {
  const state: { now: StartProgress } = { now: { step: 'example-book', share: 0.25 } };
  const server = await startingServer(state);
  const port = Number(new URL(await server.listen({ port: 0, host: '127.0.0.1' })).port);
  const { page, faults } = await newPage(browser, { shiftMs: () => 0 });
  await page.goto(`http://127.0.0.1:${port}/desk`);
  await page.getByText(/Loading the example book.* 25% done/).waitFor();
  state.now = { step: 'example-book', share: 0.5 };
  await page.getByText(/50% done/).waitFor();
  await server.close();
  await page.getByText('Dunlin no longer answers').waitFor();

  const open = fastify({ forceCloseConnections: true });
  open.get('/ready', async () => ({ status: 'ready' }));
  open.get('/desk', (_, reply) => reply.type('text/html').send('<h1>Sign in</h1>'));
  atEnd(() => open.close());
  await open.listen({ port, host: '127.0.0.1' });
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  assert.deepEqual(
    faults.filter((fault) => !fault.startsWith('503 ')),
    [],
  );
});
