import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountIn, serverAccount } from './account.ts';
import { problemOf } from './external-database.ts';

const passwd = [
  'root:x:0:0:root:/root:/bin/sh',
  'nobody:x:65534:65533:nobody:/:/sbin/nologin',
  'postgres:x:101:104::/var/lib/postgresql:/bin/sh',
].join('\n');

test('root hands the server to postgres before nobody, never to itself', () => {
  assert.deepEqual(accountIn(passwd, ['postgres', 'nobody']), {
    name: 'postgres',
    uid: 101,
    gid: 104,
  });
  assert.equal(accountIn(passwd, ['missing', 'nobody'])?.uid, 65534);
  assert.equal(accountIn(passwd, ['root']), null);
  assert.equal(accountIn('', ['postgres']), null);
});

test('anyone but root runs the server as oneself', () => {
  assert.equal(serverAccount(1000, null), null);
  assert.equal(serverAccount(undefined, null), null);
});

test('a server that is too old, not UTF-8 or closed to us is refused in words', () => {
  const good = { number: '150018', version: '15.18', encoding: 'UTF8', may_create: true };
  assert.equal(problemOf(good), null);
  assert.match(
    problemOf({ ...good, number: '140012', version: '14.12' }) ?? '',
    /is PostgreSQL 14/,
  );
  assert.match(problemOf({ ...good, encoding: 'SQL_ASCII' }) ?? '', /stores text as SQL_ASCII/);
  assert.match(problemOf({ ...good, may_create: false }) ?? '', /does not let this user/);
});
