import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as approvals from '#contract/approvals.ts';
import * as entries from '#contract/bank-entries.ts';
import { madeStatement } from '#test/support/books/bank-statement.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { nextPolicy } from '#test/support/books/policies.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const book = [
  'Customer number,Name,Account,Invoice number,Invoice date,Due date,Amount',
  'C1,Ana Perez,A-100,INV-1001,2026-08-01,2026-08-31,1200.50',
  'C2,Bob Stone,A-200,INV-1002,2026-07-01,2026-07-31,999.99',
].join('\n');
const table = [
  'Transaction id,Payment date,Amount,Payer name,Memo',
  'T1,2026-11-10,1200.50,ANA PEREZ,invoice INV-1001',
  'T2,2026-11-11,50.00,Bob Stone,invoice INV-1002',
].join('\n');

test('a row of a table of payments above the limit, and a match by hand, wait for a second person', async () => {
  const world = await freshWorld();
  const { call, request, user, db } = world;
  const { id: portfolioId } = (await smallBook(world)).portfolio;
  await nextPolicy(world, portfolioId, { secondPerson: { paymentAbove: '500' } });
  const [clerk, second] = [await user('back_office'), await user('manager')];
  await importFile(world, clerk, { portfolioId, content: book });
  const booked = async () => {
    const rows = await db.selectFrom('payments').select(['amountMinor', 'source']).execute();
    return rows.map(({ amountMinor, source }) => `${amountMinor} ${source}`).sort();
  };
  const waiting = async () =>
    (await call(entries.readEntries, clerk, { state: 'unmatched' })).entries;
  const none = { accountReference: null, customerReference: null, paymentId: null, note: null };
  const match = (entryId: string, itemReference: string) =>
    call(entries.matchEntry, clerk, { ...none, entryId, itemReference });
  const approve = (approvalId: string | null) =>
    request(approvals.decideApproval, second, { approvalId: approvalId ?? '', approve: true });

  const { counts } = await importFile(world, clerk, { portfolioId, content: table });
  assert.deepEqual([counts['matched'], counts['unmatched']], [1, 1]);
  assert.deepEqual(await booked(), ['5000 file']);
  const [row] = await waiting();
  assert.ok(row);
  assert.ok(row.reasons.some(({ code }) => code === 'above-limit'));

  const { approvalId } = await match(row.id, 'INV-1001');
  assert.deepEqual(await booked(), ['5000 file'], 'nothing is booked yet');
  const listed = (await call(approvals.listApprovals, second, {})).approvals;
  assert.deepEqual(
    listed.map(({ id, kind, amount, details }) => [id, kind, amount, details[0]?.value]),
    [[approvalId, 'payment', '1200.50', 'INV-1001']],
  );
  const again = { ...none, entryId: row.id, itemReference: 'INV-1001' };
  assert.equal((await request(entries.matchEntry, clerk, again)).status, 409);
  assert.equal((await approve(approvalId)).status, 200);
  assert.deepEqual(await booked(), ['120050 file', '5000 file']);
  assert.deepEqual(await waiting(), []);

  const content = madeStatement('R-1', [{ amount: '700.00', on: '2026-11-17' }]);
  await importFile(world, clerk, { portfolioId, content });
  const [told] = await waiting();
  assert.ok(told);
  const asked = await match(told.id, 'INV-1002');
  assert.ok(asked.approvalId, 'of a statement too');
  await call(entries.setEntryAside, clerk, { entryId: told.id, note: 'Not ours' });
  const left = (await call(approvals.listApprovals, second, {})).approvals;
  assert.deepEqual(
    left.filter(({ state }) => state === 'waiting'),
    [],
    'nobody is asked for an entry that was set aside',
  );
  assert.equal((await approve(asked.approvalId)).body['type'], '/problems/already-done');
  assert.equal((await booked()).length, 2);
});
