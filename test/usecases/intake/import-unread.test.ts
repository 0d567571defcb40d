import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readImport, startImport } from '#contract/intake.ts';
import { importFile, sendFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const header = 'Customer number,Name,State,Postal,Shoe size,Product,Invoice number,Due date,Amount';
const people = [
  'C-1,May Moore,NY,10001,38,Bluebird,I-1,2026-06-10,100.00',
  'C-2,Sam Field,NY,10001,41,BLUEBIRD,I-2,2026-06-10,100.00',
];
const none = { places: [], customers: [] };
const strange = 'C-3,Ida Rowe,Nwe Yrok,,40,Card,I-3,2026-06-10,100.00';

test('a product of unknown kind is asked for before the import, and asked once', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const office = await world.user('back_office');
  const sent = { portfolioId: portfolio.id, content: [header, ...people].join('\n') };
  const tried = await importFile(world, office, { ...sent, dryRun: true });
  const { import: shown } = await world.call(readImport, office, { importId: tried.id });
  assert.deepEqual(shown.unread, [
    {
      ...{ field: 'product', reason: 'unknown-product', value: 'Bluebird', rows: 2 },
      ...{ lines: [2, 3], ...none },
    },
  ]);
  assert.equal(shown.counts['rejected'], 2);
  const { map = {} } = tried.map as { map?: Record<string, unknown> };
  const input = { importId: tried.id, map, options: {}, dryRun: false };
  const reply = await world.request(startImport, office, input);
  assert.equal(reply.status, 409);

  const straight = await importFile(world, office, sent);
  assert.equal(straight.state, 'failed');
  assert.match(straight.failure ?? '', /all-refused/);

  const answered = await importFile(world, office, {
    ...sent,
    map: { debtTypes: { Bluebird: 'medical' } },
  });
  assert.deepEqual([answered.state, answered.counts['new']], ['done', 2]);
  const types = await world.db.selectFrom('accounts').select('debtType').execute();
  assert.deepEqual(
    types.map(({ debtType }) => debtType),
    ['medical', 'medical'],
  );
  const { look } = await sendFile(world, office, { ...sent, content: `${sent.content}\n` });
  assert.deepEqual(look.table?.map['debtTypes'], { bluebird: 'medical' });
});

test('a place that nobody can read is told with its rows before the import, and may be answered', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const office = await world.user('back_office');
  const sent = { portfolioId: portfolio.id, content: [header, strange].join('\n') };
  const { look } = await sendFile(world, office, sent);
  assert.deepEqual(
    look.table?.guesses.map(({ column, field }) => [column, field]),
    [
      ['Customer number', 'customerReference'],
      ['Name', 'name'],
      ['State', 'region'],
      ['Postal', 'postalCode'],
      ['Shoe size', null],
      ['Product', 'product'],
      ['Invoice number', 'itemReference'],
      ['Due date', 'dueOn'],
      ['Amount', 'amount'],
    ],
  );
  const tried = await importFile(world, office, { ...sent, dryRun: true });
  assert.deepEqual(tried.unread, [
    {
      ...{ field: 'region', reason: 'place-unread', value: 'Nwe Yrok', rows: 1, lines: [2] },
      ...{ places: [], customers: ['C-3'] },
    },
  ]);
  const values = { region: { 'Nwe Yrok': 'NY' } };
  const done = await importFile(world, office, { ...sent, map: { values } });
  assert.deepEqual([done.state, done.unread], ['done', []]);
});

test('all that a file has to be asked for is told by its first trial, refused rows included', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const office = await world.user('back_office');
  const columns =
    'Customer number,Name,Language,State,City,Postal,Product,Invoice number,Due date,Amount,Card number';
  const rows = [
    'C-1,May Moore,Klingon,Nwe Yrok,,,Bluebird,I-1,2026-06-10,100.00,4111111111111111',
    'C-2,Sam Field,en,NJ,Albany,12207,Bluebird,I-2,2026-06-10,100.00,',
    'C-3,Ida Rowe,en,NJ,Albany,12207,Card,I-3,2026-06-10,100.00,',
  ];
  const sent = { portfolioId: portfolio.id, content: [columns, ...rows].join('\n') };
  const tried = await importFile(world, office, { ...sent, dryRun: true });
  const told = tried.unread.map(({ reason, value, lines, places, customers }) => [
    ...[reason, value, lines.join(' ')],
    ...[places.map(({ part }) => part?.en).join(', '), customers.join(' ')],
  ]);
  assert.deepEqual(told.sort(), [
    ['place-contradicts', 'Albany, NJ, 12207', '3 4', 'New Jersey, New York', 'C-2 C-3'],
    ['place-unread', 'Nwe Yrok', '2', '', 'C-1'],
    ['unknown-language', 'Klingon', '2', '', ''],
    ['unknown-product', 'Bluebird', '2 3', '', ''],
  ]);
  const { rejects } = await world.call(readImport, office, { importId: tried.id });
  const [first] = rejects;
  assert.match(first?.original ?? '', /^C-1,.*,411111••••••1111$/, 'a card number is not kept');
});

