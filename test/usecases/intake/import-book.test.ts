import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { changesOf, rejectsAfter } from '#storage/intake/imports.ts';
import { importFile, sendFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';

const header =
  'Customer number,Name,Account,Invoice number,Invoice date,Due date,Amount,Mobile,Email,City,State,Zip,Street';
const rows = [
  'C1,Ana Perez,A1,I1,2026-08-01,2026-08-31,120.50,(212) 555-0142,ana@example.org,New York,NY,10001,1 Main St',
  'C1,Ana Perez,A1,I2,2026-09-01,2026-09-30,80.00,(212) 555-0142,ana@example.org,New York,NY,10001,1 Main St',
  'C2,Bob Stone,A2,I3,2026-07-01,2026-07-31,999.99,(305) 555-0111,bob@example.org,Miami,FL,33101,2 Bay Rd',
];
const book = [header, ...rows].join('\n');

async function bookWorld() {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const actor = await world.user('back_office');
  return { world, portfolioId: portfolio.id, actor };
}

async function count(world: World, table: string): Promise<number> {
  const { rows: found } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(table)}`.execute(world.db);
  return found[0]?.n ?? -1;
}

async function snapshot(world: World) {
  const tables = ['customers', 'accounts', 'items', 'contact_points', 'postings', 'payments'];
  const counts = await Promise.all(tables.map((table) => count(world, table)));
  const { rows: owed } = await sql<{ sum: bigint }>`
    select coalesce(sum(balance_minor), 0)::bigint as sum from items`.execute(world.db);
  return {
    ...Object.fromEntries(tables.map((table, i) => [table, counts[i]])),
    owed: owed[0]?.sum,
  };
}

/** Every balance is the sum of its postings: the rule that no import may break. */
async function assertLedgerAgrees(world: World): Promise<void> {
  const { rows: wrong } = await sql`
    select i.reference, i.balance_minor, coalesce(sum(case when p.debit = 'receivable'
      then p.amount_minor when p.credit = 'receivable' then -p.amount_minor end), 0) as booked
    from items i left join postings p on p.customer_id = i.customer_id and p.item_id = i.id
    group by i.customer_id, i.id, i.reference, i.balance_minor
    having i.balance_minor <> coalesce(sum(case when p.debit = 'receivable' then p.amount_minor
      when p.credit = 'receivable' then -p.amount_minor end), 0)`.execute(world.db);
  assert.deepEqual(wrong, []);
}

test('a book brings customers, accounts, items, contact points with zones, and bill postings', async () => {
  const { world, portfolioId, actor } = await bookWorld();
  const done = await importFile(world, actor, { portfolioId, content: book });
  assert.equal(done.state, 'done');
  assert.deepEqual(done.counts, {
    read: 3,
    skipped: 0,
    new: 3,
    changed: 0,
    unchanged: 0,
    rejected: 0,
    customers: 2,
    accounts: 2,
    contacts: 6,
  });
  assert.equal(done.bytesRead, done.fileBytes);
  await assertLedgerAgrees(world);
  const points = await world.db
    .selectFrom('contactPoints')
    .innerJoin('customers', 'customers.id', 'contactPoints.customerId')
    .select(['contactPoints.kind', 'contactPoints.value', 'contactPoints.zones'])
    .where('customers.reference', '=', 'C2')
    .orderBy('rank')
    .execute();
  assert.deepEqual(points, [
    { kind: 'mobile', value: '+13055550111', zones: ['America/New_York'] },
    { kind: 'email', value: 'bob@example.org', zones: [] },
    {
      kind: 'mail',
      value: '2 Bay Rd, 33101 Miami, FL, US',
      zones: ['America/New_York', 'America/Chicago'],
    },
  ]);
});

test('the same file again changes nothing', async () => {
  const { world, portfolioId, actor } = await bookWorld();
  await importFile(world, actor, { portfolioId, content: book });
  const before = await snapshot(world);
  const again = await importFile(world, actor, { portfolioId, content: book });
  assert.deepEqual(await snapshot(world), before);
  const { new: added, changed, unchanged, rejected } = again.counts;
  assert.deepEqual(
    { added, changed, unchanged, rejected },
    {
      added: 0,
      changed: 0,
      unchanged: 3,
      rejected: 0,
    },
  );
});

test('a changed file shows what changed, and the ledger follows by correcting postings', async () => {
  const { world, portfolioId, actor } = await bookWorld();
  await importFile(world, actor, { portfolioId, content: book });
  const changed = book
    .replace('120.50', '150.00')
    .replace('999.99', '900.00')
    .replaceAll('Ana Perez', 'Ana Pérez Ruiz')
    .replace('2026-09-30', '2026-10-15');
  const done = await importFile(world, actor, { portfolioId, content: changed });
  assert.equal(done.counts['changed'], 3);
  const changes = await changesOf(world.db, done.id, 50);
  const told = changes.map((c) =>
    [c.entity, c.reference, c.field, c.oldValue, c.newValue].join(' '),
  );
  assert.deepEqual(told.sort(), [
    'customer C1 name Ana Perez Ana Pérez Ruiz',
    'item I1 amount_minor 12050 15000',
    'item I1 balance_minor 12050 15000',
    'item I2 due_on 2026-09-30 2026-10-15',
    'item I3 amount_minor 99999 90000',
    'item I3 balance_minor 99999 90000',
  ]);
  await assertLedgerAgrees(world);
});

test('a trial says what an import would do and does nothing', async () => {
  const { world, portfolioId, actor } = await bookWorld();
  await importFile(world, actor, { portfolioId, content: book });
  const before = await snapshot(world);
  const content = `${book.replace('80.00', '85.00')}\nC9,New One,A9,I9,2026-08-01,2026-08-31,10.00,,,,,,`;
  const trial = await importFile(world, actor, { portfolioId, content, dryRun: true });
  assert.deepEqual(await snapshot(world), before);
  assert.equal(trial.counts['new'], 1);
  assert.equal(trial.counts['changed'], 1);
  assert.equal((await changesOf(world.db, trial.id, 50)).length, 2);
});

test('every bad row is kept with line, column, reason and text, and good rows go in', async () => {
  const { world, portfolioId, actor } = await bookWorld();
  const bad: readonly (readonly [row: string, reason: string, column: string | null])[] = [
    ['C3,X,A3,I4,2026-08-01,2026-08-31,10.005,,,,,,', 'amount-not-exact', 'Amount'],
    ['C3,X,A3,I5,2026-02-30,2026-08-31,10.00,,,,,,', 'impossible-date', 'Invoice date'],
    ['C3,X,A3,I6,2026-08-01,2026-08-31,0.00,,,,,,', 'balance-not-positive', 'Amount'],
    ['C3,X,A3,I7,2026-08-01,2026-08-31,-4.00,,,,,,', 'credit-set-aside', 'Amount'],
    ['C3,X,A3,I8,2026-08-01,2026-07-31,10.00,,,,,,', 'due-before-issued', 'Due date'],
    [
      'C1,Ana Perez,A1,I1,2026-08-01,2026-08-31,120.50,,,,,,',
      'duplicate-reference',
      'Invoice number',
    ],
    ['C4,Y,A1,I11,2026-08-01,2026-08-31,5.00,,,,,,', 'account-of-another-customer', 'Account'],
    ['C3,X,A3,I4,2026-08-01,2026-08-31,1,234.00,,,,,,', 'wrong-number-of-columns', null],
  ];
  const content = [header, ...rows, ...bad.map(([row]) => row)].join('\n');
  const done = await importFile(world, actor, { portfolioId, content });
  assert.equal(done.counts['new'], 3);
  assert.equal(done.counts['rejected'], bad.length);
  const rejects = await rejectsAfter(world.db, done.id, { line: 0, position: 0 }, 100);
  assert.deepEqual(
    rejects.map(({ line, reason, columnName, original }) => [line, original, reason, columnName]),
    bad.map(([row, reason, column], i) => [rows.length + 2 + i, row, reason, column]),
  );
  const none = await world.db
    .selectFrom('customers')
    .where('reference', 'in', ['C3', 'C4'])
    .execute();
  assert.deepEqual(none, []);
});

test('semicolons, decimal commas, UTF-16 and Windows-1252 are read as they are', async () => {
  const { world, portfolioId, actor } = await bookWorld();
  const german =
    'Kundennummer;Name;Konto;Rechnungsnummer;Rechnungsdatum;Fällig am;Betrag\nK1;Jörg Müller;V1;R1;01.08.2026;31.08.2026;1.234,50\n';
  const wide = new Uint8Array([0xff, 0xfe, ...Buffer.from(german, 'utf16le')]);
  const first = await importFile(world, actor, { portfolioId, content: wide });
  assert.equal(first.counts['new'], 1);
  const narrow = Buffer.from(german.replaceAll('K1', 'K2').replaceAll('V1', 'V2'), 'latin1');
  const second = await importFile(world, actor, { portfolioId, content: narrow });
  assert.equal(second.counts['new'], 1);
  const items = await world.db
    .selectFrom('items')
    .innerJoin('customers', 'customers.id', 'items.customerId')
    .select(['name', 'amountMinor', 'dueOn'])
    .execute();
  const expected = { name: 'Jörg Müller', amountMinor: 123_450n, dueOn: '2026-08-31' };
  assert.deepEqual(items, [expected, expected]);
});

test('a settled item comes in whole with its payment; a part-paid one with its open part', async () => {
  const { world, portfolioId, actor } = await bookWorld();
  const content = [
    'Account,Invoice number,Invoice date,Due date,Invoice amount,Balance,Settled date',
    'A1,I1,2026-01-01,2026-01-31,100.00,0,2026-02-14',
    'A1,I2,2026-02-01,2026-02-28,100.00,40.00,',
  ].join('\n');
  await importFile(world, actor, { portfolioId, content });
  await assertLedgerAgrees(world);
  const payments = await world.db
    .selectFrom('payments')
    .select(['amountMinor', 'receivedOn'])
    .execute();
  assert.deepEqual(payments, [{ amountMinor: 10_000n, receivedOn: '2026-02-14' }]);
  const again = await importFile(world, actor, { portfolioId, content });
  assert.equal(again.counts['unchanged'], 2);
  const paid = content.replace('40.00,', '0,2026-03-05');
  await importFile(world, actor, { portfolioId, content: paid });
  await assertLedgerAgrees(world);
  assert.equal(await count(world, 'payments'), 2);
});

test('a balance that money moved here is never overwritten', async () => {
  const { world, portfolioId, actor } = await bookWorld();
  await importFile(world, actor, { portfolioId, content: book });
  const item = await world.db
    .selectFrom('items')
    .selectAll()
    .where('reference', '=', 'I3')
    .executeTakeFirstOrThrow();
  const { customerId, tenantId, accountId, id: itemId } = item;
  await world.db
    .insertInto('postings')
    .values({
      ...{ customerId, tenantId, accountId, itemId, portfolioId, currency: 'USD' },
      ...{ id: world.app.newId(), eventId: world.app.newId(), kind: 'payment' },
      ...{ debit: 'cash', credit: 'receivable', amountMinor: 9_999n },
      ...{ bookedOn: '2026-11-18', recordedAt: '2026-11-18T15:00:00Z' },
    })
    .execute();
  await world.db
    .updateTable('items')
    .set({ balanceMinor: 90_000n })
    .where('id', '=', itemId)
    .execute();
  const same = await importFile(world, actor, { portfolioId, content: book });
  assert.equal(same.counts['unchanged'], 3, 'the file tells nothing new');
  const caughtUp = book.replace('999.99', '900.00');
  const agreed = await importFile(world, actor, { portfolioId, content: caughtUp });
  assert.equal(agreed.counts['rejected'], 0, 'the file has learned of the payment');
  const other = book.replace('999.99', '500.00');
  const refused = await importFile(world, actor, { portfolioId, content: other });
  assert.equal(refused.counts['rejected'], 1);
  await assertLedgerAgrees(world);
});

test('a file that is no table, and a map that does not fit, are refused before anything runs', async () => {
  const { world, portfolioId, actor } = await bookWorld();
  const pdf = '%PDF-1.7 and so on';
  await assert.rejects(sendFile(world, actor, { portfolioId, content: pdf }), /unreadable/);
  await assert.rejects(
    importFile(world, actor, {
      portfolioId,
      content: book,
      map: { columns: { dueOn: 'Nowhere' } },
    }),
    /invalid-input/,
  );
});
