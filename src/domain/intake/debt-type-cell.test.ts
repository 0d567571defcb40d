import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookReader } from './book-row.ts';
import { emptyMap } from './import-map.ts';

test('a product named as what every object has is asked for like any other', () => {
  const columns = { accountReference: 'ref', dueOn: 'due', balance: 'open', product: 'product' };
  const map = { ...emptyMap('book'), columns };
  const defaults = { currency: 'USD', country: 'US', today: '2026-06-30', product: 'Loans' };
  const read = bookReader(map, Object.values(columns), defaults);
  for (const product of ['constructor', 'toString', '__proto__', 'Bluebird']) {
    const outcome = read(['A1', '2026-03-01', '12.50', product]);
    assert.equal(outcome.kind, 'refused', product);
    assert.deepEqual(
      outcome.problems.map(({ reason }) => reason),
      ['unknown-product'],
    );
  }
});
