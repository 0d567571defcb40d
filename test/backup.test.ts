import assert from 'node:assert/strict';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { test } from 'node:test';
import { sql } from 'kysely';
import { writeNote } from '#contract/cases.ts';
import { restoreBackup } from '#storage/backup/restore-backup.ts';
import { writeBackup } from '#storage/backup/write-backup.ts';
import { connect } from '#storage/connect.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { atEnd } from '#test/support/run/at-end.ts';
import { bareDatabase } from '#test/support/run/postgres.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import type { Db } from '#usecases/app.ts';
import { verifyLog } from '#usecases/audit/verify-log.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';

const note = 'Back\\slash,\ttab,\nline \\. and \\N, then שלום';

async function bookWithHistory() {
  const world = await freshWorld();
  const book = await smallBook(world);
  const made = await book.addCase();
  const manager = await world.user('manager');
  await world.call(writeNote, manager, { caseId: made.caseId, words: note });
  await dailyRun(world.app, book.portfolio.id, '2026-11-18');
  return { world, book, made, manager };
}

async function backupOf(url: string): Promise<Buffer> {
  const out = new PassThrough();
  const read = buffer(out);
  await writeBackup(url, out, () => undefined);
  out.end();
  return read;
}

/** In pieces of an odd length, so that no line ends where a piece does. */
const pieces = (all: Buffer, length = 61) =>
  Readable.from(
    (function* () {
      for (let at = 0; at < all.length; at += length) yield all.subarray(at, at + length);
    })(),
  );

async function restored(backup: Readable) {
  const target = await bareDatabase();
  atEnd(target.drop);
  await restoreBackup(target.url, backup, () => undefined);
  const { db, close } = connect(target.url, { poolSize: 2 });
  atEnd(close);
  return db;
}

/** What a book comes to: the money of each account by currency, and the ends of all chains. */
async function essence(db: Db) {
  const { rows: balances } = await sql`
    select account_id, currency, debit, credit, sum(amount_minor)::text as minor
    from postings group by 1, 2, 3, 4 order by 1, 2, 3, 4`.execute(db);
  const { rows: heads } = await sql`
    select encode(last_hash, 'hex') as head from cases order by id`.execute(db);
  const { rows: decisions } = await sql`
    select encode(last_decision_hash, 'hex') as head from customers order by id`.execute(db);
  return { balances, heads, decisions };
}

test('a backup taken while people work, restored elsewhere, is the same book to the cent', async () => {
  const { world, made, manager } = await bookWithHistory();
  const before = await essence(world.db);
  const source = await backupOf(world.databaseUrl);
  await world.call(writeNote, manager, { caseId: made.caseId, words: 'After the backup' });

  const db = await restored(pieces(source));
  assert.deepEqual(await essence(db), before);
  assert.ok(before.balances.length > 0 && before.heads.length > 0);
  const { brokenCases, brokenPeople, brokenUsers, events } = await verifyLog(db);
  assert.deepEqual([brokenCases, brokenPeople, brokenUsers], [[], [], []]);
  assert.ok(events > 0);
  const { rows } = await sql<{ words: string }>`select words from notes`.execute(db);
  assert.deepEqual(
    rows.map(({ words }) => words),
    [note],
  );
  const { rows: keys } = await sql`
    select 1 from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`.execute(
    db,
  );
  assert.ok(keys.length > 10, 'what ties the tables together is back');
  await sql`insert into event_log (id, tenant_id, kind, v, occurred_at, recorded_at, actor_kind, facts,
      customer_id, hash)
    select gen_random_uuid(), tenant_id, kind, v, occurred_at, recorded_at, actor_kind, facts,
      customer_id, hash from event_log limit 1`.execute(db);
});

test('a backup that is cut, changed or of something else restores nothing', async () => {
  const { world } = await bookWithHistory();
  const whole = await backupOf(world.databaseUrl);
  const at = whole.indexOf('Back\\\\slash');
  assert.ok(at > 0);
  const changed = Buffer.from(whole);
  changed[at] = 'b'.charCodeAt(0);
  const wrong: readonly [Buffer, RegExp][] = [
    [whole.subarray(0, whole.length / 2), /damaged or not whole/],
    [whole.subarray(0, -20), /damaged or not whole/],
    [changed, /is not what was backed up/],
    [Buffer.from('date;amount\n1;2\n'), /no backup of Dunlin/],
    [Buffer.from('{"product":"dunlin","format":9,"migrations":[]}\n'), /newer Dunlin/],
    [Buffer.from(String(whole).replace('"0001_', '"0000_')), /schema of the backup/],
  ];
  for (const [source, why] of wrong) {
    const target = await bareDatabase();
    try {
      await assert.rejects(
        () => restoreBackup(target.url, pieces(source, 4_096), () => undefined),
        why,
      );
      const { db, close } = connect(target.url, { poolSize: 1 });
      const { rows } = await sql<{ there: boolean }>`
        select to_regclass('users') is not null as there`.execute(db);
      const kept = rows[0]?.there ? await db.selectFrom('users').select('id').execute() : [];
      await close();
      assert.deepEqual(kept, []);
    } finally {
      await target.drop();
    }
  }
});

test('a database that holds a book is left as it is', async () => {
  const { world } = await bookWithHistory();
  const source = await backupOf(world.databaseUrl);
  const before = await essence(world.db);
  await assert.rejects(
    () => restoreBackup(world.databaseUrl, pieces(source, 4_096), () => undefined),
    /holds a book already/,
  );
  assert.deepEqual(await essence(world.db), before);
});
