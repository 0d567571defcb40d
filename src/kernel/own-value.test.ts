import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimalsOf } from './money.ts';
import { ownValue } from './own-value.ts';
import { parsePhone } from './phone.ts';

const inherited = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

test('ownValue() finds what a table says and nothing that every object has', () => {
  assert.equal(ownValue({ card: 'credit_card' }, 'card'), 'credit_card');
  for (const name of inherited) assert.equal(ownValue({ card: 'credit_card' }, name), undefined);
});

test('a currency or a country named like a part of every object is an unknown one', () => {
  for (const name of inherited) {
    assert.equal(decimalsOf(name), 2, name);
    assert.equal(parsePhone('0123', name), 'unknown-country', name);
  }
});
