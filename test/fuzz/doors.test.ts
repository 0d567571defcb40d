import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { doors } from './doors.ts';
import { type FuzzWorld, fuzzWorld, type Sent } from './fuzz-world.ts';

const json = (method: string, url: string, body: string, type = 'application/json'): Sent => ({
  ...{ method, url, type, body },
});

/** What broke a door once, or is known to break others; beside it what is answered now. */
const kept = ({ ids, portfolioId }: FuzzWorld): readonly [sent: Sent, status: number][] => [
  [
    json(
      'POST',
      '/api/import-maps',
      `{"portfolioId":"${ids[0]}","kind":"book","name":"a","map":{}}`,
    ),
    404,
  ],
  [json('POST', '/api/import-maps', '['.repeat(50_000)), 400],
  [json('POST', '/api/import-maps', '{"__proto__":{"a":1}}'), 400],
  [json('POST', '/api/import-maps', '{"name":"\\ud800\\u202e","kind":"book","map":{}}'), 400],
  [json('POST', '/api/import-maps', '{"a":1'), 400],
  [json('POST', '/api/import-maps', 'a=1', 'application/x-www-form-urlencoded'), 415],
  [
    json('POST', `/api/portfolios/${portfolioId}/files`, '-', 'multipart/form-data; boundary=xyz'),
    422,
  ],
  [json('POST', `/api/portfolios/${portfolioId}/files`, 'x', 'multipart/form-data'), 422],
  [{ method: 'GET', url: `/api/imports?${'a=1&'.repeat(3_000)}` }, 413],
  [{ method: 'GET', url: '/api/imports?__proto__=1' }, 400],
  [{ method: 'GET', url: '/api/cases/%zz' }, 400],
  [json('POST', '/api/auth/sign-in/email', '{"email":"a\\u0000","password":"\\ud800"}'), 401],
  [json('POST', '/api/auth/sign-in/email', '{"__proto__":{"email":"a"}}'), 400],
  [json('POST', '/api/auth/sign-in/email', '{"a":'.repeat(500)), 400],
  [json('POST', '/api/auth/passkey/finish', '{"answer":{"id":"a"}}'), 401],
  [json('POST', '/api/auth/sign-up/email', '{}'), 404],
  [
    {
      ...json('POST', '/api/auth/sign-out', '{}'),
      headers: { cookie: 'dunlin.session_token=%zz; dunlin.device=..; dunlin.oidc=a.b' },
    },
    200,
  ],
  [{ method: 'GET', url: '/api/auth/oidc/callback?code=%zz&state=', from: '127.1.2.3' }, 302],
  [{ method: 'GET', url: '/api/auth/%zz' }, 400],
];

/** Files take longer: they are looked at, tried and taken in. */
const runs: Readonly<Record<string, number>> = {
  ...{ csv: 2, xlsx: 2, ods: 1, xls: 1, zip: 2, camt: 2 },
};

test('doors', async (t) => {
  const world = await fuzzWorld();

  await t.test('what broke a door once is answered', async () => {
    for (const [sent, status] of kept(world)) {
      const answer = await world.send(sent);
      assert.equal(answer.status, status, `${sent.url.slice(0, 80)}: ${answer.body}`);
    }
  });

  for (const [name, door] of Object.entries(doors)) {
    await t.test(`${name}: a few inputs bring no error of ours and hold up nobody`, async () => {
      const result = await fc.check(door(world), {
        seed: 1,
        numRuns: runs[name] ?? 6,
        endOnFailure: true,
      });
      assert.ok(!result.failed, `${JSON.stringify(result.counterexample)} ${result.errorInstance}`);
    });
  }

  await world.end();
});
