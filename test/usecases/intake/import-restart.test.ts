import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import * as entries from '#contract/bank-entries.ts';
import * as intake from '#contract/intake.ts';
import { openStaging } from '#storage/intake/import-staging.ts';
import { addRejects, claimImport, importById } from '#storage/intake/imports.ts';
import { sendFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { now } from '#usecases/app.ts';
import { runWaitingImports } from '#usecases/intake/run-imports.ts';
import { startImport } from '#usecases/intake/start-import.ts';

const book = [
  'Account,Invoice number,Due date,Amount',
  'A1,I1,2026-08-31,10.00',
  'A2,I2,2026-08-31,nothing',
].join('\n');

async function waiting() {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const actor = await world.user('back_office');
  const portfolioId = portfolio.id;
  const { importId, look } = await sendFile(world, actor, { portfolioId, content: book });
  const map = { ...look.table?.map };
  await startImport(world.app, actor, { importId, map, options: {}, dryRun: false });
  return { world, actor, importId, portfolioId };
}

test('an import whose process died is run again from its beginning, and nothing is doubled', async () => {
  const { world, importId } = await waiting();
  const { app, db, clock } = world;
  const claimed = await claimImport(app.db, now(app), now(app));
  assert.equal(claimed?.id, importId);
  const copy = await openStaging(app.db, importId);
  await copy.write('half a row');
  await copy.fail(new Error('killed'));
  const left = { line: 3, position: 1, field: null, columnName: null, reason: 'x', facts: {} };
  await addRejects(app.db, importId, [{ ...left, original: 'left by the dead' }]);
  assert.equal(await runWaitingImports(app), 0, 'its runner may still live');
  await clock.advance(61_000);
  assert.equal(await runWaitingImports(app), 1);
  const row = await importById(db, importId);
  assert.equal(row?.state, 'done');
  assert.equal(row?.counts['new'], 1);
  assert.equal(row?.counts['rejected'], 1);
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from pg_class
    where relname like 'import_rows_%'`.execute(db);
  assert.equal(rows[0]?.n, 0, 'its staging table is gone');
});

test('two runners never take the same import', async () => {
  const { world } = await waiting();
  const ran = await Promise.all([runWaitingImports(world.app), runWaitingImports(world.app)]);
  assert.deepEqual(ran.sort(), [0, 1]);
});

test('the office works through the door: portfolio, upload, look, start, refused rows as a file', async () => {
  const world = await freshWorld();
  const manager = await world.user('manager');
  const made = await world.call(intake.createPortfolio, manager, {
    name: 'Loans',
    creditorName: 'Lender',
    kind: 'consumer',
    product: 'loan',
    currency: 'USD',
    country: 'US',
    zone: 'America/New_York',
    collectorRole: 'original_creditor',
    callerId: '',
  });
  const boundary = 'xyz';
  const payload = [
    `--${boundary}`,
    'content-disposition: form-data; name="file"; filename="book.csv"',
    'content-type: text/csv',
    '',
    book,
    `--${boundary}--`,
    '',
  ].join('\r\n');
  const headers = {
    'x-dunlin': '1',
    'x-test-actor': manager.userId ?? '',
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const url = `/api/portfolios/${made.id}/files`;
  const sent = await world.server.inject({ method: 'POST', url, headers, payload });
  assert.equal(sent.statusCode, 200, sent.body);
  const { importId } = sent.json<{ importId: string }>();
  const look = await world.call(intake.lookAtFile, manager, { importId, kind: null, options: {} });
  assert.equal(look.kind, 'book');
  const map = look.table?.map ?? {};
  await world.call(intake.startImport, manager, { importId, map, options: {}, dryRun: false });
  await runWaitingImports(world.app);
  const { import: row, reasons } = await world.call(intake.readImport, manager, { importId });
  assert.equal(row.state, 'done');
  assert.deepEqual(reasons, [{ reason: 'amount-not-number', field: 'amount', count: 1 }]);
  const file = await world.server.inject({
    method: 'GET',
    url: `/api/imports/${importId}/rejects.csv`,
    headers: { 'x-test-actor': manager.userId ?? '' },
  });
  assert.match(
    file.body,
    /3,Amount,amount,amount-not-number,value=nothing,"A2,I2,2026-08-31,nothing"/,
  );
  const { imports } = await world.call(intake.readImports, manager, {});
  assert.equal(imports.length, 1);
  const waitingEntries = await world.call(entries.readEntries, manager, { state: 'unmatched' });
  assert.deepEqual(waitingEntries.entries, []);
});

test('a back office of one portfolio neither loads files into another nor sees its imports', async () => {
  const { world, importId, portfolioId } = await waiting();
  const { portfolio: other } = await smallBook(world, { name: 'Other' });
  const stranger = await world.user('back_office', other.id);
  const content = book;
  await assert.rejects(sendFile(world, stranger, { portfolioId, content }), /not-allowed/);
  const { status } = await world.request(intake.readImport, stranger, { importId });
  assert.equal(status, 403);
  const { imports } = await world.call(intake.readImports, stranger, {});
  assert.deepEqual(imports, []);
});
