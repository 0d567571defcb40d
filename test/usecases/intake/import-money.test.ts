import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { rejectsAfter } from '#storage/intake/imports.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';
import { matchEntry, readEntries, setEntryAside } from '#usecases/intake/resolve-entry.ts';
import { undoImport } from '#usecases/intake/undo-import.ts';

const book = [
  'Customer number,Name,Account,Invoice number,Invoice date,Due date,Amount',
  'C1,Ana Perez,A-100,INV-1001,2026-08-01,2026-08-31,120.50',
  'C1,Ana Perez,A-100,INV-1002,2026-09-01,2026-09-30,80.00',
  'C2,Bob Stone,A-200,INV-1003,2026-07-01,2026-07-31,999.99',
  'C3,Bob Stone,A-300,INV-1004,2026-07-01,2026-07-31,50.00',
].join('\n');

async function loaded() {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const actor = await world.user('back_office');
  const portfolioId = portfolio.id;
  const bookImport = await importFile(world, actor, { portfolioId, content: book });
  const balances = async () => {
    const rows = await world.db
      .selectFrom('items')
      .select(['reference', 'balanceMinor'])
      .orderBy('reference')
      .execute();
    return Object.fromEntries(rows.map((row) => [row.reference, row.balanceMinor]));
  };
  return { world, portfolioId, actor, balances, bookImport };
}

const payments = [
  'Transaction id,Payment date,Amount,Payer name,Memo',
  'T1,2026-11-10,120.50,ANA PEREZ,invoice INV-1001',
  'T2,2026-11-11,30.00,Ana Perez,account A-100',
  'T3,2026-11-12,999.99,Stone Bob,thanks',
  'T4,2026-11-12,50.00,Somebody Else,no reference',
  'T5,2026-11-12,12.345,Ana Perez,INV-1002',
].join('\n');

test('payments by file are matched by reference, account, or amount and name; the rest wait with reasons', async () => {
  const { world, portfolioId, actor, balances } = await loaded();
  const done = await importFile(world, actor, { portfolioId, content: payments });
  assert.equal(done.kind, 'payments');
  assert.deepEqual(done.counts, {
    ...{ read: 5, skipped: 0, rejected: 1, new: 4, changed: 0, unchanged: 0 },
    ...{ matched: 2, unmatched: 2 },
  });
  assert.deepEqual(await balances(), {
    'INV-1001': 0n,
    'INV-1002': 5_000n,
    'INV-1003': 99_999n,
    'INV-1004': 5_000n,
  });
  const { entries } = await readEntries(world.app, actor, { state: 'unmatched' });
  assert.deepEqual(
    entries.map(({ reference, reasons }) => [reference, reasons.map(({ code }) => code)]),
    [
      ['T3', ['name-alone']],
      ['T4', ['amount-alone']],
    ],
  );
  const again = await importFile(world, actor, { portfolioId, content: payments });
  assert.equal(again.counts['unchanged'], 4);
  assert.equal(again.counts['new'], 0);
  assert.equal((await balances())['INV-1002'], 5_000n);
});

test('money that came before its invoice is booked once the invoice is loaded', async () => {
  const { world, portfolioId, actor, balances } = await loaded();
  const early = [
    'Transaction id,Payment date,Amount,Payer name,Memo',
    'T6,2026-11-10,25.00,Cem Oz,INV-5999',
    'T7,2026-11-10,25.00,Cem Oz,INV-5999',
    'T8,2026-11-10,70.00,Nobody,INV-6999',
  ].join('\n');
  const told = await importFile(world, actor, { portfolioId, content: early });
  assert.equal(told.counts['unmatched'], 3);
  const [head = ''] = book.split('\n');
  const content = `${head}\nC9,Cem Oz,A-900,INV-5999,2026-09-01,2026-10-01,40.00`;
  await importFile(world, actor, { portfolioId, content });
  assert.equal((await balances())['INV-5999'], 0n);
  const { entries } = await readEntries(world.app, actor, { state: 'unmatched' });
  assert.deepEqual(
    entries.map(({ reference }) => reference),
    ['T8'],
  );
});

test('a person says whose an entry is, or sets it aside with a note', async () => {
  const { world, portfolioId, actor, balances } = await loaded();
  await importFile(world, actor, { portfolioId, content: payments });
  const { entries } = await readEntries(world.app, actor, { state: 'unmatched' });
  const [stone, stranger] = entries;
  assert.ok(stone && stranger);
  const nothing = {
    ...{ accountReference: null, customerReference: null, paymentId: null, note: null },
    reason: null,
  };
  const decision = { entryId: stone.id, itemReference: 'INV-1003', ...nothing };
  await matchEntry(world.app, actor, decision);
  assert.equal((await balances())['INV-1003'], 0n);
  const booked = await world.db.selectFrom('payments').select('source').distinct().execute();
  assert.deepEqual(booked, [{ source: 'file' }]);
  await assert.rejects(matchEntry(world.app, actor, decision), /already-done/);
  await setEntryAside(world.app, actor, { entryId: stranger.id, note: 'not ours' });
  const left = await readEntries(world.app, actor, { state: 'unmatched' });
  assert.deepEqual(left.entries, []);
});

