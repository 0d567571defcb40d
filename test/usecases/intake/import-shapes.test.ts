import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { readCase } from '#contract/cases.ts';
import { rejectsAfter } from '#storage/intake/imports.ts';
import { importFile, sendFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

async function bookWorld() {
  const world = await freshWorld();
  const small = await smallBook(world);
  const actor = await world.user('back_office');
  return { world, actor, small, addPortfolio: async () => (await small.addPortfolio({})).id };
}

async function owed(world: World, portfolioId: string): Promise<string[]> {
  const { rows } = await sql<{ told: string }>`select concat_ws(' ', i.reference, i.due_on,
      i.amount_minor, i.balance_minor, nullif(i.disputed_minor, 0)) as told
    from items i where i.portfolio_id = ${portfolioId}::uuid order by i.reference`.execute(
    world.db,
  );
  return rows.map(({ told }) => told);
}

async function reasonsOf(world: World, importId: string): Promise<string[]> {
  const rejects = await rejectsAfter(world.db, importId, { line: 0, position: 0 }, 50);
  return rejects.map(({ line, reason }) => `${line} ${reason}`);
}

test('a status decides what comes in, ends what the book has, and an unknown one is asked', async () => {
  const { world, actor, addPortfolio } = await bookWorld();
  const portfolioId = await addPortfolio();
  const top = 'Customer number,Name,Invoice number,Due date,Total,Open balance,Invoice status';
  const row = (n: number, open: string, status: string) =>
    `K-${n},Ann Oak,I-${n},2026-03-0${n},50.00,${open},${status}`;
  const first = [
    ...[row(1, '50.00', 'Overdue'), row(2, '50.00', 'In collection'), row(3, '50.00', 'Disputed')],
    ...[row(4, '0.00', 'Paid'), row(5, '0.00', 'Void'), row(6, '50.00', 'Draft')],
    ...[row(7, '20.00', 'Paid'), row(8, '50.00', 'Moonlit'), row(9, '30.00', 'Partially paid')],
  ];
  const sent = { portfolioId, content: [top, ...first].join('\n') };
  const done = await importFile(world, actor, sent);
  assert.deepEqual(
    [done.counts['new'], done.counts['skipped'], done.counts['rejected']],
    [4, 3, 2],
  );
  assert.deepEqual(await reasonsOf(world, done.id), ['8 status-with-balance', '9 bad-choice']);
  const asked = done.unread.filter(({ field }) => field === 'status');
  assert.deepEqual(
    asked.map(({ reason, value }) => [reason, value]),
    [['bad-choice', 'Moonlit']],
  );
  assert.deepEqual(await owed(world, portfolioId), [
    ...['I-1 2026-03-01 5000 5000', 'I-2 2026-03-02 5000 5000'],
    ...['I-3 2026-03-03 5000 5000 5000', 'I-9 2026-03-09 5000 3000'],
  ]);
  const later = [row(1, '0.00', 'Paid'), row(2, '0.00', 'Cancelled'), row(9, '30.00', 'Disputed')];
  const again = await importFile(world, actor, {
    portfolioId,
    content: [top, ...later].join('\n'),
  });
  assert.equal(again.counts['changed'], 3);
  assert.deepEqual(await owed(world, portfolioId), [
    ...['I-1 2026-03-01 5000 0', 'I-2 2026-03-02 5000 0'],
    ...['I-3 2026-03-03 5000 5000 5000', 'I-9 2026-03-09 5000 3000 3000'],
  ]);
  const payments = await world.db.selectFrom('payments').select('amountMinor').execute();
  assert.deepEqual(payments, [{ amountMinor: 5000n }]);
});

test('a ledger is netted by reference; credits that no debit explains are refused and shown', async () => {
  const { world, actor, addPortfolio } = await bookWorld();
  const portfolioId = await addPortfolio();
  const content = [
    'Customer number,Customer name,Reference,Date,Due date,Debit,Credit,Balance',
    'K-1,Ann Oak,R-1,2026-01-05,2026-02-04,100.00,0.00,100.00',
    'K-1,Ann Oak,R-2,2026-01-09,2026-02-08,60.00,,160.00',
    'K-1,Ann Oak,R-1,2026-02-10,,,40.00,120.00',
    'K-2,Bob Elm,R-3,2026-01-05,2026-02-04,10.00,,130.00',
    'K-2,Bob Elm,R-3,2026-01-06,,,10.00,120.00',
    'K-2,Bob Elm,R-4,2026-01-07,,,5.00,115.00',
    'K-2,Bob Elm,R-5,2026-01-07,2026-02-04,5.00,,120.00',
    'K-2,Bob Elm,R-5,2026-01-08,,,7.00,113.00',
  ].join('\n');
  const { look } = await sendFile(world, actor, { portfolioId, content });
  const { debit, credit, balance } = (look.table?.map['columns'] ?? {}) as Record<string, string>;
  assert.deepEqual([debit, credit, balance], ['Debit', 'Credit', undefined]);
  const done = await importFile(world, actor, { portfolioId, content });
  assert.deepEqual(await owed(world, portfolioId), [
    'R-1 2026-02-04 10000 6000',
    'R-2 2026-02-08 6000 6000',
  ]);
  assert.deepEqual(await reasonsOf(world, done.id), [
    ...['7 credit-without-debit', '8 credit-above-debit', '9 credit-above-debit'],
  ]);
  const { read, skipped, rejected } = done.counts;
  assert.deepEqual([read, done.counts['new'], skipped, rejected], [8, 2, 3, 3]);
  const [netted] = done.unread.filter(({ reason }) => reason === 'ledger-netted');
  assert.deepEqual([netted?.rows, netted?.lines], [2, [4, 6]]);
});

test('a case shows what of the last file could not be read of its customer, and what its creditor told', async () => {
  const { world, actor, small } = await bookWorld();
  const { caseId, customerId } = await small.addCase({});
  const { id: portfolioId } = small.portfolio;
  const reference = 'K-9';
  await world.db
    .insertInto('clientReferences')
    .values({
      ...{ tenantId: world.app.tenantId, portfolioId, kind: 'customer', reference },
      ...{ customerId, targetId: customerId },
    })
    .execute();
  const content = [
    'Customer number,Name,Invoice number,Due date,Amount,Mobile,Email',
    'K-9,Ann Oak,I-1,2026-03-01,10.00,12,ann@oak.example',
    'K-8,Bob Elm,I-2,2026-03-01,10.00,(212) 555-0143,bob@elm.example',
  ].join('\n');
  const done = await importFile(world, actor, { portfolioId, content });
  assert.deepEqual([done.counts['new'], done.counts['details']], [2, 1]);
  const file = await world.call(readCase, actor, { caseId });
  assert.deepEqual(file.notTaken, [{ field: 'mobile', column: 'Mobile', line: 2 }]);
  const clean = content.replace(',12,', ',(212) 555-0142,');
  await importFile(world, actor, { portfolioId, content: clean });
  assert.deepEqual((await world.call(readCase, actor, { caseId })).notTaken, []);
});

test('a placement file keeps what the creditor told, and its last payment counts for limitation', async () => {
  const { world, actor, addPortfolio } = await bookWorld();
  const portfolioId = await addPortfolio();
  const top =
    'ACCT_NUM,DEBTOR_NAME,ORIG_CREDITOR,CHGOFF_DT,CHGOFF_AMT,LAST_PMT_DT,PRIN_BAL,INT_BAL,FEE_BAL,TOT_BAL,PLACE_DT,DELINQ_DT,NOTES';
  const rows = [
    'A-1,LAKE MARIA,Example Bank,20251130,1840.22,20250601,1500.00,300.22,40.00,1840.22,20260115,20250701,calls after six',
    'A-2,WELLS ORIN,Example Bank,20251031,920.00,20250315,800.00,100.00,25.00,920.00,20260115,20250415,',
  ];
  const done = await importFile(world, actor, { portfolioId, content: [top, ...rows].join('\n') });
  assert.deepEqual(await reasonsOf(world, done.id), ['3 parts-not-balance']);
  const { rows: kept } = await sql`select reference, original_creditor, charged_off_on,
      charged_off_minor::text, last_paid_on, placed_on, interest_minor::text, fees_minor::text,
      file_note from accounts where portfolio_id = ${portfolioId}::uuid`.execute(world.db);
  assert.deepEqual(kept, [
    {
      ...{ reference: 'A-1', originalCreditor: 'Example Bank', chargedOffOn: '2025-11-30' },
      ...{ chargedOffMinor: '184022', lastPaidOn: '2025-06-01', placedOn: '2026-01-15' },
      ...{ interestMinor: '30022', feesMinor: '4000', fileNote: 'calls after six' },
    },
  ]);
});
