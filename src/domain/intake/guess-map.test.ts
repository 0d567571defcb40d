import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessMap } from './guess-map.ts';
import { checkImportMap, emptyMap, mapProblems, missingFields } from './import-map.ts';

const defaults = { currency: 'USD', country: 'US', today: '2026-06-30' };

test('guessMap() finds columns by name in several languages', () => {
  const cases: [string[], string[], Record<string, string>][] = [
    [
      ['customerID', 'invoiceNumber', 'DueDate', 'InvoiceAmount', 'SettledDate'],
      ['3993-Q', '0280670965', '2012-02-02', '50.39', '2012-01-23'],
      { customerReference: 'customerID', itemReference: 'invoiceNumber', dueOn: 'DueDate' },
    ],
    [
      ['Cliente', 'Nombre completo', 'Vencimiento', 'Saldo pendiente', 'Correo electrónico'],
      ['C-1', 'Ana Ejemplo', '31/12/2025', '1,250.00', 'ana@example.org'],
      { customerReference: 'Cliente', name: 'Nombre completo', balance: 'Saldo pendiente' },
    ],
    [
      ['Kunden-Nr', 'Nachname', 'Fälligkeit', 'Offener Betrag', 'PLZ'],
      ['10', 'Muster', '31.12.2025', '1.250,00', '10115'],
      { customerReference: 'Kunden-Nr', familyName: 'Nachname', dueOn: 'Fälligkeit' },
    ],
    [
      ['מספר לקוח', 'שם מלא', 'יתרה', 'טלפון נייד'],
      ['77', 'דנה כהן', '310.00', '+972502345678'],
      { customerReference: 'מספר לקוח', name: 'שם מלא', balance: 'יתרה', mobile: 'טלפון נייד' },
    ],
  ];
  for (const [header, row, expected] of cases) {
    const { columns } = guessMap('book', header, [row], defaults).map;
    for (const [field, column] of Object.entries(expected)) {
      assert.equal(Object.entries(columns).find(([key]) => key === field)?.[1], column, field);
    }
  }
});

test('guessMap() believes the values more than the name', () => {
  const { guesses } = guessMap('book', ['countryCode', 'contact'], [['770', 'a@b.org']], defaults);
  assert.deepEqual(
    guesses.map(({ field, why, about }) => [field, why, about]),
    [
      [null, 'values-contradict-name', 'country'],
      ['email1', 'values-alone', 'email1'],
    ],
  );
});

test('guessMap() takes the first of several like columns and gives phones their places', () => {
  const header = ['id', 'BILL_AMT1', 'BILL_AMT2', 'Phone', 'Other', 'LIMIT_BAL'];
  const { map } = guessMap(
    'book',
    header,
    [['1', '5', '6', '(202) 555-0123', '(202) 555-0124', '9']],
    defaults,
  );
  assert.deepEqual(map.columns, {
    accountReference: 'id',
    balance: 'BILL_AMT1',
    phone1: 'Phone',
    phone2: 'Other',
  });
});

test('guessMap() asks about dates and amounts that read two ways', () => {
  const header = ['due date', 'amount'];
  const canada = { ...defaults, country: 'CA' };
  const { questions } = guessMap('book', header, [['03/01/2026', '1,234']], canada);
  assert.deepEqual(questions, [
    { ask: 'date-format', field: 'dueOn', choices: ['dmy', 'mdy'] },
    { ask: 'decimal', field: 'amount', choices: ['point', 'comma'] },
  ]);
  const settled = guessMap(
    'book',
    ['due date', 'issue date'],
    [['03/01/2026', '25/12/2025']],
    defaults,
  );
  assert.deepEqual([settled.questions, settled.map.dateFormat], [[], 'dmy']);
});

test('checkImportMap() reads plain data and says where it is wrong', () => {
  const map = { ...emptyMap('payments'), columns: { amount: 'Betrag' }, decimal: 'comma' };
  assert.deepEqual(checkImportMap(JSON.parse(JSON.stringify(map))), { ok: true, map });
  const bad = checkImportMap({ kind: 'book', columns: { paidOn: 'x' }, decimal: 'dot', more: 1 });
  assert.deepEqual(bad.ok ? [] : bad.problems.map(({ path, reason }) => `${path} ${reason}`), [
    'more unknown-key',
    'columns.paidOn unknown-field',
    'decimal bad-value',
  ]);
});

test('a map is checked against the header and for what rows need', () => {
  const map = { ...emptyMap('book'), columns: { balance: 'Saldo' } };
  assert.deepEqual(mapProblems(map, ['Importe']), [
    { path: 'columns.balance', reason: 'no-such-column' },
  ]);
  assert.deepEqual(
    missingFields(map, null).map(([first]) => first),
    ['accountReference', 'dueOn', 'currency'],
  );
});

test('day and month are told by other values and columns, then by the country, else asked', () => {
  const header = ['Customer number', 'Due date', 'Invoice date', 'Last call'];
  const cases: [
    name: string,
    country: string,
    row: string[],
    format: string,
    asked: boolean,
    byCountry: boolean,
  ][] = [
    ['its own values', 'US', ['25/06/2026', '', ''], 'dmy', false, false],
    ['another column', 'US', ['05/06/2026', '25/05/2026', ''], 'dmy', false, false],
    ['a column that no field takes', 'US', ['05/06/2026', '', '25/05/2026'], 'dmy', false, false],
    [
      'the country of a file in one order',
      'US',
      ['05/06/2026', '04/05/2026', ''],
      'mdy',
      false,
      true,
    ],
    ['the country, day first', 'DE', ['05/06/2026', '', ''], 'dmy', false, true],
    ['a country of both orders', 'CA', ['05/06/2026', '', ''], 'dmy', true, false],
    [
      'columns that contradict each other',
      'US',
      ['05/06/2026', '25/05/2026', '05/25/2026'],
      'dmy',
      true,
      false,
    ],
    ['words for months', 'US', ['05-Jun-2026', '', ''], 'dmy', false, false],
  ];
  for (const [name, country, dates, format, asked, byCountry] of cases) {
    const rows = [
      ['C1', ...dates],
      ['C2', ...dates],
    ];
    const guessed = guessMap('book', header, rows, {
      currency: 'USD',
      country,
      today: '2026-11-30',
    });
    const found = [
      guessed.map.dateFormat,
      guessed.map.unanswered.length > 0,
      guessed.datesByCountry,
    ];
    assert.deepEqual(found, [format, asked, byCountry], name);
  }
});