test('an import of payments that is taken back has its payments reversed and may come again', async () => {
  const { world, portfolioId, actor, balances } = await loaded();
  const before = await balances();
  const done = await importFile(world, actor, { portfolioId, content: payments });
  await undoImport(world.app, actor, { importId: done.id });
  assert.deepEqual(await balances(), before);
  const again = await importFile(world, actor, { portfolioId, content: payments });
  assert.equal(again.counts['matched'], 2);
  assert.equal((await balances())['INV-1001'], 0n);
});

test('credit notes lower what is owed once; unknown items are refused, too much waits on the account', async () => {
  const { world, portfolioId, actor, balances } = await loaded();
  const content = [
    'Credit note number;Credit note date;Invoice number;Amount;Reason',
    'CN1;2026-11-01;INV-1001;20.50;billing error',
    'CN2;2026-11-01;INV-9999;5.00;',
    'CN3;2026-11-01;INV-1004;50.01;',
  ].join('\n');
  const done = await importFile(world, actor, { portfolioId, content });
  assert.equal(done.kind, 'credit_notes');
  assert.equal(done.counts['new'], 2);
  assert.equal((await balances())['INV-1001'], 10_000n);
  assert.equal((await balances())['INV-1004'], 0n);
  const rejects = await rejectsAfter(world.db, done.id, { line: 0, position: 0 }, 10);
  assert.deepEqual(
    rejects.map(({ line, reason }) => [line, reason]),
    [[3, 'item-not-known']],
  );
  const again = await importFile(world, actor, { portfolioId, content });
  assert.equal(again.counts['unchanged'], 2);
  assert.equal((await balances())['INV-1001'], 10_000n);
});

const entry = (id: string, amount: string, side: 'CRDT' | 'DBIT', details: string, more = '') => `
  <Ntry><Amt Ccy="USD">${amount}</Amt><CdtDbtInd>${side}</CdtDbtInd>${more}<Sts>BOOK</Sts>
    <BookgDt><Dt>2026-11-16</Dt></BookgDt><AcctSvcrRef>${id}</AcctSvcrRef>
    <NtryDtls><TxDtls>${details}</TxDtls></NtryDtls></Ntry>`;
