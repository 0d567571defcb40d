import assert from 'node:assert/strict';
import { test } from 'node:test';
import { linkPeople } from '#contract/compliance/contact-facts.ts';
import { openQuality, readQuality } from '#contract/quality.ts';
import type { QualityKind } from '#domain/insight/quality.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { type MadeCase, smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, ownedBy, type World } from '#test/support/world/fresh-world.ts';

const header =
  'Customer number,Name,Account,Invoice number,Due date,Amount,Mobile,State,Zip,Language';
const rows = [
  'Q1,Ana Perez,QA1,QI1,2026-08-31,120.50,(212) 555-0142,NY,10001,en',
  'Q2,Bob Stone,QA2,QI2,2026-07-31,999.99,555,FL,33101,Klingon',
  'Q3,Cy Marsh,QA3,QI3,2026-07-31,not known,(212) 555-0145,NY,10001,en',
];
const dayMs = 86_400_000;

async function addPoint(world: World, of: MadeCase, kind: string, value: string) {
  await world.db
    .insertInto('contactPoints')
    .values({
      ...{ ...ownedBy(of.customerId), id: world.app.newId(), kind, value, source: 'import' },
      createdAt: new Date(world.clock.now()).toISOString(),
    })
    .execute();
}

test('poor data is counted, opens to its rows, and is no longer counted once it is put right', async (t) => {
  const world = await freshWorld();
  const book = await smallBook(world);
  const office = await world.user('back_office');
  const counts = async (portfolioId?: string) => {
    const { kinds } = await world.call(readQuality, office, portfolioId ? { portfolioId } : {});
    return Object.fromEntries(kinds.map(({ kind, count }) => [kind, count]));
  };
  const opened = async (kind: QualityKind) => {
    const answer = await world.call(openQuality, office, { kind });
    assert.equal(answer.total, (await counts())[kind], kind);
    return answer.rows;
  };
  await book.addCase({ customer: { name: 'Nothing Wrong' } });

  await t.test('a book without faults counts nothing', async () => {
    for (const [kind, count] of Object.entries(await counts())) assert.equal(count, 0, kind);
  });

  await t.test('contacts that are missing, wrong or by post alone', async () => {
    const none = await book.addCase({ customer: { name: 'No Phone', phones: [] } });
    const wrong = await book.addCase({ customer: { name: 'Wrong Phone' } });
    await world.db
      .updateTable('contactPoints')
      .set({ state: 'disconnected' })
      .where('customerId', '=', wrong.customerId)
      .execute();
    const post = await book.addCase({ customer: { name: 'Post Only', phones: [] } });
    await addPoint(world, post, 'mail', '1 Main St, 10001 New York, US');
    assert.deepEqual(
      new Set((await opened('no-contact')).map(({ caseId, why }) => `${caseId} ${why}`)),
      new Set([`${none.caseId} none-known`, `${wrong.caseId} all-wrong`]),
    );
    assert.deepEqual(
      (await opened('only-post')).map(({ caseId }) => caseId),
      [post.caseId],
    );
    const [bad] = await opened('bad-contact');
    assert.equal(bad?.why, 'disconnected');
    assert.equal(bad?.caseId, wrong.caseId);
    await addPoint(world, none, 'mobile', '+12125550177');
    assert.equal((await counts())['no-contact'], 1);
  });

  await t.test('one person on file twice, until somebody says so', async () => {
    const phones = ['+13055550155'];
    const one = await book.addCase({ customer: { name: 'Jo Ann Smith', phones } });
    const other = await book.addCase({ customer: { name: 'SMITH, Jo Ann', phones } });
    await book.addCase({ customer: { name: 'Tom Smith', phones } });
    const found = await opened('duplicate-customer');
    assert.equal(found.length, 1);
    assert.equal(found[0]?.why, 'same-contact');
    assert.ok([one.caseId, other.caseId].includes(found[0]?.caseId ?? ''));
    await world.call(linkPeople, office, {
      ...{ caseId: one.caseId, otherCaseId: other.caseId },
      reason: 'Same person, said on the phone.',
    });
    assert.equal((await counts())['duplicate-customer'], 0);
  });

  await t.test('addresses that name no place or several, and debts of no known kind', async () => {
    const place = { name: 'Lost Town', region: 'Atlantis', city: null, postalCode: null };
    const lost = await book.addCase({ customer: place });
    const torn = await book.addCase({
      customer: { name: 'Two Towns', region: 'FL', city: null, postalCode: '10001' },
    });
    assert.deepEqual(
      new Set((await opened('place-unread')).map(({ caseId, why }) => `${caseId} ${why}`)),
      new Set([`${lost.caseId} place-unread`, `${torn.caseId} place-contradicts`]),
    );
    await world.db
      .updateTable('accounts')
      .set({ product: 'widgets' })
      .where('id', '=', lost.accountId)
      .execute();
    const [untyped] = await opened('no-debt-type');
    assert.equal(untyped?.caseId, lost.caseId);
    assert.match(untyped?.about ?? '', /widgets/);
  });

  await t.test('money that is on no debt', async () => {
    const paid = await book.addCase({ customer: { name: 'Paid Much' } });
    const owned = { ...ownedBy(paid.customerId), portfolioId: paid.portfolioId };
    const of = { ...owned, accountId: paid.accountId, amountMinor: 4_000n, currency: 'USD' };
    const [paymentId, at] = [world.app.newId(), new Date(world.clock.now()).toISOString()];
    await world.db
      .insertInto('payments')
      .values({
        ...{ ...of, id: paymentId, receivedOn: '2026-11-17', source: 'manual' },
        ...{ reference: 'PAY-1', recordedAt: at },
      })
      .execute();
    await world.db
      .insertInto('postings')
      .values({
        ...{ ...of, id: world.app.newId(), eventId: world.app.newId(), paymentId },
        ...{ kind: 'payment', debit: 'cash', credit: 'unapplied', bookedOn: '2026-11-17' },
        recordedAt: at,
      })
      .execute();
    const [waiting] = await opened('payment-unapplied');
    assert.equal(waiting?.amount, '40.00');
    assert.equal(waiting?.target, paymentId);
  });

  await t.test('what the newest file brought that could not be taken', async () => {
    const content = [header, ...rows].join('\n');
    const portfolioId = book.portfolio.id;
    const done = await importFile(world, office, { portfolioId, content });
    const [refused] = await opened('row-refused');
    assert.equal(refused?.why, 'amount-not-number');
    assert.equal(refused?.target, done.id);
    const left = await opened('contact-left-out');
    assert.ok(
      left.some(
        ({ why, customerReference }) => `${why} ${customerReference}` === 'impossible-phone Q2',
      ),
      JSON.stringify(left),
    );
    const [word] = await opened('word-unknown');
    assert.equal(word?.about, 'Klingon');
    const mended = [header, ...rows]
      .join('\n')
      .replace('Klingon', 'es')
      .replace('not known', '10.00')
      .replace(',555,', ',(305) 555-0111,');
    await importFile(world, office, { portfolioId, content: mended });
    const now = await counts(portfolioId);
    assert.deepEqual([now['row-refused'], now['contact-left-out'], now['word-unknown']], [0, 0, 0]);
  });

  await t.test('balances that no file told of for longer than the portfolio allows', async () => {
    const portfolioId = book.portfolio.id;
    assert.equal((await counts())['balance-stale'], 0);
    world.clock.set(new Date(world.clock.now() + 31 * dayMs).toISOString());
    assert.equal((await opened('balance-stale')).length, 3);
    const [line = ''] = rows;
    await importFile(world, office, { portfolioId, content: [header, line].join('\n') });
    const stale = await opened('balance-stale');
    assert.deepEqual(stale.map(({ about }) => about).sort(), ['QI2', 'QI3']);
    assert.equal(stale[0]?.day, '2026-11-18');
  });

  await t.test('another portfolio is not counted, and figures alone open no rows', async () => {
    const other = await book.addPortfolio();
    const stranger = await world.user('back_office', other.id);
    const { kinds } = await world.call(readQuality, stranger, {});
    assert.ok(kinds.every(({ count }) => count === 0));
    const closed = world.call(openQuality, await world.user('analyst'), { kind: 'no-contact' });
    await assert.rejects(closed, /not-allowed/);
  });
});
