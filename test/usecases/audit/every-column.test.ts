import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeNote } from '#contract/cases.ts';
import { sealedTables } from '#storage/audit/sealed-tables.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { asIntruder, fillTables, sealAll } from '#test/support/world/forging.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { breaksIn, verifyLog } from '#usecases/audit/verify-log.ts';
import { dailyRun } from '#usecases/daily-run/daily-run.ts';
import { logAdminEvent } from '#usecases/record-admin-event.ts';

/** What an intruder makes of a column, by its type. */
const altered: Readonly<Record<string, (column: string) => string>> = {
  uuid: () => 'gen_random_uuid()',
  text: (column) => `coalesce(${column}, '') || 'x'`,
  jsonb: () => `'{"another":2}'`,
  bytea: () => `'\\x01'`,
  bigint: (column) => `coalesce(${column}, 0) + 1`,
  integer: (column) => `coalesce(${column}, 0) + 1`,
  smallint: (column) => `coalesce(${column}, 0) + 1`,
  boolean: (column) => `not coalesce(${column}, false)`,
  date: (column) => `coalesce(${column}, '2026-11-18') + 1`,
  'timestamp with time zone': (column) =>
    `coalesce(${column}, '2026-11-18T10:00:00Z') + interval '1 hour'`,
  ARRAY: (column) => `array_append(${column}, null)`,
};

async function columnsOf({ pool }: Pick<World, 'pool'>, table: string) {
  const { rows } = await pool.query<{ name: string; type: string }>(
    `select column_name as name, data_type as type from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_identity = 'NO' order by 1`,
    [table],
  );
  return rows.map(({ name, type }) => ({ name, to: altered[type]?.(name) ?? assert.fail(type) }));
}

/** Takes the checks of values away, so that any column can be made another. */
async function dropChecks({ pool }: Pick<World, 'pool'>): Promise<void> {
  const { rows } = await pool.query<{ statement: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as statement
     from pg_constraint where contype = 'c' and connamespace = 'public'::regnamespace`,
  );
  for (const { statement } of rows) await pool.query(statement);
}

test('whatever column of an event is altered, of a case, a user or the house, it is found', async () => {
  const world = await freshWorld({ forgesEvents: true });
  const { app, db, pool } = world;
  const book = await smallBook(world);
  const manager = await world.user('manager');
  const made = await book.addCase();
  await world.call(writeNote, manager, { caseId: made.caseId, words: 'A note' });
  await dailyRun(app, book.portfolio.id, '2026-11-18');
  await db.transaction().execute(async (tx) => {
    const { userId } = manager;
    await logAdminEvent(app, tx, manager, 'user.renamed', { userId });
    await logAdminEvent(app, tx, manager, 'run.asked', { runOn: '2026-11-18' }, made.portfolioId);
  });
  await sealAll(world);
  await dropChecks(world);
  assert.equal(breaksIn(await verifyLog(db)), 0);
  const columns = await columnsOf(world, 'event_log');
  assert.ok(columns.length >= 14);
  for (const kind of ['note.written', 'user.renamed', 'run.asked']) {
    const { rows } = await pool.query<{ seq: string; kept: object }>(
      'select seq::text, to_jsonb(e) as kept from event_log e where kind = $1',
      [kind],
    );
    const { seq, kept } = rows[0] ?? assert.fail(kind);
    for (const { name, to } of columns) {
      await asIntruder(world, [`update event_log set ${name} = ${to} where seq = ${seq}`]);
      assert.notEqual(breaksIn(await verifyLog(db)), 0, `${name} of ${kind}`);
      const json = JSON.stringify(kept).replaceAll("'", "''");
      await asIntruder(world, [
        `update event_log set ${name} = k.${name}
           from jsonb_populate_record(null::event_log, '${json}') k where event_log.seq = ${seq}`,
      ]);
    }
  }
  assert.equal(breaksIn(await verifyLog(db)), 0);
});

test('whatever sealed column of a row beside the log is altered, it is found', async () => {
  const world = await freshWorld({ forgesEvents: true });
  const columns = new Map(
    await Promise.all(
      sealedTables.map(async ({ table }) => [table, await columnsOf(world, table)] as const),
    ),
  );
  const most = Math.max(...[...columns.values()].map(({ length }) => length));
  const numbers = await fillTables(world, most);
  await sealAll(world);
  await dropChecks(world);
  assert.equal(breaksIn(await verifyLog(world.db)), 0);
  for (const { table, key, changing = [] } of sealedTables) {
    const expected = new Map<string, string>();
    for (const [place, { name, to }] of (columns.get(table) ?? []).entries()) {
      if (changing.includes(name)) continue;
      const no = numbers.get(table)?.[place] ?? '';
      const { rows } = await world.pool.query<{ key: string }>(
        `select concat_ws(' ', ${key.join(', ')}) as key from ${table} where seal_no = ${no}`,
      );
      expected.set(rows[0]?.key ?? '', name);
      await asIntruder(world, [`update ${table} set ${name} = ${to} where seal_no = ${no}`]);
    }
    const { brokenRows } = await verifyLog(world.db);
    const found = new Set(brokenRows.filter((one) => one.table === table).map((one) => one.key));
    const missed = [...expected].filter(([row]) => !found.has(row)).map(([, name]) => name);
    assert.deepEqual(missed, [], `columns of ${table}`);
  }
});
