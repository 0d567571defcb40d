import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { anchorFile, readAnchors } from '#boot/anchor-file.ts';
import { setRoles } from '#contract/admin/admin.ts';
import { checkLog } from '#contract/admin/system.ts';

import { writeNote } from '#contract/cases.ts';
import { customerKinds, dataKinds } from '#domain/privacy/data-kinds.ts';
import { sealedTables } from '#storage/audit/sealed-tables.ts';
import { asKept, eventHashText } from '#storage/event-log.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { atEnd } from '#test/support/run/at-end.ts';
import { asIntruder, fillTables, sealAll } from '#test/support/world/forging.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { keepAnchor } from '#usecases/audit/seal-record.ts';
import { breaksIn, verifyLog } from '#usecases/audit/verify-log.ts';
import { eraseKinds } from '#usecases/privacy/steps/erase-kinds.ts';

/** What somebody changes who goes past the product: words where there are some, else another column. */
const tampered: Readonly<Record<string, string>> = {
  approvals: 'amount_minor = 8',
  user_roles: `role = 'manager'`,
  rule_switches: `turn = 'off'`,
  legal_holds: `matter = 'another'`,
  person_requests: `due_on = '2027-12-24'`,
  portfolio_transfers: `from_collector = 'another'`,
  verifications: 'passed = false',
  former_names: `name = 'another'`,
  contact_facts: `details = '{"b":2}'`,
  consents: `given_to = 'another'`,
  preferences: `details = '{"b":2}'`,
  postings: 'amount_minor = 8',
  payments: 'amount_minor = 8',
  promises_to_pay: `due_on = '2026-12-24'`,
  plans: 'total_minor = 8',
  plan_instalments: 'amount_minor = 8',
  portfolio_policies: `settings = '{"b":2}'`,
};

