import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openContainer } from '#readers/archive/open-container.ts';
import { type TestCell, workbookOf, zipOf } from '#test/support/books/workbooks.ts';

const told = '\u0001';

function textOf(bytes: Uint8Array, wanted: string | null = null): string[] {
  const inside = openContainer(bytes, wanted);
  assert.ok(inside.ok, JSON.stringify(inside));
  return new TextDecoder().decode(inside.text).trimEnd().split('\n');
}

const cells: readonly [name: string, cell: TestCell, text: string][] = [
  ['a date by its serial', { v: 46173, z: 'dd/mm/yyyy' }, `${told}2026-05-31`],
  ['a date with its time', { v: 46173.5, z: 'yyyy-mm-dd hh:mm' }, `${told}2026-05-31`],
  ['the day 0 of the calendar', { v: 0, z: 'yyyy-mm-dd' }, '0000-00-00'],
  ['a sum of binary fractions', 0.1 + 0.2, `${told}0.3`],
  ['a number that is nearly 19.99', { v: 19.989999999999998, z: '0.00' }, `${told}19.99`],
  ['a large sum with noise', 1000000.0000000116, `${told}1000000`],
  ['decimals that are meant', 12.3456, `${told}12.3456`],
  ['a number of three decimals', 1.234, `${told}1.234`],
  ['a whole number', 1500, '1500'],
  ['a text with zeros before it', '00123', '00123'],
  ['a number shown with zeros before it', { v: 2139, z: '00000' }, '02139'],
  ['a number with a word before it', { v: 12, z: '"INV-"0000' }, 'INV-0012'],
  ['more digits than a number keeps', 1914310000000000000, '1.91431E+18'],
  ['a share', { v: 0.05, z: '0%' }, '5%'],
  ['an amount with its currency', { v: 100.5, z: '[$€-407] #,##0.00' }, `${told}€ 100.5`],
  ['an amount in dollars', { v: 7, z: '"$"#,##0.00' }, `${told}$ 7`],
  ['yes or no', true, 'TRUE'],
  ['a formula by its kept value', { v: 2.5, f: '1+1.5' }, `${told}2.5`],
  ['a line end within a cell', 'two\nlines', 'two lines'],
  ['quotes', 'a "b"', '"a ""b"""'],
];

