import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guessMap } from './guess-map.ts';

const defaults = { country: 'US', currency: 'USD', today: '2026-06-30' };
const names = ['Invoice No', 'Customer Name', 'Due Date'];

/** A file with three invoices and the given columns of amounts. */
function guessed(amounts: Readonly<Record<string, readonly string[]>>) {
  const rows = ['13', '14', '15'].map((day, i) => [
    ...[`INV-${i + 1}`, ['Ann Lee', 'Bo Day', 'Cy Fox'][i] ?? '', `2026-05-${day}`],
    ...Object.values(amounts).map((values) => values[i] ?? ''),
  ]);
  const { map } = guessMap('book', [...names, ...Object.keys(amounts)], rows, defaults);
  const { amount, paidAmount, balance, principalAmount, interestAmount, feesAmount } = map.columns;
  const found = { amount, paidAmount, balance, principalAmount, interestAmount, feesAmount };
  const taken = Object.entries(found).filter(([, column]) => column !== undefined);
  return { taken: Object.fromEntries(taken), open: map.unanswered };
}

test('what is left of the amount after what was paid is the balance, whatever is due by its name', () => {
  const total = ['120.00', '80.00', '15.50'];
  const left = ['120.00', '50.00', '15.50'];
  const paid = ['0.00', '30.00', '0.00'];
  const stripe = {
    'Amount Due': total,
    'Amount Paid': paid,
    'Amount Remaining': left,
    Total: total,
  };
  assert.deepEqual(guessed(stripe), {
    taken: { amount: 'Total', paidAmount: 'Amount Paid', balance: 'Amount Remaining' },
    open: [],
  });
  // A name that nobody knows is asked, also where the sums leave little doubt.
  const { taken, open } = guessed({ Total: total, 'Amount Paid': paid, 'Column X': left });
  assert.deepEqual([taken['balance'], open], [undefined, ['column:balance']]);
});

test('a column that may be what is open is asked, never passed over', () => {
  const total = ['120.00', '80.00', '15.50'];
  const unknown = guessed({
    Total: total,
    Foo: ['0.00', '30.00', '0.00'],
    Bar: ['120.00', '50.00', '15.50'],
  });
  assert.deepEqual(unknown.open, ['meaning:Foo', 'meaning:Bar']);
  const below = guessed({ Balance: total, Baz: ['60.00', '40.00', '7.75'] });
  assert.deepEqual(below, { taken: { balance: 'Balance' }, open: ['meaning:Baz'] });
  // Net and tax are no balances.
  const net = { Total: total, Net: ['100.00', '66.67', '12.92'], VAT: ['20.00', '13.33', '2.58'] };
  assert.deepEqual(guessed(net), { taken: { amount: 'Total' }, open: [] });
});

test('principal, interest and costs are parts of the column that they add up to', () => {
  const dutch = guessed({
    Hoofdsom: ['200.00', '1000.00', '50.00'],
    Rente: ['1.20', '5.00', '0.30'],
    Incassokosten: ['40.00', '150.00', '40.00'],
    Totaal: ['241.20', '1155.00', '90.30'],
  });
  assert.deepEqual(dutch, {
    taken: {
      ...{ balance: 'Totaal', principalAmount: 'Hoofdsom' },
      ...{ interestAmount: 'Rente', feesAmount: 'Incassokosten' },
    },
    open: [],
  });
  // On top of what is open, or in it: the file does not tell.
  const beside = guessed({
    Balance: ['200.00', '90.00', '50.00'],
    Fees: ['15.00', '15.00', '15.00'],
  });
  assert.deepEqual(beside, { taken: { balance: 'Balance' }, open: ['meaning:Fees'] });
});

test('a cost without a known name is a part where a named principal and a total leave it no other place', () => {
  const loan = guessed({
    'Principal Balance': ['900.00', '400.00', '1200.00'],
    Interest: ['90.00', '40.00', '100.00'],
    Zzz: ['10.00', '10.00', '20.00'],
    Yyy: ['1000.00', '450.00', '1320.00'],
  });
  assert.deepEqual(loan, {
    taken: {
      ...{ balance: 'Yyy', principalAmount: 'Principal Balance' },
      ...{ interestAmount: 'Interest', feesAmount: 'Zzz' },
    },
    open: [],
  });
});

test('charges are what was billed where less of it is open, and never a part of a total unasked', () => {
  const clinic = guessed({
    Charges: ['500.00', '80.00', '900.00'],
    'Ins Paid': ['300.00', '0.00', '800.00'],
    Adjustments: ['100.00', '30.00', '80.00'],
    'Pt Balance': ['100.00', '50.00', '20.00'],
  });
  assert.deepEqual(clinic, { taken: { amount: 'Charges', balance: 'Pt Balance' }, open: [] });
  const utility = guessed({
    'Current Charges': ['80.00', '60.00', '30.00'],
    'Past Due Amount': ['40.00', '0.00', '90.00'],
    'Total Due': ['120.00', '60.00', '120.00'],
  });
  assert.deepEqual(utility, { taken: {}, open: ['column:balance'] });
});
