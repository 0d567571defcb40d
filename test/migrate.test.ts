import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { sql } from 'kysely';
import { generateTypes } from '#boot/commands/db-types.ts';
import { projectFolder } from '#boot/config.ts';
import { connect } from '#storage/connect.ts';
import { MigrationError, migrate, readMigrations } from '#storage/migrate.ts';
import { bareDatabase, testDatabase } from '#test/support/run/postgres.ts';

/** Migrations from files written for one test. */
function migrationsOf(t: TestContext, files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'dunlin-migrations-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return readMigrations(folder);
}

/** An empty database and typed access to it. */
async function emptyDatabase(t: TestContext) {
  const { url, drop } = await bareDatabase();
  const { db, close } = connect(url, { poolSize: 2 });
  t.after(async () => {
    await close();
    await drop();
  });
  return { url, db };
}

const one = { '0001_shelf.sql': 'create table shelf (id int primary key); create table lamp ();' };
const two = { ...one, '0002_book.sql': 'insert into shelf values (1), (2)' };

test('migrations are applied once, in order, also when two processes begin together', async (t) => {
  const { url, db } = await emptyDatabase(t);
  assert.deepEqual(await migrate(url, migrationsOf(t, one)), ['0001_shelf']);
  const both = migrationsOf(t, two);
  const applied = await Promise.all([migrate(url, both), migrate(url, both), migrate(url, both)]);
  assert.deepEqual(applied.flat(), ['0002_book']);
  assert.deepEqual(await migrate(url, both), []);
  const { rows } = await sql`select id from shelf order by id`.execute(db);
  assert.deepEqual(rows, [{ id: 1 }, { id: 2 }]);
});

test('two processes that begin with an empty database do not disturb each other', async (t) => {
  const { url } = await emptyDatabase(t);
  const all = migrationsOf(t, two);
  const applied = await Promise.all([migrate(url, all), migrate(url, all), migrate(url, all)]);
  assert.deepEqual(applied.flat().sort(), ['0001_shelf', '0002_book']);
});

test('a migration changed after it was applied is refused', async (t) => {
  const { url } = await emptyDatabase(t);
  await migrate(url, migrationsOf(t, two));
  const changed = migrationsOf(t, { ...two, '0002_book.sql': 'insert into shelf values (3)' });
  await assert.rejects(migrate(url, changed), /0002_book was changed after it was applied/);
});

test('a database newer than the program is refused', async (t) => {
  const { url } = await emptyDatabase(t);
  await migrate(url, migrationsOf(t, two));
  await assert.rejects(
    migrate(url, migrationsOf(t, one)),
    /has the migration 0002_book, which this Dunlin does not know/,
  );
});

test('a migration that fails leaves no trace and keeps the earlier ones', async (t) => {
  const { url, db } = await emptyDatabase(t);
  const broken = { ...one, '0002_book.sql': 'insert into shelf values (1); select 1 / 0' };
  await assert.rejects(migrate(url, migrationsOf(t, broken)), /0002_book failed: division by zero/);
  assert.deepEqual((await sql`select id from shelf`.execute(db)).rows, []);
  assert.deepEqual(await migrate(url, migrationsOf(t, two)), ['0002_book']);
});

test('a check that finds a row stops its migration and shows the row', async (t) => {
  const { url, db } = await emptyDatabase(t);
  const checked = {
    ...two,
    '0002_book.after.sql': 'select id as doubtful from shelf where id = 2',
  };
  await assert.rejects(
    migrate(url, migrationsOf(t, checked)),
    /0002_book.after found 1 rows.*"doubtful":2/,
  );
  assert.deepEqual((await sql`select id from shelf`.execute(db)).rows, []);
  const refused = { ...two, '0002_book.before.sql': "select 'not yet' as reason" };
  await assert.rejects(migrate(url, migrationsOf(t, refused)), /0002_book.before found 1 rows/);
  const fine = { ...two, '0002_book.before.sql': 'select from shelf' };
  assert.deepEqual(await migrate(url, migrationsOf(t, fine)), ['0002_book']);
});

test('files that are no migrations are named', (t) => {
  assert.throws(() => migrationsOf(t, { 'notes.txt': '' }), MigrationError);
  assert.throws(() => migrationsOf(t, { '0001_a.before.sql': '' }), /check of 0001_a has no/);
  assert.throws(() => migrationsOf(t, { '0001_a.sql': '', '0001_b.sql': '' }), /the same number/);
});

test('values arrive exactly: whole numbers, amounts, dates, instants and lists of them', async (t) => {
  const { db } = await emptyDatabase(t);
  const { rows } = await sql`
    select 9007199254740993::int8 as whole_number, '{1,null}'::int8[] as whole_numbers,
      1.10::numeric as amount, '2026-11-21'::date as day, '{2026-11-21}'::date[] as days,
      '2026-11-21 09:00:00.123456+02'::timestamptz as instant, 'infinity'::timestamptz as never,
      array['2026-11-21T09:00:00Z'::timestamptz] as instants,
      '{019a8e00-0000-7000-8000-000000000001}'::uuid[] as ids, '{"kept_key": 1}'::jsonb as facts
  `.execute(db);
  assert.deepEqual(rows, [
    {
      wholeNumber: 9007199254740993n,
      wholeNumbers: [1n, null],
      amount: '1.10',
      day: '2026-11-21',
      days: ['2026-11-21'],
      instant: '2026-11-21T07:00:00.123Z',
      never: 'infinity',
      instants: ['2026-11-21T09:00:00.000Z'],
      ids: ['019a8e00-0000-7000-8000-000000000001'],
      facts: { kept_key: 1 },
    },
  ]);
});

test('a statement is planned once a connection, whatever its parameters', async (t) => {
  const { url } = await bareDatabase();
  const { db, close } = connect(url, { poolSize: 1 });
  t.after(close);
  for (const n of [1, 2, 3]) await sql`select ${n}::int + 1 as next`.execute(db);
  const { rows } = await sql<{ plans: bigint }>`
    select count(*) as plans from pg_prepared_statements where statement like '%+ 1 as next'
  `.execute(db);
  assert.deepEqual(rows, [{ plans: 1n }]);
});

test('tables.ts is what the migrations make; npm run db:types writes it', async (t) => {
  const { url, drop } = await testDatabase();
  t.after(drop);
  const folder = mkdtempSync(join(tmpdir(), 'dunlin-types-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  generateTypes(url, join(folder, 'tables.ts'));
  assert.equal(
    readFileSync(join(projectFolder, 'src', 'storage', 'tables.ts'), 'utf8'),
    readFileSync(join(folder, 'tables.ts'), 'utf8'),
  );
});