test('a bad detail costs no debt: it is listed, asked for where it is a word, and never kept', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const office = await world.user('back_office');
  const columns =
    'Customer number,Name,Language,State,Postal,Mobile,Email,Birth date,Product,Invoice number,Due date,Amount,Payment method,Card number';
  const content = [
    columns,
    'C-1,May Moore,Klingon,NY,1,12345,may@,2031-01-01,Card,I-1,2026-06-10,100.00,Klarna,4111111111111111',
    'C-2,Sam Field,en,NY,10001,,,,Card,I-2,2026-06-10,100.00,KLARNA,',
    'C-2,Sam Field,en,NY,10001,12345,,,Card,I-2,2026-06-10,100.00,,4111111111111111',
  ].join('\n');
  const fields: Record<string, string> = {
    ...{ customerReference: 'Customer number', name: 'Name', language: 'Language' },
    ...{ region: 'State', postalCode: 'Postal', mobile: 'Mobile', email1: 'Email' },
    ...{ birthDate: 'Birth date', product: 'Product', itemReference: 'Invoice number' },
    ...{ dueOn: 'Due date', amount: 'Amount' },
    ...{ methodKind: 'Payment method', methodLast4: 'Card number' },
  };
  const read = { columns: fields, unanswered: [] };
  const sent = { portfolioId: portfolio.id, content, map: read };
  for (const dryRun of [true, false]) {
    const done = await importFile(world, office, { ...sent, dryRun });
    const { read: rows, new: fresh, rejected, details } = done.counts;
    assert.deepEqual([done.state, rows, fresh, rejected, details], ['done', 3, 2, 1, 8]);
    const told = done.unread.map((each) => `${each.reason} ${each.value} ${each.rows}`);
    assert.deepEqual(told.sort(), ['bad-choice Klarna 2', 'unknown-language Klingon 1']);
    const shown = await world.call(readImport, office, { importId: done.id });
    assert.deepEqual(
      shown.details.map(({ line, columnName, reason, facts }) =>
        [line, columnName, reason, facts['value'], facts['customer']].join(' '),
      ),
      [
        '2 Postal impossible-postal-code 1 C-1',
        '2 Language unknown-language Klingon C-1',
        '2 Birth date date-in-future 2031-01-01 C-1',
        '2 Mobile impossible-phone 12345 C-1',
        '2 Email invalid-email may@ C-1',
        '2 Payment method bad-choice Klarna C-1',
        '2 Card number card-number-not-masked  C-1',
        '3 Payment method bad-choice KLARNA C-2',
      ],
    );
    const refused = shown.rejects.map(({ line, reason }) => `${line} ${reason}`);
    assert.deepEqual(refused.sort(), [
      '4 card-number-not-masked',
      '4 duplicate-reference',
      '4 impossible-phone',
    ]);
    assert.doesNotMatch(JSON.stringify(shown), /4111111111111111/);
  }
  const { db } = world;
  const people = await db
    .selectFrom('customers')
    .select(['language', 'birthDate', 'postalCode'])
    .where('reference', '=', 'C-1')
    .execute();
  assert.deepEqual(people, [{ language: null, birthDate: null, postalCode: null }]);
  assert.deepEqual(await db.selectFrom('paymentMethods').select('id').execute(), []);
  const points = await db.selectFrom('contactPoints').select('kind').execute();
  assert.deepEqual(
    points.map(({ kind }) => kind),
    ['mail'],
  );

  const map = { ...read, values: { methodKind: { Klarna: 'none' }, language: { Klingon: 'en' } } };
  const answered = await importFile(world, office, { ...sent, map });
  assert.deepEqual([answered.state, answered.unread], ['done', []]);
  const methods = await db.selectFrom('paymentMethods').select('kind').execute();
  assert.deepEqual(
    methods.map(({ kind }) => kind),
    ['none', 'none'],
  );
});
