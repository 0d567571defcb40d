import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import { rejectsAfter } from '#storage/intake/imports.ts';
import { importFile, sendFile } from '#test/support/books/import-file.ts';
import { smallBook } from '#test/support/books/small-book.ts';
import { workbookOf, zipOf } from '#test/support/books/workbooks.ts';
import { freshWorld, type World } from '#test/support/world/fresh-world.ts';
import { runWaitingImports } from '#usecases/intake/run-imports.ts';
import { startImport } from '#usecases/intake/start-import.ts';
import { lookAtFile } from '#usecases/intake/upload-file.ts';

type Case = {
  readonly name: string;
  readonly file: readonly string[];
  readonly map?: Readonly<Record<string, unknown>>;
  /** Customer, item, due date and what is open, of each item. */
  readonly items: readonly string[];
  /** Line and reason of each row that did not come in. */
  readonly out: readonly string[];
  readonly counts?: Readonly<Record<string, number>>;
};

const header = 'Customer number,Name,Invoice number,Due date,Amount,Settled on,Phone';

const cases: readonly Case[] = [
  {
    name: 'cells that a spreadsheet left out at the end are empty',
    file: [
      header,
      'L1,Ana,LI1,2026-06-10,10.00,,+1 602 555 0101',
      'L2,Bo,LI2,2026-06-10,10.00',
      'L3,Cy,LI3,2026-06-10,10.00',
    ],
    items: ['L1 LI1 2026-06-10 1000', 'L2 LI2 2026-06-10 1000', 'L3 LI3 2026-06-10 1000'],
    out: [],
  },
  {
    name: 'a number of which a spreadsheet left the power alone is nobody’s',
    file: [
      header,
      '1.91431E+18,Edna,PI1,2026-06-10,10.00',
      '1.91431E+18,Floyd,PI2,2026-06-10,10.00',
      'P3,Gus,PI3,2026-06-10,10.00',
    ],
    items: ['P3 PI3 2026-06-10 1000'],
    out: ['2 number-in-power-form', '3 number-in-power-form'],
  },
  {
    name: 'days that stand for none leave the item open',
    file: [
      header,
      'D1,Ola,DI1,2026-06-10,10.00,0000-00-00',
      'D2,Pam,DI2,2026-06-10,10.00,1900-01-01',
      'D3,Ray,DI3,2026-06-10,10.00,9999-12-31',
      'D4,Sid,DI4,2026-06-10,10.00,2026-06-09',
    ],
    items: [
      'D1 DI1 2026-06-10 1000',
      'D2 DI2 2026-06-10 1000',
      'D3 DI3 2026-06-10 1000',
      'D4 DI4 2026-06-10 0',
    ],
    out: [],
  },
  {
    name: 'a report with titles, headings, sums and footers holds its records only',
    file: [
      'Open items,,,,',
      'As of November 20 2026,,,,',
      ',,,,',
      'Customer,Num,Due Date,Amount,Open Balance',
      'Acme Anglers,,,,',
      ',G1,05/31/2026,300.00,300.00',
      ',G2,07/15/2026,200.00,200.00',
      'Total for Acme Anglers,,,500.00,500.00',
      'Birch Bakery,,,,',
      ',G3,05/20/2026,250.00,250.00',
      'Total for Birch Bakery,,,250.00,250.00',
      'TOTAL,,,750.00,750.00',
      'Printed by Joe,,,,',
    ],
    items: [
      'Acme Anglers G1 2026-05-31 30000',
      'Acme Anglers G2 2026-07-15 20000',
      'Birch Bakery G3 2026-05-20 25000',
    ],
    out: [
      ...['5 row-group', '8 row-total', '9 row-group', '11 row-total', '12 row-total'],
      '13 row-footer',
    ],
    counts: { read: 3, leftOut: 6, rejected: 0 },
  },
  {
    name: 'an error of a formula is refused with the name of its cell',
    file: [header, 'E1,Ana,EI1,2026-06-10,#N/A', 'E2,Bo,EI2,2026-06-10,="0012.50"'],
    items: ['E2 EI2 2026-06-10 1250'],
    out: ['2 formula-error E2'],
  },
  {
    name: 'an amount with the sign of another currency is refused',
    file: [header, 'F1,Ana,FI1,2026-06-10,Rs. 10.00', 'F2,Bo,FI2,2026-06-10,$10.00'],
    items: ['F2 FI2 2026-06-10 1000'],
    out: ['2 amount-in-other-currency'],
  },
];