describe('what stands beside the log is sealed', () => {
  it('an altered, a deleted and an added row of every kind is named', async () => {
    const world = await freshWorld({ forgesEvents: true });
    const numbers = await fillTables(world, 3);
    await sealAll(world);
    assert.equal(breaksIn(await verifyLog(world.db)), 0);
    const no = (table: string, at: number) => numbers.get(table)?.[at] ?? '';
    await asIntruder(
      world,
      sealedTables.flatMap(({ table, words }) => [
        `update ${table} set ${tampered[table] ?? `${words?.[0]} = 'other words'`}
          where seal_no = ${no(table, 0)}`,
        `delete from ${table} where seal_no = ${no(table, 1)}`,
      ]),
    );
    await asIntruder(world, [
      `insert into notes overriding system value select (jsonb_populate_record(n,
        jsonb_build_object('id', gen_random_uuid(), 'seal_no', 0))).* from notes n limit 1`,
    ]);
    const { brokenRows } = await verifyLog(world.db);
    const found = brokenRows.map(({ table, how }) => `${table} ${how}`).sort();
    const expected = sealedTables.flatMap(({ table }) => [`${table} altered`, `${table} deleted`]);
    assert.deepEqual(found, [...expected, 'notes added'].sort());
    assert.ok(brokenRows.every(({ key }) => key !== ''));
    const shown = await world.call(checkLog, await world.user('administrator'), {});
    assert.deepEqual(shown.beside, [{ what: 'rows', count: brokenRows.length }]);
  });

  it('a role taken away and granted again holds, and one that is deleted is named', async () => {
    const world = await freshWorld();
    const admin = await world.user('administrator');
    const { userId } = await world.user('agent');
    const give = async (...roles: readonly ('agent' | 'supervisor')[]) => {
      const wanted = roles.map((role) => ({ role, portfolioId: null }));
      await world.call(setRoles, admin, { userId, roles: wanted });
      await sealAll(world);
    };
    await give('supervisor');
    await give('agent');
    await give('supervisor');
    assert.deepEqual((await verifyLog(world.db)).brokenRows, []);
    await asIntruder(world, [`delete from user_roles where user_id = '${userId}'`]);
    const { brokenRows } = await verifyLog(world.db);
    assert.deepEqual(
      [...new Set(brokenRows.map(({ table, how }) => `${table} ${how}`))],
      ['user_roles deleted'],
    );
  });

  it('a hold lifted and a request answered past the product are named', async () => {
    const world = await freshWorld({ forgesEvents: true });
    await fillTables(world, 1);
    const forged = [
      ['legal_holds', 'lifted_at = now()', 'lifted_at = null'],
      ['person_requests', 'identity_at = now()', 'identity_at = null'],
      ['person_requests', 'approved_at = now()', 'approved_at = null'],
      ['person_requests', `state = 'refused'`, `state = 'open'`],
    ] as const;
    for (const [table, to, back] of forged) {
      await asIntruder(world, [`update ${table} set ${to}`]);
      const { brokenRows } = await verifyLog(world.db);
      const found = brokenRows.map((row) => `${row.table} ${row.how}`);
      assert.deepEqual(found, [`${table} altered`], to);
      await asIntruder(world, [`update ${table} set ${back}`]);
    }
    assert.deepEqual((await verifyLog(world.db)).brokenRows, []);
  });

  it('words of every kind go when the record says so, and nothing but those words', async () => {
    const world = await freshWorld({ forgesEvents: true });
    const { app, db, pool } = world;
    const numbers = await fillTables(world, 3);
    const withWords = sealedTables.filter(({ words }) => words !== undefined);
    const customerId = app.newId();
    await asIntruder(world, [
      ...withWords.map(
        ({ table }) =>
          `update ${table} set customer_id = '${customerId}' where seal_no <= ${numbers.get(table)?.[1]}`,
      ),
      `update preferences set details = '{"words":"call my wife"}'`,
    ]);
    await sealAll(world);
    const cause = { by: 'request', causeId: app.newId(), actorId: null } as const;
    await app.db
      .transaction()
      .execute((tx) => eraseKinds(app, tx, { customerId, kinds: customerKinds, ...cause }));
    for (const kind of customerKinds) {
      for (const [table, column] of dataKinds[kind].erases) {
        if (!withWords.some((one) => one.table === table)) continue;
        const { rows } = await pool.query(
          `select ${column} from ${table} where customer_id = $1
             and coalesce(${column}::text, '') not in ('', '{}', '[erased]', '\\x')`,
          [customerId],
        );
        assert.deepEqual(rows, [], `${table}.${column}`);
      }
    }
    assert.deepEqual((await verifyLog(db)).brokenRows, []);
    const [first, , third] = numbers.get('notes') ?? [];
    await asIntruder(world, [
      `update notes set words = '[erased]' where seal_no = ${third}`,
      `update notes set written_by = gen_random_uuid() where seal_no = ${first}`,
      `update messages set words = 'made up' where customer_id = '${customerId}'`,
    ]);
    const { brokenRows } = await verifyLog(db);
    assert.deepEqual(brokenRows.map(({ table, how }) => `${table} ${how}`).sort(), [
      'messages altered',
      'messages altered',
      'notes altered',
      'notes altered',
    ]);
  });

  it('an event that is gone is missed by its block, and a record made anew by the anchor', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dunlin-anchors-'));
    atEnd(async () => rmSync(folder, { recursive: true, force: true }));
    const path = join(folder, 'anchors.jsonl');
    const world = await freshWorld({ forgesEvents: true, anchors: anchorFile(path) });
    const book = await smallBook(world);
    const manager = await world.user('manager');
    const made = await book.addCase();
    await world.call(writeNote, manager, { caseId: made.caseId, words: 'A note' });
    await sealAll(world);
    await keepAnchor(world.app);
    await keepAnchor(world.app);
    assert.equal(readAnchors(path).length, 1, 'once a day');
    assert.equal(statSync(path).mode & 0o077, 0);
    assert.equal(breaksIn(await verifyLog(world.db, readAnchors(path))), 0);

    // The note said something else, it seems: row, event, chain of the case, seals, all made to fit.
    await asIntruder(world, [
      `update notes set words = 'Another note'`,
      `update event_log e set occurred_at = occurred_at + interval '1 hour' where kind = 'note.written'`,
      `do $$ declare e record; last bytea; begin
        for e in select * from event_log where case_id is not null order by seq loop
          update event_log l set previous_hash = last,
            hash = ${eventHashText('last', 'l', asKept('l'))}
            where l.customer_id = e.customer_id and l.seq = e.seq returning hash into last;
          update cases set last_hash = last where id = e.case_id;
        end loop;
      end $$`,
    ]);
    const found = await verifyLog(world.db);
    assert.deepEqual(found.brokenCases, []);
    assert.deepEqual(
      found.brokenBlocks.map(({ table }) => table),
      ['event_log'],
    );
    await asIntruder(world, ['delete from seal_blocks', 'delete from row_seals']);
    await sealAll(world);
    assert.equal(breaksIn(await verifyLog(world.db)), 0, 'the record alone tells nothing');
    const { brokenAnchors } = await verifyLog(world.db, readAnchors(path));
    assert.equal(brokenAnchors.length, 1);
  });
});
