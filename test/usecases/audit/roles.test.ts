import assert from 'node:assert/strict';
import { test } from 'node:test';
import { prepareSchema } from '#boot/postgres/prepare-schema.ts';
import { sealedTables } from '#storage/audit/sealed-tables.ts';
import { connect } from '#storage/connect.ts';
import { placements } from '#storage/placement.ts';
import { atEnd } from '#test/support/run/at-end.ts';
import { testDatabase } from '#test/support/run/postgres.ts';

const denied = { code: '42501' };
const restricted = { code: '23001' };

test('the product’s role cannot change the record', async (t) => {
  const database = await testDatabase();
  const product = connect(database.appUrl, { poolSize: 1 });
  const superuser = connect(database.url, { poolSize: 1 });
  // One that is kept: a pool lets go of a connection on which a statement failed.
  const client = await product.pool.connect();
  atEnd(async () => {
    client.release();
    await product.close();
    await superuser.close();
    await database.drop();
  });
  const ask = (text: string) => client.query(text);
  const noneOf = (table: string, columns: readonly string[]) =>
    ask(`update ${table} set ${columns.map((name) => `${name} = ${name}`).join()} where false`);

  await t.test('it is no superuser and owns nothing', async () => {
    const { rows } = await ask(`select rolsuper, rolcreaterole, rolcreatedb, rolbypassrls,
      (select count(*)::int from pg_class where relowner = r.oid) as owned
      from pg_roles r where rolname = current_user`);
    assert.deepEqual(rows, [
      { rolsuper: false, rolcreaterole: false, rolcreatedb: false, rolbypassrls: false, owned: 0 },
    ]);
  });

  await t.test('what is only ever added to is neither changed nor removed', async () => {
    for (const table of ['event_log', 'decisions', 'seal_blocks', 'row_seals']) {
      const hash = table === 'row_seals' ? 'fixed_hash' : 'hash';
      await assert.rejects(noneOf(table, [hash]), denied, table);
      await assert.rejects(ask(`delete from ${table} where false`), denied, table);
    }
    for (const { table, key, words = [], changing = [], endedBy } of sealedTables) {
      const emptied = ask(`delete from ${table} where false`);
      await (endedBy ? emptied : assert.rejects(emptied, denied, table));
      for (const name of [...key, ...words]) {
        const [column = ''] = name.split('.');
        await assert.rejects(noneOf(table, [column]), denied, `${table}.${column}`);
      }
      if (changing.length > 0) await noneOf(table, changing);
    }
  });

  await t.test('no table is emptied, made, changed or dropped', async () => {
    for (const table of Object.keys(placements)) {
      await assert.rejects(ask(`truncate ${table}`), denied, table);
    }
    await assert.rejects(ask('alter table event_log disable trigger user'), denied);
    await assert.rejects(ask('create table more (id int)'), denied);
    await assert.rejects(ask('drop table event_log'), denied);
    await assert.rejects(ask('set session_replication_role = replica'), denied);
  });

  await t.test('words of a customer go by a narrow way, and only they', async () => {
    const id = '019aa000-0000-7000-8000-000000000001';
    await ask(`insert into contact_facts (customer_id, id, tenant_id, kind, details, occurred_at,
      received_at, recorded_at, source) values ('${id}', '${id}', '${id}', 'notice', '{"a":1}',
      now(), now(), now(), 'post')`);
    await assert.rejects(
      superuser.pool.query(`update contact_facts set details = '{}'`),
      restricted,
      'its trigger stops an owner too',
    );
    const ofTwo = ['notes', 'documents'];
    const erase = (table: string, are = ofTwo.includes(table) ? 'true' : 'null') =>
      ask(`select erase_words('${table}', '${id}', ${are}) as no`);
    assert.equal((await erase('contact_facts')).rows.length, 1);
    assert.deepEqual((await erase('contact_facts')).rows, [], 'nothing is left to erase');
    assert.deepEqual((await ask('select kind, details, source from contact_facts')).rows, [
      { kind: 'notice', details: {}, source: '[erased]' },
    ]);
    await assert.rejects(erase('event_log'), restricted);
    await assert.rejects(erase('messages', 'true'), restricted);
    for (const { table, words } of sealedTables) {
      if (words) assert.deepEqual((await erase(table)).rows, [], table);
      else await assert.rejects(erase(table), restricted, table);
    }
    await assert.rejects(ask(`select delete_imported('postings', '${id}')`), restricted);
  });

  await t.test('a start says when it connects as a superuser', async () => {
    const told: string[] = [];
    const say = (sentence: string) => told.push(sentence);
    await prepareSchema({ url: database.appUrl, ownerUrl: database.url }, say);
    assert.deepEqual(told, []);
    await prepareSchema({ url: database.url, ownerUrl: database.url }, say);
    assert.match(told.join(), /as the superuser dunlin\. .*DUNLIN_MIGRATION_URL/);
  });
});