async function itemsOf({ db }: World, importId: string): Promise<string[]> {
  const { rows } = await sql<{ text: string }>`
    select concat_ws(' ', c.reference, i.reference, i.due_on, i.balance_minor) as text
    from items i join customers c on c.id = i.customer_id
    where i.import_id = ${importId}::uuid order by 1`.execute(db);
  return rows.map(({ text }) => text);
}

test('files that are not quite tables', async (t) => {
  const world = await freshWorld();
  const { portfolio } = await smallBook(world);
  const actor = await world.user('back_office');
  for (const { name, file, map, items, out, counts } of cases) {
    await t.test(name, async () => {
      const done = await importFile(world, actor, {
        ...{ portfolioId: portfolio.id, content: file.join('\n') },
        ...(map ? { map } : {}),
      });
      const rejects = await rejectsAfter(world.db, done.id, { line: 0, position: 0 }, 50);
      const told = rejects.map(({ line, reason, facts }) =>
        [line, reason, facts['cell']].filter((part) => part !== undefined).join(' '),
      );
      assert.equal(done.state, 'done', `${done.failure} ${told}`);
      assert.deepEqual([...new Set(told)], out);
      assert.deepEqual(await itemsOf(world, done.id), items);
      assert.deepEqual({ ...done.counts, ...counts }, done.counts);
    });
  }

  await t.test(
    'an ageing report becomes items by bucket, and the next one moves them',
    async () => {
      const head = 'Customer,Current,1 - 30,31 - 60,61 - 90,91 and over,Total';
      const first = [
        head,
        'Delta Dock,0.00,200.00,300.00,0.00,0.00,500.00',
        'Elm Eatery,0.00,0.00,0.00,250.00,0.00,250.00',
        'Fir Farm,0.00,10.00,10.00,0.00,0.00,30.00',
        'Gum Garage,0.00,100.00,0.00,0.00,-40.00,60.00',
        'TOTAL,0.00,310.00,310.00,250.00,-40.00,840.00',
      ].join('\n');
      const sent = { portfolioId: portfolio.id, content: first };
      await world.clock.advance(60_000);
      const { importId, look } = await sendFile(world, actor, sent);
      const map: Readonly<Record<string, unknown>> = look.table?.map ?? {};
      assert.deepEqual(map['unanswered'], ['as-of']);
      const start = (given: object) =>
        startImport(world.app, actor, { importId, map: { ...given }, options: {}, dryRun: false });
      await assert.rejects(start(map), /invalid-input/);
      await assert.rejects(start({ ...map, unanswered: [] }), /invalid-input/);
      await start({ ...map, unanswered: [], asOf: '2026-06-30' });
      await runWaitingImports(world.app);
      assert.deepEqual(await itemsOf(world, importId), [
        'Delta Dock Delta Dock 1+ 2026-06-29 20000',
        'Delta Dock Delta Dock 31+ 2026-05-30 30000',
        'Elm Eatery Elm Eatery 61+ 2026-04-30 25000',
        'Gum Garage Gum Garage 1+ 2026-06-29 6000',
      ]);
      const rejects = await rejectsAfter(world.db, importId, { line: 0, position: 0 }, 50);
      assert.deepEqual(
        rejects.map(({ line, reason }) => `${line} ${reason}`),
        ['4 buckets-not-total', '6 row-total'],
      );
      const content = ['"As of July 31, 2026"', '', head, 'Delta Dock,,,200.00,300.00,,500.00'];
      const next = await importFile(world, actor, { ...sent, content: content.join('\n') });
      assert.equal(next.state, 'done', next.failure ?? '');
      const { rows } = await sql<{ text: string }>`
      select concat_ws(' ', i.reference, i.due_on, i.balance_minor) as text from items i
      join customers c on c.id = i.customer_id where c.reference = 'Delta Dock'
      order by 1`.execute(world.db);
      assert.deepEqual(
        rows.map(({ text }) => text),
        [
          'Delta Dock 1+ 2026-07-30 0',
          'Delta Dock 31+ 2026-06-30 20000',
          'Delta Dock 61+ 2026-05-31 30000',
        ],
      );
    },
  );

  await t.test('a workbook is read by its sheet, once it is said which', async () => {
    const head = ['Customer number', 'Name', 'Due date', 'Amount', 'Settled on'];
    const due = { v: 46173, z: 'dd/mm/yyyy' };
    const rows = [
      head,
      ['00071', 'Ana', due, 19.989999999999998, null],
      ['W2', 'Bo', due, 7, { t: 'e', v: 42 }],
    ];
    const content = workbookOf({ Old: { rows: [head, ['W9', 'X', due, 1]] }, New: { rows } });
    const sent = { portfolioId: portfolio.id, content, fileName: 'book.xlsx' };
    await world.clock.advance(60_000);
    const { importId, look } = await sendFile(world, actor, sent);
    assert.deepEqual([look.table?.map['sheet'], look.table?.shownSheet], [null, 'Old']);
    const start = (map: object) =>
      startImport(world.app, actor, { importId, map: { ...map }, options: {}, dryRun: false });
    await assert.rejects(start(look.table?.map ?? {}), /invalid-input/);
    const options = { sheet: 'New' };
    const chosen = await lookAtFile(world.app, actor, { importId, kind: null, options });
    await start(chosen.table?.map ?? {});
    await runWaitingImports(world.app);
    assert.deepEqual(await itemsOf(world, importId), ['00071 00071 2026-05-31 1999']);
    const [reject] = await rejectsAfter(world.db, importId, { line: 0, position: 0 }, 5);
    assert.deepEqual(
      [reject?.line, reject?.reason, reject?.facts['cell']],
      [3, 'formula-error', 'E3'],
    );
    // The next file of the portfolio is looked at by the same sheet.
    const again = await sendFile(world, actor, sent);
    assert.equal(again.look.table?.map['sheet'], 'New');
  });

  await t.test('an archive is read by its file', async () => {
    const content = zipOf({ 'book.csv': `${header}\nY1,Ana,YI1,2026-06-10,10.00` });
    const done = await importFile(world, actor, { portfolioId: portfolio.id, content });
    assert.deepEqual(await itemsOf(world, done.id), ['Y1 YI1 2026-06-10 1000']);
    assert.equal(done.bytesRead, done.fileBytes);
  });

  await t.test('nothing is imported while the order of day and month is open', async () => {
    const content =
      'Customer number,Issued,Due date,Amount,Opened\nX1,13/05/2026,05/06/2026,10.00,05/13/2026';
    const { importId, look } = await sendFile(world, actor, { portfolioId: portfolio.id, content });
    assert.deepEqual(look.table?.map['unanswered'], ['date-format']);
    const map = look.table?.map ?? {};
    const start = () => startImport(world.app, actor, { importId, map, options: {}, dryRun: true });
    await assert.rejects(start(), /invalid-input/);
  });

  await t.test('a postal code gets its zero back, and it is said', async () => {
    const content = `Customer number,Name,Due date,Amount,Zip,State\nZ1,Ana,2026-06-10,10.00,2139,MA`;
    const done = await importFile(world, actor, { portfolioId: portfolio.id, content });
    const { postalCode } = await world.db
      .selectFrom('customers')
      .select('postalCode')
      .where('reference', '=', 'Z1')
      .executeTakeFirstOrThrow();
    assert.equal(postalCode, '02139');
    assert.deepEqual(
      done.unread.map(({ reason, rows, lines }) => [reason, rows, ...lines]),
      [['postal-zeros-restored', 1, 2]],
    );
  });
});
