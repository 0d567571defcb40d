import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { madeStatement } from '#test/support/books/bank-statement.ts';
import { importFile, sendFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { zipOf } from '#test/support/books/workbooks.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { startImport } from '#usecases/intake/start-import.ts';

async function bookWorld(): Promise<{
  readonly world: World;
  readonly actor: Awaited<ReturnType<World['user']>>;
  readonly addPortfolio: () => Promise<string>;
}> {
  const world = await freshWorld();
  const small = await smallBook(world);
  const actor = await world.user('back_office');
  return { world, actor, addPortfolio: async () => (await small.addPortfolio({})).id };
}

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 1);

test('a date far down in a file that reads only the other way puts the whole file in doubt', async () => {
  const { world, actor, addPortfolio } = await bookWorld();
  const portfolioId = await addPortfolio();
  const top = 'Customer number,Name,Invoice number,Due date,Amount';
  const both = numbers(300).map((n) => `K-${n},Ann Oak,I-${n},03/${(n % 9) + 1}/2026,10.00`);
  const content = [top, ...both, 'K-301,Ann Oak,I-301,25/03/2026,10.00'].join('\n');
  const sent = { portfolioId, content };
  const trial = await importFile(world, actor, { ...sent, dryRun: true });
  const doubt = { field: 'dueOn', reason: 'date-other-order', value: '', rows: 1, lines: [302] };
  assert.deepEqual(trial.unread[0], { ...doubt, places: [], customers: [] });
  const straight = await importFile(world, actor, sent);
  assert.equal(straight.state, 'failed');
  assert.match(straight.failure ?? '', /date-other-order/);
  assert.deepEqual(await world.db.selectFrom('customers').select('id').execute(), []);
  const asUs = await importFile(world, actor, { ...sent, map: { otherOrder: 'refuse' } });
  assert.deepEqual([asUs.counts['new'], asUs.counts['rejected']], [300, 1]);
  const elsewhere = await addPortfolio();
  const dayFirst = { ...sent, portfolioId: elsewhere, map: { dateFormats: { dueOn: 'dmy' } } };
  assert.equal((await importFile(world, actor, dayFirst)).counts['new'], 301);

  const paid = ['Payment date,Reference,Amount', '03/04/2026,I-1,1.00', '25/03/2026,I-2,1.00'];
  const payments = { portfolioId, content: paid.join('\n'), map: { dateFormat: 'mdy' } };
  const money = await importFile(world, actor, payments);
  assert.match(money.failure ?? '', /date-other-order/);
  assert.deepEqual(await world.db.selectFrom('bankEntries').select('id').execute(), []);
});

test('rows that name nobody are asked about, and are of the customer above only where somebody says so', async () => {
  const { world, actor, addPortfolio } = await bookWorld();
  const content = [
    'Customer number,Name,Mobile,Invoice number,Due date,Amount',
    'K-1,Ann Oak,(212) 555-0142,I-1,2026-03-01,10.00',
    ',,,I-2,2026-03-02,20.00',
    'K-2,Bob Elm,,I-3,2026-03-01,30.00',
    ',,,I-4,2026-03-02,40.00',
    'Total,,,,,100.00',
    ',,,I-5,2026-03-03,50.00',
  ].join('\n');
  const portfolioId = await addPortfolio();
  const { importId, look } = await sendFile(world, actor, { portfolioId, content });
  assert.deepEqual(look.table?.map['unanswered'], ['empty-customer']);
  assert.deepEqual(
    look.table?.questions.map(({ ask, choices }) => [ask, ...choices]),
    [['empty-customer', 'as-above', 'refuse']],
  );
  const map = look.table?.map ?? {};
  const early = startImport(world.app, actor, { importId, map, options: {}, dryRun: true });
  await assert.rejects(early, /invalid-input/);
  const owners = async (id: string) => {
    const rows = await world.db
      .selectFrom('items')
      .innerJoin('customers', 'customers.id', 'items.customerId')
      .select(['items.reference as item', 'customers.reference as owner'])
      .where('items.portfolioId', '=', id)
      .orderBy('items.reference')
      .execute();
    return rows.map(({ item, owner }) => `${item} ${owner}`);
  };
  const answered = { unanswered: [], emptyCustomer: 'as-above' };
  const above = await importFile(world, actor, { portfolioId, content, map: answered });
  assert.deepEqual([above.counts['rejected'], above.counts['leftOut']], [1, 1]);
  assert.deepEqual(await owners(portfolioId), ['I-1 K-1', 'I-2 K-1', 'I-3 K-2', 'I-4 K-2']);
  const alone = await addPortfolio();
  const refused = { portfolioId: alone, content, map: { unanswered: [], emptyCustomer: 'refuse' } };
  assert.equal((await importFile(world, actor, refused)).counts['rejected'], 3);
  assert.deepEqual(await owners(alone), ['I-1 K-1', 'I-3 K-2']);
});

