import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as contract from '#contract/bank-entries.ts';
import { recordPayment } from '#contract/ledger.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { type MadeEntry, madeStatement } from '#test/support/books/bank-statement.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { undoImport } from '#usecases/intake/undo-import.ts';

const header = 'Customer number,Name,Account,Invoice number,Invoice date,Due date,Amount';
const book = [
  'K-1,Anna Arbor,K-1,RE-7001,2026-05-01,2026-05-10,50.00',
  'K-2,Bernd Brook,K-2,RE-7002,2026-06-01,2026-06-10,50.00',
  'K-2,Bernd Brook,K-2,RE-7003,2026-07-01,2026-07-10,50.00',
  'K-3,Walt Cheque,K-3,RE-7911,2026-07-01,2026-07-10,30.00',
  'K-4,Xenia Cheque,K-4,RE-7912,2026-07-01,2026-07-10,35.00',
];

let world: World;
let actor: Actor;
before(async () => {
  world = await freshWorld();
  actor = await world.user('back_office');
});

/** A portfolio of its own with the book, and what came of the files that are loaded into it. */
async function loaded(name: string) {
  const { portfolio } = await smallBook(world, { name });
  const portfolioId = portfolio.id;
  const load = (content: string) => importFile(world, actor, { portfolioId, content });
  await load([header, ...book].join('\n'));
  const open = async () => {
    const rows = await world.db
      .selectFrom('items')
      .select(['reference', 'balanceMinor'])
      .where('portfolioId', '=', portfolioId)
      .where('balanceMinor', '>', 0n)
      .orderBy('reference')
      .execute();
    return rows.map((row) => `${row.reference} ${row.balanceMinor}`);
  };
  const counts = async (content: string) => {
    const { counts: of, state, failure } = await load(content);
    assert.equal(state, 'done', failure ?? '');
    return Object.fromEntries(
      ['read', 'matched', 'unmatched', 'unchanged', 'skipped'].map((key) => [key, of[key]]),
    );
  };
  const listed = async (state: 'unmatched' | 'known' | 'left_out' | 'matched') => {
    const { entries } = await world.call(contract.readEntries, actor, { state });
    return entries.filter((each) => each.portfolioId === portfolioId);
  };
  return { portfolioId, load, open, counts, listed };
}

const came = (read: number, matched: number, more: Partial<Record<string, number>> = {}) => ({
  ...{ read, matched, unmatched: 0, unchanged: 0, skipped: 0, ...more },
});
const anna: MadeEntry = {
  ...{ amount: '50.00', on: '2026-11-02', payer: 'Anna Arbor', text: 'Rechnung RE-7001' },
};
const bernd: MadeEntry = {
  ...{ amount: '50.00', on: '2026-11-03', payer: 'Bernd Brook', text: 'Rechnung RE-7002' },
};

test('entries that a bank numbers anew, or gives one number for all, are both booked', async () => {
  const { counts, open, listed } = await loaded('numbered');
  const may = madeStatement('2026-05', [{ ...anna, number: '1', bankRef: 'NONREF' }]);
  const june = madeStatement('2026-06', [{ ...bernd, number: '1', bankRef: 'NONREF' }]);
  assert.deepEqual(await counts(may), came(1, 1));
  assert.deepEqual(await counts(june), came(1, 1));
  const shared = [
    { ...bernd, bankRef: 'BATCH-1', text: 'RE-7003', endToEnd: 'NOTPROVIDED' },
    { ...anna, amount: '30.00', bankRef: 'BATCH-1', payer: 'Walt Cheque', text: 'RE-7911' },
  ];
  assert.deepEqual(await counts(madeStatement('2026-07', shared)), came(2, 2));
  assert.deepEqual(await open(), ['RE-7912 3500']);
  // The next month the bank's numbers start again.
  const later = { ...bernd, on: '2026-11-10', bankRef: 'BATCH-1', text: 'standing order' };
  assert.deepEqual(await counts(madeStatement('2026-08', [later])), came(1, 0, { unmatched: 1 }));
  assert.deepEqual(await listed('known'), []);
});

test('the same file, and statements that overlap, tell of nothing new', async () => {
  const { counts, open, listed } = await loaded('overlap');
  const day = madeStatement('D-1', [anna, anna]);
  assert.deepEqual(await counts(day), came(2, 1, { unmatched: 1 }), 'two alike are two');
  assert.deepEqual(await counts(day), came(2, 0, { unchanged: 2 }), 'the same file');
  const month = madeStatement('2026-11', [anna, anna, anna, bernd]);
  assert.deepEqual(await counts(month), came(4, 1, { unmatched: 1, unchanged: 2 }));
  const fees = { amount: '1.00', on: '2026-11-03', side: 'DBIT' as const, text: 'account fee' };
  const pending = { ...bernd, text: 'RE-7003', status: 'PDNG' };
  const rest = madeStatement('2026-11b', [fees, pending]);
  assert.deepEqual(await counts(rest), came(2, 0, { skipped: 2 }));
  const left = await listed('left_out');
  assert.deepEqual(
    left.map(({ how, payerName, remittance }) => [how, payerName, remittance]).toSorted(),
    [
      ['not-booked', null, null],
      ['outgoing', null, null],
    ],
  );
  const [known] = await listed('known');
  assert.equal(known?.sameAs?.payerName, 'Anna Arbor');
  assert.deepEqual(await open(), ['RE-7003 5000', 'RE-7911 3000', 'RE-7912 3500']);
});

