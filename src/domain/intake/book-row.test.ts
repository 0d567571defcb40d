import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookReader } from './book-row.ts';
import type { Field } from './fields.ts';
import { emptyMap, type ImportMap } from './import-map.ts';

const defaults = { currency: 'USD', country: 'US', today: '2026-06-30' };

function read(row: Partial<Record<Field, string>>, over: Partial<ImportMap> = {}) {
  const fields = Object.keys(row) as Field[];
  const columns = Object.fromEntries(fields.map((field) => [field, `col ${field}`]));
  const map = { ...emptyMap('book'), columns, ...over };
  const header = fields.map((field) => `col ${field}`);
  return bookReader(map, header, defaults)(fields.map((field) => row[field] ?? ''));
}

function reasons(row: Partial<Record<Field, string>>, over: Partial<ImportMap> = {}) {
  const outcome = read(row, over);
  assert.equal(outcome.kind, 'refused');
  return outcome.problems.map(({ field, reason }) => `${field} ${reason}`);
}

function taken(row: Partial<Record<Field, string>>) {
  const outcome = read(row);
  assert.equal(outcome.kind, 'row');
  return outcome.row;
}

const good = { accountReference: 'A1', dueOn: '2026-03-01', balance: '12.50' };

/** Nobody said whether it renews or when it is charged. */
const noFacts = { renews: null, chargingDay: null };

test('bookReader() needs a reference, a due date and an amount, and fills the rest', () => {
  const outcome = read(good);
  assert.equal(outcome.kind, 'row');
  const { customer, account, item, contacts, method } = outcome.row;
  assert.deepEqual([customer.reference, customer.name, customer.kind], ['A1', 'A1', 'person']);
  assert.equal(account.reference, 'A1');
  assert.deepEqual(
    [item.reference, item.amountMinor, item.balanceMinor, item.currency, item.dueOn],
    ['A1', 1250n, 1250n, 'USD', '2026-03-01'],
  );
  assert.deepEqual([contacts, method], [[], null]);
});

test('each thing wrong with a row has its own reason', () => {
  const cases: [Partial<Record<Field, string>>, string][] = [
    [{ balance: 'twelve' }, 'balance amount-not-number'],
    [{ balance: '12.505' }, 'balance amount-not-exact'],
    [{ balance: '12.5', currency: 'JPY' }, 'balance amount-not-exact'],
    [{ balance: '1000000000000' }, 'balance amount-too-large'],
    [{ balance: '0.00' }, 'balance balance-not-positive'],
    [{ balance: '-3' }, 'balance credit-set-aside'],
    [{ amount: '90.00-', balance: '90.00-' }, 'balance credit-set-aside'],
    [{ balance: '', amount: '10', paidAmount: '12' }, 'amount credit-set-aside'],
    [{ amount: '-3' }, 'amount amount-not-positive'],
    [{ currency: 'QQQ' }, 'currency unknown-currency'],
    [{ dueOn: '2026-02-30' }, 'dueOn impossible-date'],
    [{ dueOn: '' }, 'dueOn missing-required'],
    [{ balance: '' }, 'balance missing-required'],
    [{ balance: '', amount: '10', paidAmount: '10' }, 'balance balance-not-positive'],
    [{ balance: '', amount: '10', paidAmount: '-1' }, 'paidAmount amount-not-positive'],
    [{ accountReference: '' }, 'accountReference missing-required'],
    [{ issuedOn: '2026-03-02' }, 'dueOn due-before-issued'],
    [{ country: 'Atlantis' }, 'country unknown-country'],
    [{ disputed: 'perhaps' }, 'disputed not-yes-or-no'],
    [{ itemKind: 'gift' }, 'itemKind bad-choice'],
    [{ product: 'x'.repeat(201) }, 'product text-too-long'],
    [{ product: 'a\u0000b' }, 'product unprintable-character'],
    [{ relatedName: 'Ann Ory', relatedRole: 'Anwältin' }, 'relatedRole bad-choice'],
    [{ birthDate: '2010-02-30' }, 'birthDate impossible-date'],
    [{ birthDate: '30/02/10' }, 'birthDate impossible-date'],
    [{ region: 'a\u0000b' }, 'region unprintable-character'],
    [{ settledOn: '2026-03-05' }, 'settledOn settled-with-balance'],
    [{ dueOn: '', daysPastDue: 'many' }, 'daysPastDue not-a-whole-number'],
  ];
  for (const [over, reason] of cases) {
    assert.deepEqual(reasons({ ...good, ...over }), [reason], JSON.stringify(over).slice(0, 80));
  }
});

