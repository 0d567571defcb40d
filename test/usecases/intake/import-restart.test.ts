import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { test } from 'node:test';
import { sql } from 'kysely';
import { workerPool } from '#boot/worker-pool.ts';
import * as entries from '#contract/bank-entries.ts';
import * as intake from '#contract/intake.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import type { Refusal } from '#kernel/refusal.ts';
import { FileMissing } from '#ports/files.ts';
import { importKey } from '#readers/source-file.ts';
import { joinInstances } from '#storage/instances/instances.ts';
import { claimImport, RunTaken, recordProgress } from '#storage/intake/import-runs.ts';
import { openStaging } from '#storage/intake/import-staging.ts';
import { addRejects, importById } from '#storage/intake/imports.ts';
import { sendFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { type App, now } from '#usecases/app.ts';
import { sweepFiles } from '#usecases/intake/remove-file.ts';
import { runImport, runWaitingImports } from '#usecases/intake/run-imports.ts';
import { startImport } from '#usecases/intake/start-import.ts';
import { lookAtFile } from '#usecases/intake/upload-file.ts';

const book = [
  'Account,Invoice number,Due date,Amount',
  'A1,I1,2026-08-31,10.00',
  'A2,I2,2026-08-31,nothing',
].join('\n');

async function waiting(content = book) {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const actor = await world.user('back_office');
  const portfolioId = portfolio.id;
  const { importId, look } = await sendFile(world, actor, { portfolioId, content });
  const map = { ...look.table?.map };
  await startImport(world.app, actor, { importId, map, options: {}, dryRun: false });
  return { world, actor, importId, portfolioId };
}

test('an import whose process died is run again from its beginning, and nothing is doubled', async () => {
  const { world, importId } = await waiting();
  const { app, db, clock } = world;
  const dead = { instanceId: app.newId(), runId: app.newId() };
  const claimed = await claimImport(app.db, dead, now(app), now(app));
  assert.equal(claimed?.id, importId);
  const copy = await openStaging(app.db, dead.runId);
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

test('a runner that stood still until another took its import up writes nothing more of it', async () => {
  const payments = 'Account,Paid on,Amount,Reference\nA-x,2026-11-01,5.00,R1\n';
  for (const content of [book, payments]) {
    const { world, importId } = await waiting(content);
    const { app, db } = world;
    const asleep = { instanceId: app.newId(), runId: app.newId() };
    const row = await claimImport(app.db, asleep, now(app), now(app));
    assert.ok(row);
    await world.clock.advance(61_000);
    const state = { woken: false };
    const file = async function* () {
      // It has begun, and another process runs the import while it stands still.
      if (!state.woken) assert.equal(await runWaitingImports(app), 1);
      state.woken = true;
      yield Buffer.from(content);
    };
    const before = await counted(world, importId);
    await runImport(app, row, file);
    const after = await counted(world, importId);
    assert.equal(state.woken, true);
    assert.deepEqual(before, { state: 'running', done: 0 });
    assert.deepEqual(after, { state: 'done', done: 1 }, 'and it is done once');
    await assert.rejects(recordProgress(app.db, row, now(app)), RunTaken);
    const { rows } = await sql`select 1 from import_rejects where import_id = ${importId}::uuid
      and facts ->> 'value' is null`.execute(db);
    assert.deepEqual(rows, []);
  }
});

test('an import is left to the living process that has its file; elsewhere it is told whose it is', async () => {
  const { world, importId, actor } = await waiting();
  const { app, db } = world;
  await joinInstances(app.db, app.instance);
  const other: App = {
    ...app,
    instance: { id: app.newId(), name: 'other' },
    files: { ...app.files, read: () => missing() },
  };
  await joinInstances(app.db, other.instance);
  assert.equal(await runWaitingImports(other), 0, 'it is not the one that has the file');
  const look = lookAtFile(other, actor, { importId, kind: null, options: {} });
  await assert.rejects(look, ({ facts }: Refusal) => isDeepEqualTo(facts, app.instance.name));
  await db
    .updateTable('instances')
    .set({ takenAt: now(app) })
    .where('id', '=', app.instance.id)
    .execute();
  assert.equal(await runWaitingImports(other), 1, 'whoever had it is dead');
  assert.equal((await importById(db, importId))?.failure, 'file-missing');
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
  const sent = await sendThroughDoor(world, manager, { portfolioId: made.id, content: book });
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

test('a file that cannot be read within its limits is refused, and stays listed with the reason', async () => {
  const { inWorker, close } = workerPool();
  const world = await freshWorld({ inWorker });
  const { portfolio } = await smallBook(world);
  const actor = await world.user('back_office');
  const wide = (name: string) => Array.from({ length: 20_000 }, (_, i) => `${name}${i}`).join(',');
  const deep = '<a>'.repeat(20_000);
  const camt = '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>';
  const files: [content: string, status: number, failure: string | null][] = [
    [[wide('a'), wide('1'), wide('2')].join('\n'), 422, 'too-many-columns'],
    [deep, 422, 'xml'],
    [`${camt}${deep}`, 200, null],
    [`a,b\n${'@'.repeat(100_000)},1\n`, 200, null],
    [`101${' '.repeat(60_000)}`, 200, null],
  ];
  for (const [content, status, failure] of files) {
    const sent = await sendThroughDoor(world, actor, { portfolioId: portfolio.id, content });
    assert.equal(sent.statusCode, status, sent.body);
    const { imports } = await world.call(intake.readImports, actor, {});
    const [row] = imports;
    assert.equal(row?.failure?.includes(failure ?? '') ?? null, failure === null ? null : true);
    assert.equal(row?.state, failure === null ? 'uploaded' : 'failed');
    const input = { importId: row?.id ?? '', kind: null, options: {} };
    const look = await world.request(intake.lookAtFile, actor, input);
    assert.equal(look.status, failure === null ? 200 : 404, JSON.stringify(look.body));
  }
  const { imports } = await world.call(intake.readImports, actor, {});
  assert.equal(imports.length, files.length);
  await close();
});

test('files that wait take up so much, say until when, and are deleted by hand or after their time', async (t) => {
  const uploadRules = { keepDays: 3, mostBytesOfOne: 2 * book.length, mostBytes: 3 * book.length };
  const world = await freshWorld({ uploadRules });
  const { portfolio } = await smallBook(world);
  const [one, other] = [await world.user('back_office'), await world.user('manager')];
  const send = async (actor: Actor) => {
    const sent = await sendThroughDoor(world, actor, { portfolioId: portfolio.id, content: book });
    return { status: sent.statusCode, ...sent.json<{ importId: string; days: string }>() };
  };
  const kept = async (importId: string) =>
    (await world.call(intake.readImport, one, { importId })).import.fileKeptUntil;
  const first = await send(one);
  assert.equal(await kept(first.importId), '2026-11-21T15:00:00.000Z');
  await send(one);
  const third = await send(one);
  assert.deepEqual([third.status, third.days], [413, '3'], 'the share of one person');
  assert.equal((await send(other)).status, 200);
  assert.equal((await send(other)).status, 413, 'the space for all');
  await world.call(intake.removeFile, one, { importId: first.importId });
  assert.equal(await kept(first.importId), null);
  assert.equal((await send(one)).status, 200);
  const input = { importId: first.importId, kind: null, options: {} };
  assert.equal((await world.request(intake.lookAtFile, one, input)).status, 404);
  await world.clock.advance(2 * 86_400_000);
  assert.equal(await sweepFiles(world.app), 0);
  await world.clock.advance(86_401_000);
  assert.equal(await sweepFiles(world.app), 3);
  const last = await send(one);
  assert.equal(last.status, 200);
  // A process that was killed wrote this file and no row.
  const stray = importKey(world.app.newId());
  for (const key of [stray, importKey(last.importId)]) {
    await world.app.files.write(key, Readable.from([Buffer.from(book)]));
  }
  assert.equal(await sweepFiles(world.app), 0, 'it may still be at work');
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 2 * 3_600_000 });
  assert.equal(await sweepFiles(world.app), 1);
  await assert.rejects(textOf(world.app.files.read(stray)), FileMissing);
  assert.equal(await textOf(world.app.files.read(importKey(last.importId))), book);
});

async function textOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

async function counted({ db }: World, importId: string) {
  const { rows } = await sql<{ state: string; done: number }>`
    select state, (select count(*)::int from event_log where kind = 'import.done'
      and facts ->> 'importId' = ${importId}) as done
    from imports where id = ${importId}::uuid`.execute(db);
  return rows[0];
}

// biome-ignore lint/correctness/useYield: it ends before anything is read
async function* missing(): AsyncGenerator<Uint8Array> {
  throw new FileMissing(null);
}

function isDeepEqualTo(facts: unknown, server: string): boolean {
  assert.deepEqual(facts, { thing: 'file', reason: 'elsewhere', server });
  return true;
}

function sendThroughDoor(
  world: World,
  actor: Actor,
  { portfolioId, content }: { readonly portfolioId: string; readonly content: string },
) {
  const boundary = 'xyz';
  const payload = [
    `--${boundary}`,
    'content-disposition: form-data; name="file"; filename="book.csv"',
    'content-type: text/csv',
    '',
    content,
    `--${boundary}--`,
    '',
  ].join('\r\n');
  const headers = {
    'x-dunlin': '1',
    'x-test-actor': actor.userId ?? '',
    'content-type': `multipart/form-data; boundary=${boundary}`,
  };
  const url = `/api/portfolios/${portfolioId}/files`;
  return world.server.inject({ method: 'POST', url, headers, payload });
}
