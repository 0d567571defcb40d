import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { promisify } from 'node:util';
import { projectFolder } from '#boot/config.ts';
import { openKeys } from '#boot/key-marks.ts';
import { readTextKeys, withNewKey, writeTextKeys } from '#boot/text-keys.ts';
import { lockedMark } from '#ports/text-vault.ts';
import { writeBackup } from '#storage/backup/write-backup.ts';
import { atEnd } from '#test/support/run/at-end.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { someone } from '#test/support/world/signing-in.ts';

const run = promisify(execFile);
const main = join(projectFolder, 'src', 'main.ts');
const others = /keys here are not those that sealed what the database holds/;

test('a start with other keys is refused, until an administrator takes them for lost ones', async () => {
  const world = await freshWorld();
  const administrator = await world.user('administrator');
  const { email, userId } = await someone(
    world,
    administrator,
    'ari@example.test',
    'administrator',
  );
  const agent = await someone(world, administrator, 'maya@example.test', 'agent');
  const folder = mkdtempSync(join(tmpdir(), 'dunlin-keys-'));
  atEnd(async () => rmSync(folder, { recursive: true, force: true }));
  const places = (name: string) => ({
    ...{ dataFolder: join(folder, name), secret: null, textKeyFile: null },
  });
  const command = (name: string, ...args: readonly string[]) =>
    run(process.execPath, [main, ...args], {
      env: {
        ...process.env,
        ...{ DUNLIN_DATA: join(folder, name), DATABASE_URL: world.databaseUrl },
      },
    });

  const first = await openKeys(world.db, places('first'));
  const sealed = first.texts.seal('on dialysis', 'ada');
  assert.equal((await openKeys(world.db, places('first'))).secret, first.secret);

  // A new key is known from the next start, and a copy of the file without it is refused.
  const keyFile = join(folder, 'first', 'text-keys');
  const before = readTextKeys(keyFile);
  writeTextKeys(keyFile, withNewKey(before));
  await openKeys(world.db, places('first'));
  writeTextKeys(keyFile, before);
  await assert.rejects(openKeys(world.db, places('first')), /k2 in .*first.text-keys/);

  await assert.rejects(command('second', 'import', '--portfolio', 'Any', main), others);
  for (const name of ['secret', 'text-keys']) {
    assert.equal(existsSync(join(folder, 'second', name)), false, `no other ${name} was made`);
  }
  await assert.rejects(
    openKeys(world.db, { ...places('first'), secret: 'x'.repeat(40) }),
    /the secret \(DUNLIN_SECRET/,
  );

  await assert.rejects(command('second', 'adopt-keys', agent.email), /No active administrator/);
  await assert.rejects(openKeys(world.db, places('second')), others);
  const { stderr } = await command('second', 'adopt-keys', email);
  assert.match(stderr, /in place of digest, k1, k2, secret/);
  const second = await openKeys(world.db, places('second'));
  assert.equal(second.texts.open(sealed, 'ada'), lockedMark);
  await assert.rejects(openKeys(world.db, places('first')), others);
  const told = await world.db
    .selectFrom('eventLog')
    .select('facts')
    .where('kind', '=', 'keys.adopted')
    .execute();
  const keys = ['digest', 'k1', 'k2', 'secret'];
  assert.deepEqual(
    told.map(({ facts }) => facts),
    [{ keys, userId }],
  );
  assert.match((await command('second', 'adopt-keys', email)).stderr, /nothing was changed/);

  const out = new PassThrough();
  const whole = buffer(out);
  await writeBackup(world.databaseUrl, out, () => undefined);
  out.end();
  const head = JSON.parse(String(await whole).split('\n')[0] ?? '');
  assert.deepEqual(Object.keys(head.keyMarks), ['digest', 'k1', 'secret']);
});
