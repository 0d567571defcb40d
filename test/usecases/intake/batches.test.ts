import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import * as contract from '#contract/bank-entries.ts';
import type { Actor } from '#domain/workforce/rights.ts';
import { type MadeEntry, madeStatement } from '#test/support/books/bank-statement.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

const book = [
  'Customer number,Name,Account,Invoice number,Invoice date,Due date,Amount',
  'K-1,Anna Arbor,K-1,RE-7001,2026-05-01,2026-05-10,50.00',
  'K-2,Bernd Brook,K-2,RE-7002,2026-06-01,2026-06-10,70.00',
  'K-3,Clara Creek,K-3,RE-7003,2026-06-01,2026-06-10,120.00',
].join('\n');

const on = '2026-11-02';
const sum: MadeEntry = { on, amount: '120.00', isBare: true };
const parts: readonly MadeEntry[] = [
  { on, amount: '50.00', payer: 'Anna Arbor', text: 'RE-7001' },
  { on, amount: '70.00', payer: 'Bernd Brook', text: 'RE-7002' },
];
const noticeOf = (more: Partial<MadeEntry> = {}) =>
  madeStatement('N-1', [{ on, amount: '120.00', parts, ...more }], '054');
const statementOf = (...entries: readonly MadeEntry[]) => madeStatement('2026-11', entries);

let world: World;
let actor: Actor;
before(async () => {
  world = await freshWorld();
  actor = await world.user('back_office');
});

async function loaded(name: string) {
  const { portfolio } = await smallBook(world, { name });
  const portfolioId = portfolio.id;
  const load = (content: string) => importFile(world, actor, { portfolioId, content });
  await load(book);
  /** What is owed still, and how many entries stand in which state. */
  const stands = async () => {
    const items = await world.db
      .selectFrom('items')
      .select(['reference', 'balanceMinor'])
      .where('portfolioId', '=', portfolioId)
      .where('balanceMinor', '>', 0n)
      .orderBy('reference')
      .execute();
    const entries = await world.db
      .selectFrom('bankEntries')
      .select(['state', 'how', 'amountMinor'])
      .where('portfolioId', '=', portfolioId)
      .orderBy('amountMinor')
      .orderBy('id')
      .execute();
    return [
      items.map((row) => `${row.reference} ${row.balanceMinor}`).join(', '),
      ...entries.map(({ state, how, amountMinor }) => `${amountMinor} ${state} ${how ?? '-'}`),
    ];
  };
  return { portfolioId, load, stands };
}

const both = ['5000 matched item-reference', '7000 matched item-reference'];
const known = '12000 known batch-total';
const once = ['RE-7003 12000', ...both, known];

test('the sum of a batch in a statement and its payments in a notification are the same money', async () => {
  const rows: [string, MadeEntry, Partial<MadeEntry>][] = [
    ['by number', { ...sum, holds: 2 }, {}],
    ['by reference', { ...sum, bankRef: 'B-77', text: 'SEPA' }, { bankRef: 'B-77' }],
  ];
  for (const [name, stated, noticed] of rows) {
    const first = await loaded(`${name}: notice first`);
    await first.load(noticeOf(noticed));
    await first.load(statementOf(stated));
    assert.deepEqual(await first.stands(), once, `${name}: notice first`);
    await first.load(statementOf(stated, { ...sum, on: '2026-11-03', holds: 2 }));
    const again = (await first.stands()).filter((row) => row.startsWith('12000'));
    assert.deepEqual(again, [known, known, '12000 unmatched -'], 'another day is another sum');

    const second = await loaded(`${name}: statement first`);
    await second.load(statementOf(stated));
    const waits = ['RE-7001 5000, RE-7002 7000, RE-7003 12000', '12000 unmatched -'];
    assert.deepEqual(await second.stands(), waits, `${name}: a sum is nobody’s payment`);
    await second.load(noticeOf(noticed));
    assert.deepEqual(await second.stands(), once, `${name}: statement first`);
  }
});

test('a sum that may be a batch is asked, and one with a payer or another number is a payment', async () => {
  const { load, stands, portfolioId } = await loaded('asked');
  await load(noticeOf({ bankRef: 'B-77' }));
  const clara = { on, amount: '120.00', payer: 'Clara Creek', text: 'RE-7003' };
  await load(statementOf(clara, { ...sum, bankRef: 'B-78', holds: 2 }));
  const paid = ['', ...both, '12000 matched item-reference'];
  assert.deepEqual(await stands(), [...paid, '12000 unmatched -']);
  const other = await loaded('bare');
  await other.load(noticeOf({ bankRef: 'B-77' }));
  await other.load(statementOf(sum));
  const { entries } = await world.call(contract.readEntries, actor, { state: 'unmatched' });
  const reasonsOf = (id: string) =>
    entries
      .filter((each) => each.portfolioId === id)
      .map(({ reasons, sameAs }) => [reasons[0]?.code, sameAs?.amount ?? null]);
  assert.deepEqual(reasonsOf(portfolioId), [['batch-of-several', null]]);
  assert.deepEqual(reasonsOf(other.portfolioId), [['may-be-same', '50.00']]);
});

test('payments wait for a person where their sum was booked as one', async () => {
  const { load, stands, portfolioId } = await loaded('booked as one');
  await load(statementOf({ ...sum, bankRef: 'B-77' }));
  const { entries } = await world.call(contract.readEntries, actor, { state: 'unmatched' });
  const entry = entries.find((each) => each.portfolioId === portfolioId);
  const none = { accountReference: null, customerReference: null, paymentId: null, note: null };
  const decision = { ...none, entryId: entry?.id ?? '', itemReference: 'RE-7003' };
  await world.call(contract.matchEntry, actor, decision);
  await load(noticeOf({ bankRef: 'B-77' }));
  const waits = ['5000 unmatched -', '7000 unmatched -', '12000 matched by-hand'];
  assert.deepEqual(await stands(), ['RE-7001 5000, RE-7002 7000', ...waits]);
});
