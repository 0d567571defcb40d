import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Layout, plainLayout, RowLayout } from './row-layout.ts';

const header = ['Customer', 'Number', 'Due', 'Amount', 'Balance'];

function placed(lines: readonly string[], over: Partial<Layout> = {}) {
  const layout = new RowLayout({ ...plainLayout, headerRows: [header], ...over }, header.length);
  const rows = lines.map((line) => ({ cells: line.split(',') }));
  const all = [...rows.flatMap((row) => layout.push(row)), ...layout.end()];
  return all.map((each) =>
    each.kind === 'row' ? each.row.cells.join() : `${each.why}: ${each.row.cells.join()}`,
  );
}

test('RowLayout tells records from what a report has around them', () => {
  const cases: [name: string, lines: string[], kept: string[]][] = [
    [
      'a heading fills the column that its rows leave empty',
      ['Acme,,,,', ',1001,2026-05-31,300.00,300.00', 'Total for Acme,,,300.00,300.00'],
      [
        'row-group: Acme,,,,',
        'Acme,1001,2026-05-31,300.00,300.00',
        'row-total: Total for Acme,,,300.00,300.00',
      ],
    ],
    [
      'a sum ends its group: what follows is nobody’s',
      ['Acme,,,,', ',1,2026-05-31,1,1', 'Total Acme,,,1,1', ',2,2026-05-31,1,1'],
      [
        'row-group: Acme,,,,',
        'Acme,1,2026-05-31,1,1',
        'row-total: Total Acme,,,1,1',
        ',2,2026-05-31,1,1',
      ],
    ],
    [
      'a heading without rows is one when others like it were',
      ['A,,,,', ',1,2026-05-31,1,1', 'B,,,,', 'C,,,,', ',2,2026-05-31,1,1'],
      [
        'row-group: A,,,,',
        'A,1,2026-05-31,1,1',
        'row-group: B,,,,',
        'row-group: C,,,,',
        'C,2,2026-05-31,1,1',
      ],
    ],
    [
      'a customer whose name begins as a sum does stays',
      ['Total Energies,7,2026-05-31,5,5', 'Total Energies,,,5,5', 'Summer Ltd,8,2026-05-31,1,1'],
      ['Total Energies,7,2026-05-31,5,5', 'Total Energies,,,5,5', 'Summer Ltd,8,2026-05-31,1,1'],
    ],
    [
      'sums by their names in several languages',
      [
        'Acme,7,2026-05-31,5,5',
        'Acme Total,,,5,5',
        ',,Gesamtsumme,5,5',
        'TOTAL USD,,,5,5',
        'Suma,,,5,5',
      ],
      [
        'Acme,7,2026-05-31,5,5',
        'row-total: Acme Total,,,5,5',
        'row-total: ,,Gesamtsumme,5,5',
        'row-total: TOTAL USD,,,5,5',
        'row-total: Suma,,,5,5',
      ],
    ],
    [
      'the header again at a page break, page numbers and the end',
      [
        'Customer,Number,Due,Amount,Balance',
        'A,1,2026-05-31,1,1',
        'Page 2 of 3,,,,',
        'Printed by Joe,,,,',
        '*** end ***,,,,',
        ',,,,',
      ],
      [
        'row-header-again: Customer,Number,Due,Amount,Balance',
        'A,1,2026-05-31,1,1',
        'row-footer: Page 2 of 3,,,,',
        'row-footer: Printed by Joe,,,,',
        'row-footer: *** end ***,,,,',
        'row-empty: ,,,,',
      ],
    ],
    [
      'a lone cell that heads nothing stays for its reader to refuse',
      ['C-1,,,,', 'A,1,2026-05-31,1,1', 'C-2,,,,'],
      ['C-1,,,,', 'A,1,2026-05-31,1,1', 'C-2,,,,'],
    ],
    [
      'a sum without a word is one where it is what stands above, of its group or of all',
      [
        'A,1,2026-05-31,1,10.50',
        'A,2,2026-05-31,2,20.00',
        ',,,3,30.50',
        'B,3,2026-05-31,4,5.25',
        'B,4,2026-05-31,1,0.25',
        ',,,5,5.50',
        ',,,8,36.00',
        ',,,9,36.01',
      ],
      [
        'A,1,2026-05-31,1,10.50',
        'A,2,2026-05-31,2,20.00',
        'row-total: ,,,3,30.50',
        'B,3,2026-05-31,4,5.25',
        'B,4,2026-05-31,1,0.25',
        'row-total: ,,,5,5.50',
        'row-total: ,,,8,36.00',
        ',,,9,36.01',
      ],
    ],
    [
      'amounts alone are no record of the group above',
      ['Acme,,,,', ',1,2026-05-31,1,1', ',,,1,1'],
      ['row-group: Acme,,,,', 'Acme,1,2026-05-31,1,1', ',,,1,1'],
    ],
  ];
  for (const [name, lines, kept] of cases) assert.deepEqual(placed(lines), kept, name);
});

test('RowLayout fills the column of a heading that has its own word', () => {
  const layout = { groups: { client: 5, customer: 0 } };
  assert.deepEqual(
    placed(
      ['Client: Acme,,,,', 'A,1,2026-05-31,1,1', 'Client:,Birch,,,', 'B,2,2026-05-31,1,1'],
      layout,
    ),
    [
      'row-group: Client: Acme,,,,',
      'A,1,2026-05-31,1,1,Acme',
      'row-group: Client:,Birch,,,',
      'B,2,2026-05-31,1,1,Birch',
    ],
  );
  assert.deepEqual(placed(['Customer: Acme,,,,', ',1,2026-05-31,1,1'], layout), [
    'row-group: Customer: Acme,,,,',
    'Acme,1,2026-05-31,1,1',
  ]);
});