test('a bad detail is left out and told, and the debt comes in', () => {
  const cases: [Partial<Record<Field, string>>, string][] = [
    [{ phone1: '12345' }, 'phone1 impossible-phone 12345'],
    [{ employerPhone: '12345' }, 'employerPhone impossible-phone 12345'],
    [{ phone1: '5.5E+09' }, 'phone1 number-in-power-form 5.5E+09'],
    [{ phone1: '4000 0000 0000 0002' }, 'phone1 impossible-phone •••• 0002'],
    [{ email1: 'ann@example' }, 'email1 invalid-email ann@example'],
    [{ language: 'Klingonish' }, 'language unknown-language Klingonish'],
    [{ zone: 'Mars/Base' }, 'zone unknown-zone Mars/Base'],
    [{ postalCode: '123' }, 'postalCode impossible-postal-code 123'],
    [{ region: '#N/A' }, 'region formula-error #N/A'],
    [{ street: 'x'.repeat(201) }, 'street text-too-long '],
    [{ birthDate: '2026-07-01' }, 'birthDate date-in-future 2026-07-01'],
    [{ birthDate: '1980-02-30' }, 'birthDate impossible-date 1980-02-30'],
    [{ birthDate: 'not told' }, 'birthDate impossible-date not told'],
    [{ methodKind: 'Klarna' }, 'methodKind bad-choice Klarna'],
    [{ methodKind: 'card', methodState: 'gesperrt' }, 'methodState bad-choice gesperrt'],
    [{ methodLast4: '0002', methodExpiresOn: '13/99' }, 'methodExpiresOn impossible-date 13/99'],
    [{ deliveredBy: 'pigeon' }, 'deliveredBy bad-choice pigeon'],
  ];
  const { customer } = taken(good);
  for (const [over, detail] of cases) {
    const outcome = read({ ...good, ...over });
    assert.equal(outcome.kind, 'row', detail);
    const { row, details = [] } = outcome;
    const told = details.map((each) => `${each.field} ${each.reason} ${each.facts['value'] ?? ''}`);
    assert.deepEqual(told, [detail]);
    assert.deepEqual([row.customer, row.contacts, row.method], [customer, [], null], detail);
  }
  const { method } = taken({ ...good, methodLast4: '4000 0000 0000 0002' });
  assert.deepEqual(method, { ...noFacts, kind: 'card', state: null, last4: null, expiresOn: null });
});

test('a refused row tells every problem with its column', () => {
  const outcome = read({ ...good, balance: 'x', email1: 'y', dueOn: 'z' });
  assert.equal(outcome.kind, 'refused');
  assert.deepEqual(
    outcome.problems.map(({ column }) => column),
    ['col dueOn', 'col balance', 'col email1'],
  );
});

test('a settled item is taken with nothing open, or left out when the map says so', () => {
  const settled = {
    accountReference: 'A1',
    dueOn: '2026-03-01',
    amount: '5',
    settledOn: '2026-03-09',
  };
  const outcome = read(settled);
  assert.equal(outcome.kind, 'row');
  const { amountMinor, balanceMinor, settledOn } = outcome.row.item;
  assert.deepEqual([amountMinor, balanceMinor, settledOn], [500n, 0n, '2026-03-09']);
  assert.equal(read(settled, { settled: 'leave-out' }).kind, 'left-out');
});