test('notices and the statement after them: known again, another, or asked', async () => {
  const { counts, open, listed } = await loaded('notices');
  const first = madeStatement('N-1', [{ ...anna, bankRef: 'X-1' }], '054');
  assert.deepEqual(await counts(first), came(1, 1));
  const more = { ...anna, bankRef: 'X-1', text: 'Rechnung RE-7001 SEPA-Gutschrift' };
  assert.deepEqual(await counts(madeStatement('S-1', [more])), came(1, 0, { unchanged: 1 }));
  // Another notice of the day, equal in all but the bank's number, tells of another payment.
  const other = madeStatement('N-2', [{ ...anna, bankRef: 'X-2' }], '054');
  assert.deepEqual(await counts(other), came(1, 0, { unmatched: 1 }));
  const [second] = await listed('unmatched');
  assert.equal(second?.sameAs, null);
  // Without a number of the bank nobody can tell.
  const blind = madeStatement('N-3', [bernd], '054');
  assert.deepEqual(await counts(blind), came(1, 1));
  const again = madeStatement('N-4', [bernd], '054');
  assert.deepEqual(await counts(again), came(1, 0, { unmatched: 1 }));
  const asked = (await listed('unmatched')).find(({ sameAs }) => sameAs !== null);
  assert.ok(asked);
  assert.equal(asked.reasons[0]?.code, 'may-be-same');
  assert.equal(asked.sameAs?.remittance, 'Rechnung RE-7002');
  const before = await open();
  await world.call(contract.decideSameEntry, actor, { entryId: asked.id, same: true });
  assert.deepEqual(await open(), before);
  assert.ok((await listed('known')).some(({ id }) => id === asked.id));
});

test('two statements of one day of which one goes on with the balance of the other are asked', async () => {
  const { counts, listed } = await loaded('goes on');
  const morning = madeStatement('M-1', [anna], '053', ['10.00', '60.00']);
  const evening = madeStatement('M-2', [anna], '053', ['60.00', '110.00']);
  assert.deepEqual(await counts(morning), came(1, 1));
  assert.deepEqual(await counts(evening), came(1, 0, { unmatched: 1 }));
  const [asked] = await listed('unmatched');
  assert.equal(asked?.sameAs?.remittance, anna.text);
  const longer = { ...anna, text: 'Rechnung RE-70011' };
  assert.deepEqual(
    await counts(madeStatement('N-9', [longer], '054')),
    came(1, 0, { unmatched: 1 }),
  );
});

test('a file of payments: references repeat, rows may come again, equal rows are asked', async () => {
  const { counts, open, listed } = await loaded('references');
  const rows = [
    'date,reference,payer,details,amount',
    '2026-09-02,1001,Walt Cheque,RE-7911,30.00',
    '2026-09-02,1001,Xenia Cheque,RE-7912,35.00',
    '2026-10-01,K-2,Bernd Brook,,50.00',
    '2026-11-01,K-2,Bernd Brook,,50.00',
  ];
  assert.deepEqual(await counts(rows.join('\n')), came(4, 4));
  assert.deepEqual(await open(), ['RE-7001 5000']);
  const overlap = [
    ...rows.slice(0, 1),
    ...rows.slice(3),
    '2026-11-05,T-9,Anna Arbor,RE-7001,20.00',
  ];
  assert.deepEqual(await counts(overlap.join('\n')), came(3, 1, { unchanged: 2 }));
  const twice = [rows[0], ...Array(2).fill('2026-11-06,T-10,Anna Arbor,RE-7001,10.00')];
  assert.deepEqual(await counts(twice.join('\n')), came(2, 1, { unmatched: 1 }));
  const [equal] = await listed('unmatched');
  assert.ok(equal);
  assert.deepEqual([equal.position, equal.sameAs?.position], [3, 2]);
  assert.deepEqual(await counts(twice.join('\n')), came(2, 0, { unchanged: 2 }));
  assert.deepEqual(await open(), ['RE-7001 2000']);
  await world.call(contract.decideSameEntry, actor, { entryId: equal.id, same: false });
  assert.deepEqual(await open(), ['RE-7001 1000'], 'another payment is matched and booked');
  const done = await world.request(contract.decideSameEntry, actor, {
    ...{ entryId: equal.id, same: true },
  });
  assert.equal(done.status, 409);
});

test('what was known waits for a person when the import that told of it first is taken back', async () => {
  const { load, open, listed } = await loaded('taken back');
  const first = await load(madeStatement('D-1', [anna]));
  await load(madeStatement('2026-11', [anna, bernd]));
  await undoImport(world.app, actor, { importId: first.id });
  const [free] = await listed('unmatched');
  assert.deepEqual(free?.reasons, [{ code: 'first-taken-back', about: null }]);
  assert.equal(free?.payerName, 'Anna Arbor');
  assert.ok((await open()).includes('RE-7001 5000'));
});

