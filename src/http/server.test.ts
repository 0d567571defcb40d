import assert from 'node:assert/strict';
import { once } from 'node:events';
import { connect } from 'node:net';
import { test } from 'node:test';
import { setTimeout as pass } from 'node:timers/promises';
import { pino } from 'pino';
import { makeServer } from './server.ts';

test('a body that does not come is cut off, an answer that takes its time is not', async (t) => {
  const server = await makeServer({
    log: pino({ level: 'silent' }),
    webFolder: null,
    uploadLimitBytes: 1000,
    baseUrl: 'http://localhost',
    bodyWithinMs: 10,
  });
  t.after(() => server.close());
  server.get('/slow', async () => {
    await pass(100);
    return 'whole';
  });
  server.post('/slow', async () => 'never');
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const answer = await fetch(`${address}/slow`);
  assert.equal(await answer.text(), 'whole');

  const line = connect(Number(new URL(address).port), '127.0.0.1');
  line.resume();
  line.write('POST /slow HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n');
  line.write('X-Dunlin: 1\r\nContent-Length: 10\r\n\r\n{');
  await once(line, 'close');
});