test('a due date is counted back from days or months late', () => {
  const dueOn = (late: Partial<Record<Field, string>>, over: Partial<ImportMap> = {}) => {
    const outcome = read({ accountReference: 'A1', balance: '5', ...late }, over);
    return outcome.kind === 'row' ? outcome.row.item.dueOn : outcome.kind;
  };
  assert.equal(dueOn({ daysPastDue: '30' }), '2026-05-31');
  assert.equal(dueOn({ monthsPastDue: '2' }, { asOf: '2026-04-30' }), '2026-02-28');
  assert.equal(dueOn({ monthsPastDue: '-1' }), '2026-06-30');
  assert.equal(dueOn({}, { constants: { dueOn: '2026-01-31' } }), '2026-01-31');
});

test('words of the file are read by the map, its constants and the usual words', () => {
  const outcome = read(
    { ...good, deliveredBy: 'Paper', disputed: 'Sí', country: 'Méxiko', methodKind: 'Tarjeta' },
    { values: { country: { méxiko: 'MX' } }, constants: { currency: 'MXN' } },
  );
  assert.equal(outcome.kind, 'row');
  const { item, customer, method } = outcome.row;
  assert.deepEqual([item.deliveredBy, item.disputed, item.currency], ['post', true, 'MXN']);
  assert.deepEqual([customer.country, method?.kind], ['MX', 'card']);
});

test('contact points are validated, typed and taken once', () => {
  const outcome = read({
    ...good,
    country: 'Israel',
    mobile: '050-234-5678',
    phone1: '+972 50 234 5678',
    phone2: '+1 (202) 555-0123',
    email1: 'ann.o@example.org',
  });
  assert.equal(outcome.kind, 'row');
  assert.deepEqual(outcome.row.contacts, [
    { kind: 'phone', type: 'mobile', value: '+972502345678' },
    { kind: 'phone', type: 'unknown', value: '+12025550123' },
    { kind: 'email', value: 'ann.o@example.org' },
  ]);
});

test('a card is good to the last day of its month, and its number stays masked', () => {
  const outcome = read(
    { ...good, methodExpiresOn: '05/26', methodLast4: '**** **** **** 0002' },
    { dateFormats: { methodExpiresOn: 'my' } },
  );
  assert.equal(outcome.kind, 'row');
  assert.deepEqual(outcome.row.method, {
    kind: 'card',
    state: null,
    expiresOn: '2026-05-31',
    last4: '0002',
    ...noFacts,
  });
});

test('others of a row keep their numbers, and one without a name or a role is still not the customer', () => {
  const outcome = read({
    ...good,
    country: 'US',
    mobile: '+12025550123',
    debtType: 'mortgage',
    limitationOn: '2027-01-31',
    employerEmail: 'ann@work.example',
    guarantorName: 'Rose Amber',
    guarantorPhone: '+12025550145',
    relatedPhone: '+12025550146',
    coDebtorPhone: '+12025550123',
  });
  assert.equal(outcome.kind, 'row');
  assert.deepEqual(outcome.row.parties, [
    { role: 'co_debtor', name: '?' },
    { role: 'guarantor', name: 'Rose Amber' },
    { role: 'third_party', name: '?' },
  ]);
  assert.deepEqual(
    outcome.row.contacts.map(({ value, party, employer }) => [value, party, employer]),
    [
      ['+12025550123', undefined, undefined],
      ['+12025550145', 2, undefined],
      ['+12025550146', 3, undefined],
      ['ann@work.example', undefined, true],
    ],
  );
  const { debtType, limitationOn } = outcome.row.account;
  assert.deepEqual([debtType, limitationOn], ['mortgage', '2027-01-31']);
});

test('what was paid is taken off the amount where no balance is given', () => {
  const cases: [Partial<Record<Field, string>>, bigint][] = [
    [{ balance: '', amount: '30.00', paidAmount: '12.50' }, 1750n],
    [{ balance: '', amount: '30.00', paidAmount: '' }, 3000n],
    [{ balance: '20.00', amount: '30.00', paidAmount: '12.50' }, 2000n],
  ];
  for (const [row, open] of cases) {
    const outcome = read({ ...good, ...row });
    assert.equal(outcome.kind, 'row');
    assert.deepEqual([outcome.row.item.amountMinor, outcome.row.item.balanceMinor], [3000n, open]);
  }
});
