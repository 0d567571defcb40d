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

test('a file that does not come at its pace is cut off, one that waits for us is not', async (t) => {
  t.mock.timers.enable({ apis: ['setInterval'] });
  const server = await makeServer({
    log: pino({ level: 'silent' }),
    webFolder: null,
    uploadLimitBytes: 1_000_000,
    baseUrl: 'http://localhost',
    uploadPace: { withinMs: 60, bytes: 20_000 },
  });
  t.after(() => server.close());
  const torn: unknown[] = [];
  server.post('/waiting', async (request) => {
    while (request.raw.readableLength === 0) await pass(1);
    t.mock.timers.tick(600);
    return { bytes: (await (await request.file())?.toBuffer())?.byteLength };
  });
  server.post('/slow', async (request) => {
    const part = await request.file();
    t.mock.timers.tick(120);
    return part?.toBuffer().catch((error: unknown) => torn.push(error));
  });
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const whole = new FormData();
  whole.append('file', new Blob(['a'.repeat(300_000)]), 'a.txt');
  const asked = { method: 'POST', headers: { 'x-dunlin': '1' }, body: whole };
  const answer = await fetch(`${address}/waiting`, asked);
  assert.deepEqual(await answer.json(), { bytes: 300_000 });

  const line = connect(Number(new URL(address).port), '127.0.0.1');
  line.resume();
  line.write('POST /slow HTTP/1.1\r\nHost: localhost\r\nX-Dunlin: 1\r\nContent-Length: 90000\r\n');
  line.write('Content-Type: multipart/form-data; boundary=b\r\n\r\n');
  line.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\naaaa');
  await once(line, 'close');
  assert.equal(torn.length, 1, 'whoever reads the file is told that it broke off');
});

test('a file may take longer to come than another body', async (t) => {
  const server = await makeServer({
    log: pino({ level: 'silent' }),
    webFolder: null,
    uploadLimitBytes: 1_000_000,
    baseUrl: 'http://localhost',
    bodyWithinMs: 10,
  });
  t.after(() => server.close());
  server.post('/file', async (request) => {
    await pass(100);
    return { bytes: (await (await request.file())?.toBuffer())?.byteLength };
  });
  const address = await server.listen({ port: 0, host: '127.0.0.1' });
  const body = new FormData();
  body.append('file', new Blob(['a'.repeat(300_000)]), 'a.txt');
  const headers = { 'x-dunlin': '1' };
  const answer = await fetch(`${address}/file`, { method: 'POST', headers, body });
  assert.deepEqual(await answer.json(), { bytes: 300_000 });
});