test('two columns that may be the open amount are a question with both, and nothing is tried before', async () => {
  const { world, actor, addPortfolio } = await bookWorld();
  const portfolioId = await addPortfolio();
  const content = [
    'Customer number,Name,Invoice number,Due date,Open balance,Balance due',
    'K-1,Ann Oak,I-1,2026-03-01,10.00,12.00',
    'K-2,Bob Elm,I-2,2026-03-02,20.00,21.00',
  ].join('\n');
  const { look } = await sendFile(world, actor, { portfolioId, content });
  const [question] = look.table?.questions ?? [];
  assert.deepEqual(
    [question?.ask, question?.field, question?.choices],
    ['column', 'balance', ['Open balance', 'Balance due']],
  );
  assert.deepEqual(look.table?.map['unanswered'], ['column:balance']);
  const columns = { ...(look.table?.map['columns'] as object), balance: 'Balance due' };
  const done = await importFile(world, actor, {
    ...{ portfolioId, content },
    map: { columns, unanswered: [] },
  });
  assert.equal(done.counts['new'], 2);
});

test('an empty cell of a later file says nothing: no name, kind, amount, balance or method changes by it', async () => {
  const { world, actor, addPortfolio } = await bookWorld();
  const portfolioId = await addPortfolio();
  const top =
    'Customer number,Customer type,Name,Account,Invoice number,Document type,Due date,Amount,Balance,Payment method,Method state,Card expiry';
  const first =
    'K-1,company,Oak Ltd,A-1,I-1,Instalment,2026-03-01,100.00,40.00,card,cancelled,2027-01-31';
  const later = 'K-1,,,A-1,I-1,,2026-03-05,,40.00,,,';
  const expired = 'K-1,,,A-1,I-1,,2026-03-05,100.00,,card,,2026-01-31';
  await importFile(world, actor, { portfolioId, content: `${top}\n${first}` });
  const kept = async () => {
    const { rows } = await sql<Record<string, string>>`
      select c.kind, c.name, i.kind as item, i.amount_minor::text as amount,
        i.balance_minor::text as balance, i.due_on as due, m.kind as method, m.state,
        m.expires_on as good, (select count(*)::text from payment_methods) as methods
      from customers c join items i on i.customer_id = c.id
      join payment_methods m on m.customer_id = c.id`.execute(world.db);
    return Object.values(rows[0] ?? {});
  };
  const before = ['company', 'Oak Ltd', 'instalment', '10000', '4000'];
  const method = ['card', 'cancelled', '2027-01-31', '1'];
  assert.deepEqual(await kept(), [...before, '2026-03-01', ...method]);
  const again = await importFile(world, actor, { portfolioId, content: `${top}\n${later}` });
  assert.deepEqual([again.counts['changed'], again.counts['rejected']], [1, 0]);
  assert.deepEqual(await kept(), [...before, '2026-03-05', ...method]);
  await importFile(world, actor, { portfolioId, content: `${top}\n${expired}` });
  assert.deepEqual(await kept(), [...before, '2026-03-05', 'card', 'cancelled', '2026-01-31', '1']);
});

test('statements of a bank in an archive are all read, each known again by its own file', async () => {
  const { world, actor, addPortfolio } = await bookWorld();
  const portfolioId = await addPortfolio();
  const entry = { amount: '50.00', on: '2026-11-02', payer: 'Ann Oak', text: 'thanks' };
  const [first, second] = [
    madeStatement('S-1', [entry]),
    madeStatement('S-2', [{ ...entry, on: '2026-11-03' }]),
  ];
  const content = zipOf({ 'day/1.xml': first, 'day/2.xml': second, 'read-me.pdf': '%PDF-1.4' });
  const { look } = await sendFile(world, actor, { portfolioId, content });
  assert.deepEqual(
    [look.kind, look.statement?.heads.map(({ reference }) => reference), look.statement?.entries],
    ['camt', ['S-1', 'S-2'], 2],
  );
  assert.deepEqual(look.statement?.notRead, ['read-me.pdf']);
  const done = await importFile(world, actor, { portfolioId, content });
  assert.deepEqual([done.state, done.counts['unmatched']], ['done', 2]);
  const again = await importFile(world, actor, { portfolioId, content: second });
  assert.deepEqual([again.counts['unmatched'], again.counts['unchanged']], [0, 1]);
  const mixed = zipOf({ 'a.xml': first, 'b.csv': 'Invoice,Due\nI-1,2026-03-01\n' });
  await assert.rejects(sendFile(world, actor, { portfolioId, content: mixed }), /unreadable/);
});