test('a return takes back the collection that it names by its end-to-end id or its mandate', async () => {
  const { counts, open, listed, portfolioId } = await loaded('returned');
  const collected = [
    { ...bernd, on: '2026-11-02', endToEnd: 'RE-7002', mandate: 'M-1', text: 'RE-7002' },
    { ...bernd, on: '2026-11-03', endToEnd: 'RE-7003', mandate: 'M-2', text: 'RE-7003' },
  ];
  assert.deepEqual(await counts(madeStatement('C-1', collected)), came(2, 2));
  const back = { ...bernd, on: '2026-11-09', side: 'DBIT' as const, reason: 'MD06' };
  const named = { ...back, endToEnd: 'RE-7002', text: 'Rueckgabe Kunde K-2' };
  assert.deepEqual(await counts(madeStatement('R-1', [named])), came(1, 1));
  const owed = ['RE-7001 5000', 'RE-7002 5000', 'RE-7911 3000', 'RE-7912 3500'];
  assert.deepEqual(await open(), owed);
  const event = await world.db
    .selectFrom('keyEvents')
    .selectAll()
    .where('portfolioId', '=', portfolioId)
    .where('source', '=', 'reversal')
    .executeTakeFirstOrThrow();
  assert.deepEqual(
    [event.happenedOn, event.subReason, event.fault],
    ['2026-11-09', 'refunded-by-customer', 'customer'],
  );
  const days = await world.db
    .selectFrom('postings')
    .select(['kind', 'bookedOn'])
    .where('portfolioId', '=', portfolioId)
    .where('kind', '=', 'payment_reversal')
    .execute();
  assert.deepEqual(days, [{ kind: 'payment_reversal', bookedOn: '2026-11-09' }]);
  await counts(madeStatement('C-2', [{ ...bernd, on: '2026-11-10', endToEnd: 'RE-7002' }]));
  const customer = { ...back, on: '2026-11-11', text: 'Rueckgabe Kunde K-2' };
  assert.deepEqual(await counts(madeStatement('R-2', [customer])), came(1, 0, { unmatched: 1 }));
  const unknown = { ...named, on: '2026-11-13', text: 'Rueckgabe 17', reason: 'ZZ99' };
  assert.deepEqual(await counts(madeStatement('R-4', [unknown])), came(1, 0, { unmatched: 1 }));
  assert.equal((await listed('unmatched')).at(-1)?.reasons.at(0)?.code, 'unknown-return-code');
  const mandate = { ...back, on: '2026-11-12', mandate: 'M-2', text: 'Rueckgabe Kunde K-2' };
  assert.deepEqual(await counts(madeStatement('R-3', [mandate])), came(1, 1));
  assert.deepEqual(await open(), ['RE-7001 5000', 'RE-7003 5000', 'RE-7911 3000', 'RE-7912 3500']);
});

test('charges of banks are no part of what a payer paid, or of what a return takes back', async () => {
  const { counts, open, listed } = await loaded('charged');
  const paid = { ...bernd, amount: '48.00', instructed: '50.00', charges: '2.00' };
  const collected = { ...anna, endToEnd: 'RE-7001' };
  const cheque = { ...anna, amount: '30.00', payer: 'Walt Cheque', text: 'RE-7911' };
  const first = [paid, collected, { ...cheque, endToEnd: 'RE-7911' }];
  assert.deepEqual(await counts(madeStatement('C-1', first)), came(3, 3));
  assert.deepEqual(await open(), ['RE-7003 5000', 'RE-7912 3500']);
  const back = { on: '2026-11-09', side: 'DBIT' as const, reason: 'AM04', charges: '3.00' };
  const returned = [
    { ...back, amount: '53.00', instructed: '50.00', endToEnd: 'RE-7001' },
    { ...back, amount: '33.00', endToEnd: 'RE-7911' },
  ];
  assert.deepEqual(await counts(madeStatement('R-1', returned)), came(2, 2));
  assert.deepEqual(await open(), ['RE-7001 5000', 'RE-7003 5000', 'RE-7911 3000', 'RE-7912 3500']);
  const charged = (await listed('matched')).flatMap(({ charges }) => charges ?? []);
  assert.deepEqual(charged.toSorted(), ['2.00', '3.00', '3.00']);
});

test('a payment that was recorded by hand under the reference of a row is asked', async () => {
  const { counts, listed, portfolioId } = await loaded('by hand');
  await world.call(recordPayment, actor, {
    ...{ portfolioId, itemReference: 'RE-7001', accountReference: null, customerReference: null },
    ...{ amount: '50.00', receivedOn: '2026-11-01', reference: 'TX-5' },
  });
  const row = 'date,reference,payer,details,amount\n2026-11-02,TX-5,Anna Arbor,RE-7001,50.00';
  assert.deepEqual(await counts(row), came(1, 0, { unmatched: 1 }));
  const [asked] = await listed('unmatched');
  assert.equal(asked?.reasons[0]?.code, 'recorded-by-hand');
});
