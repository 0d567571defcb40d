import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { firstLogins, holdsExample, makeLogin } from '#boot/logins.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

test('a database with a real book never gets the people of the example', async (t) => {
  const world = await freshWorld();
  const folder = mkdtempSync(join(tmpdir(), 'dunlin-logins-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const book = await smallBook(world);
  assert.equal(await holdsExample(world.app), false);
  await world.db.deleteFrom('portfolios').where('id', '=', book.portfolio.id).execute();
  assert.equal(await holdsExample(world.app), true);

  const { logins, freshLogins } = await firstLogins(world.app, world.auth, folder, true);
  assert.deepEqual(freshLogins, logins);
  assert.equal(new Set(logins.map(({ role }) => role)).size, 7);
  const again = await firstLogins(world.app, world.auth, folder, true);
  assert.deepEqual(again.logins, logins);
  assert.deepEqual(again.freshLogins, [], 'nothing is printed a second time');
  await smallBook(world, { name: 'Example' });
  assert.equal(await holdsExample(world.app), true, 'its own people work in it');
});

test('a start with a fresh data folder sets nobody’s password and makes no further administrator', async (t) => {
  const world = await freshWorld();
  const folder = mkdtempSync(join(tmpdir(), 'dunlin-logins-'));
  const another = mkdtempSync(join(tmpdir(), 'dunlin-logins-'));
  t.after(() => {
    for (const each of [folder, another]) rmSync(each, { recursive: true, force: true });
  });
  const first = await firstLogins(world.app, world.auth, folder, false);
  assert.equal(first.freshLogins.length, 1);
  const passwords = () => world.db.selectFrom('authAccounts').select('password').execute();
  const before = await passwords();
  const again = await firstLogins(world.app, world.auth, another, false);
  assert.deepEqual([again.logins, again.freshLogins], [[], []]);
  assert.deepEqual(await passwords(), before);
});

test('of two first starts at once the later one leaves the login of the earlier alone', async () => {
  const world = await freshWorld();
  const login = { role: 'administrator', name: 'Ari', email: 'ari@dunlin.example' } as const;
  const passwords = () => world.db.selectFrom('authAccounts').selectAll().execute();
  const made = await makeLogin(world.app, world.auth, { ...login, password: 'the first of two' });
  assert.ok(made !== null);
  const before = await passwords();
  const again = { ...login, password: 'the second of two' };
  assert.equal(await makeLogin(world.app, world.auth, again), null);
  assert.deepEqual(await passwords(), before);
});
