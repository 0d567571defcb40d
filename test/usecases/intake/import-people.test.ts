import assert from 'node:assert/strict';
import { test } from 'node:test';
import { undoImport } from '#contract/intake.ts';
import { importFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { freshWorld } from '#test/support/world/fresh-world.ts';

const header = [
  'Customer number,Name,Account,Invoice number,Due date,Amount,Mobile,Product,Debt type',
  'Limitation date,Student loan group,Original amount,Renewed on,Work email,Guarantor,Guarantor phone,Guarantor email',
].join(',');
const rows = [
  'C1,Ana Perez,A1,I1,2026-08-31,120.50,(212) 555-0142,Gold,credit_card,2029-01-31,,2500.00,2024-02-01,ana@work.example,Rose Amber,(212) 555-0143,rose@example.org',
  'C1,Ana Perez,A1,I2,2026-09-30,80.00,(212) 555-0142,Gold,credit_card,2029-01-31,,2500.00,2024-02-01,ana@work.example,ROSE AMBER,(212) 555-0143,rose@example.org',
  'C2,Bob Stone,A2,I3,2026-07-31,999.99,(305) 555-0111,Loan,,,S-1,,,,,,',
];

test('a later file says that a number of the customer is the guarantor’s, and shows it', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const actor = await world.user('back_office');
  const bring = (lines: readonly string[]) =>
    importFile(world, actor, {
      ...{ portfolioId: portfolio.id, content: [header, ...lines].join('\n') },
    });
  const owner = async () =>
    world.db
      .selectFrom('contactPoints')
      .select(['partyId', 'employerProvided'])
      .where('value', '=', '+12125550142')
      .executeTakeFirstOrThrow();
  const plain = 'C1,Ana Perez,A1,I1,2026-08-31,120.50,(212) 555-0142,Gold,credit_card,,,,,,,,';
  await bring([plain]);
  assert.deepEqual(await owner(), { partyId: null, employerProvided: false });
  const theirs =
    'C1,Ana Perez,A1,I1,2026-08-31,120.50,,Gold,credit_card,,,,,,Rose Amber,(212) 555-0142,';
  const second = await bring([theirs]);
  const changes = await world.db
    .selectFrom('importChanges')
    .select(['entity', 'field', 'oldValue', 'newValue'])
    .where('importId', '=', second.id)
    .execute();
  const shown = { entity: 'contact_point', field: 'owner', oldValue: null, newValue: 'Rose Amber' };
  assert.deepEqual(changes, [shown]);
  const given = await owner();
  assert.notEqual(given.partyId, null);
  const third = await bring([plain]);
  assert.deepEqual(await owner(), given);
  await world.call(undoImport, actor, { importId: third.id });
  await world.call(undoImport, actor, { importId: second.id });
  assert.deepEqual(await owner(), { partyId: null, employerProvided: false });
});

test('a book brings guarantors with their numbers, and what kind of debt an account is', async () => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const actor = await world.user('back_office');
  const sent = { portfolioId: portfolio.id, content: [header, ...rows].join('\n') };
  const done = await importFile(world, actor, sent);
  assert.equal(done.state, 'done');
  const parties = () => world.db.selectFrom('parties').select(['id', 'name', 'role']).execute();
  const [rose, ...others] = await parties();
  assert.ok(rose);
  assert.deepEqual([rose.name, rose.role, others], ['Rose Amber', 'guarantor', []]);
  const points = await world.db
    .selectFrom('contactPoints')
    .innerJoin('customers', 'customers.id', 'contactPoints.customerId')
    .select(['contactPoints.value', 'partyId', 'employerProvided', 'place'])
    .where('customers.reference', '=', 'C1')
    .orderBy('contactPoints.value')
    .execute();
  assert.deepEqual(
    points.map((point) => [point.value, point.partyId, point.employerProvided, point.place]),
    [
      ['+12125550142', null, false, null],
      ['+12125550143', rose.id, false, null],
      ['ana@work.example', null, true, 'work'],
      ['rose@example.org', rose.id, false, null],
    ],
  );
  const accounts = await world.db
    .selectFrom('accounts')
    .select(['debtType', 'limitationOn', 'studentAccountGroup', 'originatedMinor', 'renewedOn'])
    .where('importId', 'is not', null)
    .orderBy('reference')
    .execute();
  assert.deepEqual(
    accounts.map(({ debtType, limitationOn, studentAccountGroup, originatedMinor, renewedOn }) => [
      ...[debtType, limitationOn, studentAccountGroup, originatedMinor, renewedOn],
    ]),
    [
      ['credit_card', '2029-01-31', null, 250_000n, '2024-02-01'],
      [null, null, 'S-1', null, null],
    ],
  );
  const later = rows.map((row) => row.replace('2029-01-31', '2028-01-31'));
  const second = await importFile(world, actor, {
    ...sent,
    content: [header, ...later].join('\n'),
  });
  assert.equal(second.state, 'done');
  assert.equal((await parties()).length, 1);
  await world.call(undoImport, actor, { importId: second.id });
  await world.call(undoImport, actor, { importId: done.id });
  assert.deepEqual(await parties(), []);
});