const statement = (entries: string) => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
  <GrpHdr><MsgId>M1</MsgId><CreDtTm>2026-11-17T08:00:00</CreDtTm></GrpHdr>
  <Stmt><Id>S1</Id><CreDtTm>2026-11-17T08:00:00</CreDtTm>
    <Acct><Id><IBAN>GB33BUKB20201555555555</IBAN></Id></Acct>
    <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="USD">100.00</Amt>
      <CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-15</Dt></Dt></Bal>${entries}
  </Stmt></BkToCstmrStmt></Document>`;
const remittance = (text: string, name = 'Ana Perez') =>
  `<RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf>`;
const paidIn = entry('B1', '80.00', 'CRDT', remittance('Payment INV-1002'));

test('a bank statement is taken once, however often and in whichever message an entry comes', async () => {
  const { world, portfolioId, actor, balances } = await loaded();
  const content = statement(
    paidIn +
      entry('B2', '10.00', 'DBIT', '<RmtInf><Ustrd>bank fee</Ustrd></RmtInf>') +
      entry('B3', '7.77', 'CRDT', remittance('hello', 'Nobody Known')),
  );
  const done = await importFile(world, actor, { portfolioId, content, fileName: 'statement.xml' });
  assert.equal(done.kind, 'camt');
  assert.equal(done.state, 'done', done.failure ?? '');
  const { matched, unmatched, skipped } = done.counts;
  assert.deepEqual({ matched, unmatched, skipped }, { matched: 1, unmatched: 1, skipped: 1 });
  assert.equal((await balances())['INV-1002'], 0n);
  const heads = await world.db.selectFrom('statements').select(['iban', 'openingMinor']).execute();
  assert.deepEqual(heads, [{ iban: 'GB33BUKB20201555555555', openingMinor: 10_000n }]);
  const again = await importFile(world, actor, {
    portfolioId,
    content: content.replace('M1', 'M2'),
  });
  assert.equal(again.counts['unchanged'], 2);
  assert.equal((await balances())['INV-1002'], 0n);
});

test('several items that a payer names are paid, a year or a day is no item, and who pays must agree', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const actor = await world.user('back_office');
  const portfolioId = portfolio.id;
  const rows = [
    book.split('\n')[0],
    'K-171,Tina Vale,K-171,RE-7701,2026-02-01,2026-03-01,120.00',
    'K-171,Tina Vale,K-171,RE-7702,2026-03-01,2026-04-01,100.00',
    'K-171,Tina Vale,K-171,RE-7703,2026-04-01,2026-05-01,80.00',
    'K-161,Pia Ander,K-161,2026,2026-04-01,2026-05-01,900.00',
    'K-162,Olga Ritter,K-162,2031,2026-05-01,2026-06-01,75.00',
  ];
  await importFile(world, actor, { portfolioId, content: rows.join('\n') });
  const content = statement(
    entry('P-1', '180.00', 'CRDT', remittance('RE-7702 und 7703', 'VALE, TINA')) +
      entry('Y-1', '75.00', 'CRDT', remittance('Miete Juni 2026', 'Olga Ritter')) +
      entry('Y-2', '20.00', 'CRDT', remittance('Danke, Zahlung vom 13.06.2026', 'Sven Fremd')) +
      entry('Y-3', '75.00', 'CRDT', remittance('RE-7701', 'Pia Ander')),
  );
  const done = await importFile(world, actor, { portfolioId, content });
  assert.deepEqual([done.counts['matched'], done.counts['unmatched']], [2, 2]);
  const open = await world.db
    .selectFrom('items')
    .select(['reference', 'balanceMinor'])
    .where('balanceMinor', '>', 0n)
    .orderBy('reference')
    .execute();
  assert.deepEqual(
    open.map((row) => `${row.reference} ${row.balanceMinor}`),
    ['2026 90000', 'RE-7701 12000'],
  );
  const { entries } = await readEntries(world.app, actor, { state: 'unmatched' });
  assert.deepEqual(entries.map(({ reasons }) => reasons.at(-1)?.code).toSorted(), [
    'name-of-another',
    'nothing-found',
  ]);
});

test('money sent back by the bank takes its payment back', async () => {
  const { world, portfolioId, actor, balances } = await loaded();
  await importFile(world, actor, { portfolioId, content: statement(paidIn) });
  assert.equal((await balances())['INV-1002'], 0n);
  const back = entry(
    'B9',
    '80.00',
    'DBIT',
    `<RltdPties><Cdtr><Nm>Ana Perez</Nm></Cdtr></RltdPties>
     <RmtInf><Ustrd>Payment INV-1002</Ustrd></RmtInf><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>`,
    '<RvslInd>true</RvslInd>',
  );
  const done = await importFile(world, actor, { portfolioId, content: statement(back) });
  assert.equal(done.counts['matched'], 1);
  assert.equal((await balances())['INV-1002'], 8_000n);
  const payment = await world.db.selectFrom('payments').selectAll().executeTakeFirstOrThrow();
  assert.notEqual(payment.reversedAt, null);
});

test('a direct debit refused before it was a payment here becomes the key event of its code', async () => {
  const { world, portfolioId, actor } = await loaded();
  const back = entry(
    'B8',
    '120.50',
    'DBIT',
    `<RmtInf><Ustrd>INV-1001</Ustrd></RmtInf><RtrInf><Rsn><Cd>AM04</Cd></Rsn></RtrInf>`,
    '<RvslInd>true</RvslInd>',
  );
  await importFile(world, actor, { portfolioId, content: statement(back) });
  const event = await world.db
    .selectFrom('keyEvents')
    .selectAll()
    .where('source', '=', 'bank-file')
    .executeTakeFirstOrThrow();
  assert.equal(event.type, 'B');
  assert.equal(event.reasonCode, 'AM04');
});

test('a statement that breaks off fails and says so; what it had brought stays known', async () => {
  const { world, portfolioId, actor } = await loaded();
  const whole = statement(paidIn);
  const torn = whole.slice(0, whole.indexOf('</Stmt>'));
  const failed = await importFile(world, actor, { portfolioId, content: torn });
  assert.equal(failed.state, 'failed');
  assert.match(failed.failure ?? '', /unreadable/);
});

test('a book that nobody worked with is taken back whole, with what it had changed restored', async () => {
  const { world, portfolioId, actor, balances, bookImport } = await loaded();
  const before = await balances();
  const changed = `${book.replace('120.50', '130.00').replaceAll('Ana Perez', 'Ana P')}\nC9,Zoe,A-900,INV-9,2026-08-01,2026-08-31,5.00`;
  const second = await importFile(world, actor, { portfolioId, content: changed });
  await assert.rejects(
    undoImport(world.app, actor, { importId: bookImport.id }),
    /cannot-undo.*later-import/,
  );
  await undoImport(world.app, actor, { importId: second.id });
  assert.deepEqual(await balances(), before);
  const names = await world.db.selectFrom('customers').select('name').orderBy('name').execute();
  assert.deepEqual(
    names.map(({ name }) => name),
    ['Ana Perez', 'Bob Stone', 'Bob Stone'],
  );
  await undoImport(world.app, actor, { importId: bookImport.id });
  const { rows } = await sql<{ n: number }>`select (select count(*) from customers)
    + (select count(*) from items) + (select count(*) from postings)
    + (select count(*) from client_references) as n`.execute(world.db);
  assert.equal(Number(rows[0]?.n), 0);
});

test('a book with a payment on it cannot be taken back', async () => {
  const { world, portfolioId, actor, bookImport } = await loaded();
  await importFile(world, actor, { portfolioId, content: payments });
  await assert.rejects(
    undoImport(world.app, actor, { importId: bookImport.id }),
    /cannot-undo.*money-moved/,
  );
});