test('cells of a workbook are read as the file means them', () => {
  const rows: TestCell[][] = [['Name', 'Value'], ...cells.map(([name, cell]) => [name, cell])];
  for (const type of ['xlsx', 'xls', 'xlsb'] as const) {
    const lines = textOf(workbookOf({ Book: { rows } }, type)).slice(1);
    const read = lines.map((line) => line.split('\t'));
    assert.deepEqual(
      read,
      cells.map(([name, , text]) => [name, text]),
      type,
    );
  }
  const [, due] = textOf(
    workbookOf(
      {
        A: {
          rows: [
            ['a', 'b'],
            ['x', { v: 46173, z: 'yyyy-mm-dd' }],
          ],
        },
      },
      'xlsx',
      true,
    ),
  );
  assert.equal(due, `x\t${told}2030-06-01`, 'days count from 1904');
  const error = workbookOf({
    A: {
      rows: [
        ['a', 'b'],
        ['x', { t: 'e', v: 42 }],
        ['y', { f: '1+1' }],
      ],
    },
  });
  assert.deepEqual(
    textOf(error)
      .slice(1)
      .map((line) => /#/.test(line)),
    [true, true],
  );
  const ods = workbookOf(
    {
      A: {
        rows: [
          ['Ref', 'Due'],
          ['00123', { v: 46173, z: 'd/m/yy' }],
        ],
      },
    },
    'ods',
  );
  assert.deepEqual(textOf(ods), ['Ref\tDue', `00123\t${told}2026-05-31`]);
});

test('rows keep their numbers, merged cells their value, and what is hidden is said', () => {
  const rows = [
    ['Open items'],
    [],
    ['Customer', 'No', 'Due'],
    ['Acme', '1', 'x'],
    [null, '2', 'y'],
  ];
  const merges = [
    { s: { r: 0, c: 0 }, e: { r: 0, c: 2 } },
    { s: { r: 3, c: 0 }, e: { r: 4, c: 0 } },
  ];
  const hiddenRow = Object.assign([], { 4: { hidden: true } });
  const more = { '!merges': merges, '!rows': hiddenRow, '!cols': [{}, { hidden: true }] };
  const bytes = workbookOf({ Book: { rows, more } });
  assert.deepEqual(textOf(bytes), [
    'Open items\t\t',
    '\t\t',
    'Customer\tNo\tDue',
    'Acme\t1\tx',
    'Acme\t2\ty',
  ]);
  const inside = openContainer(bytes, null);
  assert.ok(inside.ok);
  assert.deepEqual([inside.hiddenRows, inside.hiddenColumns], [1, ['B']]);
});

test('a sheet is chosen where several hold tables, and found in archives', () => {
  const table = {
    rows: [
      ['a', 'b'],
      ['1', 'x'],
    ],
  };
  const other = {
    rows: [
      ['c', 'd'],
      ['2', 'y'],
    ],
  };
  const two = workbookOf({ Cover: { rows: [['Hello']] }, One: table, Two: other });
  const csv = 'a,b\n1,x\n';
  const cases: [
    name: string,
    bytes: Uint8Array,
    wanted: string | null,
    tables: string[],
    chosen: string | null,
    line: string,
  ][] = [
    [
      'one table among sheets',
      workbookOf({ Cover: { rows: [['Hello']] }, One: table }),
      null,
      ['One'],
      'One',
      '1\tx',
    ],
    ['two', two, null, ['One', 'Two'], null, '1\tx'],
    ['two, the second meant', two, 'Two', ['One', 'Two'], 'Two', '2\ty'],
    ['two, another meant', two, 'Three', ['One', 'Two'], null, '1\tx'],
    [
      'an archive of a file',
      zipOf({ 'in/book.csv': csv, 'in/': '' }),
      null,
      ['in/book.csv'],
      'in/book.csv',
      '1,x',
    ],
    [
      'an archive of two',
      zipOf({ 'a.csv': csv, 'b.tsv': 'a\tb\n3\tz\n' }),
      'b.tsv',
      ['a.csv', 'b.tsv'],
      'b.tsv',
      '3\tz',
    ],
    [
      'a workbook in an archive',
      zipOf({ 'a.xlsx': two }),
      'a.xlsx / Two',
      ['a.xlsx / One', 'a.xlsx / Two'],
      'a.xlsx / Two',
      '2\ty',
    ],
  ];
  for (const [name, bytes, wanted, tables, chosen, line] of cases) {
    const inside = openContainer(bytes, wanted);
    assert.ok(inside.ok, name);
    assert.deepEqual(
      inside.tables.map((each) => each.name),
      tables,
      name,
    );
    assert.equal(inside.isChosen ? inside.name : null, chosen, name);
    assert.equal(new TextDecoder().decode(inside.text).split('\n')[1], line, name);
  }
});

test('a workbook or an archive that cannot be read within its limits has its reason', () => {
  const bomb = zipOf({ 'a.csv': new Uint8Array(280_000_000) });
  assert.ok(bomb.byteLength < 400_000);
  const cases: [name: string, bytes: Uint8Array, reason: string][] = [
    ['a bomb', bomb, 'too-large-inside'],
    ['an archive with a password', zipOf({ 'a.csv': 'a,b\n1,2\n' }, 1), 'locked'],
    ['an archive cut short', zipOf({ 'a.csv': 'a,b\n1,2\n' }).subarray(0, 60), 'broken-archive'],
    [
      'an archive without a table',
      zipOf({ 'a.pdf': '%PDF-1.4', 'b.zip': zipOf({}) }),
      'no-table-inside',
    ],
    [
      'an old file that is none',
      Buffer.from('\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1xxxx', 'latin1'),
      'not-a-workbook',
    ],
    ['a workbook without rows', workbookOf({ A: { rows: [['Hello']] } }), 'no-table-inside'],
    [
      'a sheet too wide',
      workbookOf({ A: { rows: [Array(501).fill('a'), Array(501).fill('b')] } }),
      'too-many-columns',
    ],
  ];
  for (const [name, bytes, reason] of cases) {
    assert.deepEqual(openContainer(bytes, null), { ok: false, reason }, name);
  }
});
