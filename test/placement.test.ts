import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type Connection, connect } from '#storage/connect.ts';
import { customerColumn, keyTargets, placements } from '#storage/placement.ts';
import { testDatabase } from '#test/support/run/postgres.ts';

const placementOf = (table: string): string | undefined =>
  (placements as Readonly<Record<string, string>>)[table];
const sharded = Object.keys(placements).filter((table) => placementOf(table) === 'customer');

/** The one trigger that a cluster may run on its shards: it reads nothing but its own row. */
const allowedTrigger = 'only_added';

// What a cluster sharded by customer asks of the schema, checked on one server.
describe('the schema can be sharded by customer', () => {
  let connection: Connection;
  let drop: () => Promise<void>;
  before(async () => {
    const database = await testDatabase();
    connection = connect(database.url, { poolSize: 1 });
    drop = database.drop;
  });
  after(async () => {
    await connection.close();
    await drop();
  });
  const read = async <Row>(text: string): Promise<readonly Row[]> =>
    (await connection.pool.query(text)).rows as Row[];

  test('every table has a placement, and every placement a table', async () => {
    const rows = await read<{ table: string }>(`
      select relname as table from pg_class
      where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace
        and relname not like 'import\\_staging%'`);
    assert.deepEqual(
      rows.map(({ table }) => table).sort(),
      Object.keys(placements).sort(),
      'src/storage/placement.ts lists the tables of the schema',
    );
  });

  test('a row of a customer always names the customer', async () => {
    const rows = await read<{ table: string; column: string }>(`
      select table_name as table, column_name as column from information_schema.columns
      where table_schema = 'public' and is_nullable = 'NO'`);
    const named = new Set(rows.map(({ table, column }) => `${table}.${column}`));
    assert.deepEqual(
      sharded.filter((table) => !named.has(`${table}.${customerColumn(table)}`)),
      [],
    );
  });

  test('each primary key and unique index of a customer’s table begins with the customer', async () => {
    const rows = await read<{ table: string; index: string; first: string | null }>(`
      select t.relname as table, x.relname as index, a.attname as first
      from pg_index i join pg_class t on t.oid = i.indrelid join pg_class x on x.oid = i.indexrelid
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where t.relnamespace = 'public'::regnamespace and i.indisunique`);
    assert.deepEqual(
      rows.filter(({ table, first }) => sharded.includes(table) && first !== customerColumn(table)),
      [],
    );
    const keyed = new Set(rows.map(({ table }) => table));
    assert.deepEqual(
      sharded.filter((table) => !keyed.has(table)),
      [],
      'each has a key',
    );
  });

  test('a customer’s table has no trigger but the one that forbids changes', async () => {
    const rows = await read<{ table: string; trigger: string }>(`
      select t.relname as table, g.tgname as trigger
      from pg_trigger g join pg_class t on t.oid = g.tgrelid where not g.tgisinternal`);
    assert.deepEqual(
      rows.filter(({ table, trigger }) => sharded.includes(table) && trigger !== allowedTrigger),
      [],
    );
  });

  test('foreign keys stand only among tables that are everywhere, and lead to few of them', async () => {
    const rows = await read<{ table: string; target: string }>(`
      select t.relname as table, f.relname as target
      from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_class f on f.oid = c.confrelid
      where c.contype = 'f'`);
    assert.deepEqual(
      rows.filter(
        ({ table, target }) =>
          placementOf(table) !== 'everywhere' ||
          placementOf(target) !== 'everywhere' ||
          !keyTargets.includes(target),
      ),
      [],
    );
  });
});
