import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customersFromAbove, hasEmptyCustomers } from './empty-customers.ts';
import { emptyMap } from './import-map.ts';

const header = ['Number', 'Name', 'Account', 'Product', 'Invoice', 'Amount'];
const columns = {
  ...{ customerReference: 'Number', name: 'Name', accountReference: 'Account' },
  ...{ product: 'Product', itemReference: 'Invoice', amount: 'Amount' },
};
const map = { ...emptyMap('book'), columns };

test('rows below a named one that name nobody are found, and totals and gaps at the top are not', () => {
  const named = ['K-1', 'Ann', 'A-1', 'Card', '1', '5.00'];
  const found = (...rows: string[][]) => hasEmptyCustomers(columns, header, rows);
  assert.equal(found(named, ['', '', '', '', '2', '6.00']), true);
  assert.equal(found(named, ['', '', 'A-2', '', '2', '6.00']), true);
  assert.equal(found(named, ['', 'Ann', '', '', '2', '6.00']), false);
  assert.equal(found(named, ['', '', '', '', '', '']), false);
  assert.equal(found(['', '', '', '', '2', '6.00'], named), false);
});

test('a row that names nobody takes the customer above, and the account only where it has none', () => {
  const { fill, restart } = customersFromAbove(map, header);
  const none = ['', '', '', '', '9', '1.00'];
  assert.deepEqual(fill(none), none);
  fill(['K-1', 'Ann', 'A-1', 'Card', '1', '5.00']);
  assert.deepEqual(fill(['', '', '', '', '2', '6.00']), ['K-1', 'Ann', 'A-1', 'Card', '2', '6.00']);
  assert.deepEqual(fill(['', '', 'A-2', '', '3', '7.00']), ['K-1', 'Ann', 'A-2', '', '3', '7.00']);
  assert.deepEqual(fill(['', '', '', '', '4', '8.00']), ['K-1', 'Ann', 'A-2', '', '4', '8.00']);
  restart();
  assert.deepEqual(fill(none), none);
});
