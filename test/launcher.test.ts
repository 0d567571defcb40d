import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { Client } from 'pg';
import { CannotStart } from '#boot/cannot-start.ts';
import { claimDataFolder, secretOf } from '#boot/data-folder.ts';
import { restoreLinks } from '#boot/postgres/binaries.ts';
import { roleNames } from '#boot/postgres/cluster.ts';
import { checkServer } from '#boot/postgres/external-database.ts';
import {
  type Database,
  openDatabase,
  passwordsIn,
  startDatabase,
} from '#boot/postgres/start-database.ts';

const holder = join(import.meta.dirname, 'support', 'run', 'hold-database.ts');
const isRoot = process.getuid?.() === 0;

/** A folder for one test and the databases started below it, all gone afterwards. */
function newPlace(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'dunlin-launcher-'));
  chmodSync(folder, 0o755);
  const databases: Database[] = [];
  t.after(async () => {
    for (const database of databases) await database.stop();
    rmSync(folder, { recursive: true, force: true });
  });
  const start = async (dataFolder: string, durable = false): Promise<Database> => {
    const database = await startDatabase({ dataFolder, log: () => undefined, durable });
    databases.push(database);
    return database;
  };
  return { folder, start };
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Another process that holds the database of a folder. */
async function otherProcess(
  dataFolder: string,
): Promise<{ child: ChildProcess; url: string; adopted: boolean }> {
  const child = spawn(process.execPath, [holder, dataFolder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const [line] = await once(createInterface({ input: child.stdout }), 'line');
  return { child, ...JSON.parse(String(line)) };
}

async function finish(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.stdin?.write('\n');
  await ended;
}

/** Every file below a folder with its size, to see that nothing changed. */
function contents(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .sort()
    .map((path) => `${path} ${statSync(join(folder, path)).size}`);
}

async function sentenceOf(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    assert.ok(error instanceof CannotStart, String(error));
    return error.message;
  }
  throw new assert.AssertionError({ message: 'it started' });
}

test('a stopped server keeps its rows and lets nobody in until it is started again', async (t) => {
  const { folder: parent, start } = newPlace(t);
  const folder = join(parent, 'new', 'data');
  const first = await start(folder);
  assert.equal(first.adopted, false);
  assert.match(first.serverVersion, /^\d+\.\d+/);
  await query(first.ownerUrl, 'create table kept as select 42 as answer');
  await first.stop();
  await assert.rejects(query(first.url, 'select 1'), /ECONNREFUSED/);

  const second = await start(folder);
  assert.deepEqual(await query(second.ownerUrl, 'select answer from kept'), [{ answer: 42 }]);
});

test('the server listens on loopback with a password and the settings we chose', async (t) => {
  const { folder, start } = newPlace(t);
  const { url } = await start(folder, true);
  const superuser = new URL(url);
  superuser.username = roleNames.superuser;
  superuser.password = passwordsIn(folder).superuser;
  const settings = await query(
    superuser.href,
    `select name, setting from pg_settings where name in ('listen_addresses', 'fsync', 'ssl',
       'unix_socket_directories', 'max_connections', 'jit', 'server_encoding')
     order by name`,
  );
  assert.deepEqual(Object.fromEntries(settings.map(({ name, setting }) => [name, setting])), {
    fsync: 'on',
    jit: 'off',
    listen_addresses: '127.0.0.1',
    max_connections: '100',
    server_encoding: 'UTF8',
    ssl: 'off',
    unix_socket_directories: '',
  });
  const wrong = new URL(url);
  wrong.password = 'guess';
  await assert.rejects(query(wrong.href, 'select 1'), /password authentication failed/);
  assert.equal(statSync(join(folder, 'postgres-password')).mode & 0o777, 0o600);
});

test('after kill -9 the server lives on and is adopted with everything committed', async (t) => {
  const { folder, start } = newPlace(t);
  const { child, url } = await otherProcess(folder);
  await query(url, 'create table kept as select 7 as answer');
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;

  const adopted = await start(folder);
  assert.equal(adopted.adopted, true);
  assert.equal(adopted.ownerUrl, url);
  assert.deepEqual(await query(adopted.ownerUrl, 'select answer from kept'), [{ answer: 7 }]);
  await adopted.stop();
  await assert.rejects(query(url, 'select 1'), /ECONNREFUSED/);
});

test('two processes share one server and only the last to leave stops it', async (t) => {
  const { folder } = newPlace(t);
  const [one, other] = await Promise.all([otherProcess(folder), otherProcess(folder)]);
  assert.equal(one.url, other.url);
  assert.deepEqual([one.adopted, other.adopted].sort(), [false, true]);
  await finish(one.child);
  assert.equal((await query(other.url, 'select 1')).length, 1);
  await finish(other.child);
  await assert.rejects(query(other.url, 'select 1'), /ECONNREFUSED/);
});

test('a first start that ended halfway is made anew', async (t) => {
  const { folder, start } = newPlace(t);
  claimDataFolder(folder);
  writeFileSync(join(folder, 'postgres.json'), '{"cluster":"postgres","ready":false}');
  mkdirSync(join(folder, 'postgres.new', 'base'), { recursive: true });
  const { url, stop } = await start(folder);
  assert.equal((await query(url, 'select 1')).length, 1);
  await stop();
  assert.equal(existsSync(join(folder, 'postgres.new')), false);
});

test('a lock file whose process number now belongs to another program is no obstacle', async (t) => {
  const { folder, start } = newPlace(t);
  await (await start(folder)).stop();
  writeFileSync(join(folder, 'postgres', 'postmaster.pid'), `${process.pid}\nx\n0\n1\n\n\n\n`);
  const { adopted, stop } = await start(folder);
  assert.equal(adopted, false);
  await stop();
});

test('a cluster of another PostgreSQL is named and left as it is', async (t) => {
  const { folder, start } = newPlace(t);
  await (await start(folder)).stop();
  writeFileSync(join(folder, 'postgres', 'PG_VERSION'), '9\n');
  const before = contents(folder);
  assert.match(
    await sentenceOf(() => start(folder)),
    /made by PostgreSQL 9, which is not installed/,
  );
  assert.deepEqual(contents(folder), before);
});

test('a folder of somebody else, of another format or without its cluster is left as it is', async (t) => {
  const { folder: parent, start } = newPlace(t);
  const cases: [name: string, files: Record<string, string>, says: RegExp][] = [
    ['foreign', { 'letter.txt': 'dear' }, /holds files that are not Dunlin's; set DUNLIN_DATA/],
    ['damaged', { 'dunlin.json': 'not json' }, /has format null, this Dunlin reads format 1/],
    ['newer', { 'dunlin.json': '{"product":"dunlin","format":2}' }, /has format 2/],
    [
      'moved',
      {
        'dunlin.json': '{"product":"dunlin","format":1}',
        'postgres.json': '{"cluster":"postgres","ready":true}',
      },
      /should be in .*moved\/postgres, but is not there/,
    ],
  ];
  for (const [name, files, says] of cases) {
    const folder = join(parent, name);
    mkdirSync(folder);
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text);
    const before = contents(folder);
    assert.match(await sentenceOf(() => start(folder)), says);
    assert.deepEqual(contents(folder), before);
  }
});

test('a data folder that cannot be written is a sentence', async (t) => {
  const { folder, start } = newPlace(t);
  writeFileSync(join(folder, 'file'), '');
  assert.match(await sentenceOf(() => start(join(folder, 'file'))), /is not a folder/);
  assert.match(await sentenceOf(() => start(join(folder, 'file', 'data'))), /is not a folder/);

  const closed = join(folder, 'closed');
  mkdirSync(closed, { mode: 0o555 });
  // Root may write everywhere, so root looks as somebody else.
  if (isRoot) process.seteuid?.(65_534);
  try {
    const says = await sentenceOf(() => claimDataFolder(join(closed, 'data')));
    assert.match(says, /is not writable \(EACCES\); give this user the right/);
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
});

test('as root the server runs as another user, below a closed home with its data beside', {
  skip: !isRoot && 'needs root',
}, async (t) => {
  const { folder: parent, start } = newPlace(t);
  chmodSync(parent, 0o700);
  const folder = join(parent, 'data');
  const { url, stop } = await start(folder);
  const { cluster } = JSON.parse(readFileSync(join(folder, 'postgres.json'), 'utf8'));
  t.after(() => rmSync(join(cluster, '..'), { recursive: true, force: true }));
  assert.match(cluster, /^\/var\/lib\/dunlin-[0-9a-f]{8}\/postgres$/);
  assert.notEqual(statSync(cluster).uid, 0);
  assert.equal((await query(url, 'select 1')).length, 1);
  await stop();
});

test('the secret is made once, kept to its owner, and a set one wins', (t) => {
  const dataFolder = join(newPlace(t).folder, 'data');
  const made = secretOf({ dataFolder, secret: null });
  assert.match(made, /^[0-9a-f]{64}$/);
  assert.equal(secretOf({ dataFolder, secret: null }), made);
  assert.equal(statSync(join(dataFolder, 'secret')).mode & 0o777, 0o600);
  assert.equal(secretOf({ dataFolder, secret: 'mine' }), 'mine');
});

test('missing library links are made from the list of the package', (t) => {
  const root = newPlace(t).folder;
  mkdirSync(join(root, 'native', 'lib'), { recursive: true });
  writeFileSync(join(root, 'native', 'lib', 'libx.so.60.2'), 'library');
  const link = { source: 'native/lib/libx.so.60.2', target: 'native/lib/libx.so.60' };
  writeFileSync(join(root, 'native', 'pg-symlinks.json'), JSON.stringify([link]));
  restoreLinks(root);
  restoreLinks(root);
  assert.ok(lstatSync(join(root, link.target)).isSymbolicLink());
  assert.equal(readFileSync(join(root, link.target), 'utf8'), 'library');
});

test('a database of our own choice is checked, and its password never told', async (t) => {
  const { folder: dataFolder, start } = newPlace(t);
  const own = await start(dataFolder);
  const log = (): void => undefined;
  const external = await openDatabase({
    ...{ databaseUrl: own.url, migrationUrl: own.ownerUrl },
    ...{ dataFolder: '/nowhere', log },
  });
  assert.equal(external.serverVersion, own.serverVersion);
  await external.stop();
  assert.equal((await query(own.url, 'select 1')).length, 1);

  const says = await sentenceOf(() => checkServer('postgres://me:hidden@127.0.0.1:1/books'));
  assert.match(says, /DATABASE_URL \(127\.0\.0\.1:1\/books\) does not answer: .*ECONNREFUSED/);
  assert.doesNotMatch(says, /hidden/);
});
